"""What the room shows: the register, or what to do while there is nothing to show."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from ui.language import _
from ui.widgets.empty import EmptyState
from ui.widgets.icons import icon


class Pages(QStackedWidget):
    """`first` enters the first agreement, `bring_in` many, `every` shows all of them again."""

    def __init__(self, full: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.full, self.blank = full, QWidget()
        self.empty, self.nothing = EmptyState("agreements"), EmptyState("search")
        self.first, self.every, self.bring_in = QPushButton(), QPushButton(), QPushButton()
        self._writable = True
        self.empty.add(self.first)
        self.empty.add(self.bring_in)
        self.nothing.add(self.every)
        for page in (self.blank, full, self.empty, self.nothing):
            self.addWidget(page)

    def settle(self, *, writable: bool) -> None:
        """What can be done in this archive."""
        self._writable = writable
        self.first.setVisible(writable)
        self.bring_in.setVisible(writable)
        self.retranslate()

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        how = _(
            "Enter the letters of intent, memoranda and plans a partnership rests on; the register"
            " then says which are in force and which are about to end."
        )
        looking = _("The archive is open for looking only; nothing can be entered here.")
        self.empty.say(_("No agreement yet"), how if self._writable else looking)
        self.nothing.say(
            _("No agreement is like that"), _("Other words or another standing may find it.")
        )
        self.first.setText(_("New agreement…"))
        self.first.setIcon(icon("add"))
        self.bring_in.setText(_("Import a register…"))
        self.bring_in.setIcon(icon("import"))
        self.every.setText(_("Show all"))
        for state in (self.empty, self.nothing):
            state.repaint_icon()

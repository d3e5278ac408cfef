"""What can be done to a term, as buttons with keys; each can do what the term allows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from archive.records import ListedTerm
from archive.vocabulary import editable
from ui.language import _

KEYS = {"new": "Ins", "rename": "F2", "hide": "Ctrl+H", "remove": "Del"}


class TermButtons(QWidget):
    """New, rename, hide or show, as it came, remove."""

    def __init__(self, keys_for: QWidget) -> None:
        super().__init__()
        self.new, self.rename, self.hide_one = QPushButton(), QPushButton(), QPushButton()
        self.reset, self.remove = QPushButton(), QPushButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button in self.every:
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch()
        for name, button in self._keyed().items():
            if name != "rename":  # the table itself knows F2
                shortcut = QShortcut(QKeySequence(KEYS[name]), keys_for)
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
                shortcut.activated.connect(button.click)
        self.retranslate(None)

    @property
    def every(self) -> tuple[QPushButton, ...]:
        """The buttons in their order."""
        return self.new, self.rename, self.hide_one, self.reset, self.remove

    def allow(self, vocabulary: str, term: ListedTerm | None, *, writable: bool) -> None:
        """What can be done to this term; a list the program works with is only renamed."""
        own_list = bool(vocabulary) and editable(vocabulary)
        self.new.setEnabled(writable and own_list)
        self.rename.setEnabled(writable and term is not None)
        self.hide_one.setEnabled(writable and own_list and term is not None)
        self.reset.setEnabled(writable and term is not None and term.changed)
        self.remove.setEnabled(writable and own_list and term is not None)
        self.retranslate(term)

    def retranslate(self, term: ListedTerm | None) -> None:
        """Write every word in the language in use."""
        self.new.setText(_("New term…"))
        self.rename.setText(_("Rename"))
        self.hide_one.setText(_("Show") if term is not None and term.hidden else _("Hide"))
        self.reset.setText(_("As it came"))
        self.reset.setToolTip(_("Take back what was changed of a term that came with the program"))
        self.remove.setText(_("Remove"))
        for name, button in self._keyed().items():
            button.setToolTip(f"{button.text()} ({QKeySequence(KEYS[name]).toString()})")

    def _keyed(self) -> dict[str, QPushButton]:
        return {
            "new": self.new,
            "rename": self.rename,
            "hide": self.hide_one,
            "remove": self.remove,
        }

"""What the room shows: its three parts, or what to do while nothing waits."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from ui.language import _
from ui.widgets.empty import EmptyState


class Pages(QStackedWidget):
    """`bring` asks for files."""

    def __init__(self, full: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.full, self.empty, self.bring = full, EmptyState("inbox"), QPushButton()
        self.empty.add(self.bring)
        self.addWidget(self.empty)
        self.addWidget(full)

    def show_papers(self, *, any_here: bool) -> None:
        """The page that fits."""
        self.setCurrentWidget(self.full if any_here else self.empty)

    def retranslate(self, *, writable: bool) -> None:
        """Write every word in the language in use."""
        how = _(
            "Drop files or folders anywhere on this window, or choose them with Ctrl+O. What is"
            " found in them is proposed here, for you to accept or to correct."
        )
        looking = _("The archive is open for looking only. Nothing can be brought in here.")
        self.empty.say(_("Nothing waits here"), how if writable else looking)
        self.empty.repaint_icon()
        self.bring.setText(_("Bring in files…"))
        self.bring.setVisible(writable)

"""The table, or what is said in its place when it would be empty."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from ui.documents.table import DocumentTable
from ui.language import _
from ui.widgets.empty import EmptyState


class TablePages(QStackedWidget):
    """Three pages: the table, an archive without documents, a filter that nothing passes."""

    clear_wanted = Signal()

    def __init__(self, table: DocumentTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self.nothing, self.no_match = EmptyState("import", self), EmptyState("search", self)
        self.clear_button = QPushButton(self)
        self.clear_button.clicked.connect(self.clear_wanted)
        self.no_match.add(self.clear_button)
        for page in (table, self.nothing, self.no_match):
            self.addWidget(page)
        self._writable = False

    def show_rows(self, total: int, *, narrowed: bool) -> None:
        """The page that fits so many rows."""
        empty = self.no_match if narrowed else self.nothing
        self.setCurrentWidget(self.table if total else empty)

    def retranslate(self, *, writable: bool) -> None:
        """Write every word in the language in use."""
        how = _(
            "Drop files or folders anywhere on this window, or choose them with Ctrl+O."
            " Each file is kept unchanged, and its pages can be searched soon after."
        )
        looking = _("The archive is open for looking only. Nothing can be brought in here.")
        self.nothing.say(_("No documents yet"), how if writable else looking)
        self.no_match.say(
            _("No document matches"),
            _("Nothing kept here fits the words, the kind and the problems asked for."),
        )
        self.clear_button.setText(_("Clear the filter"))
        for page in (self.nothing, self.no_match):
            page.repaint_icon()

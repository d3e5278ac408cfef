"""A quiet line beside the pages: how the page being looked at came to its words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from archive.records import Page
from ui.language import _
from ui.reader.page_facts import from_picture, said_of
from ui.reader.view import PageView


class PageLine(QWidget):
    """Shown for papers with pages that are pictures; empty at those that came with their text."""

    def __init__(self, view: PageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._pages: Sequence[Page] = ()
        self._buttons: list[QToolButton] = []
        self.says = QLabel(self)
        self.says.setObjectName("faint")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 0, 8, 4)
        self._row.setSpacing(8)
        self._row.addWidget(self.says)
        self._row.addStretch(1)
        view.page_changed.connect(self.refresh)
        view.opened.connect(self.refresh)
        self.hide()

    def offer(self, actions: Sequence[QAction]) -> None:
        """Put what can be done with such a page at the end of the line."""
        for action in actions:
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setAutoRaise(True)
            self._row.addWidget(button)
            self._buttons.append(button)

    def show_pages(self, pages: Sequence[Page]) -> None:
        """These are the pages of the paper now."""
        self._pages = pages
        self.setVisible(any(map(from_picture, pages)))
        self.refresh()

    def refresh(self) -> None:
        """Tell of the page that is looked at."""
        self.says.setAccessibleName(_("How this page was read"))
        page = self._view.page
        said = said_of(self._pages[page - 1]) if 0 < page <= len(self._pages) else ""
        self.says.setText(said)
        for button in self._buttons:
            button.setVisible(bool(said))

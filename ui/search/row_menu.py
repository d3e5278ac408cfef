"""What can be done with one result: read it, find more like it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from ui.language import _
from ui.search.doings import Doings
from ui.search.results import ResultsView
from ui.widgets.icons import icon


class RowMenu(QObject):
    """The first actions of the list's own menu."""

    def __init__(self, view: ResultsView, doings: Doings) -> None:
        super().__init__(view)
        self._view = view
        self.open, self.like = QAction(view), QAction(view)
        self.open.triggered.connect(self._open)
        self.like.triggered.connect(doings.find_like)
        apart = QAction(view)
        apart.setSeparator(True)
        view.addActions([self.open, self.like, apart])

    def retranslate(self) -> None:
        """Write its words in the language in use."""
        self.open.setText(_("Open"))
        self.open.setIcon(icon("open"))
        self.like.setText(_("More like this document"))

    def _open(self) -> None:
        if self._view.currentIndex().isValid():
            self._view.opened.emit(self._view.currentIndex().row())

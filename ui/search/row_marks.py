"""What the rows show beside their text: words found in a title alone, and what is new."""

from __future__ import annotations

from PySide6.QtCore import QObject

from search.records import Answer, SearchRequest
from ui.desk import Desk
from ui.reader.asked import finder_of
from ui.search.results import ResultsView
from ui.search.row_painter import RowPainter


class RowMarks(QObject):
    """Tells the painter of the rows, which it gives the view."""

    def __init__(self, desk: Desk, view: ResultsView) -> None:
        super().__init__(view)
        self._desk, self._view, self._query = desk, view, ""
        self._news: tuple[str, frozenset[int]] = ("", frozenset())
        self.painter = RowPainter(view)
        view.setItemDelegate(self.painter)

    def begin(self, query: str) -> None:
        """The answer to a query is shown."""
        self._query, self.painter.finds = query, None
        self._say_new()

    def rest(self, answer: Answer, asked: SearchRequest) -> None:
        """Nobody types: rows that no page answers for show the words in their title or number."""
        if any(not hit.pages for hit in answer.hits):
            self.painter.finds = finder_of(self._desk.finder, asked)
            self._view.viewport().update()

    def mark_new(self, query: str, documents: frozenset[int]) -> None:
        """Of a saved search that was opened just now, those that nobody has seen yet."""
        self._news = query, documents
        self._say_new()
        self._view.viewport().update()

    def _say_new(self) -> None:
        query, documents = self._news
        self.painter.new = documents if query == self._query else frozenset()

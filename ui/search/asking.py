"""Asks the search beside the window: one question at a time, the newest wins, old answers fall."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from search.records import BEST, Answer, SearchRequest
from ui.desk import Desk

WINDOW = 40


class Asking(QObject):
    """While one question is being answered only the last of the next ones is kept."""

    answered = Signal(object)
    more_came = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._number = 0
        self._busy = False
        self._waiting: SearchRequest | None = None
        self.order = BEST
        self.synonyms = True
        self.without: frozenset[str] = frozenset()  # words added that are not wanted

    @property
    def less(self) -> bool:
        """Whether words that could be added are not wanted."""
        return not self.synonyms or bool(self.without)

    def request(self, query: str) -> SearchRequest:
        """What is asked with a query, as things are set."""
        return SearchRequest(
            query,
            limit=WINDOW,
            sequence=self._number,
            order=self.order,
            synonyms=self.synonyms,
            without=self.without,
        )

    def ask(self, query: str) -> None:
        """Ask a new question."""
        self._number += 1
        request = self.request(query)
        if self._busy:
            self._waiting = request
        else:
            self._send(request)

    def ask_more(self, query: str, offset: int) -> None:
        """Ask for the next rows of the answer that is shown."""
        finder = self._desk.finder
        if finder is not None:
            request = replace(self.request(query), offset=offset)
            self._desk.jobs.run(finder.search, request, done=self._take_more)

    def forget(self) -> None:
        """No answer is wanted any more."""
        self._number += 1
        self._busy, self._waiting = False, None

    def _send(self, request: SearchRequest) -> None:
        finder = self._desk.finder
        if finder is None:
            return
        self._busy = True
        self._desk.jobs.run(
            finder.search,
            request,
            done=self._take,
            failed=partial(self._failed, request.sequence),
        )

    def _take(self, answer: Answer) -> None:
        if answer.sequence == self._number:
            self.answered.emit(answer)
        self._next()

    def _take_more(self, answer: Answer) -> None:
        if answer.sequence == self._number:
            self.more_came.emit(answer)

    def _failed(self, _sequence: int, error: BaseException) -> None:
        self._desk.jobs.failed.emit(error)
        self._next()

    def _next(self) -> None:
        self._busy = False
        if self._waiting is not None:
            request, self._waiting = self._waiting, None
            self._send(request)

"""Asks the search beside the window: the newest question wins, answers to older ones fall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from search.finder import Finder
from search.records import BEST, PAGES_SHOWN, Answer, DocumentHit, SearchRequest
from ui.desk import Desk

WINDOW = 40
SIGHT = 12  # rows that are seen at once; the others are asked for when nobody types
AT_ONCE = 2  # the newest question does not wait for the one before, which may take long
WORDS = 2  # of a question like most
BRIEF = 1  # pages shown of each row at first; the others take about as long as all else


class Asking(QObject):
    """While two questions are being answered only the last of the next ones is kept."""

    answered = Signal(object)
    more_came = Signal(object)
    completed = Signal(object, object)  # rows as they were, and with all their pages

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._number = 0
        self._running: set[int] = set()
        self._waiting: SearchRequest | None = None
        self._warmed: Finder | None = None
        self.order = BEST
        self.synonyms = True
        self.without: frozenset[str] = frozenset()  # words added that are not wanted
        self._words = ""  # for which they are not

    @property
    def less(self) -> bool:
        """Whether words that could be added are not wanted."""
        return not self.synonyms or bool(self.without)

    def stand_for(self, words: str) -> None:
        """What was taken away was so for the same words only."""
        if words != self._words:
            self._words, self.without = words, frozenset()

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

    def ask(self, query: str, rows: int = SIGHT, pages: int = BRIEF) -> None:
        """Ask a new question; so many rows of its answer come first, with so many pages each."""
        self._number += 1
        request = replace(self.request(query), limit=rows, pages=pages)
        if len(self._running) < AT_ONCE:
            self._send(request)
        else:
            self._waiting = request

    def ask_more(self, query: str, offset: int) -> None:
        """Ask for the next rows of the answer that is shown."""
        finder = self._desk.finder
        if finder is not None:
            request = replace(self.request(query), offset=offset)
            self._desk.jobs.run(finder.search, request, done=self._take_more)

    def complete(self, query: str, hits: Sequence[DocumentHit]) -> None:
        """Fetch the other pages of rows that were asked for briefly."""
        finder, rows = self._desk.finder, tuple(hits)
        if finder is not None and any(hit.following for hit in rows):
            done = partial(self.completed.emit, rows)
            self._desk.jobs.run(finder.completed, self.request(query), rows, done=done)

    def renew(self, query: str) -> None:
        """Ask again: things have changed, and the search may have been opened anew.

        All rows with all their pages, unless someone waits for an answer just now.
        """
        self._warmed = None
        if self._running:
            self.ask(query)
        else:
            self.ask(query, WINDOW, PAGES_SHOWN)

    def warm(self, answer: Answer) -> None:
        """Ask beside the window, once, what finds one of these: the first question waits less."""
        finder = self._desk.finder
        if finder is None or finder is self._warmed or answer.query.strip() or not answer.hits:
            return
        self._warmed = finder
        words = answer.hits[0].document.description.title.split()[:WORDS]
        request = SearchRequest(" ".join(words), limit=SIGHT, pages=BRIEF)
        self._desk.jobs.run(finder.search, request, failed=lambda _error: None)

    def forget(self) -> None:
        """No answer is wanted any more."""
        self._warmed = None
        self._number += 1
        self._running.clear()
        self._waiting = None

    def _send(self, request: SearchRequest) -> None:
        finder = self._desk.finder
        if finder is None:
            return
        self._waiting = None
        self._running.add(request.sequence)
        self._desk.jobs.run(
            finder.search,
            request,
            done=self._take,
            failed=partial(self._failed, request.sequence),
        )

    def _take(self, answer: Answer) -> None:
        if answer.sequence == self._number:
            self.answered.emit(answer)
        self._next(answer.sequence)

    def _take_more(self, answer: Answer) -> None:
        if answer.sequence == self._number:
            self.more_came.emit(answer)

    def _failed(self, sequence: int, error: BaseException) -> None:
        self._desk.jobs.failed.emit(error)
        self._next(sequence)

    def _next(self, answered: int) -> None:
        self._running.discard(answered)
        if self._waiting is not None:
            self._send(self._waiting)

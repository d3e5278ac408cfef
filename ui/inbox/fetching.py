"""Fetches what is shown of papers beside the window, and of the next one before it is wanted."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial

from PySide6.QtCore import QObject, Signal

from archive.changes import Changes, Kind
from archive.errors import NotFound
from ui.desk import Desk
from ui.inbox.prepared import Prepared, prepare

KEPT = 8
CATALOGUE = (Kind.CITY, Kind.PARTNERSHIP, Kind.PROGRAM, Kind.AGREEMENT, Kind.TERM)


class Fetching(QObject):
    """`ready` brings the paper that was wanted last; what has gone stale is never brought."""

    ready = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kept: OrderedDict[int, Prepared] = OrderedDict()
        self._round = object()  # what was asked in an earlier one has gone stale
        self._wanted: int | None = None

    def want(self, document: int, following: int | None = None) -> None:
        """Bring this paper, at once when it is here already, and fetch the one after it."""
        self._wanted = document
        if document in self._kept:
            self.ready.emit(self._kept[document])
            self._ahead(following)
        else:
            self._ask(document, following)

    def forget(self, changes: Changes | None = None) -> None:
        """Keep nothing that these changes touch; without any, nothing at all."""
        self._round = object()
        if changes is None or changes.touches(*CATALOGUE):
            self._kept.clear()
        else:
            for document in changes.ids(Kind.DOCUMENT):
                self._kept.pop(document, None)

    def _ahead(self, document: int | None) -> None:
        if document is not None and document not in self._kept:
            self._ask(document, None)

    def _ask(self, document: int, following: int | None) -> None:
        shelf = next((each.shelf for each in self._kept.values()), None)
        take = partial(self._take, self._round, following)
        archive, failed = self._desk.archive, partial(self._fail, self._round)
        self._desk.jobs.run(prepare, archive, document, shelf, done=take, failed=failed)

    def _take(self, asked: object, following: int | None, paper: Prepared) -> None:
        if asked is not self._round:
            return
        self._kept[paper.document.id] = paper
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        if paper.document.id == self._wanted:
            self.ready.emit(paper)
        self._ahead(following)

    def _fail(self, asked: object, error: BaseException) -> None:
        """A paper that has just been removed is nobody's trouble."""
        if asked is self._round and not isinstance(error, NotFound):
            self._desk.jobs.failed.emit(error)

"""The documents that are chosen in the table, one or thousands, whatever comes in around them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from archive.archive import Archive
from archive.records import DocumentQuery
from ui.desk import Desk
from ui.documents.spans import Spans, places, standing
from ui.documents.table import DocumentTable
from ui.jobs import Questions
from ui.models.document_table import DocumentTableModel

PAUSE = 100  # milliseconds after the last row was chosen
Ids = tuple[int, ...]


class Picked(QObject):
    """Knows which documents the chosen rows are; `counted` tells how many there are now.

    Rows are asked for by their places once, soon after they were chosen; from then on their
    documents count, and are marked again where they stand after something has changed.
    """

    counted = Signal(int)
    lost = Signal()  # rows were another's before it was known whose they are

    def __init__(
        self, desk: Desk, table: DocumentTable, model: DocumentTableModel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._table, self._model = desk, table, model
        self._ids: Ids | None = None
        self._count = 0
        self._then: Callable[[Ids], object] | None = None
        self._questions = Questions()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAUSE)
        self._soon.timeout.connect(self._ask)
        table.marked.connect(self._marked)
        model.settled.connect(self._settled)
        model.arrived.connect(self._arrived)

    @property
    def count(self) -> int:
        """How many rows are chosen."""
        return self._count

    def then(self, does: Callable[[Ids], object]) -> None:
        """Do this with the ids of what is chosen, at once or as soon as they are known."""
        document = self._table.document
        if self._count <= 1:
            if document is not None:
                does((document.id,))
        elif self._ids is not None:
            does(self._ids)
        else:
            self._then = does
            self._ask()

    def forget(self) -> None:
        """Nothing is chosen any more."""
        self._soon.stop()
        self._questions.forget()
        self._ids = self._then = None
        self._tell(0)

    def _marked(self) -> None:
        self.forget()
        self._tell(self._table.count)
        if self._count > 1:
            self._soon.start()

    def _ask(self) -> None:
        self._soon.stop()
        if self._desk.archive is None or self._count <= 1:
            return
        spans, query = self._table.spans, self._model.shown
        ask = partial(self._known, spans)
        job = self._desk.jobs.run(picked, self._desk.archive, query, spans, done=ask)
        self._questions.ask("ids", job)

    def _known(self, spans: Spans, ids: Ids) -> None:
        """The documents of the rows; refused where another stands there than was seen."""
        if len(ids) != self._count or not self._as_seen(spans, ids):
            self._lose()
            return
        self._ids, then, self._then = ids, self._then, None
        if then is not None:
            then(ids)

    def _as_seen(self, spans: Spans, ids: Ids) -> bool:
        rows = (row for first, last in spans for row in range(first, last + 1))
        seen = ((self._model.document(row), item) for row, item in zip(rows, ids, strict=True))
        return all(document is None or document.id == item for document, item in seen)

    def _settled(self, fresh: bool) -> None:
        """Rows have been taken over: of many, those known are found again."""
        if self._count <= 1:
            self._tell(self._table.count)
        if fresh or self._count <= 1 or self._desk.archive is None:
            return
        if self._ids is None:
            self._lose()
            return
        query, ids = self._model.shown, self._ids
        job = self._desk.jobs.run(found_again, self._desk.archive, query, ids, done=self._found)
        self._questions.ask("places", job)

    def _arrived(self) -> None:
        """The row of one document may have been among those that were missing."""
        if self._count <= 1:
            self._tell(self._table.count)

    def _found(self, found: tuple[Ids, Spans]) -> None:
        self._ids, spans = found
        self._table.mark(spans)
        self._tell(len(self._ids))

    def _lose(self) -> None:
        self._table.keep_one()
        self.lost.emit()

    def _tell(self, count: int) -> None:
        if count != self._count:
            self._count = count
            self.counted.emit(count)


def picked(archive: Archive, query: DocumentQuery, spans: Spans) -> Ids:
    """The documents that stand in these rows. Runs in a job."""
    return standing(archive.documents.ids_in(query), spans)


def found_again(archive: Archive, query: DocumentQuery, ids: Ids) -> tuple[Ids, Spans]:
    """Those of these documents that the table still has, and where. Runs in a job."""
    every, wanted = archive.documents.ids_in(query), frozenset(ids)
    return tuple(item for item in every if item in wanted), places(every, wanted)

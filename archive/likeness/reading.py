"""Reads documents as they are compared."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from archive.catalogue.visibility import in_use
from archive.likeness.paper import Paper
from archive.records import TextSource
from archive.storage.tables import DocumentRow, OriginalRow, PageRow, PageTextRow

KEPT = 64  # papers held while pairs are judged, pair by pair in order


class Papers:
    """Papers by document, read when first asked for; the last ones are held."""

    def __init__(self, session: Session, documents: Iterable[int]) -> None:
        self._session, self._documents = session, tuple(documents)
        self._fixed: dict[int, Paper | None] = {}
        self._held: OrderedDict[int, Paper | None] = OrderedDict()

    def get(self, document: int) -> Paper | None:
        """One paper; None when it is not there or lies in the trash."""
        if document in self._fixed:
            return self._fixed[document]
        if document not in self._held:
            self._held[document] = read(self._session, [document]).get(document)
            if len(self._held) > KEPT:
                self._held.popitem(last=False)
        self._held.move_to_end(document)
        return self._held[document]

    def hold(self, documents: Iterable[int]) -> None:
        """Read many at once, and hold them as long as this is held."""
        wanted = list(documents)
        found = read(self._session, wanted)
        self._fixed = {document: found.get(document) for document in wanted}

    def without(self, document: int) -> Iterator[int]:
        """All these documents but one."""
        return (each for each in sorted(self._documents) if each != document)


def read(session: Session, documents: Sequence[int]) -> dict[int, Paper]:
    """The papers in use among these documents, with their pages' texts."""
    pages: dict[int, list[Any]] = {document: [] for document in documents}
    for row in session.execute(_PAGES.where(PageRow.document_id.in_(documents))):
        pages[row.document_id].append(row)
    columns = DocumentRow.id, DocumentRow.title, DocumentRow.creator
    wanted = select(*columns, OriginalRow.name, OriginalRow.folder).join(
        OriginalRow, OriginalRow.id == DocumentRow.original_id
    )
    rows = session.execute(wanted.where(DocumentRow.id.in_(documents), in_use()))
    return {row.id: _paper(row, pages[row.id]) for row in rows}


def _paper(row: Any, pages: Sequence[Any]) -> Paper:
    return Paper(
        row.id,
        row.title,
        row.creator,
        row.name,
        row.folder,
        tuple(page.text or "" for page in pages),
        tuple(page.label for page in pages),
        any(page.source == TextSource.OCR.value for page in pages),
    )


_COUNTS = and_(
    PageTextRow.document_id == PageRow.document_id,
    PageTextRow.number == PageRow.number,
    PageTextRow.version == PageRow.version,
)
_PAGES = (
    select(PageRow.document_id, PageRow.label, PageTextRow.text, PageTextRow.source)
    .select_from(PageRow)
    .outerjoin(PageTextRow, _COUNTS)
    .order_by(PageRow.document_id, PageRow.number)
)

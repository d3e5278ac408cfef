"""Which pages wait to be read, and where their pictures are."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from archive.catalogue.page_files import PASSWORD
from archive.catalogue.visibility import in_use, seen_at
from archive.records import Access, PageState
from archive.records.scans import Unread
from archive.storage.kinds import PDF
from archive.storage.tables import (
    DocumentRow,
    OriginalRow,
    PageRow,
    ReadingCopyRow,
)

WAITS = PageRow.state == PageState.WAITING.value
UNLOCKED = DocumentRow.trouble != "password"  # a locked one is read with a kept password only


@dataclass(frozen=True, slots=True)
class Waiting:
    """A page that waits; `page` is its place in the file of this SHA-256 (from 1).

    `access` is the level of its document: it is read, whoever sits here, and told only to those who
    may know of it.
    """

    document: int
    number: int
    page: int
    attempts: int
    title: str
    sha256: str
    media_type: str
    password: str
    access: int

    @property
    def place(self) -> tuple[int, int]:
        """Document and number."""
        return self.document, self.number

    def still_there(self, session: Session) -> bool:
        """Whether it waits yet: a person may have typed it meanwhile, or removed its document."""
        page = session.get(PageRow, self.place)
        document = session.get(DocumentRow, self.document)
        there = document is not None and document.trashed is None
        return there and page is not None and page.state == PageState.WAITING.value


def first_waiting(session: Session, most: int, held: set[tuple[int, int]]) -> list[Waiting]:
    """The next pages to read, those of the newest documents first; not those in hand."""
    rows = session.execute(_QUERY.limit(most + len(held))).all()
    pages = (_waiting(*row) for row in rows)
    return [page for page in pages if page.place not in held][:most]


def count(session: Session, level: Access = Access.SECRET) -> Unread:
    """How many pages wait, of how many documents up to this level."""
    sums = select(func.coalesce(func.sum(DocumentRow.waiting_count), 0), func.count())
    open_to_us = DocumentRow.waiting_count > 0, UNLOCKED, seen_at(level)
    pages, documents = session.execute(sums.where(*open_to_us)).one()
    return Unread(pages, documents)


_QUERY = (
    select(PageRow, DocumentRow, OriginalRow, ReadingCopyRow.sha256, PASSWORD)
    .join(DocumentRow, DocumentRow.id == PageRow.document_id)
    .join(OriginalRow, OriginalRow.id == PageRow.original_id)
    .outerjoin(ReadingCopyRow, ReadingCopyRow.original_id == OriginalRow.id)
    .where(WAITS, UNLOCKED, in_use())
    .order_by(PageRow.document_id.desc(), PageRow.number)
)


def _waiting(
    page: PageRow,
    document: DocumentRow,
    original: OriginalRow,
    copy: str | None,
    password: str | None,
) -> Waiting:
    return Waiting(
        page.document_id,
        page.number,
        page.original_page,
        page.attempts,
        document.title,
        copy or original.sha256,
        PDF if copy else original.media_type,
        password or "",
        document.access,
    )

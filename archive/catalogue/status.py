"""The archive in numbers, for the line below every room."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from archive.catalogue.visibility import seen_at
from archive.records import Access, PageState, Status
from archive.storage.database import Database
from archive.storage.tables import ChangeRow, DocumentRow, ImportItemRow, PageRow

WAITING = "waiting"


def status(database: Database, level: Access) -> Status:
    """Documents, pages and what is left to read, as far as `level` lets see.

    One consistent state.
    """
    with database.reading() as session:
        documents, pages, waiting = _sums(session, level)
        return Status(
            documents=documents,
            pages=pages,
            pages_without_text=waiting,
            pages_blank=_pages(session, level, PageState.BLANK),
            pages_unreadable=_pages(session, level, PageState.UNREADABLE),
            queued=_queued(session),
            sequence=session.scalar(select(func.max(ChangeRow.sequence))) or 0,
        )


def _sums(session: Session, level: Access) -> tuple[int, int, int]:
    counts = select(
        func.count(DocumentRow.id),
        func.coalesce(func.sum(DocumentRow.page_count), 0),
        func.coalesce(func.sum(DocumentRow.waiting_count), 0),
    )
    documents, pages, waiting = session.execute(counts.where(seen_at(level))).one()
    return documents, pages, waiting


def _pages(session: Session, level: Access, state: PageState) -> int:
    joined = (
        select(func.count())
        .select_from(PageRow)
        .join(DocumentRow, DocumentRow.id == PageRow.document_id)
    )
    return session.scalar(joined.where(PageRow.state == state.value, seen_at(level))) or 0


def _queued(session: Session) -> int:
    waiting = select(func.count()).where(ImportItemRow.state == WAITING)
    return session.scalar(waiting.select_from(ImportItemRow)) or 0

"""What a search cannot look through: papers with pages not read, and papers nobody may see here."""

from __future__ import annotations

from sqlalchemy import ColumnElement, FromClause, Row, Select, func, or_, select
from sqlalchemy.orm import Session

from archive.catalogue.visibility import above, seen_at, trashed_at
from archive.records import Access, PageState, Unsearched, UnsearchedPaper
from archive.storage.tables import DocumentRow, OriginalRow, PageRow


def unsearched(session: Session, level: Access, most: int) -> Unsearched:
    """The papers that a reader of this level may see and that could not be searched whole, `most`
    of them by name; those above the level and in the trash are only counted."""
    found = _found(level)
    first = found.order_by(func.lower(DocumentRow.title), DocumentRow.id).limit(most)
    return Unsearched(
        tuple(map(_paper, session.execute(first))),
        session.scalar(select(func.count()).select_from(found.subquery())) or 0,
        _counted(session, above(level)),
        _counted(session, trashed_at(level)),
    )


def _found(level: Access) -> Select[*tuple[object, ...]]:
    bad = _unreadable()
    row, unreadable = DocumentRow, func.coalesce(bad.c.count, 0)
    amiss = or_(row.waiting_count > 0, unreadable > 0, row.trouble != "")
    columns = row.id, row.title, row.reference_code, row.page_count, row.waiting_count, row.trouble
    return (
        select(*columns, OriginalRow.name, unreadable.label("unreadable"))
        .join(OriginalRow, OriginalRow.id == row.original_id)
        .outerjoin(bad, bad.c.document_id == row.id)
        .where(amiss, seen_at(level))
    )


def _unreadable() -> FromClause:
    """How many pages of each document cannot be read."""
    state = PageRow.state == PageState.UNREADABLE.value
    counted = select(PageRow.document_id, func.count().label("count"))
    return counted.where(state).group_by(PageRow.document_id).subquery()


def _paper(row: Row[*tuple[object, ...]]) -> UnsearchedPaper:
    return UnsearchedPaper(
        document=row.id,
        title=row.title,
        file=row.name,
        code=row.reference_code,
        pages=row.page_count,
        unread=row.waiting_count,
        unreadable=row.unreadable,
        trouble=row.trouble,
    )


def _counted(session: Session, condition: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count(DocumentRow.id)).where(condition)) or 0

"""The one rule of who sees which document; every query that answers a reader goes through here.

What lies in the trash is seen by nobody.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, bindparam, func, or_, select
from sqlalchemy.orm import Session

from archive.changes import Kind
from archive.errors import NotFound
from archive.records import Access
from archive.storage.tables import DocumentRow


def seen_at(level: Access) -> ColumnElement[bool]:
    """The condition a document meets when a reader of this level may know of it."""
    return and_(DocumentRow.access <= int(level), in_use())


def seen_at_level() -> ColumnElement[bool]:
    """The same for statements of bare columns made once: the level is their parameter `level`."""
    row = DocumentRow.__table__.c
    return and_(row.access <= bindparam("level"), func.coalesce(row.trashed, 0) == 0)


def in_use() -> ColumnElement[bool]:
    """The condition of a document that is not in the trash.

    Said so that SQLite does not read it from an index: nearly all are in use, and what matters is
    the index of the order asked for.
    """
    return func.coalesce(DocumentRow.trashed, 0) == 0


def above(level: Access) -> ColumnElement[bool]:
    """The condition of a document that is there, but not for this reader."""
    return and_(DocumentRow.access > int(level), in_use())


def trashed_at(level: Access) -> ColumnElement[bool]:
    """The condition of a document that lies in the trash, and was this reader's to see."""
    return and_(DocumentRow.access <= int(level), DocumentRow.trashed.is_not(None))


def visible_document(session: Session, item: int, level: Access) -> DocumentRow:
    """A document the reader may see; one above the level is not found, as if it were not there."""
    found = session.get(DocumentRow, item)
    if found is None or found.access > level or found.trashed is not None:
        raise NotFound(Kind.DOCUMENT.value, str(item))
    return found


def all_seen(session: Session, level: Access) -> bool:
    """Whether nothing is kept above the level, and nothing lies in the trash."""
    unseen = or_(DocumentRow.access > int(level), DocumentRow.trashed.is_not(None))
    return session.scalar(select(DocumentRow.id).where(unseen).limit(1)) is None


def visible_ids(session: Session, level: Access) -> frozenset[int]:
    """The ids of all documents the reader may see."""
    return frozenset(session.scalars(select(DocumentRow.id).where(seen_at(level))))

"""The one rule of who sees which document; every query that answers a reader goes through here."""

from __future__ import annotations

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from archive.changes import Kind
from archive.errors import NotFound
from archive.records import Access
from archive.storage.tables import DocumentRow


def seen_at(level: Access) -> ColumnElement[bool]:
    """The condition a document meets when a reader of this level may know of it."""
    return DocumentRow.access <= int(level)


def visible_document(session: Session, item: int, level: Access) -> DocumentRow:
    """A document the reader may see; one above the level is not found, as if it were not there."""
    found = session.get(DocumentRow, item)
    if found is None or found.access > level:
        raise NotFound(Kind.DOCUMENT.value, str(item))
    return found


def all_seen(session: Session, level: Access) -> bool:
    """Whether nothing is kept above the level."""
    above = select(DocumentRow.id).where(DocumentRow.access > int(level)).limit(1)
    return level is max(Access) or session.scalar(above) is None


def visible_ids(session: Session, level: Access) -> frozenset[int]:
    """The ids of all documents the reader may see."""
    return frozenset(session.scalars(select(DocumentRow.id).where(seen_at(level))))

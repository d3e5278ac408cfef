"""Documents in the trash: the row stays, with all that hangs on it, and nobody sees it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Select, select

from archive.catalogue.assembling import went_into_another
from archive.catalogue.descriptions import chunks
from archive.changes import Kind
from archive.errors import NotFound
from archive.records import Access
from archive.storage.database import Transaction
from archive.storage.history import next_deed
from archive.storage.tables import DocumentRow, FindingRow, LinkRow


def put_away(writing: Transaction, row: DocumentRow) -> None:
    """Into the trash; `trashed` names the deed that did it."""
    row.trashed = next_deed(writing.session)
    tell_of(writing, row.id)


def put_all_away(writing: Transaction, rows: Iterable[DocumentRow]) -> int:
    """Many into the trash by the same deed; how many they were."""
    deed, ids = next_deed(writing.session), []
    for row in rows:
        row.trashed = deed
        ids.append(row.id)
    tell_of(writing, *ids)
    return len(ids)


def bring_back(writing: Transaction, document: int, level: Access) -> None:
    """Out of the trash. Raises `NotFound` when it is not there for this reader."""
    row = writing.session.scalar(lying_there(level, DocumentRow).filter_by(id=document))
    if row is None:
        raise NotFound(Kind.DOCUMENT.value, str(document))
    row.trashed = None
    tell_of(writing, document)


def lying_there(level: Access, wanted: Any = DocumentRow.id) -> Select[*tuple[Any, ...]]:
    """What lies in the trash and may be seen, the last first; not what is joined to another."""
    there = DocumentRow.trashed.is_not(None), DocumentRow.access <= int(level)
    return (
        select(wanted)
        .where(*there, ~went_into_another())
        .order_by(DocumentRow.trashed.desc(), DocumentRow.id)
    )


def in_trash(ids: Sequence[int]) -> Select[*tuple[Any, ...]]:
    """Which of these documents lie in the trash."""
    return select(DocumentRow.id).where(DocumentRow.id.in_(ids), DocumentRow.trashed.is_not(None))


def tell_of(writing: Transaction, *documents: int) -> None:
    """Documents come or go, and with each what was taken from it."""
    hanging: tuple[tuple[Kind, Any], ...] = ((Kind.LINK, LinkRow), (Kind.FINDING, FindingRow))
    for document in documents:
        writing.touch(Kind.DOCUMENT, document)
    for some in chunks(documents):
        for kind, table in hanging:
            found = select(table.id).where(table.document_id.in_(some)).order_by(table.id)
            for item in writing.session.scalars(found):
                writing.touch(kind, item)

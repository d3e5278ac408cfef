"""The documents table.

Filtered, sorted and windowed by the database, so that it stays quick when long.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, func, or_, select
from sqlalchemy.orm import Session

from archive.catalogue.names import line
from archive.catalogue.visibility import seen_at, seen_at_level
from archive.records import Access, Description, Document, DocumentQuery, Original
from archive.storage.questions import Question, within
from archive.storage.tables import DocumentRow, LinkRow, OriginalRow

LINKS = (
    select(func.count(LinkRow.id))
    .where(LinkRow.document_id == DocumentRow.id)
    .correlate(DocumentRow)
    .scalar_subquery()
)
ORDERS: dict[str, tuple[Any, ...]] = {
    "imported": (DocumentRow.imported,),
    "title": (func.lower(DocumentRow.title),),
    "kind": (DocumentRow.kind,),
    "reference_code": (func.lower(DocumentRow.reference_code),),
    "date": (DocumentRow.date_earliest, DocumentRow.date_latest),
    "creator": (func.lower(DocumentRow.creator),),
    "language": (DocumentRow.language,),
    "level": (DocumentRow.level,),
    "copy_status": (DocumentRow.copy_status,),
    "classification": (DocumentRow.classification,),
    "location": (func.lower(DocumentRow.location),),
    "access": (DocumentRow.access,),
    "trouble": (DocumentRow.trouble,),
    "pages": (DocumentRow.page_count,),
    "waiting": (DocumentRow.waiting_count,),
    "links": (LINKS,),
    "name": (func.lower(OriginalRow.name),),
    "folder": (func.lower(OriginalRow.folder),),
    "size": (OriginalRow.size,),
    "id": (),
}
OF_ORIGINAL = {"name", "folder", "size"}
DESCRIPTION, ORIGINAL = ([field.name for field in fields(each)] for each in (Description, Original))
# Where in a row of `_query` stands what a `Document` is made of, in the order of its fields.
SAID = 2  # after the id and the UUID
ACCESS = DESCRIPTION.index("access")  # within what is said
CAME = SAID + len(DESCRIPTION)
COUNTED = CAME + len(ORIGINAL)


def window(session: Session, query: DocumentQuery, level: Access) -> tuple[Document, ...]:
    """The documents of one window, in order.

    Raises `KeyError` for an order that is not in `ORDERS`.
    """
    return records(session, session.scalars(chosen(query, level)).all())


def in_order(by: str, level: Access) -> Select[*tuple[Any, ...]]:
    """The ids of all visible documents by title, or by date: the newest first, the undated last."""
    row = DocumentRow
    by_date = row.date_latest.is_(None), row.date_latest.desc(), row.date_earliest.desc()
    order = by_date if by == "date" else ORDERS["title"]
    return select(row.id).where(seen_at(level)).order_by(*order, row.id.desc())


def chosen(query: DocumentQuery, level: Access) -> Select[*tuple[Any, ...]]:
    """The ids of one window, in order."""
    return every(query, level).limit(query.limit).offset(query.offset)


def every(query: DocumentQuery, level: Access) -> Select[*tuple[Any, ...]]:
    """The ids of all that the filter leaves, in order."""
    found = _filtered(select(DocumentRow.id), query, level, joined=query.order in OF_ORIGINAL)
    return found.order_by(*_order(query))


def count(session: Session, query: DocumentQuery, level: Access) -> int:
    """How many documents the filter leaves."""
    counted = select(func.count()).select_from(DocumentRow)
    return session.scalar(_filtered(counted, query, level, joined=False)) or 0


def records(session: Session, ids: Sequence[int]) -> tuple[Document, ...]:
    """The documents with these ids, in their order; ids not there are left out."""
    rows = _RECORDS.rows(within(session), ids=json.dumps(list(ids)))
    found = {row[0]: _record(row) for row in rows}
    return tuple(found[item] for item in ids if item in found)


def seen_records(
    connection: sqlite3.Connection, ids: Sequence[int], level: Access
) -> dict[int, Document]:
    """Those of them that the reader may see, by id."""
    rows = _SEEN.rows(connection, ids=json.dumps(list(ids)), level=int(level))
    return {row[0]: _record(row) for row in rows}


def _filtered(
    found: Select[*tuple[Any, ...]], query: DocumentQuery, level: Access, *, joined: bool
) -> Select[*tuple[Any, ...]]:
    words = line(query.text).split()
    if joined or words:
        found = found.join(OriginalRow, OriginalRow.id == DocumentRow.original_id)
    if query.kind is not None:
        found = found.where(DocumentRow.kind == query.kind)
    if query.classification is not None:
        found = found.where(_classified(query.classification))
    if query.confirmed is not None:
        found = found.where(DocumentRow.confirmed.is_not(None) == query.confirmed)
    if query.trouble is not None:
        found = found.where((DocumentRow.trouble != "") == query.trouble)
    return found.where(seen_at(level), *map(_has, words))


def _has(word: str) -> ColumnElement[bool]:
    """Whether a word stands in the title, the file's name or the reference code."""
    columns = DocumentRow.title, OriginalRow.name, DocumentRow.reference_code
    return or_(*(column.icontains(word, autoescape=True) for column in columns))


def _classified(code: str) -> ColumnElement[bool]:
    """Of this class, or of one under it: 019.2 stands under 019."""
    column = DocumentRow.classification
    return or_(column == code, column.startswith(f"{code}.", autoescape=True))


def _order(query: DocumentQuery) -> list[Any]:
    columns = (*ORDERS[query.order], DocumentRow.id)
    return [column.desc() if query.descending else column.asc() for column in columns]


def _record(row: Sequence[Any]) -> Document:
    """By position, as `_query` has them: a window of documents is made for each search."""
    said = list(row[SAID:CAME])
    said[ACCESS] = Access(said[ACCESS])
    came = Original(*row[CAME:COUNTED])
    return Document(row[0], row[1], Description(*said), came, *row[COUNTED:])


def _query() -> Select[*tuple[Any, ...]]:
    """The documents with `ids` (JSON), their originals and how many links they have."""
    document, original = DocumentRow.__table__, OriginalRow.__table__
    listed = func.json_each(bindparam("ids")).table_valued("value")
    links, row = LinkRow.__table__.c, document.c
    linked = select(func.count(links.id)).where(links.document_id == row.id).scalar_subquery()
    said, came = (row[name] for name in DESCRIPTION), (original.c[name] for name in ORIGINAL)
    counted = row.page_count, row.waiting_count, row.trouble, row.imported, linked, row.confirmed
    return (
        select(row.id, row.uuid, *said, *came, *counted)
        .select_from(listed)
        .join(document, row.id == listed.c.value)
        .join(original, original.c.id == row.original_id)
    )


# Made once: to make them for each question took longer than to answer it.
_RECORDS, _SEEN = Question(_query()), Question(_query().where(seen_at_level()))

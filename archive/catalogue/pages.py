"""Pages with the text that counts now: of whole documents, or at single places."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, and_, bindparam, func, select
from sqlalchemy.orm import Session

from archive.catalogue.visibility import seen_at, seen_at_level
from archive.records import Access, Page, PageState
from archive.storage.questions import Question
from archive.storage.tables import DocumentRow, PageRow, PageTextRow

TOGETHER = 5000  # places asked for in one query
STATES = {state.value: state for state in PageState}
PAGES, TEXTS, DOCUMENTS = PageRow.__table__, PageTextRow.__table__, DocumentRow.__table__


def of_documents(session: Session, documents: Sequence[int]) -> dict[int, tuple[Page, ...]]:
    """All pages of these documents, in order."""
    found: dict[int, list[Page]] = {document: [] for document in documents}
    session.flush()  # statements of bare columns do not do it by themselves
    for row in session.execute(_OF_DOCUMENTS, {"documents": list(documents)}).all():
        found[row[0]].append(_record(row))
    return {document: tuple(pages) for document, pages in found.items()}


def at(
    connection: sqlite3.Connection, places: Sequence[tuple[int, int]], level: Access
) -> dict[tuple[int, int], Page]:
    """The pages at these places (document, number) that the reader may see."""
    found: dict[tuple[int, int], Page] = {}
    for start in range(0, len(places), TOGETHER):
        asked = json.dumps(places[start : start + TOGETHER])
        for row in _AT.rows(connection, places=asked, level=int(level)):
            found[row[0], row[1]] = _record(row)
    return found


def counts(session: Session, documents: Sequence[int], level: Access) -> dict[int, int]:
    """How many pages each document has that the reader may see."""
    listed = func.json_each(json.dumps(list(documents))).table_valued("value")
    found = select(DocumentRow.id, DocumentRow.page_count).join(
        listed, DocumentRow.id == listed.c.value
    )
    rows = session.execute(found.where(seen_at(level)))
    return {row.id: row.page_count for row in rows}


def _query() -> Select[*tuple[Any, ...]]:
    """Pages with the text that counts, as bare columns."""
    page, text = PAGES.c, TEXTS.c
    current = and_(
        text.document_id == page.document_id,
        text.number == page.number,
        text.version == page.version,
    )
    columns = page.document_id, page.number, page.label, page.state, page.version
    read = text.text, text.source, text.confidence
    return select(*columns, *read).select_from(PAGES.outerjoin(TEXTS, current))


def _query_at() -> Select[*tuple[Any, ...]]:
    """The pages at `places` (JSON) that may be seen at `level`."""
    page = PAGES.c
    listed = func.json_each(bindparam("places")).table_valued("value")
    document, number = (func.json_extract(listed.c.value, part) for part in ("$[0]", "$[1]"))
    here = and_(page.document_id == document, page.number == number)
    seen = and_(DOCUMENTS.c.id == page.document_id, seen_at_level())
    return _query().join(listed, here).join(DOCUMENTS, seen)


def _query_of_documents() -> Select[*tuple[Any, ...]]:
    """All pages of `documents`, in order."""
    chosen = PAGES.c.document_id.in_(bindparam("documents", expanding=True))
    return _query().where(chosen).order_by(PAGES.c.document_id, PAGES.c.number)


def _record(row: Sequence[Any]) -> Page:
    document, number, label, state, version, text, source, confidence = row
    read = text or "", version, source or "", confidence
    return Page(document, number, label, STATES[state], *read)


# Made once: to make them for each question took longer than to answer it.
_AT, _OF_DOCUMENTS = Question(_query_at()), _query_of_documents()

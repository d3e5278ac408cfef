"""Pages with the text that counts now: of whole documents, or at single places."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, Select, and_, func, select
from sqlalchemy.orm import Session

from archive.catalogue.visibility import seen_at
from archive.records import Access, Page, PageState
from archive.storage.tables import DocumentRow, PageRow, PageTextRow

TOGETHER = 5000  # places asked for in one query


def of_documents(session: Session, documents: Sequence[int]) -> dict[int, tuple[Page, ...]]:
    """All pages of these documents, in order."""
    found: dict[int, list[Page]] = {document: [] for document in documents}
    chosen = _query().where(PageRow.document_id.in_(documents))
    for row in session.execute(chosen.order_by(PageRow.document_id, PageRow.number)):
        found[row.document_id].append(_record(row))
    return {document: tuple(pages) for document, pages in found.items()}


def at(
    session: Session, places: Sequence[tuple[int, int]], level: Access
) -> dict[tuple[int, int], Page]:
    """The pages at these places (document, number) that the reader may see."""
    found: dict[tuple[int, int], Page] = {}
    for start in range(0, len(places), TOGETHER):
        for row in session.execute(_query_at(places[start : start + TOGETHER], level)):
            found[row.document_id, row.number] = _record(row)
    return found


def counts(session: Session, documents: Sequence[int], level: Access) -> dict[int, int]:
    """How many pages each document has that the reader may see."""
    listed = func.json_each(json.dumps(list(documents))).table_valued("value")
    found = select(DocumentRow.id, DocumentRow.page_count).join(
        listed, DocumentRow.id == listed.c.value
    )
    rows = session.execute(found.where(seen_at(level)))
    return {row.id: row.page_count for row in rows}


def _query_at(places: Sequence[tuple[int, int]], level: Access) -> Select[*tuple[Any, ...]]:
    # As one JSON value: the statement stays the same, and need not be compiled for each question.
    listed = func.json_each(json.dumps(places)).table_valued("value")
    document, number = (func.json_extract(listed.c.value, part) for part in ("$[0]", "$[1]"))
    here = and_(PageRow.document_id == document, PageRow.number == number)
    return (
        _query()
        .join(listed, here)
        .join(DocumentRow, DocumentRow.id == PageRow.document_id)
        .where(seen_at(level))
    )


def _query() -> Select[*tuple[Any, ...]]:
    page, text = PageRow, PageTextRow
    current = and_(
        text.document_id == page.document_id,
        text.number == page.number,
        text.version == page.version,
    )
    columns = page.document_id, page.number, page.label, page.state, page.version
    read = text.text, text.source, text.confidence
    return select(*columns, *read).select_from(page).outerjoin(text, current)


def _record(row: Row[*tuple[Any, ...]]) -> Page:
    document, number, label, state, version, text, source, confidence = row
    read = text or "", version, source or "", confidence
    return Page(document, number, label, PageState(state), *read)

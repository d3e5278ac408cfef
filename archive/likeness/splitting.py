"""One scan that holds several papers becomes several documents; its file stays as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from archive.archive import Archive
from archive.catalogue import assembling, document_table, trashing
from archive.catalogue.names import required
from archive.catalogue.requoting import anchor_again
from archive.catalogue.visibility import visible_document
from archive.records import Document
from archive.records.likeness import LikenessKind, PageSpan
from archive.rules import refuse
from archive.storage.base import new_uuid
from archive.storage.database import Transaction
from archive.storage.foundation import now
from archive.storage.tables import DocumentFileRow, DocumentRow, FindingRow, LinkRow, PageRow

INHERITED = (
    *("kind", "date", "date_earliest", "date_latest", "creator", "language", "note", "access"),
    *("copy_status", "classification", "location", "keywords", "first_year", "last_year"),
    *("imported", "trouble"),
)
NOT_COPIED = frozenset({"id", "uuid"})


def split(archive: Archive, document: int, spans: Sequence[PageSpan]) -> tuple[Document, ...]:
    """Make each span a document of its own, to be described; a page may be in two of them.

    What was taken from the pages goes with them, and a link of the whole to each. Undoing the deed
    brings the document back. Raises `NotFound`; `Invalid`: pages, parts, title.
    """
    with archive._database.writing(archive.announce) as writing:
        source = visible_document(writing.session, document, archive.access)
        _check(spans, source.page_count)
        parts = [_part(writing.session, source, span) for span in spans]
        _share_out(writing, source.id, list(zip(spans, parts, strict=True)))
        trashing.put_away(writing, source)
        for part in parts:
            trashing.tell_of(writing, part.id)
        return document_table.records(writing.session, [part.id for part in parts])


def _check(spans: Sequence[PageSpan], count: int) -> None:
    if len(spans) < 2:
        raise refuse("parts", "too_few")
    for span in spans:
        if span.first < 1:
            raise refuse("pages", "below_one", span.first)
        if span.last < span.first:
            raise refuse("pages", "order", f"{span.first}..{span.last}")
        if span.last > count:
            raise refuse("pages", "beyond_end", count)
    covered = {number for span in spans for number in range(span.first, span.last + 1)}
    if left_out := sorted(set(range(1, count + 1)) - covered):
        raise refuse("pages", "left_out", ", ".join(map(str, left_out)))


def _part(session: Session, source: DocumentRow, span: PageSpan) -> DocumentRow:
    first = session.get_one(PageRow, (source.id, span.first))
    inherited = {name: getattr(source, name) for name in INHERITED}
    title = required("title", span.title)
    part = DocumentRow(**inherited, title=title, original_id=first.original_id)
    session.add(part)
    session.flush()
    assembling.copy_pages(session, source.id, (span.first, span.last), part.id, 1)
    assembling.recount(session, part.id)
    session.add_all(_files(session, source.id, part))
    row = assembling.joining(session, source.id, part.id)
    row.kind, row.decision = LikenessKind.PART.value, assembling.JOINED
    return part


def _files(session: Session, source: int, part: DocumentRow) -> Iterator[DocumentFileRow]:
    """The further files of the whole that pages of this part come from."""
    mine = select(PageRow.original_id).where(PageRow.document_id == part.id).distinct()
    roles = select(DocumentFileRow.original_id, DocumentFileRow.role).filter_by(document_id=source)
    known = {row.original_id: row.role for row in session.execute(roles)}
    for original in session.scalars(mine).all():
        if original != part.original_id:
            role = known.get(original, "part")
            ids = {"document_id": part.id, "original_id": original}
            yield DocumentFileRow(**ids, role=role, added=now())


def _share_out(
    writing: Transaction, source: int, parts: Sequence[tuple[PageSpan, DocumentRow]]
) -> None:
    session = writing.session
    for link in session.scalars(select(LinkRow).filter_by(document_id=source)).all():
        first, *more = [(span, part) for span, part in parts if _touches(link, span)]
        copies = [_copied(link) for _each in more] if not link.quote else []
        for row, (span, part) in zip((link, *copies), (first, *more), strict=False):
            _put_on(row, span, part.id)
            session.add(row)
    for finding in session.scalars(select(FindingRow).filter_by(document_id=source)).all():
        span, part = next(each for each in parts if _touches(finding, each[0]))
        _put_on(finding, span, part.id)
    session.flush()
    for _span, part in parts:
        for number in assembling.quoted_pages(session, part.id):
            anchor_again(writing, part.id, number)


def _touches(row: Any, span: PageSpan) -> bool:
    return bool(row.first_page <= span.last and row.last_page >= span.first)


def _put_on(row: Any, span: PageSpan, part: int) -> None:
    first, last = max(row.first_page, span.first), min(row.last_page, span.last)
    row.document_id = part
    row.first_page, row.last_page = first - span.first + 1, last - span.first + 1


def _copied(link: LinkRow) -> LinkRow:
    names = (column.key for column in inspect(LinkRow).columns if column.key not in NOT_COPIED)
    return LinkRow(**{name: getattr(link, name) for name in names}, uuid=new_uuid())

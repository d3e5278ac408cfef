"""Two files of one document become it: as parts in order, or the better one in place of the other.

Both originals stay. What was taken from the pages – links, findings, their quotes – goes with them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz
from sqlalchemy import select
from sqlalchemy.orm import Session

from archive.archive import Archive
from archive.catalogue import assembling, document_table, pages, trashing
from archive.catalogue.requoting import QUOTING, anchor_again
from archive.catalogue.visibility import visible_document
from archive.records import Document, Page
from archive.records.likeness import FileRole, LikenessKind
from archive.rules import refuse
from archive.storage.database import Transaction
from archive.storage.foundation import now
from archive.storage.tables import DocumentFileRow, DocumentRow
from archive.text import find_quote, fold

SAME_PAGE = 60.0  # of 100: so like its old text is the page of a better scan


def join(archive: Archive, keep: int, other: int, role: FileRole) -> Document:
    """Make `other` a part of `keep`, behind its pages, or show its pages in place of those.

    `other` is a document no more; undoing the deed brings it back whole. Access is that of the
    stricter one. Raises `NotFound`; `Invalid("joined", ...)`.
    """
    with archive._database.writing(archive.announce) as writing:
        kept, gone = (
            visible_document(writing.session, each, archive.access) for each in (keep, other)
        )
        _join(writing, kept, gone, FileRole(role))
        return document_table.records(writing.session, (keep,))[0]


def join_in_order(archive: Archive, documents: Sequence[int], title: str = "") -> Document:
    """Several files as one document, in this order, under the first; one deed. As `join` raises."""
    first, *others = dict.fromkeys(documents)
    with archive._database.writing(archive.announce) as writing:
        kept = visible_document(writing.session, first, archive.access)
        for other in others:
            gone = visible_document(writing.session, other, archive.access)
            _join(writing, kept, gone, FileRole.PART)
        kept.title = title.strip() or kept.title
        return document_table.records(writing.session, (first,))[0]


def by_name(files: Mapping[int, str]) -> list[int]:
    """Documents in the order of their files' names, with numbers as numbers: 2 before 10."""

    def key(document: int) -> list[tuple[bool, int, str]]:
        parts = re.split(r"(\d+)", fold(files[document]))
        return [
            (not part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in parts
        ]

    return sorted(files, key=key)


def _join(writing: Transaction, kept: DocumentRow, gone: DocumentRow, role: FileRole) -> None:
    session = writing.session
    _check(kept, gone)
    if role is FileRole.PART:
        shift = kept.page_count
        assembling.copy_pages(session, gone.id, (1, gone.page_count), kept.id, shift + 1)
    else:
        shift = 0
        _replace(writing, kept, gone)
    _move(session, gone.id, kept.id, shift)
    _write_down(session, kept, gone, role)
    trashing.put_away(writing, gone)
    for row in (kept, gone):
        assembling.recount(session, row.id)
    _settle(writing, kept.id)


def _check(kept: DocumentRow, gone: DocumentRow) -> None:
    if kept.id == gone.id:
        raise refuse("joined", "same")
    for row in (kept, gone):
        if not row.page_count:  # also what is locked: its pages could not be read afterwards
            raise refuse("joined", "no_pages", row.title)


def _write_down(session: Session, kept: DocumentRow, gone: DocumentRow, role: FileRole) -> None:
    kept.access = max(kept.access, gone.access)
    row = assembling.joining(session, kept.id, gone.id)
    part = role is FileRole.PART
    row.kind = (LikenessKind.PART if part else LikenessKind.NEAR).value
    row.decision = assembling.JOINED
    ids = {"document_id": kept.id, "original_id": gone.original_id}
    known = session.scalar(select(DocumentFileRow).filter_by(**ids))
    if known is None and kept.original_id != gone.original_id:
        session.add(DocumentFileRow(**ids, role=role.value, added=now()))


def _move(session: Session, source: int, target: int, shift: int) -> None:
    """What was taken from one document's pages is taken from the same pages of the other."""
    session.flush()
    for _kind, table in QUOTING:
        for row in session.scalars(select(table).where(table.document_id == source)).all():
            row.document_id = target
            row.first_page, row.last_page = row.first_page + shift, row.last_page + shift
    session.flush()


def _replace(writing: Transaction, kept: DocumentRow, gone: DocumentRow) -> None:
    """The pages of the better file are shown; what stands on the old ones finds its new page."""
    session = writing.session
    found = pages.of_documents(session, (kept.id, gone.id))
    old, new = found[kept.id], found[gone.id]
    if len(old) != len(new):
        _find_pages(session, kept.id, Matching(old, new))
    assembling.exchange(session, kept.id, gone.id)


def _find_pages(session: Session, document: int, matching: Matching) -> None:
    for _kind, table in QUOTING:
        for row in session.scalars(select(table).where(table.document_id == document)).all():
            first, last = matching.span(row.first_page, row.last_page, row.quote)
            row.first_page, row.last_page = first, last
    session.flush()


def _settle(writing: Transaction, document: int) -> None:
    for number in assembling.quoted_pages(writing.session, document):
        anchor_again(writing, document, number)
    trashing.tell_of(writing, document)


class Matching:
    """Which page of a new scan is which of the old one, where they have not the same number."""

    def __init__(self, old: Sequence[Page], new: Sequence[Page]) -> None:
        self._old: Mapping[int, Page] = {page.number: page for page in old}
        self._new = new

    def span(self, first: int, last: int, quote: str) -> tuple[int, int]:
        """The pages where a quote stands now, or those most like the old ones."""
        if (first, last) == (1, len(self._old)):
            return 1, len(self._new)  # the whole stays the whole
        for page in self._new:
            if quote and find_quote(quote, page.text):
                return page.number, page.number
        start = self.page(first)
        return start, max(start, self.page(last))

    def page(self, number: int) -> int:
        """The new page that is most like an old one; else the one with its number."""
        wanted = fold(self._old[number].text) if number in self._old else ""
        scores = {page.number: fuzz.token_set_ratio(wanted, fold(page.text)) for page in self._new}
        best = max(scores, key=lambda each: (scores[each], -abs(each - number)))
        near = min(number, len(self._new))
        return best if wanted and scores[best] >= SAME_PAGE else near

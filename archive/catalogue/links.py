"""Links: pages of a document, and the words on them, as evidence for what the catalogue says."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from sqlalchemy import select
from sqlalchemy.orm import Session

from archive.catalogue import evidence, pages
from archive.catalogue.evidence import COLUMNS, record
from archive.catalogue.names import block
from archive.catalogue.noun import Noun, fetch
from archive.catalogue.visibility import visible_document
from archive.changes import Kind
from archive.errors import NotFound
from archive.records import Access, Evidence, Link, LinkDraft, Page, Target
from archive.rules import refuse
from archive.storage.database import Transaction
from archive.storage.tables import AgreementRow, LinkRow, PartnershipRow, ProgramRow
from archive.text import find_quote

TARGETS = {
    Target.PARTNERSHIP: PartnershipRow,
    Target.AGREEMENT: AgreementRow,
    Target.PROGRAM: ProgramRow,
}
BREAK = "\n"  # between two pages, so that a word hyphenated over the break is joined like any other


class Links(Noun):
    """All links from documents the reader may see."""

    def get(self, link: int) -> Link:
        """One link. Raises `NotFound`."""
        with self._reading() as session:
            return record(_row(session, link, self._access))

    def add(self, draft: LinkDraft) -> Link:
        """Enter a link. Raises `NotFound` (document, target); `Invalid`: pages, years, quote."""
        with self._writing() as writing:
            row = LinkRow()
            _fill(writing.session, row, draft, self._access)
            writing.session.add(row)
            return _saved(writing, row)

    def change(self, link: int, draft: LinkDraft) -> Link:
        """Save new values. Raises as `add` does."""
        with self._writing() as writing:
            row = _row(writing.session, link, self._access)
            _fill(writing.session, row, draft, self._access)
            return _saved(writing, row)

    def remove(self, link: int) -> None:
        """Take a link out. Raises `NotFound`."""
        with self._writing() as writing:
            writing.session.delete(_row(writing.session, link, self._access))
            writing.touch(Kind.LINK, link)

    def of_document(self, document: int) -> tuple[Link, ...]:
        """The links from a document, by page. Raises `NotFound`."""
        with self._reading() as session:
            visible_document(session, document, self._access)
            chosen = select(LinkRow).filter_by(document_id=document)
            rows = session.scalars(chosen.order_by(LinkRow.first_page, LinkRow.id))
            return tuple(map(record, rows))

    def evidence(self, target: Target, item: int) -> tuple[Evidence, ...]:
        """What is linked to one partnership, agreement or program itself, in the order of time."""
        with self._reading() as session:
            return evidence.of_target(session, target, item, self._access)


def _row(session: Session, link: int, level: Access) -> LinkRow:
    row = fetch(session, LinkRow, Kind.LINK, link)
    try:
        visible_document(session, row.document_id, level)
    except NotFound:
        raise NotFound(Kind.LINK.value, str(link)) from None
    return row


def _fill(session: Session, row: LinkRow, draft: LinkDraft, level: Access) -> None:
    document = visible_document(session, draft.document, level)
    _check_pages(draft, document.page_count)
    _check_years(draft)
    _aim(session, row, draft)
    row.document_id, row.note = draft.document, block(draft.note)
    row.first_page, row.last_page = draft.first_page, draft.last_page
    row.first_year, row.last_year = draft.first_year, draft.last_year
    row.quote, row.anchor = _anchored(session, draft)


def _check_pages(draft: LinkDraft, count: int) -> None:
    if draft.first_page < 1:
        raise refuse("pages", "below_one", draft.first_page)
    if draft.last_page < draft.first_page:
        raise refuse("pages", "order", f"{draft.first_page}..{draft.last_page}")
    if draft.last_page > count:
        raise refuse("pages", "beyond_end", count)


def _check_years(draft: LinkDraft) -> None:
    first, last = draft.first_year, draft.last_year
    if first is None or last is None:
        if first is not last:
            raise refuse("years", "half", first or last)
        return
    if not (1000 <= first <= 9999 and 1000 <= last <= 9999):
        raise refuse("years", "not_a_year", f"{first}..{last}")
    if last < first:
        raise refuse("years", "order", f"{first}..{last}")


def _aim(session: Session, row: LinkRow, draft: LinkDraft) -> None:
    """Point the link at its one target, which must be there."""
    fetch(session, TARGETS[draft.target], Kind(draft.target.value), draft.target_id)
    for target in COLUMNS:
        value = draft.target_id if target is draft.target else None
        setattr(row, f"{target.value}_id", value)


def _anchored(session: Session, draft: LinkDraft) -> tuple[str, dict[str, int] | None]:
    """The quote and where it stands. Raises `Invalid("quote", ...)` when it does not."""
    quote = block(draft.quote)
    if not quote:
        return "", None
    linked = _linked(session, draft)
    if not any(page.text for page in linked):
        raise refuse("quote", "no_text", quote)
    found = find_quote(quote, BREAK.join(page.text for page in linked))
    if found is None:
        raise refuse("quote", "not_on_pages", quote)
    return quote, _anchor(linked, *found)


def _linked(session: Session, draft: LinkDraft) -> Sequence[Page]:
    numbers = range(draft.first_page, draft.last_page + 1)
    found = pages.at(session, [(draft.document, number) for number in numbers], max(Access))
    return [
        found[draft.document, number] for number in numbers if (draft.document, number) in found
    ]


def _anchor(linked: Sequence[Page], start: int, end: int) -> dict[str, int]:
    """The place of a quote, its offsets counted on the pages where it begins and ends."""
    lengths = (len(page.text) + len(BREAK) for page in linked)
    begins = list(accumulate(lengths, initial=0))[: len(linked)]
    first = max(at for at, begin in enumerate(begins) if begin <= start)
    last = max(at for at, begin in enumerate(begins) if begin < max(end, start + 1))
    return {
        "page": linked[first].number,
        "version": linked[first].version,
        "start": start - begins[first],
        "end_page": linked[last].number,
        "end_version": linked[last].version,
        "end": end - begins[last],
    }


def _saved(writing: Transaction, row: LinkRow) -> Link:
    writing.session.flush()
    writing.touch(Kind.LINK, row.id)
    return record(row)

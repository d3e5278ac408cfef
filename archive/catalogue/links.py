"""Links: pages of a document, and the words on them, as evidence for what the catalogue says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from archive.catalogue import evidence
from archive.catalogue.evidence import COLUMNS, record
from archive.catalogue.names import block
from archive.catalogue.noun import Noun, fetch
from archive.catalogue.quotes import anchored, check_pages, check_years
from archive.catalogue.visibility import seen_at, visible_document
from archive.changes import Kind
from archive.errors import NotFound
from archive.progress import Progress, Step
from archive.records import Access, Evidence, Link, LinkDraft, ManyDone, Target
from archive.storage.database import Transaction
from archive.storage.tables import (
    ActivityRow,
    AgreementRow,
    DocumentRow,
    LinkRow,
    PartnershipRow,
    ProgramRow,
)

TOGETHER = 500  # links entered at a time

TARGETS = {
    Target.PARTNERSHIP: PartnershipRow,
    Target.AGREEMENT: AgreementRow,
    Target.PROGRAM: ProgramRow,
    Target.ACTIVITY: ActivityRow,
}


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

    def add_many(self, drafts: Sequence[LinkDraft], progress: Progress | None = None) -> ManyDone:
        """Enter many links in one deed; what is linked just so already is not linked twice.

        Documents not to be seen are left out. Raises as `add` does, and `Cancelled`; nothing has
        changed then.
        """
        told, done = progress or Progress(), ManyDone()
        held: dict[int, DocumentRow] = {}  # else each is fetched again to say what was linked
        with self._writing() as writing:
            for start in range(0, len(drafts), TOGETHER):
                some = drafts[start : start + TOGETHER]
                counts = _enter(writing, some, self._access, held)
                done = ManyDone(*map(sum, zip(astuple(done), counts, strict=True)))
                told.report(Step(min(start + TOGETHER, len(drafts)), len(drafts)))
        return done

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


def _enter(
    writing: Transaction,
    drafts: Sequence[LinkDraft],
    level: Access,
    held: dict[int, DocumentRow],
) -> tuple[int, int, int]:
    """Enter some of many: how many are new, there already, not to be seen."""
    session, ids = writing.session, {draft.document for draft in drafts}
    seen = select(DocumentRow).where(DocumentRow.id.in_(ids), seen_at(level))
    rows = {row.id: row for row in session.scalars(seen)}
    held |= rows
    there = select(LinkRow).where(LinkRow.document_id.in_(ids))
    known = {_saying(record(row)) for row in session.scalars(there)}
    new: list[LinkRow] = []
    for draft in drafts:
        if draft.document in rows and _saying(draft) not in known:
            known.add(_saying(draft))
            new.append(LinkRow())
            _fill(session, new[-1], draft, level)
    session.add_all(new)
    session.flush()
    for row in new:
        writing.touch(Kind.LINK, row.id)
    out = sum(draft.document not in rows for draft in drafts)
    return len(new), len(drafts) - len(new) - out, out


def _saying(link: Link | LinkDraft) -> tuple[object, ...]:
    """What a link says, but for its note: another that says the same is not needed."""
    pages, years = (link.first_page, link.last_page), (link.first_year, link.last_year)
    return link.document, link.target, link.target_id, pages, years, block(link.quote)


def _row(session: Session, link: int, level: Access) -> LinkRow:
    row = fetch(session, LinkRow, Kind.LINK, link)
    try:
        visible_document(session, row.document_id, level)
    except NotFound:
        raise NotFound(Kind.LINK.value, str(link)) from None
    return row


def _fill(session: Session, row: LinkRow, draft: LinkDraft, level: Access) -> None:
    document = visible_document(session, draft.document, level)
    check_pages(draft, document.page_count)
    check_years(draft.first_year, draft.last_year)
    _aim(session, row, draft)
    row.document_id, row.note = draft.document, block(draft.note)
    row.first_page, row.last_page = draft.first_page, draft.last_page
    row.first_year, row.last_year = draft.first_year, draft.last_year
    row.quote, row.anchor = anchored(session, draft)
    row.astray = False


def _aim(session: Session, row: LinkRow, draft: LinkDraft) -> None:
    """Point the link at its one target, which must be there."""
    fetch(session, TARGETS[draft.target], Kind(draft.target.value), draft.target_id)
    for target in COLUMNS:
        value = draft.target_id if target is draft.target else None
        setattr(row, f"{target.value}_id", value)


def _saved(writing: Transaction, row: LinkRow) -> Link:
    writing.session.flush()
    writing.touch(Kind.LINK, row.id)
    return record(row)

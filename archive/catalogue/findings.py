"""Findings: what sources say of a cooperation, each with document, page and quote.

Statements that contradict each other stand side by side: nothing is merged.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, select
from sqlalchemy.orm import Session, aliased

from archive.catalogue.columns import in_vocabulary, optional
from archive.catalogue.names import block, line, required
from archive.catalogue.noun import Noun, fetch
from archive.catalogue.quotes import anchored, check_pages, check_years
from archive.catalogue.removing import take_out
from archive.catalogue.visibility import seen_at, visible_document
from archive.catalogue.wording import allowed
from archive.changes import Kind
from archive.errors import NotFound
from archive.records import Access, Finding, FindingDraft, Source
from archive.records.findings import DETERMINANT, UNNUMBERED
from archive.rules import refuse
from archive.storage.database import Transaction
from archive.storage.tables import DocumentRow, FindingRow, PageRow, PartnershipRow, ProgramRow
from archive.vocabulary import codes, terms

VOCABULARIES = {
    "theme": "finding_themes",
    "field": "fields",
    "polarity": "polarities",
    "side": "sides",
    "follow_up": "follow_ups",
}
PLAIN = (
    *("partnership", "kind", "statement", "program", "number", "value", "theme", "field"),
    *("polarity", "side", "addressee", "follow_up", "framework", "empty"),
    *("first_year", "last_year", "note"),
)
FIRST, LAST = aliased(PageRow), aliased(PageRow)


class Findings(Noun):
    """All findings from documents the reader may see."""

    def of(self, partnership: int) -> tuple[Finding, ...]:
        """A partnership's findings, numbered ones in their order. Raises `NotFound`."""
        with self._reading() as session:
            fetch(session, PartnershipRow, Kind.PARTNERSHIP, partnership)
            return of_partnership(session, partnership, self._access)

    def of_document(self, document: int) -> tuple[Finding, ...]:
        """The findings a document holds, by page. Raises `NotFound`."""
        with self._reading() as session:
            visible_document(session, document, self._access)
            found = _found(session, FindingRow.document_id == document, self._access)
            return tuple(sorted(found, key=lambda each: (each.values.source.first_page, each.id)))

    def get(self, finding: int) -> Finding:
        """One finding. Raises `NotFound`, also where its source lies above the reader's level."""
        with self._reading() as session:
            return _one(session, finding, self._access)

    def add(self, draft: FindingDraft) -> Finding:
        """File a finding. Raises `NotFound`; `Invalid` names the field that is refused."""
        with self._writing() as writing:
            row = FindingRow()
            _fill(writing.session, row, draft, self._access)
            writing.session.add(row)
            return self._saved(writing, row)

    def change(self, finding: int, draft: FindingDraft) -> Finding:
        """Save new values. Raises as `add` does."""
        with self._writing() as writing:
            _one(writing.session, finding, self._access)
            row = fetch(writing.session, FindingRow, Kind.FINDING, finding)
            _fill(writing.session, row, draft, self._access)
            return self._saved(writing, row)

    def remove(self, finding: int) -> None:
        """Put a finding into the trash. Raises `NotFound`."""
        with self._writing() as writing:
            _one(writing.session, finding, self._access)
            take_out(writing, Kind.FINDING, finding, self._access)

    def _saved(self, writing: Transaction, row: FindingRow) -> Finding:
        writing.session.flush()
        writing.touch(Kind.FINDING, row.id)
        return _one(writing.session, row.id, self._access)


def of_partnership(session: Session, partnership: int, level: Access) -> tuple[Finding, ...]:
    """A partnership's findings in the order of the vocabulary of kinds, numbered ones in order."""
    order = {code: place for place, code in enumerate(codes_in_order())}
    found = _found(session, FindingRow.partnership_id == partnership, level)
    return tuple(
        sorted(
            found,
            key=lambda each: (order[each.values.kind], each.values.number or 1 << 30, each.id),
        )
    )


def codes_in_order() -> tuple[str, ...]:
    """The kinds of findings as their vocabulary has them."""
    return tuple(term.code for term in terms("finding_kinds"))


def _one(session: Session, finding: int, level: Access) -> Finding:
    found = _found(session, FindingRow.id == finding, level)
    if not found:
        raise NotFound(Kind.FINDING.value, str(finding))
    return found[0]


def _found(session: Session, condition: ColumnElement[bool], level: Access) -> list[Finding]:
    rows = session.execute(_query().where(condition, seen_at(level)))
    return [_record(*row) for row in rows]


def _query() -> Select[*tuple[Any, ...]]:
    here = FindingRow.document_id
    return (
        select(FindingRow, DocumentRow.title, DocumentRow.reference_code, FIRST.label, LAST.label)
        .join(DocumentRow, DocumentRow.id == here)
        .outerjoin(FIRST, and_(FIRST.document_id == here, FIRST.number == FindingRow.first_page))
        .outerjoin(LAST, and_(LAST.document_id == here, LAST.number == FindingRow.last_page))
    )


def _record(row: FindingRow, title: str, code: str, first: str | None, last: str | None) -> Finding:
    values = {name: getattr(row, _column(name)) for name in PLAIN}
    source = Source(row.document_id, row.first_page, row.last_page, row.quote)
    draft = FindingDraft(source=source, **values)
    return Finding(row.id, row.uuid, draft, title, code, first or "", last or "")


def _column(name: str) -> str:
    return f"{name}_id" if name in ("partnership", "program") else name


def _fill(session: Session, row: FindingRow, draft: FindingDraft, level: Access) -> None:
    _place(session, row, draft)
    row.kind = in_vocabulary(draft.kind, codes("finding_kinds"))
    row.value = _verdict(draft)
    for name, vocabulary in VOCABULARIES.items():
        setattr(row, name, optional(getattr(draft, name), allowed(session, vocabulary), name))
    row.addressee, row.framework = line(draft.addressee), line(draft.framework)
    row.note, row.number, row.empty = block(draft.note), draft.number, draft.empty
    _check_list(draft)
    check_years(draft.first_year, draft.last_year)
    row.first_year, row.last_year = draft.first_year, draft.last_year
    row.statement = _statement(draft)
    _stand(session, row, draft.source, level)


def _place(session: Session, row: FindingRow, draft: FindingDraft) -> None:
    fetch(session, PartnershipRow, Kind.PARTNERSHIP, draft.partnership)
    if draft.program is not None:
        program = fetch(session, ProgramRow, Kind.PROGRAM, draft.program)
        if program.partnership_id != draft.partnership:
            raise refuse("program", "other_partnership", program.name)
    row.partnership_id, row.program_id = draft.partnership, draft.program


def _verdict(draft: FindingDraft) -> str:
    if draft.value and draft.kind != "verdict":
        raise refuse("value", "superfluous", draft.value)
    return optional(draft.value, codes("verdicts"), "value")


def _check_list(draft: FindingDraft) -> None:
    """Numbers where order matters; a framework where it follows somebody's list of factors."""
    if draft.number is not None and draft.kind in UNNUMBERED:
        raise refuse("number", "superfluous", draft.number)
    if draft.number is not None and draft.number < 1:
        raise refuse("number", "below_one", draft.number)
    if draft.framework.strip() and draft.kind != DETERMINANT:
        raise refuse("framework", "superfluous", draft.framework)


def _statement(draft: FindingDraft) -> str:
    """What is found; only what a source leaves empty has none."""
    if draft.empty:
        if draft.statement.strip():
            raise refuse("statement", "superfluous", draft.statement)
        return ""
    words = block(draft.statement) or block(draft.source.quote)
    return words if words else required("statement", "")


def _stand(session: Session, row: FindingRow, source: Source, level: Access) -> None:
    document = visible_document(session, source.document, level)
    check_pages(source, document.page_count)
    row.document_id = source.document
    row.first_page, row.last_page = source.first_page, source.last_page
    row.quote, row.anchor = anchored(session, source)
    row.astray = False

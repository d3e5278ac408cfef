"""Links as a reader sees them: with the document's name and code, and the printed page labels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from archive.catalogue.visibility import above, seen_at, trashed_at
from archive.changes import Kind
from archive.errors import InUse
from archive.records import Access, Evidence, LeftOut, Link, Target
from archive.storage.tables import (
    ActivityRow,
    AgreementRow,
    DocumentRow,
    FindingRow,
    LinkRow,
    OriginalRow,
    PageRow,
    ProgramRow,
)

COLUMNS = {
    Target.PARTNERSHIP: LinkRow.partnership_id,
    Target.AGREEMENT: LinkRow.agreement_id,
    Target.PROGRAM: LinkRow.program_id,
    Target.ACTIVITY: LinkRow.activity_id,
}
FIRST, LAST = aliased(PageRow), aliased(PageRow)


def of_target(session: Session, target: Target, item: int, level: Access) -> tuple[Evidence, ...]:
    """The evidence linked to one partnership, agreement or program itself."""
    return _evidence(session, COLUMNS[target] == item, level)


def of_partnership(
    session: Session, partnership: int, years: tuple[int, int] | None, level: Access
) -> tuple[Evidence, ...]:
    """All evidence for a partnership, its agreements and its programs, in the order of time."""
    return _evidence(session, _of_all(partnership, years), level)


def left_out(
    session: Session,
    partnership: int,
    years: tuple[int, int] | None,
    level: Access,
    programs: Sequence[int] | None = None,
) -> LeftOut:
    """How many links and findings a reader of this level is not shown: a print tells the number."""
    linked, found = _of_all(partnership, years), FindingRow.partnership_id == partnership
    if programs is not None:
        linked = and_(linked, _of_programs(programs))
        found = and_(found, FindingRow.program_id.in_(programs))
    if years:
        found = and_(found, _within(FindingRow, years))
    links = select(func.count(LinkRow.id)).join(DocumentRow, _IS_SOURCE).where(linked)
    source = DocumentRow.id == FindingRow.document_id
    findings = select(func.count(FindingRow.id)).join(DocumentRow, source).where(found)

    def counted(condition: ColumnElement[bool]) -> int:
        return sum(session.scalar(each.where(condition)) or 0 for each in (links, findings))

    return LeftOut(counted(above(level)), counted(trashed_at(level)))


def count(session: Session, condition: ColumnElement[bool], level: Access) -> int:
    """How many links meet a condition, of those the reader may see."""
    counted = select(func.count(LinkRow.id)).join(DocumentRow, _IS_SOURCE)
    return session.scalar(counted.where(condition, seen_at(level))) or 0


def free(
    session: Session, linked: ColumnElement[bool], level: Access, kind: Kind, name: str
) -> None:
    """Raises `InUse` when links depend on something.

    Its count tells only those the reader may see.
    """
    if session.scalar(select(LinkRow.id).where(linked).limit(1)) is not None:
        raise InUse(kind.value, name, Kind.LINK.value, count(session, linked, level))


def record(row: LinkRow | Row[*tuple[Any, ...]]) -> Link:
    """The record of a row, or of its columns."""
    target, item = next(
        (target, found)
        for target, column in COLUMNS.items()
        if (found := getattr(row, column.key)) is not None
    )
    return Link(
        id=row.id,
        uuid=row.uuid,
        document=row.document_id,
        first_page=row.first_page,
        last_page=row.last_page,
        quote=row.quote,
        target=target,
        target_id=item,
        first_year=row.first_year,
        last_year=row.last_year,
        note=row.note,
    )


_IS_SOURCE = DocumentRow.id == LinkRow.document_id


def _of_all(partnership: int, years: tuple[int, int] | None) -> ColumnElement[bool]:
    """Whether a link is for a partnership, one of its agreements or of its programs."""
    agreements = select(AgreementRow.id).filter_by(partnership_id=partnership)
    programs = select(ProgramRow.id).filter_by(partnership_id=partnership)
    ours = or_(
        LinkRow.partnership_id == partnership,
        LinkRow.agreement_id.in_(agreements),
        _of_programs(programs),
    )
    return and_(ours, _within(LinkRow, years)) if years else ours


def _of_programs(programs: Sequence[int] | Select[int]) -> ColumnElement[bool]:
    """Whether a link is for one of these programs, or for an activity of one."""
    activities = select(ActivityRow.id).where(ActivityRow.program_id.in_(programs))
    return or_(LinkRow.program_id.in_(programs), LinkRow.activity_id.in_(activities))


def _within(table: type[LinkRow] | type[FindingRow], years: tuple[int, int]) -> ColumnElement[bool]:
    overlapping = and_(table.first_year <= years[1], table.last_year >= years[0])
    return or_(table.first_year.is_(None), overlapping)


def _evidence(
    session: Session, condition: ColumnElement[bool], level: Access
) -> tuple[Evidence, ...]:
    return tuple(map(_seen, session.execute(_query().where(condition, seen_at(level)))))


def _query() -> Select[*tuple[Any, ...]]:
    document = DocumentRow
    return (
        select(*LinkRow.__table__.columns)  # thousands: columns come faster than objects
        .add_columns(document.title, document.reference_code, OriginalRow.sha256)
        .add_columns(document.date, document.kind)
        .add_columns(FIRST.label.label("first_label"), LAST.label.label("last_label"))
        .join(DocumentRow, _IS_SOURCE)
        .join(OriginalRow, OriginalRow.id == DocumentRow.original_id)
        .outerjoin(FIRST, _is_page(FIRST, LinkRow.first_page))
        .outerjoin(LAST, _is_page(LAST, LinkRow.last_page))
        .order_by(LinkRow.first_year, DocumentRow.date_earliest, DocumentRow.title)
        .order_by(LinkRow.document_id, LinkRow.first_page, LinkRow.id)
    )


def _is_page(page: type[PageRow], number: InstrumentedAttribute[int]) -> ColumnElement[bool]:
    return and_(page.document_id == LinkRow.document_id, page.number == number)


def _seen(row: Row[*tuple[Any, ...]]) -> Evidence:
    *_link, title, code, sha256, date, kind, first, last = row
    return Evidence(record(row), title, code, sha256, date, kind, first or "", last or "")

"""Agreements: the signed papers of a partnership, and how long they hold."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from archive.catalogue.columns import (
    entries,
    in_order,
    in_vocabulary,
    optional,
    set_date,
    several,
)
from archive.catalogue.names import block, key, line, pick, required
from archive.catalogue.noun import Noun, fetch
from archive.catalogue.register import Registered, arranged
from archive.catalogue.removing import hanging, take_out
from archive.catalogue.standing import standing
from archive.catalogue.wording import allowed
from archive.changes import Kind
from archive.records import Agreement, AgreementDraft, Relation, Signatory, Validity
from archive.rules import refuse
from archive.storage.database import Transaction
from archive.storage.tables import AgreementRow, PartnershipRow, RelationRow
from archive.vocabulary import codes

LONGEST_NOTICE = 120  # months
RELATED = selectinload(AgreementRow.relations)  # one question for the relations of all


class Agreements(Noun):
    """All agreements of all partnerships."""

    def of(self, partnership: int) -> tuple[Agreement, ...]:
        """A partnership's agreements, first signed first. Raises `NotFound`."""
        with self._reading() as session:
            fetch(session, PartnershipRow, Kind.PARTNERSHIP, partnership)
            return of(session, partnership)

    def get(self, agreement: int) -> Agreement:
        """One agreement. Raises `NotFound`."""
        with self._reading() as session:
            return record(_row(session, agreement))

    def find(self, wanted: str) -> Agreement:
        """By id, title or number. Raises `NotFound`, `Ambiguous`."""
        with self._reading() as session:
            rows = session.scalars(select(AgreementRow)).all()
            named = ((row.id, tuple(filter(None, (row.title, row.number)))) for row in rows)
            return record(_row(session, pick(Kind.AGREEMENT.value, wanted, named)))

    def register(self, today: date) -> tuple[Registered, ...]:
        """All agreements with where they stand, those about to end first."""
        with self._reading() as session:
            rows = session.scalars(select(AgreementRow).options(RELATED)).all()
            return arranged(session, map(record, rows), today, self._access)

    def due(self, today: date) -> int:
        """How many agreements are about to end."""
        limited = select(AgreementRow).where(
            AgreementRow.ends_latest >= today.isoformat(), AgreementRow.terminated.is_(None)
        )
        with self._reading() as session:
            rows = session.scalars(limited.options(RELATED)).all()
            return sum(standing(record(row), today) == "expiring" for row in rows)

    def add(self, draft: AgreementDraft) -> Agreement:
        """Enter an agreement. Raises `NotFound`; `Invalid`: title, kind, signed, ends."""
        with self._writing() as writing:
            row = AgreementRow()
            _fill(writing.session, row, draft)
            writing.session.add(row)
            writing.session.flush()
            _relate(writing.session, row, draft)
            return _saved(writing, row)

    def change(self, agreement: int, draft: AgreementDraft) -> Agreement:
        """Save new values. Raises as `add` does."""
        with self._writing() as writing:
            row = _row(writing.session, agreement)
            _stay(row, draft)
            _fill(writing.session, row, draft)
            _relate(writing.session, row, draft)
            return _saved(writing, row)

    def remove(self, agreement: int) -> None:
        """Put an agreement into the trash, with its links and relations. Raises `NotFound`."""
        with self._writing() as writing:
            take_out(writing, Kind.AGREEMENT, agreement, self._access)

    def hanging(self, agreement: int) -> dict[Kind, int]:
        """How many things of each kind would go into the trash with it. Raises `NotFound`."""
        with self._reading() as session:
            return hanging(session, Kind.AGREEMENT, agreement)


def of(session: Session, partnership: int) -> tuple[Agreement, ...]:
    """The agreements of a partnership in the order of their signing, undated ones last."""
    rows = session.scalars(select(AgreementRow).filter_by(partnership_id=partnership)).all()
    return tuple(map(record, sorted(rows, key=_age)))


def record(row: AgreementRow) -> Agreement:
    """The record of a row."""
    return Agreement(
        id=row.id,
        uuid=row.uuid,
        partnership=row.partnership_id,
        kind=row.kind,
        title=row.title,
        number=row.number,
        signed=row.signed,
        place=row.place,
        validity=Validity(row.validity),
        ends=row.ends,
        note=row.note,
        effective=row.effective,
        terminated=row.terminated,
        renewal=row.renewal,
        notice_months=row.notice_months,
        signatories=tuple(Signatory(**each) for each in row.signatories),
        fields=tuple(row.fields),
        relations=tuple(Relation(each.kind, each.other_id) for each in row.relations),
    )


def _age(row: AgreementRow) -> tuple[bool, str, str, int]:
    return row.signed is None, row.signed_earliest or "", key(row.title), row.id


def _row(session: Session, agreement: int) -> AgreementRow:
    return fetch(session, AgreementRow, Kind.AGREEMENT, agreement)


def _stay(row: AgreementRow, draft: AgreementDraft) -> None:
    """A paper with relations stays in its partnership: they would leave it otherwise."""
    if row.partnership_id != draft.partnership and (row.relations or row.later):
        raise refuse("partnership", "has_relations", row.title)


def _fill(session: Session, row: AgreementRow, draft: AgreementDraft) -> None:
    fetch(session, PartnershipRow, Kind.PARTNERSHIP, draft.partnership)
    row.partnership_id = draft.partnership
    row.kind = in_vocabulary(draft.kind, allowed(session, "agreement_kinds"))
    row.title, row.number = required("title", draft.title), line(draft.number)
    row.place, row.note = line(draft.place), block(draft.note)
    set_date(row, "signed", draft.signed)
    set_date(row, "effective", draft.effective)
    _set_end(row, draft)
    row.renewal = in_vocabulary(draft.renewal, codes("renewals"), "renewal")
    row.notice_months = _months(draft.notice_months)
    row.signatories = entries(map(_signatory, draft.signatories))
    row.fields = several(draft.fields, allowed(session, "fields"), "fields")


def _months(months: int | None) -> int | None:
    if months is not None and not 0 <= months <= LONGEST_NOTICE:
        raise refuse("notice_months", "out_of_range", months)
    return months


def _signatory(each: Signatory) -> Signatory:
    side = optional(each.side, codes("sides"), "signatories")
    return Signatory(required("signatories", each.name), line(each.office), side)


def _relate(session: Session, row: AgreementRow, draft: AgreementDraft) -> None:
    """Put down how it stands to earlier papers. Raises `Invalid("relations", ...)`, `NotFound`."""
    wanted = {(each.kind, each.other) for each in draft.relations}
    for relation in row.relations:
        if (relation.kind, relation.other_id) not in wanted:
            session.delete(relation)
    standing = {(each.kind, each.other_id) for each in row.relations}
    for kind, other in sorted(wanted - standing):
        _check_relation(session, row, kind, other)
        session.add(RelationRow(agreement_id=row.id, kind=kind, other_id=other))
    session.flush()
    session.expire(row, ["relations"])


def _check_relation(session: Session, row: AgreementRow, kind: str, other: int) -> None:
    """Relations stay within one partnership and make no circle."""
    in_vocabulary(kind, codes("relations"), "relations")
    found = _row(session, other)
    if found.partnership_id != row.partnership_id:
        raise refuse("relations", "other_partnership", found.title)
    if row.id in _earlier(session, other):
        raise refuse("relations", "circle", found.title)


def _earlier(session: Session, agreement: int) -> frozenset[int]:
    """The agreement and all that it goes back to."""
    start = select(AgreementRow.id).where(AgreementRow.id == agreement)
    chain = start.cte("chain", recursive=True)
    back = select(RelationRow.other_id).join(chain, RelationRow.agreement_id == chain.c.id)
    return frozenset(session.scalars(select(chain.union(back).c.id)))


def _set_end(row: AgreementRow, draft: AgreementDraft) -> None:
    """An end is a date, or indefinite, or unknown: never two of these."""
    set_date(row, "ends", draft.ends)
    row.validity = Validity(draft.validity).value
    if draft.validity is Validity.DATE and row.ends is None:
        raise refuse("ends", "missing")
    if draft.validity is not Validity.DATE and row.ends is not None:
        raise refuse("ends", "superfluous", row.ends)
    in_order(row.signed_earliest, row.ends_latest, row.ends)
    set_date(row, "terminated", draft.terminated)
    if row.terminated and (row.terminated_latest or "") < (row.signed_earliest or ""):
        raise refuse("terminated", "before_start", row.terminated)


def _saved(writing: Transaction, row: AgreementRow) -> Agreement:
    writing.session.flush()
    writing.touch(Kind.AGREEMENT, row.id)
    return record(row)

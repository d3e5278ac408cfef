"""Agreements: the signed papers of a partnership, and how long they hold."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from archive.catalogue import evidence
from archive.catalogue.columns import in_order, in_vocabulary, set_date
from archive.catalogue.names import block, key, line, pick, required
from archive.catalogue.noun import Noun, fetch
from archive.changes import Kind
from archive.records import Agreement, AgreementDraft, Validity
from archive.rules import refuse
from archive.storage.database import Transaction
from archive.storage.tables import AgreementRow, LinkRow, PartnershipRow
from archive.vocabulary import codes


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

    def add(self, draft: AgreementDraft) -> Agreement:
        """Enter an agreement. Raises `NotFound`; `Invalid`: title, kind, signed, ends."""
        with self._writing() as writing:
            row = AgreementRow()
            _fill(writing.session, row, draft)
            writing.session.add(row)
            return _saved(writing, row)

    def change(self, agreement: int, draft: AgreementDraft) -> Agreement:
        """Save new values. Raises as `add` does."""
        with self._writing() as writing:
            row = _row(writing.session, agreement)
            _fill(writing.session, row, draft)
            return _saved(writing, row)

    def remove(self, agreement: int) -> None:
        """Take an agreement out. Raises `NotFound`, `InUse` when evidence is linked to it."""
        with self._writing() as writing:
            row = _row(writing.session, agreement)
            linked = LinkRow.agreement_id == agreement
            evidence.free(writing.session, linked, self._access, Kind.AGREEMENT, row.title)
            writing.session.delete(row)
            writing.touch(Kind.AGREEMENT, agreement)


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
    )


def _age(row: AgreementRow) -> tuple[bool, str, str, int]:
    return row.signed is None, row.signed_earliest or "", key(row.title), row.id


def _row(session: Session, agreement: int) -> AgreementRow:
    return fetch(session, AgreementRow, Kind.AGREEMENT, agreement)


def _fill(session: Session, row: AgreementRow, draft: AgreementDraft) -> None:
    fetch(session, PartnershipRow, Kind.PARTNERSHIP, draft.partnership)
    row.partnership_id = draft.partnership
    row.kind = in_vocabulary(draft.kind, codes("agreement_kinds"))
    row.title, row.number = required("title", draft.title), line(draft.number)
    row.place, row.note = line(draft.place), block(draft.note)
    set_date(row, "signed", draft.signed)
    _set_end(row, draft)


def _set_end(row: AgreementRow, draft: AgreementDraft) -> None:
    """An end is a date, or indefinite, or unknown: never two of these."""
    set_date(row, "ends", draft.ends)
    row.validity = Validity(draft.validity).value
    if draft.validity is Validity.DATE and row.ends is None:
        raise refuse("ends", "missing")
    if draft.validity is not Validity.DATE and row.ends is not None:
        raise refuse("ends", "superfluous", row.ends)
    in_order(row.signed_earliest, row.ends_latest, row.ends)


def _saved(writing: Transaction, row: AgreementRow) -> Agreement:
    writing.session.flush()
    writing.touch(Kind.AGREEMENT, row.id)
    return record(row)

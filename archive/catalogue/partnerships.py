"""Partnerships: two cities joined once per kind, and the dossier of all that hangs on one."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from archive.catalogue import agreements, evidence, programs
from archive.catalogue.cities import record as city_record
from archive.catalogue.columns import in_vocabulary, set_date
from archive.catalogue.names import block, key, pick
from archive.catalogue.noun import Noun, fetch
from archive.changes import Kind
from archive.errors import InUse
from archive.records import Dossier, Partnership, PartnershipDraft
from archive.rules import refuse
from archive.storage.database import Transaction
from archive.storage.tables import AgreementRow, CityRow, LinkRow, PartnershipRow, ProgramRow
from archive.vocabulary import codes


class Partnerships(Noun):
    """All partnerships, our own and those of other cities kept for reference."""

    def all(self) -> tuple[Partnership, ...]:
        """Every partnership, by title."""
        with self._reading() as session:
            return _all(session)

    def get(self, partnership: int) -> Partnership:
        """One partnership. Raises `NotFound`."""
        with self._reading() as session:
            return record(_row(session, partnership))

    def find(self, wanted: str) -> Partnership:
        """By id or title, any dash, either city first. Raises `NotFound`, `Ambiguous`."""
        with self._reading() as session:
            known = _all(session)
            named = ((found.id, _names(found)) for found in known)
            found = pick(Kind.PARTNERSHIP.value, wanted, named)
            return next(partnership for partnership in known if partnership.id == found)

    def add(self, draft: PartnershipDraft) -> Partnership:
        """Enter a partnership. Raises `NotFound` for a city; `Invalid`: cities, kind, since."""
        with self._writing() as writing:
            row = PartnershipRow()
            _fill(writing.session, row, draft)
            writing.session.add(row)
            return _saved(writing, row)

    def change(self, partnership: int, draft: PartnershipDraft) -> Partnership:
        """Save new values. Raises as `add` does."""
        with self._writing() as writing:
            row = _row(writing.session, partnership)
            _fill(writing.session, row, draft)
            return _saved(writing, row)

    def remove(self, partnership: int) -> None:
        """Take a partnership out. Raises `NotFound`, `InUse` when anything hangs on it."""
        with self._writing() as writing:
            row = _row(writing.session, partnership)
            _free(writing.session, row)
            linked, title = LinkRow.partnership_id == partnership, record(row).title
            evidence.free(writing.session, linked, self._access, Kind.PARTNERSHIP, title)
            writing.session.delete(row)
            writing.touch(Kind.PARTNERSHIP, partnership)

    def dossier(self, partnership: int, years: tuple[int, int] | None = None) -> Dossier:
        """A partnership with its agreements, programs and the evidence the reader may see.

        With `years` (inclusive) only evidence of those years, or of no stated year. Raises
        `NotFound`.
        """
        with self._reading() as session:
            row = _row(session, partnership)
            return Dossier(
                record(row),
                agreements.of(session, partnership),
                programs.of(session, partnership),
                evidence.of_partnership(session, partnership, years, self._access),
            )

    def withheld(self, partnership: int, years: tuple[int, int] | None = None) -> int:
        """How many links lie above the reader's level: told on prints only, which must not mislead.

        Raises `NotFound`.
        """
        with self._reading() as session:
            _row(session, partnership)
            return evidence.withheld(session, partnership, years, self._access)


def record(row: PartnershipRow) -> Partnership:
    """The record of a row."""
    a, b = city_record(row.a), city_record(row.b)
    return Partnership(row.id, row.uuid, a, b, row.kind, row.own, row.since, row.note)


def _row(session: Session, partnership: int) -> PartnershipRow:
    return fetch(session, PartnershipRow, Kind.PARTNERSHIP, partnership)


def _all(session: Session) -> tuple[Partnership, ...]:
    rows = map(record, session.scalars(select(PartnershipRow)))
    return tuple(sorted(rows, key=lambda found: (key(found.title), found.kind)))


def _names(found: Partnership) -> tuple[str, ...]:
    return found.title, f"{found.b.name}–{found.a.name}"


def _fill(session: Session, row: PartnershipRow, draft: PartnershipDraft) -> None:
    _join(session, row, draft)
    set_date(row, "since", draft.since)
    row.own, row.note = draft.own, block(draft.note)


def _join(session: Session, row: PartnershipRow, draft: PartnershipDraft) -> None:
    if draft.a == draft.b:
        raise refuse("cities", "same")
    pair = "-".join(map(str, sorted((draft.a, draft.b))))
    kind = in_vocabulary(draft.kind, codes("partnership_kinds"))
    a, b = (fetch(session, CityRow, Kind.CITY, city) for city in (draft.a, draft.b))
    same = select(PartnershipRow.id).filter_by(pair=pair, kind=kind)
    if set(session.scalars(same)) - {row.id}:
        raise refuse("cities", "taken", f"{a.name}–{b.name}")
    row.a, row.b, row.pair, row.kind = a, b, pair, kind


def _saved(writing: Transaction, row: PartnershipRow) -> Partnership:
    writing.session.flush()
    writing.touch(Kind.PARTNERSHIP, row.id)
    return record(row)


def _free(session: Session, row: PartnershipRow) -> None:
    """Raises `InUse` when a partnership has agreements or programs."""
    for child, kind in ((AgreementRow, Kind.AGREEMENT), (ProgramRow, Kind.PROGRAM)):
        under = select(func.count()).select_from(child).filter_by(partnership_id=row.id)
        if count := session.scalar(under):
            raise InUse(Kind.PARTNERSHIP.value, record(row).title, kind.value, count)

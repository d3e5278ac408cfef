"""Partnerships: two cities joined once per kind, and the dossier of all that hangs on one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from archive.catalogue import activities, actors, agreements, evidence, findings, programs
from archive.catalogue.cities import record as city_record
from archive.catalogue.columns import entries, in_vocabulary, set_date
from archive.catalogue.names import block, key, pick
from archive.catalogue.noun import Noun, fetch
from archive.catalogue.removing import hanging, take_out
from archive.catalogue.wording import allowed
from archive.changes import Kind
from archive.dates import bounds, check
from archive.records import Dossier, FieldStatus, LeftOut, Partnership, PartnershipDraft, Pause
from archive.rules import refuse
from archive.storage.database import Transaction
from archive.storage.tables import CityRow, PartnershipRow
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
        """Put a partnership into the trash, with all that hangs on it. Raises `NotFound`."""
        with self._writing() as writing:
            take_out(writing, Kind.PARTNERSHIP, partnership, self._access)

    def hanging(self, partnership: int) -> dict[Kind, int]:
        """How many things of each kind would go into the trash with it. Raises `NotFound`."""
        with self._reading() as session:
            return hanging(session, Kind.PARTNERSHIP, partnership, self._access)

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
                activities=activities.of_partnership(session, partnership),
                findings=findings.of_partnership(session, partnership, self._access),
                roles=actors.roles(session, partnership),
            )

    def left_out(
        self,
        partnership: int,
        years: tuple[int, int] | None = None,
        programs: Sequence[int] | None = None,
    ) -> LeftOut:
        """What the reader is not shown, counted: told on prints only, which must not mislead.

        Of the whole partnership, or of these programs alone. Raises `NotFound`.
        """
        with self._reading() as session:
            _row(session, partnership)
            return evidence.left_out(session, partnership, years, self._access, programs)


def record(row: PartnershipRow) -> Partnership:
    """The record of a row."""
    a, b = city_record(row.a), city_record(row.b)
    pauses = tuple(Pause(**pause) for pause in row.pauses)
    fields = tuple(FieldStatus(**field) for field in row.fields)
    known = row.id, row.uuid, a, b, row.kind, row.own, row.since, row.note
    return Partnership(*known, pauses, fields)


def _row(session: Session, partnership: int) -> PartnershipRow:
    return fetch(session, PartnershipRow, Kind.PARTNERSHIP, partnership)


def _all(session: Session) -> tuple[Partnership, ...]:
    rows = map(record, session.scalars(select(PartnershipRow)))
    return tuple(sorted(rows, key=lambda found: (key(found.title), found.kind)))


def _names(found: Partnership) -> tuple[str, ...]:
    """Every way to write it: any name of either city, either city first."""
    pairs = ((one, other) for one in found.a.names for other in found.b.names)
    return tuple(name for a, b in pairs for name in (f"{a}–{b}", f"{b}–{a}"))


def _fill(session: Session, row: PartnershipRow, draft: PartnershipDraft) -> None:
    _join(session, row, draft)
    set_date(row, "since", draft.since)
    row.own, row.note = draft.own, block(draft.note)
    row.pauses = entries(map(_pause, draft.pauses))
    row.fields = entries(_field_statuses(session, draft.fields))


def _pause(pause: Pause) -> Pause:
    """Raises `Invalid("pauses", ...)`."""
    starts, ends = (check(each, "pauses") if each else None for each in (pause.starts, pause.ends))
    if starts and ends and (bounds(ends)[1] or "") < (bounds(starts)[0] or ""):
        raise refuse("pauses", "order", f"{starts}..{ends}")
    return Pause(starts, ends, block(pause.note))


def _field_statuses(session: Session, fields: Iterable[FieldStatus]) -> Iterator[FieldStatus]:
    """Each field once, in the order given. Raises `Invalid("fields", ...)`."""
    seen: set[str] = set()
    for each in fields:
        field = in_vocabulary(each.field, allowed(session, "fields"), "fields")
        status = in_vocabulary(each.status, codes("field_statuses"), "fields")
        if field in seen:
            raise refuse("fields", "twice", field)
        seen.add(field)
        yield FieldStatus(field, status, block(each.reason))


def _join(session: Session, row: PartnershipRow, draft: PartnershipDraft) -> None:
    if draft.a == draft.b:
        raise refuse("cities", "same")
    pair = "-".join(map(str, sorted((draft.a, draft.b))))
    kind = in_vocabulary(draft.kind, allowed(session, "partnership_kinds"))
    a, b = (fetch(session, CityRow, Kind.CITY, city) for city in (draft.a, draft.b))
    same = select(PartnershipRow.id).filter_by(pair=pair, kind=kind)
    if set(session.scalars(same)) - {row.id}:
        raise refuse("cities", "taken", f"{a.name}–{b.name}")
    row.a, row.b, row.pair, row.kind = a, b, pair, kind


def _saved(writing: Transaction, row: PartnershipRow) -> Partnership:
    writing.session.flush()
    writing.touch(Kind.PARTNERSHIP, row.id)
    return record(row)

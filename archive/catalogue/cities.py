"""Cities and provinces: the two sides of every partnership."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from archive.catalogue.columns import lines
from archive.catalogue.names import key, line, pick, required
from archive.catalogue.noun import Noun, fetch
from archive.changes import Kind
from archive.errors import InUse
from archive.records import City, CityDraft
from archive.rules import refuse
from archive.storage.database import Transaction
from archive.storage.tables import CityRow, PartnershipRow


class Cities(Noun):
    """All cities of the catalogue."""

    def all(self) -> tuple[City, ...]:
        """Every city, by name."""
        with self._reading() as session:
            rows = session.scalars(select(CityRow)).all()
            return tuple(sorted(map(record, rows), key=lambda city: key(city.name)))

    def get(self, city: int) -> City:
        """One city. Raises `NotFound`."""
        with self._reading() as session:
            return record(fetch(session, CityRow, Kind.CITY, city))

    def find(self, wanted: str) -> City:
        """By id, name or alias. Raises `NotFound`, `Ambiguous`."""
        known = {city.id: city for city in self.all()}
        named = ((city.id, city.names) for city in known.values())
        return known[pick(Kind.CITY.value, wanted, named)]

    def add(self, draft: CityDraft) -> City:
        """Enter a city. Raises `Invalid`: name empty, name taken."""
        with self._writing() as writing:
            row = CityRow()
            _fill(writing.session, row, draft)
            writing.session.add(row)
            return _saved(writing, row)

    def change(self, city: int, draft: CityDraft) -> City:
        """Save new values.

        Its partnerships change their titles with it. Raises `NotFound`, `Invalid`.
        """
        with self._writing() as writing:
            row = fetch(writing.session, CityRow, Kind.CITY, city)
            _fill(writing.session, row, draft)
            for partnership in writing.session.scalars(_joining(city)):
                writing.touch(Kind.PARTNERSHIP, partnership)
            return _saved(writing, row)

    def remove(self, city: int) -> None:
        """Take a city out. Raises `NotFound`, `InUse` when a partnership joins it."""
        with self._writing() as writing:
            row = fetch(writing.session, CityRow, Kind.CITY, city)
            count = len(writing.session.scalars(_joining(city)).all())
            if count:
                raise InUse(Kind.CITY.value, row.name, Kind.PARTNERSHIP.value, count)
            writing.session.delete(row)
            writing.touch(Kind.CITY, city)


def record(row: CityRow) -> City:
    """The record of a row."""
    return City(row.id, row.uuid, row.name, row.country, row.own, tuple(row.aliases))


def _fill(session: Session, row: CityRow, draft: CityDraft) -> None:
    name = required("name", draft.name)
    others = select(CityRow.name).where(CityRow.id != (row.id or 0))
    if key(name) in map(key, session.scalars(others)):
        raise refuse("name", "taken", name)
    row.name, row.country, row.own = name, line(draft.country), draft.own
    row.aliases = lines(draft.aliases, name)


def _saved(writing: Transaction, row: CityRow) -> City:
    writing.session.flush()
    writing.touch(Kind.CITY, row.id)
    return record(row)


def _joining(city: int) -> Select[Any]:
    return select(PartnershipRow.id).where(
        or_(PartnershipRow.a_id == city, PartnershipRow.b_id == city)
    )

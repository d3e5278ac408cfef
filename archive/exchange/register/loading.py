"""Enters the good rows of a register in one deed, and leaves the others in a file to be mended."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from archive.archive import Archive
from archive.catalogue.names import key
from archive.errors import Invalid
from archive.exchange.deed import Nouns
from archive.exchange.register.checking import Row, check
from archive.exchange.register.columns import Mapping, Table
from archive.exchange.register.mending import Mending, prepare, put_in_place
from archive.exchange.register.rows import Options, RowFault
from archive.progress import Progress, Step
from archive.records import CityDraft, PartnershipDraft

STEP = 20


@dataclass(frozen=True, slots=True)
class Registered:
    """What came of a register: how many rows were entered, and which were left.

    `file` holds those left, None when there are none or nobody asked for it; `cities` and
    `partnerships` count what was made for them.
    """

    entered: int
    left: tuple[Row, ...]
    empty: int
    file: Path | None = None
    cities: int = 0
    partnerships: int = 0


def load(
    archive: Archive,
    table: Table,
    mapping: Mapping,
    options: Options,
    mending: Mending | None = None,
    progress: Progress | None = None,
) -> Registered:
    """Check all rows and enter the good ones; one undo takes them all back.

    Raises `MappingFaulty`, `ReadOnly`, `DiskFull`, `FileUnusable`, `Cancelled`; nothing has changed
    then, and no file is left.
    """
    progress = progress or Progress()
    with _prepared() as files:
        with archive._database.writing(archive.announce) as transaction:
            nouns = Nouns(archive, transaction)
            checked = check(table, mapping, options, nouns, progress)
            entering = _Entering(nouns)
            left = [*checked.faulty, *entering.enter(checked.good, progress)]
            left.sort(key=lambda row: row.line.number)
            if left and mending is not None:
                files.append(prepare(mending, table, left))
        made = put_in_place(files[0], mending.file) if files and mending else None
    return Registered(
        entering.entered, tuple(left), checked.empty, made, entering.cities, entering.partnerships
    )


@contextmanager
def _prepared() -> Iterator[list[Path]]:
    """Files that stand beside their place; taken away when they are not put there."""
    files: list[Path] = []
    try:
        yield files
    finally:
        for file in files:
            file.unlink(missing_ok=True)


class _Entering:
    """One load in hand: what has been made so far."""

    def __init__(self, nouns: Nouns) -> None:
        self._nouns = nouns
        self._cities = {key(name): city.id for city in nouns.cities.all() for name in city.names}
        self._own = {city.id for city in nouns.cities.all() if city.own}
        self._homes: dict[object, tuple[int, int]] = {}
        self.entered = self.cities = self.partnerships = 0

    def enter(self, rows: tuple[Row, ...], progress: Progress) -> list[Row]:
        """Enter rows; those that the catalogue refuses come back with its word."""
        refused = []
        for done, row in enumerate(rows, start=1):
            if done % STEP == 0:
                progress.report(Step(done, len(rows)))
            try:
                self._enter(row)
                self.entered += 1
            except Invalid as error:
                fault = RowFault("refused", error.field, error.value, refused=error)
                refused.append(replace(row, faults=(fault,)))
        return refused

    def _enter(self, row: Row) -> None:
        partnership, first = self._partnership(row)
        home = row.entry.home
        assert home is not None
        if home.partnership is None:  # another row may have made it the other way round
            home = replace(home, swapped=self._cities[key(home.a)] != first)
        self._nouns.agreements.add(replace(row.entry, home=home).draft(partnership))

    def _partnership(self, row: Row) -> tuple[int, int]:
        """The partnership's id and that of its first city; it is made when it is not there."""
        home = row.entry.home
        assert home is not None
        if home.partnership is not None:
            return home.partnership, 0
        if home.key not in self._homes:
            a = self._city(home.a, "")
            b = self._city(home.b, row.entry.country)
            own = bool({a, b} & self._own)
            made = self._nouns.partnerships.add(PartnershipDraft(a, b, home.kind, own=own))
            self.partnerships += 1
            self._homes[home.key] = made.id, a
        return self._homes[home.key]

    def _city(self, name: str, country: str) -> int:
        if key(name) not in self._cities:
            self._cities[key(name)] = self._nouns.cities.add(CityDraft(name, country)).id
            self.cities += 1
        return self._cities[key(name)]

"""Reads the rows of a table as activities, naming what is the matter with which cell.

Only proposes: a person looks at every row before anything is entered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from archive.dates import read as read_date
from archive.dates import years as years_of
from archive.intake.table_columns import PEOPLE, YEAR, Roles
from archive.intake.table_joining import VALUE, Table
from archive.intake.table_values import adds_up, count_of, same_as_above, says_nothing, status_of
from archive.text import fold

SAID_ONCE = ("year", "program")  # often only in the first of several rows


@dataclass(frozen=True, slots=True)
class Fault:
    """What is the matter with a cell: row and column (from 0), the value it would be, the rule of
    `archive.rules` or `missing`, `not_a_number`, `several`, `rest_of_above`, what stands there."""

    row: int
    column: int | None
    field: str
    rule: str
    text: str


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """One row as an activity; `participants` are those of both sides together.

    Years have four digits, dates are EDTF. What could not be understood is left out and named.
    """

    row: int
    year: int | None
    name: str
    dates: str | None = None
    place: str = ""
    status: str = "held"
    participants_a: int | None = None
    participants_b: int | None = None
    participants: int | None = None
    note: str = ""
    faults: tuple[Fault, ...] = ()


def activities(table: Table, roles: Roles, year: int | None = None) -> tuple[ActivityRow, ...]:
    """The rows of a table as activities; rows that only add up or head others are passed over.

    `year` is that of rows that name none, as of a report on one year.
    """
    reading = _Reading(table, {role: at for at, role in enumerate(roles) if role}, year)
    return tuple(reading.rows())


class _Reading:
    """Goes down the rows of one table, remembering the year of those above."""

    def __init__(self, table: Table, at: Mapping[str, int], year: int | None) -> None:
        self._table, self._at, self._year = table, at, year
        self._faults: list[Fault] = []
        self._row = 0

    def rows(self) -> Iterator[ActivityRow]:
        """Each row that is an activity."""
        first = int(self._table.header)
        for number, row in enumerate(self._table.rows[first:], start=first):
            self._row = number
            if self._is_section(row):
                found = YEAR.findall(row[0])
                self._year = int(found[0]) if len(found) == 1 else self._year
            elif self._heads_again(row):
                continue
            elif any(self._said("name")) or (any(row) and not adds_up(row)):
                made = self._activity()
                if made is not None:
                    yield made

    def _is_section(self, row: Sequence[str]) -> bool:
        """Whether one merged cell heads the rows below."""
        across = range(1, len(row))
        return bool(row[0]) and all((self._row, at) in self._table.repeated for at in across)

    def _heads_again(self, row: Sequence[str]) -> bool:
        """Whether a row only says what the columns are called, some of them or all."""
        if not self._table.header:
            return False
        both = zip(row, self._table.rows[0], strict=True)
        said = [fold(cell) == fold(head) for cell, head in both if cell]
        return len(said) > 1 and all(said)

    def _rest_of_above(self) -> Fault | None:
        """Words in one cell alone, below a row with more: often of a cell of several lines."""
        filled = self._own(self._row)
        above = range(int(self._table.header), self._row)
        said_once = {self._at.get(role) for role in SAID_ONCE}
        if len(filled) != 1 or not any(len({*self._own(row)} - said_once) > 1 for row in above):
            return None
        (at,) = filled
        text = self._table.rows[self._row][at].strip()
        if VALUE.fullmatch(text):
            return None
        field = next((role for role, column in self._at.items() if column == at), "name")
        return Fault(self._row, at, field, "rest_of_above", text)

    def _own(self, row: int) -> list[int]:
        """The cells of a row that say something, none that a cell above covers."""
        cells = enumerate(self._table.rows[row])
        return [at for at, cell in cells if cell.strip() and (row, at) not in self._table.repeated]

    def _said(self, role: str) -> str:
        at = self._at.get(role)
        return "" if at is None else self._table.rows[self._row][at].strip()

    def _activity(self) -> ActivityRow | None:
        self._faults = []
        name = self._said("name")
        if adds_up((name,)) or adds_up(self._table.rows[self._row]):
            return None
        dates = self._dates()
        year = self._year_of(dates)
        if rest := self._rest_of_above():
            self._faults.append(rest)
        elif not name:
            self._fault("name", "missing")
        counts = {role: self._count(role) for role in (*PEOPLE, "participants")}
        return ActivityRow(
            self._row,
            year,
            name,
            dates,
            _unless_nothing(self._said("place")),
            self._status(),
            **counts,
            note=_unless_nothing(self._said("note")),
            faults=tuple(self._faults),
        )

    def _dates(self) -> str | None:
        said = self._said("dates")
        if says_nothing(said):
            return None
        found = read_date(said)
        if found is None and not YEAR.search(said):  # `3–5 September`, the year in its own column
            years = YEAR.findall(self._said("year")) or [str(self._year or "")]
            found = read_date(f"{said} {years[0]}")
        if found is None:
            self._fault("dates", "not_a_date")
        return found

    def _year_of(self, dates: str | None) -> int | None:
        said = self._said("year")
        found = YEAR.findall(said)
        if len(set(found)) > 1:
            self._fault("year", "several")
            return None
        if found:
            self._year = int(found[0])
            self._check_within(dates)
            return self._year
        if not (says_nothing(said) or same_as_above(said)):
            self._fault("year", "not_a_year")
            return None
        return self._year_unsaid(dates)

    def _year_unsaid(self, dates: str | None) -> int | None:
        """The year of the dates, else that of the row above."""
        if dates is not None:
            first, last = years_of(dates)
            if first == last:
                return first
        if self._year is None:
            self._fault("year", "missing")
        return self._year

    def _check_within(self, dates: str | None) -> None:
        if dates is not None and self._year is not None:
            first, last = years_of(dates)
            if not first <= self._year <= last:
                self._fault("year", "outside_dates")

    def _count(self, role: str) -> int | None:
        count, rule = count_of(self._said(role))
        if rule:
            self._fault(role, rule)
        return count

    def _status(self) -> str:
        said = self._said("status")
        if says_nothing(said):
            return "held"
        found = status_of(said)
        if found is None:
            self._fault("status", "unknown")
        return found or "held"

    def _fault(self, field: str, rule: str) -> None:
        at = self._at.get(field)
        self._faults.append(Fault(self._row, at, field, rule, self._said(field)))


def _unless_nothing(text: str) -> str:
    return "" if says_nothing(text) else text

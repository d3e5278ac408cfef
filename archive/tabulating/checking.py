"""Reads the rows of a sheet as activities of programs, and finds those entered before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from archive.catalogue.activities import Activities
from archive.catalogue.names import key
from archive.catalogue.programs import Programs
from archive.dates import years as years_of
from archive.intake.table_activities import ActivityRow, Fault, activities
from archive.intake.table_values import same_as_above, says_nothing
from archive.records import Activity, ActivityDraft, Program
from archive.tabulating.sheet import Row, Sheet
from archive.vocabulary import terms

UNSAID = "physical"  # how people met where no column tells
Named = dict[str, list[int]]


class Catalogue(Protocol):
    """What is asked of an archive, or of the nouns of one deed."""

    @property
    def programs(self) -> Programs: ...
    @property
    def activities(self) -> Activities: ...


def check(catalogue: Catalogue, sheet: Sheet) -> tuple[Row, ...]:
    """The rows that are activities, in order, each with what is the matter or says the same.

    Raises `NotFound` where the partnership is not there any more.
    """
    programs = catalogue.programs.of(sheet.partnership) if sheet.partnership else ()
    return tuple(_Checking(catalogue, sheet, programs).rows())


class _Checking:
    """Goes down the rows, remembering the program of those above."""

    def __init__(self, catalogue: Catalogue, sheet: Sheet, programs: Sequence[Program]) -> None:
        self._catalogue, self._sheet = catalogue, sheet
        self._named = _by_name(programs)
        self._program = sheet.program
        self._held: dict[int, tuple[Activity, ...]] = {}
        self._above: list[tuple[int, ActivityDraft]] = []

    def rows(self) -> Iterator[Row]:
        """Each row that is an activity."""
        sheet = self._sheet
        for values in activities(sheet.corrected, sheet.roles, sheet.year):
            yield self._row(values)

    def _row(self, values: ActivityRow) -> Row:
        faults = [*values.faults, *self._find_program(values.row), *self._mode(values.row)[1]]
        if not any(fault.field == "year" for fault in faults):
            faults += _outside(values)
        draft = self._draft(values) if not faults else None
        page = self._sheet.table.page_of(values.row)
        if draft is None:
            return Row(values, page, faults=tuple(faults))
        row = Row(values, page, draft, (), self._known(draft), self._same_above(draft))
        self._above.append((values.row, draft))
        return row

    def _draft(self, values: ActivityRow) -> ActivityDraft | None:
        if self._program is None or values.year is None:
            return None
        return ActivityDraft(
            *(self._program, values.year, values.name, values.dates, values.place),
            *(self._mode(values.row)[0], values.status, self._reason(values.row)),
            *(values.participants_a, values.participants_b, self._note(values)),
        )

    def _find_program(self, row: int) -> Iterator[Fault]:
        """Take the program a row names; one that names none goes with the row above."""
        said = self._sheet.said(row, "program")
        if says_nothing(said) or same_as_above(said):
            if self._program is None and self._sheet.place("program") is not None:
                yield self._fault(row, "program", "missing")
            return
        found = self._named.get(key(said), [])
        self._program = found[0] if len(found) == 1 else None
        if len(found) != 1:
            yield self._fault(row, "program", "ambiguous" if found else "not_known")

    def _mode(self, row: int) -> tuple[str, tuple[Fault, ...]]:
        said = self._sheet.said(row, "mode")
        if says_nothing(said):
            return UNSAID, ()
        for term in terms("activity_modes"):
            if key(said) in map(key, (*term.labels.values(), *term.alike, term.code)):
                return term.code, ()
        return UNSAID, (self._fault(row, "mode", "unknown"),)

    def _reason(self, row: int) -> str:
        said = self._sheet.said(row, "reason")
        return "" if says_nothing(said) else said

    def _note(self, values: ActivityRow) -> str:
        """The note, and the number of people that is of both cities together."""
        people = values.participants
        both = self._sheet.together.format(n=people) if people is not None else ""
        return "\n".join(filter(None, (values.note, both)))

    def _known(self, draft: ActivityDraft) -> Activity | None:
        if draft.program not in self._held:
            self._held[draft.program] = self._catalogue.activities.of(draft.program)
        return next((each for each in self._held[draft.program] if _same(each, draft)), None)

    def _same_above(self, draft: ActivityDraft) -> int | None:
        found = (row for row, each in self._above if _same(each, draft))
        return next(found, None)

    def _fault(self, row: int, role: str, rule: str) -> Fault:
        return Fault(row, self._sheet.place(role), role, rule, self._sheet.said(row, role))


def _by_name(programs: Iterable[Program]) -> Named:
    """The ids of programs by each of their names."""
    named: Named = {}
    for program in programs:
        for name in {key(name) for name in (program.name, *program.aliases)}:
            named.setdefault(name, []).append(program.id)
    return named


def _outside(values: ActivityRow) -> Iterator[Fault]:
    """A year that came from another row may not be one of the dates."""
    if values.dates is not None and values.year is not None:
        first, last = years_of(values.dates)
        if not first <= values.year <= last:
            yield Fault(values.row, None, "year", "outside_dates", str(values.year))


def _same(one: Activity | ActivityDraft, other: ActivityDraft) -> bool:
    """Whether both tell of one activity: same program, name and year, no different dates."""
    different = bool(one.dates) and bool(other.dates) and one.dates != other.dates
    alike = (one.program, one.year, key(one.name)) == (other.program, other.year, key(other.name))
    return alike and not different

"""Cases side by side: a case is a partnership seen through one field and one period.

Rows align by theme, so that *commitment* for one case stands beside *commitment* against another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from archive.dates import years
from archive.records import Agreement, Dossier, Finding, Program, Target
from archive.vocabulary import known

Proved = tuple[Target, int]
KINDS = ("verdict", "determinant", "supporting_factor", "obstacle", "recommendation")


@dataclass(frozen=True, slots=True)
class Case:
    """What is compared: a dossier, a field of the vocabulary (empty: all), years (None: all)."""

    dossier: Dossier
    field: str = ""
    period: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing said in a cell: plain words or a code, or a finding with its source.

    Plain words name the records (target and id) whose links would prove them.
    """

    words: str = ""
    finding: Finding | None = None
    proved: tuple[Proved, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One row: `kind` is `fact`, `finding` or `theme`, `code` says which; a cell for each case."""

    kind: str
    code: str
    cells: tuple[tuple[Entry, ...], ...]


def compare(cases: Sequence[Case]) -> tuple[Line, ...]:
    """The rows in which at least one case has something to say; facts first, then themes."""
    lines = (*_facts(cases), *_by_kind(cases), *_by_theme(cases))
    return tuple(line for line in lines if any(line.cells))


def findings_of(case: Case) -> tuple[Finding, ...]:
    """The findings of a case: of its field or of no stated field, of its years or of none."""
    programs = {program.id for program in programs_of(case)}
    return tuple(each for each in case.dossier.findings if _belongs(case, each, programs))


def programs_of(case: Case) -> tuple[Program, ...]:
    """The programs of a case: those that name its field, and those under them."""
    if not case.field:
        return case.dossier.programs
    chosen: set[int] = set()
    for program in case.dossier.programs:  # parents come first
        if case.field in program.fields or program.parent in chosen:
            chosen.add(program.id)
    return tuple(program for program in case.dossier.programs if program.id in chosen)


def _belongs(case: Case, finding: Finding, programs: set[int]) -> bool:
    values = finding.values
    if case.period and values.first_year and values.last_year:
        first, last = case.period
        if values.last_year < first or values.first_year > last:
            return False
    if not case.field:
        return True
    if values.field:
        return values.field == case.field
    return values.program in programs if values.program is not None else True


def _facts(cases: Sequence[Case]) -> Iterator[Line]:
    asked: dict[str, Callable[[Case], Iterator[Entry]]] = {
        "since": _since,
        "agreements": _agreements,
        "fields": _fields,
        "programs": _programs,
        "activities": _activities,
        "actors": _actors,
    }
    for code, ask in asked.items():
        yield Line("fact", code, tuple(tuple(ask(case)) for case in cases))


def _since(case: Case) -> Iterator[Entry]:
    if case.dossier.partnership.since:
        proved = Target.PARTNERSHIP, case.dossier.partnership.id
        yield Entry(case.dossier.partnership.since, proved=(proved,))


def _agreements(case: Case) -> Iterator[Entry]:
    for agreement in case.dossier.agreements:
        if _covers(agreement, case.field):
            yield Entry(agreement.title, proved=((Target.AGREEMENT, agreement.id),))


def _covers(agreement: Agreement, field: str) -> bool:
    return not field or field in agreement.fields or not agreement.fields


def _fields(case: Case) -> Iterator[Entry]:
    """The fields its agreements name; what is missing from the list can so be seen."""
    named: dict[str, list[Proved]] = {}
    for agreement in case.dossier.agreements:
        for field in agreement.fields:
            named.setdefault(field, []).append((Target.AGREEMENT, agreement.id))
    for field, agreements in named.items():
        yield Entry(field, proved=tuple(agreements))


def _programs(case: Case) -> Iterator[Entry]:
    done = {each.program for each in case.dossier.activities if _within(case, each.year)}
    for program in programs_of(case):
        if program.id in done or _ran(case, program):
            yield Entry(program.name, proved=((Target.PROGRAM, program.id),))


def _ran(case: Case, program: Program) -> bool:
    """Whether a program ran in the years of a case, as far as its dates tell."""
    if case.period is None:
        return True
    first, last = case.period
    over = program.ends is not None and years(program.ends)[1] < first
    ahead = program.starts is not None and years(program.starts)[0] > last
    return not over and not ahead


def _activities(case: Case) -> Iterator[Entry]:
    """How many activities were held in each year."""
    programs = {program.id for program in programs_of(case)}
    held: dict[int, list[Proved]] = {}
    for each in case.dossier.activities:
        if each.program in programs and each.status == "held" and _within(case, each.year):
            held.setdefault(each.year, []).append((Target.ACTIVITY, each.id))
    for year, activities in sorted(held.items()):
        yield Entry(f"{year}: {len(activities)}", proved=tuple(activities))


def _within(case: Case, year: int) -> bool:
    return case.period is None or case.period[0] <= year <= case.period[1]


def _actors(case: Case) -> Iterator[Entry]:
    programs = {program.id for program in programs_of(case)}
    named = (
        role.actor.name
        for role in case.dossier.roles
        if role.program is None or role.program in programs
    )
    for name in dict.fromkeys(named):
        yield Entry(name)


def _by_kind(cases: Sequence[Case]) -> Iterator[Line]:
    for kind in KINDS:
        yield _line("finding", kind, cases, partial(_is_kind, kind))


def _by_theme(cases: Sequence[Case]) -> Iterator[Line]:
    said = [each.values.theme for case in cases for each in case.dossier.findings]
    for theme in dict.fromkeys([*(term.code for term in known("finding_themes")), *said]):
        if theme:
            yield _line("theme", theme, cases, partial(_is_about, theme))


def _is_kind(kind: str, finding: Finding) -> bool:
    return finding.values.kind == kind


def _is_about(theme: str, finding: Finding) -> bool:
    return finding.values.theme == theme


def _line(kind: str, code: str, cases: Sequence[Case], wanted: Callable[[Finding], bool]) -> Line:
    cells = tuple(
        tuple(Entry(finding=each) for each in findings_of(case) if wanted(each)) for case in cases
    )
    return Line(kind, code, cells)

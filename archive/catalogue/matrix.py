"""The evidence matrix: programs down, years across, and what each cell can show for itself.

A cell's state is one of: `primary` (pages of agreements, reports, letters, minutes), `secondary`
(only theses, articles, catalogue records and the press tell of it), `cancelled`, `postponed`,
`planned`, `claimed` (an activity without any page), `gap` (nothing, although an agreement was in
force), `outside` (no agreement known to be in force).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from archive.catalogue.standing import in_force
from archive.dates import EARLIEST, LATEST, years
from archive.records import Activity, Agreement, Dossier, Evidence, Program, Target

SECONDARY = frozenset({"thesis", "article", "catalogue_record", "press"})
LONGEST = 200  # years
Place = tuple[int, int]  # a program and a year
WORST = ("cancelled", "postponed", "planned")


@dataclass(frozen=True, slots=True)
class Cell:
    """One program in one year: its state, its evidence, and its activities."""

    program: int
    year: int
    state: str
    evidence: tuple[Evidence, ...] = ()
    activities: tuple[Activity, ...] = ()


class Cells(Mapping[Place, Cell]):
    """The cells by (program, year), each made when it is asked for: most are never looked at."""

    def __init__(
        self,
        due: dict[int, frozenset[int]],
        shown: range,
        evidence: dict[Place, list[Evidence]],
        activities: dict[Place, list[Activity]],
    ) -> None:
        self._due, self._shown = due, shown
        self._evidence, self._activities = evidence, activities

    def __getitem__(self, place: Place) -> Cell:
        """The cell of a program and a year that are shown."""
        program, year = place
        if program not in self._due or year not in self._shown:
            raise KeyError(place)
        evidence = tuple(self._evidence.get(place, ()))
        activities = tuple(self._activities.get(place, ()))
        state = _state(evidence, activities, due=year in self._due[program])
        return Cell(program, year, state, evidence, activities)

    def __iter__(self) -> Iterator[Place]:
        """Program by program, year by year."""
        return ((program, year) for program in self._due for year in self._shown)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._due) * len(self._shown)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows of programs (parents first), columns of years; `cells` by (program, year)."""

    programs: tuple[Program, ...]
    years: tuple[int, ...]
    cells: Mapping[Place, Cell] = field(default_factory=dict)

    def gaps(self) -> tuple[Cell, ...]:
        """The cells that nothing fills although an agreement was in force."""
        return tuple(cell for cell in self.cells.values() if cell.state == "gap")


def matrix(dossier: Dossier, period: tuple[int, int] | None = None) -> Matrix:
    """What a dossier can show, year by year; of all years that it names when no period is given."""
    shown = range(*_ends(dossier, period)) if period or _named(dossier) else range(0)
    held = frozenset(year for year in shown if _held(dossier.agreements, year))
    due = {program.id: _due(program, held) for program in dossier.programs}
    cells = Cells(due, shown, _pages(dossier), _deeds(dossier.activities))
    return Matrix(dossier.programs, tuple(shown), cells)


def span(dossier: Dossier, today: int) -> tuple[int, int] | None:
    """The years worth looking at: all that are named, and those of agreements until today.

    None when nothing names a year.
    """
    named = _named(dossier)
    for agreement in dossier.agreements:
        if start := agreement.effective or agreement.signed:
            first = years(start)[0]
            named += [year for year in range(first, today + 1) if in_force(agreement, year)]
    return (min(named), max(named)) if named else None


def _state(evidence: Sequence[Evidence], activities: Sequence[Activity], *, due: bool) -> str:
    if not evidence and not activities:
        return "gap" if due else "outside"
    failed = {each.status for each in activities}
    if failed and failed <= set(WORST):
        return next(status for status in WORST if status in failed)
    if not evidence:
        return "claimed"
    return "secondary" if {each.kind for each in evidence} <= SECONDARY else "primary"


def _pages(dossier: Dossier) -> dict[Place, list[Evidence]]:
    """Evidence by program and year; an activity's pages are its program's."""
    home = {each.id: each.program for each in dossier.activities}
    year_of = {each.id: each.year for each in dossier.activities}
    found: dict[Place, list[Evidence]] = defaultdict(list)
    for each in dossier.evidence:
        link = each.link
        if link.target is Target.PROGRAM and link.first_year and link.last_year:
            for year in range(link.first_year, min(link.last_year, link.first_year + LONGEST) + 1):
                found[link.target_id, year].append(each)
        elif link.target is Target.ACTIVITY and link.target_id in home:
            found[home[link.target_id], year_of[link.target_id]].append(each)
    return found


def _deeds(activities: Iterable[Activity]) -> dict[Place, list[Activity]]:
    found: dict[Place, list[Activity]] = defaultdict(list)
    for each in activities:
        found[each.program, each.year].append(each)
    return found


def _held(agreements: Iterable[Agreement], year: int) -> bool:
    return any(in_force(agreement, year) for agreement in agreements)


def _due(program: Program, held: frozenset[int]) -> frozenset[int]:
    """The years held that lie within a program's own time, as far as that is known."""
    if not program.starts and not program.ends:
        return held
    first = years(program.starts)[0] if program.starts else 0
    last = years(program.ends)[1] if program.ends else int(LATEST[:4])
    return frozenset(year for year in held if first <= year <= last)


def _named(dossier: Dossier) -> list[int]:
    """Every year that activities, links and programs name."""
    named = [each.year for each in dossier.activities]
    for each in dossier.evidence:
        if each.link.target in (Target.PROGRAM, Target.ACTIVITY):
            named += [year for year in (each.link.first_year, each.link.last_year) if year]
    for program in dossier.programs:
        for text in filter(None, (program.starts, program.ends)):
            named += years(text)
    return [year for year in named if int(EARLIEST[:4]) < year < int(LATEST[:4])]


def _ends(dossier: Dossier, period: tuple[int, int] | None) -> tuple[int, int]:
    first, last = period or (min(_named(dossier)), max(_named(dossier)))
    return first, min(last, first + LONGEST) + 1

"""The evidence matrix: programs down, years across, and what each cell can show for itself.

A cell's state is one of: `primary` (pages of agreements, reports, letters, minutes), `secondary`
(only theses, articles, catalogue records and the press tell of it), `cancelled`, `postponed`,
`planned`, `claimed` (an activity without any page), `below` (nothing of its own, but a program
under it has evidence), `gap` (nothing, although an agreement was in force), `outside` (no agreement
known to be in force).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from archive.catalogue.standing import in_force
from archive.dates import LATEST, years
from archive.records import Activity, Agreement, Dossier, Evidence, Program, Target

SECONDARY = frozenset({"thesis", "article", "catalogue_record", "press"})
LONGEST = 200  # years
Place = tuple[int, int]  # a program and a year
WORST = ("cancelled", "postponed", "planned")
PROOF = ("primary", "secondary")


@dataclass(frozen=True, slots=True)
class Cell:
    """One program in one year: its state, its own evidence and activities.

    `below` is the evidence of that year of programs under it.
    """

    program: int
    year: int
    state: str
    evidence: tuple[Evidence, ...] = ()
    activities: tuple[Activity, ...] = ()
    below: tuple[Evidence, ...] = ()

    @property
    def pages(self) -> int:
        """How many pages its evidence stands on; one that several links name counts once."""
        return len(
            {
                (each.link.document, page)
                for each in self.evidence
                for page in range(each.link.first_page, each.link.last_page + 1)
            }
        )


class Cells(Mapping[Place, Cell]):
    """The cells by (program, year), each made when it is asked for: most are never looked at."""

    def __init__(
        self,
        due: dict[int, frozenset[int]],
        shown: range,
        evidence: dict[Place, list[Evidence]],
        activities: dict[Place, list[Activity]],
        below: dict[Place, list[Evidence]],
    ) -> None:
        self._due, self._shown = due, shown
        self._evidence, self._activities, self._below = evidence, activities, below

    def __getitem__(self, place: Place) -> Cell:
        """The cell of a program and a year that are shown."""
        program, year = place
        if program not in self._due or year not in self._shown:
            raise KeyError(place)
        evidence = tuple(self._evidence.get(place, ()))
        activities = tuple(self._activities.get(place, ()))
        below = tuple(self._below.get(place, ()))
        state = _state(evidence, activities) or _empty(below, due=year in self._due[program])
        return Cell(program, year, state, evidence, activities, below)

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


def matrix(dossier: Dossier, period: tuple[int, int] | None) -> Matrix:
    """What a dossier can show in each year of a period; no years when there is none."""
    shown = range(period[0], min(period[1], period[0] + LONGEST) + 1) if period else range(0)
    held = frozenset(year for year in shown if _held(dossier.agreements, year))
    due = {program.id: _due(program, held) for program in dossier.programs}
    pages, deeds = _pages(dossier, shown), _deeds(dossier.activities)
    below = _below(dossier.programs, pages, deeds)
    return Matrix(dossier.programs, tuple(shown), Cells(due, shown, pages, deeds, below))


def undecided(dossier: Dossier, period: Sequence[int]) -> tuple[int, ...]:
    """The years of which no agreement tells whether it was in force: no gap can be told there."""
    return tuple(
        year
        for year in period
        if None in (held := [in_force(each, year) for each in dossier.agreements])
        and True not in held
    )


def _state(evidence: Sequence[Evidence], activities: Sequence[Activity]) -> str:
    """What a program's own row says of a year; empty when it says nothing."""
    if not evidence and not activities:
        return ""
    failed = {each.status for each in activities}
    if failed and failed <= set(WORST):
        return next(status for status in WORST if status in failed)
    if not evidence:
        return "claimed"
    return "secondary" if {each.kind for each in evidence} <= SECONDARY else "primary"


def _empty(below: Sequence[Evidence], *, due: bool) -> str:
    """The state of a cell that holds nothing of its own."""
    if below:
        return "below"
    return "gap" if due else "outside"


def _below(
    programs: Iterable[Program],
    pages: Mapping[Place, Sequence[Evidence]],
    deeds: Mapping[Place, Sequence[Activity]],
) -> dict[Place, list[Evidence]]:
    """By program and year, what proves the programs under it; not what tells of a cancellation."""
    above = {program.id: program.parent for program in programs}
    found: dict[Place, list[Evidence]] = defaultdict(list)
    for (program, year), evidence in pages.items():
        if _state(evidence, deeds.get((program, year), ())) in PROOF:
            parent = above.get(program)
            while parent is not None:
                found[parent, year] += evidence
                parent = above.get(parent)
    return found


def _pages(dossier: Dossier, shown: range) -> dict[Place, list[Evidence]]:
    """Evidence by program and year shown; an activity's pages are its program's."""
    home = {each.id: each.program for each in dossier.activities}
    year_of = {each.id: each.year for each in dossier.activities}
    found: dict[Place, list[Evidence]] = defaultdict(list)
    for each in dossier.evidence:
        link = each.link
        if link.target is Target.PROGRAM and link.first_year and link.last_year:
            for year in _within(link.first_year, link.last_year, shown):
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


def _within(first: int, last: int, shown: range) -> range:
    """The years from first to last that are shown."""
    return range(max(first, shown.start), min(last + 1, shown.stop))

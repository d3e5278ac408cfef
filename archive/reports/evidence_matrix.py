"""The evidence matrix of programs and years, the pages behind it, and its gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from archive.catalogue.matrix import LONGEST, Cell, Matrix, matrix, undecided
from archive.catalogue.timespan import Span, span
from archive.records import Activity, Dossier, Evidence, Target
from archive.reports.citations import Place, place_of
from archive.reports.drawing import matrix as drawn
from archive.reports.gathering import Collected, collected
from archive.reports.paper import Paper
from archive.reports.request import N_, Period, Report, ReportRequest, Subject, Telling, Years
from archive.reports.setting import Passage, Run, Standing
from archive.reports.style import CELL, SMALL, SMALL_QUIET
from archive.reports.tables import Row, Table
from archive.reports.words import ranges

if TYPE_CHECKING:
    from archive.archive import Archive

BEHIND_SHARES = (0.38, 0.12, 0.50)
GAP_SHARES = (0.40, 0.60)


def gather(archive: Archive, request: ReportRequest) -> Collected:
    """All partnerships, or the one asked for. Raises `NotFound`."""
    return collected(archive, request.partnership, request.years)


def compose(paper: Paper, found: Collected) -> Telling:
    """Each partnership's matrix, what stands behind its marks, and its gaps."""
    words = paper.words
    paper.may_cite(found.documents)
    story: list[Standing] = []
    gaps, unjudged = 0, False
    for dossier in found.dossiers:
        known = span(dossier, date.fromisoformat(paper.request.printed).year)
        shown = matrix(dossier, _period(paper.request.years, known))
        gaps += len(shown.gaps())
        unjudged = unjudged or bool(_undecided(paper, dossier, shown.years))
        story += _chapter(paper, dossier, shown)
        story += [] if _asked(paper, shown) else _strays(paper, dossier, shown.years)
    one = found.dossiers[0].partnership.title if paper.request.partnership is not None else ""
    lead = words.ngettext("{count} gap", "{count} gaps", gaps)
    if unjudged:
        lead = words.gettext("{gaps}; not every year can be judged", gaps=lead)
    note = words.gettext(
        "A gap is a year in which an agreement was in force and the archive holds nothing of the "
        "program: no page, no activity, nothing of a program under it."
    )
    title = one or words.gettext("All partnerships")
    return Telling(title, story, lead, notes=(note,), left_out=found.left_out)


def _asked(paper: Paper, shown: Matrix) -> bool:
    """Whether the years shown are those that were asked for."""
    asked = paper.request.years
    return asked is not None and bool(shown.years) and asked == (shown.years[0], shown.years[-1])


def _period(asked: Years | None, known: Span | None) -> Years | None:
    """The years asked for; of more than a matrix can show, and of all, those that hold most."""
    if asked and asked[1] - asked[0] <= LONGEST:
        return asked
    if known is None or asked is None:
        return known.years if known else None
    first, last = max(asked[0], known.first), min(asked[1], known.last)
    return (first, last) if first <= last else None


def _chapter(paper: Paper, dossier: Dossier, shown: Matrix) -> list[Standing]:
    words = paper.words
    tables: list[Standing] = [*drawn.matrix(paper.style, words, shown)]
    nothing = words.gettext("No program is recorded, or none of its years is.")
    return [
        *paper.chapter(dossier.partnership.title, tables, nothing=nothing),
        *(_behind(paper, shown) if tables else []),
        *(_gaps(paper, dossier, shown) if tables else []),
    ]


def _behind(paper: Paper, shown: Matrix) -> list[Standing]:
    """Which pages each mark counts."""
    words, style = paper.words, paper.style
    names = {program.id: program.name for program in shown.programs}
    stretches = list(_alike(shown))
    titles = [
        words.gettext("Program"),
        words.gettext("Year"),
        words.gettext("Activities and pages"),
    ]
    head = style.head_row(titles, [CELL] * 3)
    rows = [
        Row(
            (
                style.cell(names[cells[0].program]),
                style.cell(words.years(cells[0].year, cells[-1].year)),
                _told(paper, cells[0]),
            )
        )
        for cells in stretches
    ]
    body = [Table(paper.style.widths(BEHIND_SHARES), [head, *rows])] if rows else []
    return paper.section(words.gettext("What stands behind the marks"), body)


def _alike(shown: Matrix) -> Iterator[list[Cell]]:
    """Cells that hold something, years of a program that hold the same in one stretch."""
    stretch: list[Cell] = []
    for cell in shown.cells.values():
        if stretch and (_held(cell) != _held(stretch[-1]) or cell.year != stretch[-1].year + 1):
            yield stretch
            stretch = []
        if cell.evidence or cell.activities:
            stretch.append(cell)
    if stretch:
        yield stretch


def _held(cell: Cell) -> tuple[object, ...]:
    return cell.program, cell.evidence, cell.activities


def _told(paper: Paper, cell: Cell) -> Passage:
    """Each activity of a cell with its own pages, then the other pages linked to the program."""
    runs: list[Run] = []
    named: set[Place] = set()
    others = [each for each in cell.evidence if each.link.target is not Target.ACTIVITY]
    for activity in cell.activities:
        links = [
            each
            for each in cell.evidence
            if (each.link.target, each.link.target_id) == (Target.ACTIVITY, activity.id)
        ]
        runs += [Run("\n", SMALL)] if runs else []
        runs += [Run(_named(paper, activity), SMALL), *paper.citations(links)]
        named.update(map(place_of, links))
    others = [each for each in others if place_of(each) not in named]
    if others and runs:
        told = paper.words.gettext("Other linked pages")
        runs += [Run("\n", SMALL), Run(f"{told}:", SMALL_QUIET)]
    cites = paper.citations(others) if others else []
    return paper.passage([*runs, *(cites if runs else cites[1:])], cell.evidence, CELL)


def _named(paper: Paper, activity: Activity) -> str:
    """An activity, and how it stands unless it was held."""
    if activity.status == "held":
        return activity.name
    stands = paper.words.label("activity_statuses", activity.status).lower()
    return f"{activity.name} ({stands})"


def _gaps(paper: Paper, dossier: Dossier, shown: Matrix) -> list[Standing]:
    words, style = paper.words, paper.style
    head = style.head_row([words.gettext("Program"), words.gettext("Years without")], [CELL] * 2)
    rows = [Row((style.cell(name), style.cell(ranges(years)))) for name, years in _gap_years(shown)]
    body = [Table(paper.style.widths(GAP_SHARES), [head, *rows])] if rows else []
    unknown = _undecided(paper, dossier, shown.years)
    nothing = unknown or words.gettext("No gap: each year in force has something to show.")
    return paper.section(
        words.gettext("Gaps"), body, nothing=nothing, remark=unknown if body else ""
    )


def _undecided(paper: Paper, dossier: Dossier, shown: Sequence[int]) -> str:
    """What is said of years of which no agreement tells whether it was in force."""
    words = paper.words
    if not dossier.agreements:
        return words.gettext("Gaps cannot be told: no agreement is recorded.")
    if not (without := undecided(dossier, shown)):
        return ""
    return words.gettext(
        "Gaps cannot be told for {years}: it is not known whether an agreement was in force.",
        years=ranges(without),
    )


def _gap_years(shown: Matrix) -> Iterator[tuple[str, list[int]]]:
    found: dict[int, list[int]] = {}
    for cell in shown.gaps():
        found.setdefault(cell.program, []).append(cell.year)
    names = {program.id: program.name for program in shown.programs}
    return ((names[program], years) for program, years in found.items())


def _strays(paper: Paper, dossier: Dossier, shown: Sequence[int]) -> list[Standing]:
    """What names a year that no column is for: nothing of a record is left out unsaid."""
    words, style = paper.words, paper.style
    names = {program.id: program.name for program in dossier.programs}
    head = style.head_row([words.gettext("Program"), words.gettext("Years and pages")], [CELL] * 2)
    rows = [
        Row((style.cell(names[program]), paper.cell(ranges(years), pages)))
        for program, (years, pages) in _outside(dossier, frozenset(shown)).items()
    ]
    body = [Table(paper.style.widths(GAP_SHARES), [head, *rows])] if rows else []
    remark = words.gettext("Far from all others, and perhaps mistyped: no column is for them.")
    return paper.section(words.gettext("Years not shown"), body, remark=remark)


Stray = tuple[set[int], list[Evidence]]


def _outside(dossier: Dossier, shown: frozenset[int]) -> dict[int, Stray]:
    """By program, the years of activities and links that are not shown, and the links' pages."""
    found: dict[int, Stray] = {}
    for program, years, pages in _placed(dossier):
        if years - shown:
            told = found.setdefault(program, (set(), []))
            told[0].update(years - shown)
            told[1].extend(pages)
    return found


def _placed(dossier: Dossier) -> Iterator[tuple[int, set[int], list[Evidence]]]:
    """The row, the first and last year, and the page of each activity and link."""
    deeds = {each.id: each for each in dossier.activities}
    for deed in deeds.values():
        yield deed.program, {deed.year}, []
    for item in dossier.evidence:
        link = item.link
        if link.target is Target.ACTIVITY and (of := deeds.get(link.target_id)):
            yield of.program, {of.year}, [item]
        elif link.target is Target.PROGRAM and link.first_year and link.last_year:
            yield link.target_id, {link.first_year, link.last_year}, [item]


REPORT = Report(
    "evidence_matrix",
    N_("Evidence matrix and gaps"),
    Subject.ARCHIVE,
    Collected,
    gather,
    compose,
    period=Period.YEARS,
    purpose=N_(
        "Which program has proof in which year, and where it is missing: what is still to be"
        " looked for."
    ),
    place=50,
    landscape=True,
)

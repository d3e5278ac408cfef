"""What programs did, year by year: a chart, and a table with what proves each activity."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from archive.records import Activity, Partnership, Target
from archive.reports.drawing.bars import Series, columns
from archive.reports.gathering import Gathered
from archive.reports.paper import Paper
from archive.reports.programs_by_year import WIDEST
from archive.reports.setting import Passage, Run, Standing
from archive.reports.style import CELL, SMALL, SMALL_BOLD, SMALL_QUIET, TINT
from archive.reports.tables import Row, Table

SHARES = (0.52, 0.24, 0.24)
HELD = "held"
FEWEST = 2  # years that are worth a chart


def told(paper: Paper, found: Gathered) -> list[Standing]:
    """Chart and table; where nothing is recorded, the words for that."""
    words, activities = paper.words, found.dossier.activities
    drawn = chart(paper, activities)
    body = [*drawn, table(paper, found)] if activities else []
    if activities and not any(map(_counted, activities)):
        body.append(paper.remark(words.gettext("No number of participants is recorded.")))
    return paper.chapter(
        words.gettext("Activities by year"),
        body,
        nothing=words.gettext("No activity is recorded."),
        remark=words.gettext("Activities held by year") if drawn else "",
    )


def chart(paper: Paper, activities: Sequence[Activity]) -> list[Standing]:
    """How many activities were held in each year, from the first to the last."""
    years = sorted({each.year for each in activities})
    if not len(years) >= FEWEST or years[-1] - years[0] >= WIDEST:
        return []
    span = range(years[0], years[-1] + 1)
    held = dict.fromkeys(span, 0)
    for each in activities:
        held[each.year] += each.status == HELD
    name = paper.words.gettext("Activities held by year")
    return columns(paper.style, paper.words, span, [Series(name, held)])


def table(paper: Paper, found: Gathered) -> Table:
    """A row for each activity under its year; the names of the programs where there are several,
    and the numbers of participants where any is known."""
    words, style = paper.words, paper.style
    titles = [words.gettext("Activity"), words.gettext("When and where")]
    if any(map(_counted, found.dossier.activities)):
        titles.append(words.gettext("Participants"))
    rows = [style.head_row(titles, [CELL] * len(titles))]
    for year, group in groupby(found.dossier.activities, key=lambda each: each.year):
        rows.append(Row((style.cell(str(year), SMALL_BOLD),), tint=TINT, heading=True))
        rows += [_row(paper, found, each, len(titles)) for each in group]
    return Table(paper.style.widths(SHARES[: len(titles)]), rows)


def _row(paper: Paper, found: Gathered, activity: Activity, columns: int) -> Row:
    people = _people(paper, activity, found.dossier.partnership)
    cells = (
        _named(paper, found, activity),
        paper.style.cell(_when(paper, activity)),
        paper.style.known(people, paper.words.missing),
    )
    return Row(cells[:columns])


def _counted(activity: Activity) -> bool:
    return activity.participants_a is not None or activity.participants_b is not None


def _named(paper: Paper, found: Gathered, activity: Activity) -> Passage:
    proofs = found.proofs(Target.ACTIVITY, activity.id)
    programs = {program.id: program.name for program in found.dossier.programs}
    name = programs.get(activity.program, "") if len(programs) > 1 else ""
    status = "" if activity.status == HELD else activity.status
    told = paper.words.label("activity_statuses", status) if status else ""
    why = ": ".join(filter(None, (told, activity.reason)))
    runs = [Run(activity.name, SMALL), *paper.citations(proofs)]
    for line in filter(None, (name, why, activity.note)):
        runs += [Run("\n", SMALL), Run(line, SMALL_QUIET)]
    return paper.passage(runs, proofs, CELL)


def _when(paper: Paper, activity: Activity) -> str:
    """Its dates, or else its year, which no page break then parts from it; and its place."""
    words = paper.words
    mode = "" if activity.mode == "physical" else words.label("activity_modes", activity.mode)
    place = f"{activity.place} ({mode.lower()})" if activity.place and mode else activity.place
    when = words.date(activity.dates) or str(activity.year)
    return ", ".join(filter(None, (when, place or mode)))


def _people(paper: Paper, activity: Activity, partnership: Partnership) -> str:
    counted = (
        (partnership.a.name, activity.participants_a),
        (partnership.b.name, activity.participants_b),
    )
    return ", ".join(
        f"{name} {paper.words.number(count)}" for name, count in counted if count is not None
    )

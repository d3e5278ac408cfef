"""The table of programs and years: how many linked pages speak of each program in each year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from archive import dates
from archive.records import Dossier, Evidence, Program, Target
from archive.reports.setting import Block
from archive.reports.style import (
    CELL,
    COLUMN,
    FIGURE,
    FIGURE_BOLD,
    FIGURES,
    NOTHING,
    SMALL,
    SMALL_BOLD,
    TINT,
    Style,
)
from archive.reports.tables import Row, Table
from archive.reports.words import Words

YEARS_ACROSS = 11  # as many four-digit columns as stand beside the names of programs
MOST_EMPTY_YEARS = 150  # beyond this span only years with evidence get a column
YEAR_WIDTH = 25.0
DEEPEST = 6  # steps of indentation

Page = tuple[int, int]
Year = int | None  # None: links that name no year


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its name, its depth in the tree, and the pages (document, number) of each year."""

    name: str
    depth: int
    pages: dict[Year, set[Page]]


def period(dossier: Dossier, years: tuple[int, int] | None) -> tuple[int, int] | None:
    """The years a table spans: those asked for, else from the first to the last year known of."""
    if years:
        return years
    known = [year for item in dossier.evidence for year in _years_of(item) if year is not None]
    for program in dossier.programs:
        known += [year for date in (program.starts, program.ends) for year in _bounds(date)]
    return (min(known), max(known)) if known else None


def tables(
    style: Style, words: Words, dossier: Dossier, years: tuple[int, int] | None
) -> list[Table]:
    """The table, broken into several of even width where the period is wide."""
    lines = list(_lines(words, dossier))
    columns = list(_columns(lines, period(dossier, years)))
    return [_table(style, words, lines, part) for part in _even_parts(columns)]


def depths(programs: Sequence[Program]) -> dict[int, int]:
    """How deep each program stands in the tree; parents come before their children."""
    found: dict[int, int] = {}
    for program in programs:
        found[program.id] = found[program.parent] + 1 if program.parent in found else 0
    return found


def _lines(words: Words, dossier: Dossier) -> Iterator[Line]:
    general = {
        Target.PARTNERSHIP: words.gettext("Partnership as a whole"),
        Target.AGREEMENT: words.gettext("Agreements"),
    }
    for target, name in general.items():
        of_target = [item for item in dossier.evidence if item.link.target is target]
        if of_target:
            yield Line(name, 0, _pages(of_target))
    depth = depths(dossier.programs)
    for program in dossier.programs:
        yield Line(program.name, depth[program.id], _pages(_of_program(dossier, program)))


def _of_program(dossier: Dossier, program: Program) -> list[Evidence]:
    return [
        item
        for item in dossier.evidence
        if item.link.target is Target.PROGRAM and item.link.target_id == program.id
    ]


def _pages(evidence: Sequence[Evidence]) -> dict[Year, set[Page]]:
    pages: dict[Year, set[Page]] = {}
    for item in evidence:
        link = item.link
        numbers = range(link.first_page, link.last_page + 1)
        for year in _years_of(item):
            pages.setdefault(year, set()).update((link.document, number) for number in numbers)
    return pages


def _years_of(item: Evidence) -> Sequence[Year]:
    link = item.link
    if link.first_year is None or link.last_year is None:
        return (None,)
    return range(link.first_year, link.last_year + 1)


def _bounds(date: str | None) -> tuple[int, ...]:
    return dates.years(date) if date else ()


def _columns(lines: Sequence[Line], span: tuple[int, int] | None) -> Iterator[Year]:
    if span:
        first, last = span
        crowded = last - first < MOST_EMPTY_YEARS
        held = {year for line in lines for year in line.pages if year is not None}
        within = {year for year in held if first <= year <= last}
        yield from range(first, last + 1) if crowded else sorted(within)
    if any(None in line.pages for line in lines):
        yield None


def _even_parts(columns: Sequence[Year]) -> Iterator[Sequence[Year]]:
    parts = -(-len(columns) // YEARS_ACROSS)
    bounds = [round(len(columns) * part / parts) for part in range(parts + 1)] if parts else []
    for first, last in pairwise(bounds):
        yield columns[first:last]


def _table(style: Style, words: Words, lines: Sequence[Line], years: Sequence[Year]) -> Table:
    across = YEAR_WIDTH if len(years) > 8 else 34.0
    widths = (COLUMN - across * len(years), *([across] * len(years)))
    titles = [
        words.gettext("Program"),
        *(str(year) if year else words.gettext("n.d.") for year in years),
    ]
    head = style.head_row(titles, [CELL, *([FIGURES] * len(years))])
    rows = [_row(style, line, years) for line in lines]
    return Table(widths, [head, *rows, _total(style, words, lines, years)], padding=(3.0, 3.0))


def _row(style: Style, line: Line, years: Sequence[Year]) -> Row:
    depth = min(line.depth, DEEPEST)
    name = style.cell(line.name, SMALL if depth else SMALL_BOLD, Block(11.5, indent=10.0 * depth))
    figures = [len(line.pages.get(year, ())) for year in years]
    cells = [
        style.cell(str(figure) if figure else "·", FIGURE if figure else NOTHING, FIGURES)
        for figure in figures
    ]
    return Row((name, *cells))


def _total(style: Style, words: Words, lines: Sequence[Line], years: Sequence[Year]) -> Row:
    sums = [len(set().union(*(line.pages.get(year, set()) for line in lines))) for year in years]
    cells = [style.cell(str(figure), FIGURE_BOLD, FIGURES) for figure in sums]
    return Row((style.cell(words.gettext("Linked pages in all"), SMALL_BOLD), *cells), tint=TINT)

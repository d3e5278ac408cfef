"""The table of programs and years: how many linked pages speak of each program in each year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive import dates
from archive.records import Dossier, Evidence, Program, Target
from archive.reports.drawing.axis import even_parts
from archive.reports.evidence import by_program
from archive.reports.gathering import Gathered
from archive.reports.paper import Paper
from archive.reports.setting import Block, Standing
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

NAMES = 190.0  # points: room that the columns of years leave to the names of programs
FEW = 8  # years, up to which their columns are roomy
WIDEST = 150  # years that a table can usefully span
NARROW, ROOMY = 25.0, 34.0  # points of a column of a year, many or few of them
BESIDE = 3.0  # points left and right of what stands in a cell
DEEPEST = 6  # steps of indentation

Page = tuple[int, int]
Span = tuple[int, int]
Year = int | None  # None: links that name no year


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its name, its depth in the tree, and the pages (document, number) of each year."""

    name: str
    depth: int
    pages: dict[Year, set[Page]]


def told(paper: Paper, found: Gathered) -> list[Standing]:
    """The chapter of programs and years; in words where a table would be of no use."""
    words, dossier = paper.words, by_program(found.dossier)
    title = words.gettext("Programs by year")
    if not dossier.programs and not dossier.evidence:
        return paper.chapter(title, [], nothing=words.gettext("No program is recorded."))
    span = period(dossier, paper.request.years)
    if span and too_wide(span):
        told = words.gettext(
            "From {first} to {last} are too many years for a table.", first=span[0], last=span[1]
        )
        return paper.chapter(title, [], nothing=told)
    made = tables(paper.style, words, dossier, span)
    if not made:
        names = "; ".join(program.name for program in dossier.programs)
        told = words.gettext("Programs without any recorded year: {names}.", names=names)
        return paper.chapter(title, [paper.style.passage(told)])
    note = words.gettext(
        "The figures count linked pages. A page that speaks of several years counts in each; "
        "in the sum line a page counts once for each year; a dot means that no page is linked; "
        "n.d. means that no year is recorded."
    )
    return paper.chapter(title, made, remark=note)


def period(dossier: Dossier, years: tuple[int, int] | None) -> Span | None:
    """The years a table spans: those asked for, else from the first to the last year known of."""
    if years:
        return years
    known = [year for item in dossier.evidence for year in _named(item) if year is not None]
    for program in dossier.programs:
        known += [year for date in (program.starts, program.ends) for year in _bounds(date)]
    return (min(known), max(known)) if known else None


def too_wide(span: Span) -> bool:
    """Whether a table of these years would be of no use, as when a year was mistyped."""
    return span[1] - span[0] >= WIDEST


def tables(style: Style, words: Words, dossier: Dossier, span: Span | None) -> list[Table]:
    """The table, broken into several of even width where the period is wide."""
    lines = list(_lines(words, dossier, span))
    years: list[Year] = list(range(span[0], span[1] + 1)) if span else []
    if any(None in line.pages for line in lines):
        years.append(None)
    across = _across(style, words, years)
    parts = even_parts(years, int((COLUMN - NAMES) // across))
    return [_table(style, words, lines, part, across) for part in parts]


def depths(programs: Sequence[Program]) -> dict[int, int]:
    """How deep each program stands in the tree; parents come before their children."""
    found: dict[int, int] = {}
    for program in programs:
        found[program.id] = found[program.parent] + 1 if program.parent in found else 0
    return found


def _lines(words: Words, dossier: Dossier, span: Span | None) -> Iterator[Line]:
    general = {
        Target.PARTNERSHIP: words.gettext("Partnership as a whole"),
        Target.AGREEMENT: words.gettext("Agreements"),
    }
    for target, name in general.items():
        of_target = [item for item in dossier.evidence if item.link.target is target]
        if of_target:
            yield Line(name, 0, _pages(of_target, span))
    depth, supporting = depths(dossier.programs), _by_program(dossier)
    for program in dossier.programs:
        pages = _pages(supporting.get(program.id, []), span)
        yield Line(program.name, depth[program.id], pages)


def _by_program(dossier: Dossier) -> dict[int, list[Evidence]]:
    found: dict[int, list[Evidence]] = {}
    for item in dossier.evidence:
        if item.link.target is Target.PROGRAM:
            found.setdefault(item.link.target_id, []).append(item)
    return found


def _pages(evidence: Sequence[Evidence], span: Span | None) -> dict[Year, set[Page]]:
    pages: dict[Year, set[Page]] = {}
    for item in evidence:
        link = item.link
        numbers = range(link.first_page, link.last_page + 1)
        for year in _years_of(item, span):
            pages.setdefault(year, set()).update((link.document, number) for number in numbers)
    return pages


def _years_of(item: Evidence, span: Span | None) -> Sequence[Year]:
    first, last = item.link.first_year, item.link.last_year
    if first is None or last is None or span is None:
        return (None,)
    return range(max(first, span[0]), min(last, span[1]) + 1)


def _named(item: Evidence) -> tuple[Year, Year]:
    return item.link.first_year, item.link.last_year


def _bounds(date: str | None) -> Iterator[int]:
    """The years of a date, those it leaves open left out."""
    open_ended = {int(dates.EARLIEST[:4]), int(dates.LATEST[:4])}
    yield from (year for year in dates.years(date) if year not in open_ended) if date else ()


def _across(style: Style, words: Words, years: Sequence[Year]) -> float:
    """How wide a column is: no year may break in its head, in whatever face it is set."""
    widest = max((style.head(_name(words, year)).natural_width for year in years), default=0.0)
    return max(NARROW if len(years) > FEW else ROOMY, widest + 2 * BESIDE + 0.5)


def _name(words: Words, year: Year) -> str:
    return str(year) if year else words.gettext("n.d.")


def _table(
    style: Style, words: Words, lines: Sequence[Line], years: Sequence[Year], across: float
) -> Table:
    widths = (COLUMN - across * len(years), *([across] * len(years)))
    titles = [words.gettext("Program"), *(_name(words, year) for year in years)]
    head = style.head_row(titles, [CELL, *([FIGURES] * len(years))])
    rows = [_row(style, line, years) for line in lines]
    return Table(widths, [head, *rows, _total(style, words, lines, years)], padding=(BESIDE, 3.0))


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

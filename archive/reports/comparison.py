"""Two to four cases side by side: rows align by theme, so that opposite findings meet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from archive.catalogue.comparison import Case, Entry, Line, compare
from archive.errors import Invalid
from archive.records import Evidence, LeftOut
from archive.reports.citations import Citable, Cited, once
from archive.reports.findings_told import SIGNS, said
from archive.reports.gathering import Gathered, gathered, summed
from archive.reports.paper import Paper
from archive.reports.proving import naming
from archive.reports.request import N_, Report, ReportRequest, Subject, Telling, Years
from archive.reports.setting import Passage, Run, Standing
from archive.reports.style import CELL, SMALL, SMALL_BOLD, SMALL_QUIET
from archive.reports.tables import Row, Table

if TYPE_CHECKING:
    from archive.archive import Archive

FEWEST, MOST = 2, 4
MOST_CITED = 3  # of one entry; the rest is counted
NAMES = ("agreements", "programs", "activities")  # rows of records that pages are linked to
NAME_SHARE = 0.16  # of the column, for what a row is about


@dataclass(frozen=True, slots=True)
class Compared:
    """The cases as they were chosen, and the documents they may cite.

    `beyond` are links of other years: they still prove what they are linked to.
    """

    cases: tuple[Case, ...]
    documents: tuple[Cited, ...]
    left_out: LeftOut
    beyond: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A case in print, with the links that prove each thing of it."""

    case: Case
    name: str
    found: Gathered


def gather(archive: Archive, request: ReportRequest) -> Compared:
    """The cases asked for. Raises `NotFound`; `Invalid` unless they are two to four."""
    if not FEWEST <= len(request.cases) <= MOST:
        raise Invalid("cases", "number")
    found = [gathered(archive, each.partnership, each.years) for each in request.cases]
    cases = tuple(
        Case(one.dossier, each.field, each.years)
        for one, each in zip(found, request.cases, strict=True)
    )
    known = {each.document: each for one in found for each in one.documents}
    beyond = {each.link.id: each for one in found for each in one.beyond}
    left_out = _left_out(archive, request)
    return Compared(cases, tuple(known.values()), left_out, tuple(beyond.values()))


def _left_out(archive: Archive, request: ReportRequest) -> LeftOut:
    """Nothing counted twice where cases are of one partnership: its years are taken together."""
    periods: dict[int, list[Years | None]] = {}
    for each in request.cases:
        periods.setdefault(each.partnership, []).append(each.years)
    return summed(
        archive.partnerships.left_out(each, _together(asked)) for each, asked in periods.items()
    )


def _together(periods: Sequence[Years | None]) -> Years | None:
    known = [each for each in periods if each]
    if len(known) < len(periods):
        return None
    return min(first for first, _last in known), max(last for _first, last in known)


def compose(paper: Paper, compared: Compared) -> Telling:
    """A table of facts, one of findings by kind, one by theme."""
    words = paper.words
    paper.may_cite(compared.documents)
    titles = {
        "fact": words.gettext("What they are"),
        "finding": words.gettext("What the sources find"),
        "theme": words.gettext("Theme by theme"),
    }
    columns = [_column(paper, compared, case) for case in compared.cases]
    remarks = {
        "fact": words.gettext(
            "As entered in the archive; names stand with the pages linked to them as evidence."
        )
    }
    story: list[Standing] = []
    for kind, lines in groupby(compare(compared.cases), key=lambda line: line.kind):
        body = [_table(paper, columns, list(lines))]
        story += paper.chapter(titles[kind], body, remark=remarks.get(kind, ""))
    title = " · ".join(column.name for column in columns)
    note = words.gettext(
        "A finding stands with its sign: + for, − against, ○ neither. A dash means that the "
        "archive has nothing to say of it for this case."
    )
    lead = words.ngettext("{count} case", "{count} cases", len(compared.cases))
    return Telling(title, story, lead, notes=(note,), left_out=compared.left_out)


def _column(paper: Paper, compared: Compared, case: Case) -> Column:
    found = Gathered(case.dossier, compared.documents, compared.left_out, compared.beyond)
    return Column(case, _case_name(paper, case), found)


def _case_name(paper: Paper, case: Case) -> str:
    """`Jakarta–Beijing, youth and sport, 2017–2019`."""
    field = paper.words.label("fields", case.field) if case.field else ""
    years = paper.words.years(*case.period) if case.period else ""
    return ", ".join(filter(None, (case.dossier.partnership.title, field, years)))


def _table(paper: Paper, columns: Sequence[Column], lines: Sequence[Line]) -> Table:
    style = paper.style
    head = style.head_row(["", *(column.name for column in columns)], [CELL] * (len(columns) + 1))
    rows = [_row(paper, columns, line) for line in lines]
    share = (1 - NAME_SHARE) / len(columns)
    return Table(paper.style.widths([NAME_SHARE, *[share] * len(columns)]), [head, *rows])


def _row(paper: Paper, columns: Sequence[Column], line: Line) -> Row:
    cells = [
        _cell(paper, column, line, entries)
        for column, entries in zip(columns, line.cells, strict=True)
    ]
    return Row((paper.style.cell(_row_name(paper, line), SMALL_BOLD), *cells))


def _row_name(paper: Paper, line: Line) -> str:
    words = paper.words
    if line.kind == "finding":
        return words.label("finding_kinds", line.code)
    if line.kind == "theme":
        return words.label("finding_themes", line.code)
    names = {
        "since": words.gettext("Since"),
        "agreements": words.gettext("Agreements"),
        "fields": words.gettext("Fields agreed"),
        "programs": words.gettext("Programs"),
        "activities": words.gettext("Activities held by year"),
        "actors": words.gettext("Actors"),
    }
    return names[line.code]


def _cell(paper: Paper, column: Column, line: Line, entries: Sequence[Entry]) -> Passage:
    runs: list[Run] = []
    cites: list[Citable] = []
    for entry in entries:
        items = once(_sources(column, line, entry))
        cites += items[:MOST_CITED]
        runs += [Run("\n", SMALL)] if runs else []
        runs += _entry(paper, column, line, entry)
        if items or _provable(line):
            runs += paper.citations(items, MOST_CITED)
    field = column.case.field
    if line.code == "fields" and field and field not in {each.words for each in entries}:
        runs += [Run("\n", SMALL)] if runs else []
        runs.append(Run(_not_named(paper, field), SMALL_QUIET))
    return paper.passage(runs or [Run("–", SMALL_QUIET)], cites, CELL)


def _provable(line: Line) -> bool:
    """Whether what stands in a row is a sentence or a name, to which pages can be linked."""
    return line.kind != "fact" or line.code in NAMES


def _sources(column: Column, line: Line, entry: Entry) -> Sequence[Citable]:
    """The finding's page; the links of a record behind its name; those that name a date."""
    if entry.finding is not None:
        return [entry.finding]
    linked = [each for proved in entry.proved for each in column.found.proofs(*proved)]
    if line.code == "since":
        return naming(linked, entry.words)
    return linked if line.code in NAMES else ()


def _not_named(paper: Paper, field: str) -> str:
    name = paper.words.label("fields", field)
    return paper.words.gettext("{field}: named in no agreement", field=name)


def _plain(paper: Paper, column: Column, line: Line, entry: Entry) -> str:
    """A fact in the words of the print: dates and fields are codes."""
    if line.code == "since":
        return paper.words.date(entry.words)
    if line.code == "activities":
        return _counted(paper, column, entry)
    return paper.words.label("fields", entry.words) if line.code == "fields" else entry.words


def _counted(paper: Paper, column: Column, entry: Entry) -> str:
    """`2018: 4 activities, 1 with a source`; a page is never cited for those it does not prove."""
    words, count = paper.words, len(entry.proved)
    year = entry.words.split(":")[0]
    held = words.ngettext("{count} activity", "{count} activities", count)
    proven = sum(bool(column.found.proofs(*each)) for each in entry.proved)
    if proven in (0, count):
        return f"{year}: {held}"
    sourced = words.gettext("{count} with a source", count=proven)
    return f"{year}: {held}, {sourced}"


def _entry(paper: Paper, column: Column, line: Line, entry: Entry) -> list[Run]:
    words, finding = paper.words, entry.finding
    if finding is None:
        return [Run(_plain(paper, column, line, entry), SMALL)]
    values = finding.values
    kind = words.label("finding_kinds", values.kind) if line.kind == "theme" else ""
    value = words.label("verdicts", values.value) if values.value else ""
    number = f"{values.number}" if values.number else ""
    before = " ".join(filter(None, (SIGNS.get(values.polarity, ""), kind, number, value)))
    before = f"{before}: " if before not in ("", *SIGNS.values()) else f"{before} ".lstrip()
    runs = [Run(before, SMALL_QUIET)] if before else []
    return [*runs, Run(said(paper, finding), SMALL)]


REPORT = Report(
    "comparison",
    N_("Comparison"),
    Subject.CASES,
    Compared,
    gather,
    compose,
    purpose=N_("Two to four cases side by side, each statement with its source."),
    place=30,
    landscape=True,
)

"""Two to four cases side by side: rows align by theme, so that opposite findings meet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from archive.catalogue.comparison import Case, Entry, Line, compare
from archive.errors import Invalid
from archive.records import LeftOut
from archive.reports.citations import Citable, Cited, once
from archive.reports.findings_told import SIGNS, said
from archive.reports.gathering import Proofs, by_subject, documents_of, gathered, summed
from archive.reports.paper import Paper
from archive.reports.registered import widths
from archive.reports.request import N_, Report, ReportRequest, Subject, Telling, Years
from archive.reports.setting import Passage, Run, Standing
from archive.reports.style import CELL, SMALL, SMALL_BOLD, SMALL_QUIET
from archive.reports.tables import Row, Table

if TYPE_CHECKING:
    from archive.archive import Archive

FEWEST, MOST = 2, 4
MOST_CITED = 3  # of one entry; the rest is counted
NAME_SHARE = 0.16  # of the column, for what a row is about


@dataclass(frozen=True, slots=True)
class Compared:
    """The cases as they were chosen, and the documents they may cite."""

    cases: tuple[Case, ...]
    documents: tuple[Cited, ...]
    left_out: LeftOut


@dataclass(frozen=True, slots=True)
class Column:
    """A case in print, with the links that prove each thing of it."""

    case: Case
    name: str
    proofs: Proofs


def gather(archive: Archive, request: ReportRequest) -> Compared:
    """The cases asked for. Raises `NotFound`; `Invalid` unless they are two to four."""
    if not FEWEST <= len(request.cases) <= MOST:
        raise Invalid("cases", "number")
    found = [gathered(archive, each.partnership, each.years) for each in request.cases]
    cases = tuple(
        Case(one.dossier, each.field, each.years)
        for one, each in zip(found, request.cases, strict=True)
    )
    documents = documents_of(archive, [case.dossier for case in cases])
    return Compared(cases, documents, _left_out(archive, request))


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
    columns = [
        Column(case, _case_name(paper, case), by_subject(case.dossier.evidence))
        for case in compared.cases
    ]
    story: list[Standing] = []
    for kind, lines in groupby(compare(compared.cases), key=lambda line: line.kind):
        story += paper.chapter(titles[kind], [_table(paper, columns, list(lines))])
    title = " · ".join(column.name for column in columns)
    note = words.gettext(
        "A finding stands with its sign: + for, − against, ○ neither. A dash means that the "
        "archive has nothing to say of it for this case."
    )
    lead = words.ngettext("{count} case", "{count} cases", len(compared.cases))
    return Telling(title, story, lead, notes=(note,), left_out=compared.left_out)


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
    return Table(widths(paper, [NAME_SHARE, *[share] * len(columns)]), [head, *rows])


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
        items = once(_sources(column, entry))
        cites += items[:MOST_CITED]
        runs += [Run("\n", SMALL)] if runs else []
        runs += [*_entry(paper, line, entry), *paper.citations(items, MOST_CITED)]
    field = column.case.field
    if line.code == "fields" and field and field not in {each.words for each in entries}:
        runs += [Run("\n", SMALL)] if runs else []
        runs.append(Run(_not_named(paper, field), SMALL_QUIET))
    return paper.passage(runs or [Run("–", SMALL_QUIET)], cites, CELL)


def _sources(column: Column, entry: Entry) -> list[Citable]:
    """Where it stands: the finding's page, or the links of the records behind plain words."""
    if entry.finding is not None:
        return [entry.finding]
    return [each for proved in entry.proved for each in column.proofs.get(proved, ())]


def _not_named(paper: Paper, field: str) -> str:
    name = paper.words.label("fields", field)
    return paper.words.gettext("{field}: named in no agreement", field=name)


def _plain(paper: Paper, line: Line, said: str) -> str:
    """A fact in the words of the print: dates and fields are codes."""
    if line.code == "since":
        return paper.words.date(said)
    return paper.words.label("fields", said) if line.code == "fields" else said


def _entry(paper: Paper, line: Line, entry: Entry) -> list[Run]:
    words, finding = paper.words, entry.finding
    if finding is None:
        return [Run(_plain(paper, line, entry.words), SMALL)]
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

"""Determinants: the numbered factors a source names for success or failure, and its verdict."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from archive.records import Finding
from archive.records.findings import DETERMINANT
from archive.reports.findings_told import heading_runs, quoted, sign
from archive.reports.gathering import Gathered, gathered
from archive.reports.paper import Paper
from archive.reports.profile import lead
from archive.reports.request import N_, Period, Report, ReportRequest, Subject, Telling
from archive.reports.setting import Standing
from archive.reports.style import CELL, SMALL_BOLD
from archive.reports.tables import Row, Table

if TYPE_CHECKING:
    from archive.archive import Archive

BESIDE = ("supporting_factor", "obstacle", "weakness", "statement")
SHARES = (0.06, 0.55, 0.19, 0.20)


def gather(archive: Archive, request: ReportRequest) -> Gathered:
    """The dossier of `request.partnership`. Raises `NotFound`."""
    return gathered(archive, request.partnership, request.years)


def compose(paper: Paper, found: Gathered) -> Telling:
    """The verdicts, then the factors of each framework, then what else bears on them."""
    words, dossier = paper.words, found.dossier
    paper.may_cite(found.documents)
    factors = [each for each in dossier.findings if each.values.kind == DETERMINANT]
    nothing = words.gettext("No determinant is recorded.")
    story = [
        *_verdicts(paper, [each for each in dossier.findings if each.values.kind == "verdict"]),
        *(_factors(paper, factors) or paper.chapter(_title(paper, ""), [], nothing=nothing)),
        *_beside(paper, dossier.findings, {each.values.theme for each in factors}),
    ]
    partnership = dossier.partnership
    return Telling(partnership.title, story, lead(words, partnership), left_out=found.left_out)


def _verdicts(paper: Paper, verdicts: list[Finding]) -> list[Standing]:
    body = [paper.statement(heading_runs(paper, each), [each]) for each in verdicts]
    return paper.chapter(paper.words.gettext("Verdict"), body)


def _factors(paper: Paper, factors: list[Finding]) -> list[Standing]:
    ordered = sorted(factors, key=lambda each: (each.values.framework, each.values.number or 0))
    story: list[Standing] = []
    for framework, group in groupby(ordered, key=lambda each: each.values.framework):
        story += paper.chapter(_title(paper, framework), [_table(paper, list(group))])
    return story


def _title(paper: Paper, framework: str) -> str:
    words = paper.words
    return (
        words.gettext("Factors: {framework}", framework=framework)
        if framework
        else (words.gettext("Factors"))
    )


def _table(paper: Paper, factors: list[Finding]) -> Table:
    words, style = paper.words, paper.style
    titles = [
        words.gettext("No."),
        words.gettext("Factor"),
        words.gettext("Theme"),
        words.gettext("Effect"),
    ]
    head = style.head_row(titles, [CELL] * len(titles))
    return Table(paper.style.widths(SHARES), [head, *(_row(paper, each) for each in factors)])


def _row(paper: Paper, factor: Finding) -> Row:
    words, style, values = paper.words, paper.style, factor.values
    theme = words.label("finding_themes", values.theme) if values.theme else ""
    cells = (
        style.cell(str(values.number or "–"), SMALL_BOLD),
        paper.cell(quoted(paper, factor), [factor]),
        style.known(theme, words.missing),
        style.known(sign(paper, values.polarity), words.missing),
    )
    return Row(cells)


def _beside(paper: Paper, findings: tuple[Finding, ...], themes: set[str]) -> list[Standing]:
    """Other findings of the same themes: they may bear a factor out, or speak against it."""
    others = [
        each
        for each in findings
        if each.values.kind in BESIDE and each.values.theme in themes - {""}
    ]
    body = [paper.statement(heading_runs(paper, each), [each]) for each in others]
    remark = paper.words.gettext("They may bear a factor out, or speak against it.")
    return paper.chapter(
        paper.words.gettext("Other findings on the same themes"), body, remark=remark
    )


REPORT = Report(
    "determinants",
    N_("Determinants"),
    Subject.PARTNERSHIP,
    Gathered,
    gather,
    compose,
    period=Period.YEARS,
    purpose=N_("What helped or hindered one partnership, and how it worked, as the documents say."),
    place=35,
)

"""Words a finding: what it says, of what it is, and the source's own words where they differ."""

from __future__ import annotations

from archive.records import Finding
from archive.reports.paper import Paper
from archive.reports.setting import Run
from archive.reports.style import BODY, SMALL, SMALL_BOLD, SMALL_QUIET
from archive.text import fold

SIGNS = {"positive": "+", "negative": "−", "neutral": "○"}


def said(paper: Paper, finding: Finding) -> str:
    """The statement, or that the source names the matter and says nothing of it; empty for a
    verdict that is told by its value alone."""
    values = finding.values
    if values.empty or not (values.statement or values.value):
        return paper.words.gettext("not recorded in the source")
    return values.statement


def sign(paper: Paper, polarity: str) -> str:
    """`− negative`: the sign stands first, so that it is seen at a glance."""
    if not polarity:
        return ""
    return f"{SIGNS.get(polarity, '')} {paper.words.label('polarities', polarity)}".strip()


def headed(paper: Paper, finding: Finding) -> str:
    """What kind of finding it is, and on what: `Obstacle 1 · Budget`; a verdict with its value."""
    values, words = finding.values, paper.words
    kind = words.label("finding_kinds", values.kind)
    kind = f"{kind} {values.number}" if values.number else kind
    value = words.label("verdicts", values.value) if values.value else ""
    theme = words.label("finding_themes", values.theme) if values.theme else ""
    field = words.label("fields", values.field) if values.field else ""
    return " · ".join(filter(None, (kind, value, theme, field)))


def heading_runs(paper: Paper, finding: Finding) -> list[Run]:
    """A line that says what it is, and below it the statement."""
    return [
        Run(headed(paper, finding), SMALL_QUIET),
        Run("\n", SMALL),
        Run(said(paper, finding), BODY),
    ]


def quoted(paper: Paper, finding: Finding) -> list[Run]:
    """The statement for a cell, and the quote below it where it says more than the statement."""
    runs = [Run(said(paper, finding), SMALL_BOLD)]
    if says_more(finding):
        runs += [Run("\n", SMALL), Run(f"“{finding.values.source.quote}”", SMALL_QUIET)]
    return runs


def says_more(finding: Finding) -> bool:
    """Whether the quote is not the statement once more."""
    quote = finding.values.source.quote
    return bool(quote) and fold(quote).strip(" .") != fold(finding.values.statement).strip(" .")

"""How a program works, step by step, as its sources count the steps."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from archive.records import Finding
from archive.reports.drawing.steps import Step, steps
from archive.reports.findings_listed import listed
from archive.reports.findings_told import said, says_more
from archive.reports.paper import Paper
from archive.reports.setting import Standing

KIND = "mechanism"


def told(paper: Paper, findings: Sequence[Finding]) -> list[Standing]:
    """The steps of each source in its order; what no source counts comes after."""
    of = [each for each in findings if each.values.kind == KIND]
    counted = [each for each in of if each.values.number]
    sources = list(dict.fromkeys(each.values.source.document for each in counted))
    counted.sort(key=lambda each: (sources.index(each.values.source.document), _number(each)))
    body: list[Standing] = []
    for _source, group in groupby(counted, key=lambda each: each.values.source.document):
        of_one = list(group)
        drawn = steps(paper.style, [_step(paper, each) for each in of_one])
        body += paper.group(_according(paper, of_one[0]), drawn) if len(sources) > 1 else drawn
    body += listed(paper, [each for each in of if not each.values.number])
    nothing = paper.words.gettext("No mechanism is recorded.")
    return paper.chapter(paper.words.gettext("Mechanism"), body, nothing=nothing)


def _step(paper: Paper, finding: Finding) -> Step:
    values = finding.values
    years = paper.words.years(values.first_year, values.last_year) if values.first_year else ""
    quote = f"“{values.source.quote}”" if says_more(finding) else ""
    return Step(
        said(paper, finding),
        years,
        quote,
        tuple(paper.citations([finding])),
        paper.anchors([finding]),
        values.number,
    )


def _according(paper: Paper, finding: Finding) -> str:
    return paper.words.gettext("According to {title}", title=finding.title)


def _number(finding: Finding) -> int:
    return finding.values.number or 0

"""What sources say, as a print lists it: by kind, by whom it concerns, with the words of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from archive.records import Finding, Partnership, Program
from archive.reports.differing import side_by_side
from archive.reports.findings_told import said, says_more
from archive.reports.paper import Paper
from archive.reports.setting import Passage, Run, Standing
from archive.reports.style import (
    BODY,
    BODY_BOLD,
    BODY_ITALIC,
    DIFFERING,
    GROUP,
    ITEM,
    QUIET_BODY,
    SMALL,
    SMALL_ITALIC,
    SMALL_QUIET,
)
from archive.reports.tables import Opening

SIDES = ("a", "b", "both", "")
Findings = Sequence[Finding]


def of_kinds(findings: Iterable[Finding], kinds: Sequence[str]) -> list[Finding]:
    """Those of these kinds, in the order of the kinds."""
    of = list(findings)
    return [each for kind in kinds for each in of if each.values.kind == kind]


def title(paper: Paper, kind: str) -> str:
    """What several findings of a kind are called."""
    gettext = paper.words.gettext
    return {
        "verdict": gettext("Verdicts"),
        "supporting_factor": gettext("Supporting factors"),
        "obstacle": gettext("Obstacles"),
        "weakness": gettext("Weaknesses"),
        "determinant": gettext("Determinants"),
        "benefit": gettext("Benefits"),
        "impact": gettext("Impacts"),
        "solution": gettext("Solutions"),
        "recommendation": gettext("Recommendations"),
        "mechanism": gettext("Mechanism"),
        "motivation": gettext("Motivations"),
        "statement": gettext("Statements"),
    }[kind]


def kinds(paper: Paper, findings: Findings, programs: Sequence[Program]) -> list[Standing]:
    """A section for each kind, in the order they come; under it what is said of each program."""
    story: list[Standing] = []
    for kind, group in groupby(findings, key=lambda each: each.values.kind):
        story += paper.section(title(paper, kind), of_programs(paper, list(group), programs))
    return story


def of_programs(paper: Paper, findings: Findings, programs: Sequence[Program]) -> list[Standing]:
    """What is said of the partnership as a whole, then of each program under its name."""
    places = {program.id: (place, program.name) for place, program in enumerate(programs, 1)}
    whole = 0, ""
    return _grouped(
        paper, findings, lambda each: places.get(each.values.program or 0, whole), lambda of: of[1]
    )


def by_side(paper: Paper, findings: Findings, partnership: Partnership) -> list[Standing]:
    """What is said for either city under its name, for both, and for none that is named."""
    words = paper.words
    names = {
        "a": words.gettext("For {city}", city=partnership.a.name),
        "b": words.gettext("For {city}", city=partnership.b.name),
        "both": words.gettext("For both cities"),
        "": words.gettext("For neither city by name"),
    }
    return _grouped(
        paper,
        findings,
        lambda each: (SIDES.index(each.values.side), each.values.side),
        lambda of: names[of[1]],
    )


def listed(paper: Paper, findings: Findings) -> list[Standing]:
    """One passage for each; what differs stands together under a line that says so."""
    story: list[Standing] = []
    for group in side_by_side(_in_lists(findings)):
        if len(group) > 1:
            story.append(_side_by_side(paper, group))
        else:
            story.append(told(paper, group[0]))
    return story


def told(paper: Paper, finding: Finding, *, differing: bool = False) -> Passage:
    """What is said, with its citation; under it, quietly, of what, and the source's own words."""
    values = finding.values
    number = f"{values.number}." if values.number else "" if differing else "–"
    quiet = [*_about(paper, finding), *_quote(finding)]
    runs = [*_statement(paper, finding), *paper.citations([finding])]
    for run in quiet:
        runs += [Run("\n", SMALL), run]
    block = DIFFERING if differing else ITEM
    label = Run(number, BODY) if number else None
    return paper.passage(runs, [finding], block, label=label)


def _side_by_side(paper: Paper, group: Findings) -> Opening:
    """What differs, in one piece as long as a page holds it."""
    line = paper.style.passage(paper.words.gettext("Sources differ:"), QUIET_BODY, GROUP)
    *others, last = [told(paper, each, differing=True) for each in group]
    return Opening([line, *others], last)


def _grouped(
    paper: Paper,
    findings: Findings,
    place: Callable[[Finding], tuple[int, str]],
    name: Callable[[tuple[int, str]], str],
) -> list[Standing]:
    story: list[Standing] = []
    for of, group in groupby(sorted(findings, key=place), key=place):
        body = listed(paper, list(group))
        story += paper.group(name(of), body) if name(of) else body
    return story


def _in_lists(findings: Findings) -> list[Finding]:
    """What one source counts stays together in its order; what is not counted comes after."""
    first: dict[tuple[str, int], int] = {}
    for place, each in enumerate(findings):
        if each.values.number:
            first.setdefault(_list(each), place)

    def where(each: Finding) -> tuple[bool, int, int]:
        number = each.values.number or 0
        return not number, first[_list(each)] if number else 0, number

    return sorted(findings, key=where)


def _list(finding: Finding) -> tuple[str, int]:
    return finding.values.framework, finding.values.source.document


def _statement(paper: Paper, finding: Finding) -> Iterator[Run]:
    values, words = finding.values, paper.words
    theme = words.label("finding_themes", values.theme) if values.theme else ""
    if values.empty or not (values.statement or values.value):
        subject = [Run(f"{theme}: ", BODY)] if theme else []
        yield from (*subject, Run(said(paper, finding), BODY_ITALIC))
        return
    if values.value:
        yield Run(f"{words.label('verdicts', values.value)}. ", BODY_BOLD)
    quoted = bool(values.statement) and values.statement == values.source.quote
    yield Run(f"“{values.statement}”" if quoted else values.statement, BODY)


def _quote(finding: Finding) -> Iterator[Run]:
    if says_more(finding):
        yield Run(f"“{finding.values.source.quote}”", SMALL_ITALIC)


def _about(paper: Paper, finding: Finding) -> Iterator[Run]:
    values, words = finding.values, paper.words
    named = (
        words.label("finding_themes", values.theme) if values.theme and not values.empty else "",
        values.framework,
        words.label("fields", values.field) if values.field else "",
        words.years(values.first_year, values.last_year) if values.first_year else "",
        values.note,
    )
    about = " · ".join(filter(None, named))
    if about:
        yield Run(about, SMALL_QUIET)

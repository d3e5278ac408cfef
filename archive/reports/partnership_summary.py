"""The partnership summary: what is known of it, each statement with its document and page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from archive.catalogue.lanes import timeline
from archive.records import Dossier, Target
from archive.reports import (
    activities,
    actors,
    agreements,
    evidence,
    findings_listed,
    profile,
    programs_by_year,
    recommendations,
)
from archive.reports.drawing.timeline import timeline as drawn
from archive.reports.gathering import Gathered, gathered
from archive.reports.paper import Paper
from archive.reports.request import N_, Period, Report, ReportRequest, Subject, Telling
from archive.reports.setting import Standing

if TYPE_CHECKING:
    from archive.archive import Archive

EVALUATION = ("verdict", "determinant", "weakness")
BENEFIT = "benefit"
FINDINGS = (
    *("supporting_factor", "obstacle", BENEFIT, "impact", "solution", "motivation"),
    *("mechanism", "statement"),
)


def gather(archive: Archive, request: ReportRequest) -> Gathered:
    """The dossier of `request.partnership`, or of one program in it. Raises `NotFound`."""
    return gathered(archive, request.partnership, request.years, request.program)


def compose(paper: Paper, found: Gathered) -> Telling:
    """All chapters in order."""
    paper.may_cite(found.documents)
    dossier = found.dossier
    partnership = dossier.partnership
    story = [
        *profile.told(paper, found),
        *profile.fields(paper, found),
        *agreements.told(paper, found),
        *_timeline(paper, dossier),
        *programs_by_year.told(paper, found),
        *(activities.told(paper, found) if dossier.activities else ()),
        *_findings(paper, dossier),
        *_evaluation(paper, dossier),
        *recommendations.told(paper, dossier.findings),
        *actors.told(paper, dossier.roles, partnership),
        *evidence.told(paper, dossier),
    ]
    lead = profile.lead(paper.words, partnership)
    return Telling(_title(paper, dossier), story, lead, left_out=found.left_out)


def _title(paper: Paper, dossier: Dossier) -> str:
    """The partnership, the program if one was asked for, and the years if some were."""
    program = paper.request.program
    name = next((each.name for each in dossier.programs if each.id == program), "")
    years = paper.period() if paper.request.years else ""
    return ", ".join(filter(None, (dossier.partnership.title, name, years)))


def _timeline(paper: Paper, dossier: Dossier) -> list[Standing]:
    """Agreements and programs over the years; what has no year is told in words elsewhere."""
    shown = timeline(dossier, date.fromisoformat(paper.request.printed))
    lanes = tuple(lane for lane in shown.lanes if lane.span or lane.marks)
    alone = all(lane.target is Target.PARTNERSHIP for lane in lanes)
    if alone or programs_by_year.too_wide((shown.first, shown.last)):
        return []
    body = drawn(paper.style, paper.words, replace(shown, lanes=lanes))
    return paper.chapter(paper.words.gettext("Timeline"), body)


def _findings(paper: Paper, dossier: Dossier) -> list[Standing]:
    """What the sources say, by kind; what it was good for stands under each city."""
    body: list[Standing] = []
    for kind in FINDINGS:
        of_kind = findings_listed.of_kinds(dossier.findings, [kind])
        if kind == BENEFIT:
            sides = findings_listed.by_side(paper, of_kind, dossier.partnership)
            body += paper.section(findings_listed.title(paper, kind), sides)
        else:
            body += findings_listed.kinds(paper, of_kind, dossier.programs)
    return paper.chapter(paper.words.gettext("Findings"), body)


def _evaluation(paper: Paper, dossier: Dossier) -> list[Standing]:
    found = findings_listed.of_kinds(dossier.findings, EVALUATION)
    body = findings_listed.kinds(paper, found, dossier.programs)
    nothing = paper.words.gettext("No verdict is recorded.")
    return paper.chapter(paper.words.gettext("Evaluation"), body, nothing=nothing)


REPORT = Report(
    "partnership_summary",
    N_("Partnership summary"),
    Subject.PARTNERSHIP,
    Gathered,
    gather,
    compose,
    period=Period.YEARS,
    purpose=N_(
        "One partnership at a glance, with its agreements, programs and sources: for a meeting"
        " or a visit."
    ),
    place=10,
)

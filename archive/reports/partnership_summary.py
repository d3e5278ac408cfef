"""The partnership summary: what is known of it, each statement with its document and page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from archive.errors import NotFound
from archive.records import Dossier, Program, Target
from archive.reports import evidence, profile, programs_by_year
from archive.reports.gathering import Gathered, gathered
from archive.reports.paper import Paper
from archive.reports.request import N_, Period, Report, ReportRequest, Subject, Telling
from archive.reports.setting import Standing

if TYPE_CHECKING:
    from archive.archive import Archive


def gather(archive: Archive, request: ReportRequest) -> Gathered:
    """The dossier of `request.partnership`, or of one program in it. Raises `NotFound`."""
    found = gathered(archive, request.partnership, request.years)
    dossier = evidence.by_program(found.dossier)
    if request.program is not None:
        dossier = of_program(dossier, request.program)
    return replace(found, dossier=dossier)


def of_program(dossier: Dossier, program: int) -> Dossier:
    """What a dossier holds of one program and those below it. Raises `NotFound`."""
    dossier = evidence.by_program(dossier)
    kept: list[Program] = []
    for candidate in dossier.programs:
        if candidate.id == program or candidate.parent in {above.id for above in kept}:
            kept.append(candidate)
    if not kept:
        raise NotFound("program", str(program))
    subjects = {(Target.PROGRAM, candidate.id) for candidate in kept}
    speaking = tuple(
        item for item in dossier.evidence if (item.link.target, item.link.target_id) in subjects
    )
    return replace(dossier, programs=tuple(kept), evidence=speaking)


def compose(paper: Paper, found: Gathered) -> Telling:
    """All sections in order."""
    paper.may_cite(found.documents)
    dossier = found.dossier
    story = [
        *_profile(paper, found),
        *_agreements(paper, dossier),
        *_programs_by_year(paper, dossier),
        *_evidence(paper, dossier),
    ]
    partnership = dossier.partnership
    lead = profile.lead(paper.words, partnership)
    return Telling(partnership.title, story, lead, left_out=found.left_out)


def _profile(paper: Paper, found: Gathered) -> list[Standing]:
    facts = paper.style.facts(profile.facts(paper.words, found), paper.words.missing)
    return paper.chapter(paper.words.gettext("Profile"), [facts])


def _agreements(paper: Paper, dossier: Dossier) -> list[Standing]:
    words = paper.words
    body = [profile.agreements(paper.style, words, dossier)] if dossier.agreements else []
    nothing = words.gettext("No agreement is recorded.")
    return paper.chapter(words.gettext("Agreements"), body, nothing=nothing)


def _programs_by_year(paper: Paper, dossier: Dossier) -> list[Standing]:
    words = paper.words
    title = words.gettext("Programs by year")
    if not dossier.programs and not dossier.evidence:
        return paper.chapter(title, [], nothing=words.gettext("No program is recorded."))
    span = programs_by_year.period(dossier, paper.request.years)
    if span and programs_by_year.too_wide(span):
        told = words.gettext(
            "From {first} to {last} are too many years for a table.", first=span[0], last=span[1]
        )
        return paper.chapter(title, [], nothing=told)
    made = programs_by_year.tables(paper.style, words, dossier, span)
    if not made:
        names = "; ".join(program.name for program in dossier.programs)
        told = words.gettext("Programs without any recorded year: {names}.", names=names)
        return paper.chapter(title, [paper.style.passage(told)])
    note = words.gettext(
        "The figures count linked pages. A page that speaks of several years counts in each; "
        "a dot means that no page is linked; n.d. means that no year is recorded."
    )
    return paper.chapter(title, made, remark=note)


def _evidence(paper: Paper, dossier: Dossier) -> list[Standing]:
    words = paper.words
    body = list(evidence.sections(paper, dossier))
    nothing = words.gettext("No page is linked as evidence.")
    chapter = paper.chapter(words.gettext("Evidence"), body, nothing=nothing)
    names = "; ".join(evidence.without_evidence(dossier))
    if names and body:
        chapter.append(paper.told(words.gettext("No page is linked to: {names}.", names=names)))
    return chapter


REPORT = Report(
    "partnership_summary",
    N_("Partnership summary"),
    Subject.PARTNERSHIP,
    Gathered,
    gather,
    compose,
    period=Period.YEARS,
    place=10,
)

"""Narrows a dossier to some years, or to one program and those below it."""

from __future__ import annotations

from dataclasses import replace

from archive.catalogue.comparison import Case, findings_of
from archive.errors import NotFound
from archive.records import Dossier, Evidence, Program, Target
from archive.reports.request import Years


def within(dossier: Dossier, years: Years | None) -> Dossier:
    """What is of these years (inclusive), or of no stated year."""
    if years is None:
        return dossier
    first, last = years
    return replace(
        dossier,
        evidence=tuple(each for each in dossier.evidence if _touches(each, years)),
        activities=tuple(each for each in dossier.activities if first <= each.year <= last),
        findings=findings_of(Case(dossier, period=years)),
    )


def of_program(dossier: Dossier, program: int) -> Dossier:
    """What a dossier holds of one program and those below it. Raises `NotFound`."""
    kept: list[Program] = []
    for candidate in dossier.programs:  # parents come first
        if candidate.id == program or candidate.parent in {above.id for above in kept}:
            kept.append(candidate)
    if not kept:
        raise NotFound("program", str(program))
    ids = {candidate.id for candidate in kept}
    activities = tuple(each for each in dossier.activities if each.program in ids)
    subjects = {(Target.PROGRAM, item) for item in ids}
    subjects |= {(Target.ACTIVITY, each.id) for each in activities}
    return replace(
        dossier,
        programs=tuple(kept),
        activities=activities,
        evidence=tuple(each for each in dossier.evidence if subject(each) in subjects),
        findings=tuple(each for each in dossier.findings if each.values.program in ids),
        roles=tuple(each for each in dossier.roles if each.program in ids),
    )


def subject(item: Evidence) -> tuple[Target, int]:
    """What a link supports."""
    return item.link.target, item.link.target_id


def _touches(item: Evidence, years: Years) -> bool:
    first, last = item.link.first_year, item.link.last_year
    return first is None or last is None or (first <= years[1] and last >= years[0])

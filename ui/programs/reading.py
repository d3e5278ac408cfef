"""What the room reads from the archive, in a job: a dossier and its matrix."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from archive.archive import Archive
from archive.catalogue.matrix import Matrix, matrix, span
from archive.records import Activity, Dossier, Evidence, Program, Target

Years = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Seen:
    """A dossier, its matrix over the years asked for, and all years worth asking for."""

    dossier: Dossier
    matrix: Matrix
    known: Years | None


def read(archive: Archive, partnership: int, period: Years | None) -> Seen:
    """Read a dossier and work out its matrix; all known years without a period."""
    dossier = archive.partnerships.dossier(partnership)
    known = span(dossier, datetime.now(UTC).year)
    return Seen(dossier, matrix(dossier, period or known), known)


def of_program(
    dossier: Dossier, program: Program
) -> tuple[tuple[Activity, ...], tuple[Evidence, ...]]:
    """All activities of a program, and all its pages, also those without a year."""
    activities = tuple(each for each in dossier.activities if each.program == program.id)
    own = {each.id for each in activities}
    evidence = tuple(
        each
        for each in dossier.evidence
        if (each.link.target is Target.PROGRAM and each.link.target_id == program.id)
        or (each.link.target is Target.ACTIVITY and each.link.target_id in own)
    )
    return activities, evidence

"""What the room reads from the archive, in a job: a dossier and its matrix."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from archive.archive import Archive
from archive.catalogue.matrix import Cell, Matrix, matrix
from archive.catalogue.timespan import Span, span
from archive.records import Activity, Dossier, Evidence, Program, Target

Asked = tuple[int | None, int | None]  # an open end goes as far as most of the dossier does


@dataclass(frozen=True, slots=True)
class Seen:
    """A dossier, its matrix over the years asked for, and the years worth asking for."""

    dossier: Dossier
    matrix: Matrix
    known: Span | None


def read(archive: Archive, partnership: int, asked: Asked) -> Seen:
    """Read a dossier and work out its matrix over the years asked for."""
    dossier = archive.partnerships.dossier(partnership)
    known = span(dossier, datetime.now(UTC).year)
    return Seen(dossier, matrix(dossier, _period(asked, known)), known)


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


def below(dossier: Dossier, cell: Cell) -> tuple[tuple[Evidence, str], ...]:
    """The pages of programs under a cell's program, each with the name of its own program."""
    names = {program.id: program.name for program in dossier.programs}
    homes = {each.id: each.program for each in dossier.activities}
    found = []
    for each in cell.below:
        target = each.link.target_id
        home = target if each.link.target is Target.PROGRAM else homes[target]
        found.append((each, names[home]))
    return tuple(sorted(found, key=lambda pair: pair[1].casefold()))


def _period(asked: Asked, known: Span | None) -> tuple[int, int] | None:
    first, last = asked
    if first is None and last is None:
        return known.years if known else None
    if first is None:
        return min(known.first if known else last or 0, last or 0), last or 0
    return first, max(known.last if known else first, first) if last is None else last

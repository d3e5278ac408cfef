"""A dossier over the years, for screen and print: lanes with bars and marks, in years and parts
of years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from archive.dates import EARLIEST, LATEST, bounds
from archive.records import Agreement, Dossier, Evidence, Program, Target, Validity

Span = tuple[float, float]
DAYS = 365.25


class Mark(StrEnum):
    """What stands on a lane at a point of time."""

    HELD = "held"
    NOT_HELD = "not_held"
    EVIDENCE = "evidence"


class End(StrEnum):
    """How a bar ends: on a day that has passed, on one to come, never, or nobody knows when."""

    PAST = "past"
    AHEAD = "ahead"
    NEVER = "never"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Lane:
    """One agreement, program, or the partnership itself (an empty name).

    `span` is its bar; `open_from` where it is not known any more whether it holds; marks are
    (what, when, what it is called). `about` tells which ends of the bar are not known for certain.
    """

    target: Target
    item: int
    name: str
    span: Span | None = None
    open_from: float | None = None
    marks: tuple[tuple[Mark, float, str], ...] = ()
    end: End = End.UNKNOWN
    about: tuple[bool, bool] = (False, False)


@dataclass(frozen=True, slots=True)
class Timeline:
    """Lanes over the years `first` to `last`, both whole and inclusive; pauses lie under all."""

    first: int
    last: int
    lanes: tuple[Lane, ...]
    pauses: tuple[tuple[Span, str], ...]


def timeline(dossier: Dossier, today: date) -> Timeline:
    """The lanes of a dossier: itself, its agreements, its programs."""
    now = _at(today.isoformat())
    pauses = [
        (_span(each.starts, each.ends, now), each.note) for each in dossier.partnership.pauses
    ]
    lanes = tuple(_lanes(dossier, now))
    times = [*_times(lanes), *(at for span, _note in pauses if span for at in span)]
    first, last = int(min(times, default=now)), int(max(times, default=now))
    return Timeline(first, last, lanes, tuple((span, note) for span, note in pauses if span))


def _lanes(dossier: Dossier, now: float) -> Iterator[Lane]:
    partnership = dossier.partnership
    own = tuple(_evidence(dossier.evidence, Target.PARTNERSHIP, partnership.id))
    since = _earliest(partnership.since)
    if own or since is not None:
        span = (since, since) if since is not None else None
        about = (_doubted(partnership.since), False)
        yield Lane(Target.PARTNERSHIP, partnership.id, "", span, since, own, about=about)
    for agreement in dossier.agreements:
        yield _agreement(agreement, dossier, now)
    for program in dossier.programs:
        yield _program(program, dossier, now)


def _agreement(agreement: Agreement, dossier: Dossier, now: float) -> Lane:
    """From when it held until its end; without a known end it is open from the day it began."""
    start = _earliest(agreement.effective or agreement.signed)
    end = _latest(agreement.terminated or agreement.ends)
    endless = agreement.validity is Validity.INDEFINITE
    span = opened = None
    if start is not None:
        known = end if end is not None else max(now, start) if endless else start
        span = start, max(start, known)
        opened = start if end is None and not endless else None
    marks = tuple(_evidence(dossier.evidence, Target.AGREEMENT, agreement.id))
    about = (
        _doubted(agreement.effective or agreement.signed),
        _doubted(agreement.terminated or agreement.ends),
    )
    ending = End.NEVER if end is None and endless else _ending(end, now)
    item, title = agreement.id, agreement.title
    return Lane(Target.AGREEMENT, item, title, span, opened, marks, ending, about)


def _program(program: Program, dossier: Dossier, now: float) -> Lane:
    start, end = _earliest(program.starts), _latest(program.ends)
    marks = (*_activities(dossier, program.id), *_evidence_of(dossier, program.id))
    span = opened = None
    if start is not None:
        span = start, max(start, end if end is not None else start)
        opened = start if end is None else None
    elif end is not None:
        span = end, end
    ending, about = _ending(end, now), (_doubted(program.starts), _doubted(program.ends))
    return Lane(Target.PROGRAM, program.id, program.name, span, opened, marks, ending, about)


def _ending(end: float | None, now: float) -> End:
    if end is None:
        return End.UNKNOWN
    return End.PAST if end < now else End.AHEAD


def _doubted(edtf: str | None) -> bool:
    """Whether a date is said to be approximate or uncertain, or leaves digits open."""
    return bool(edtf) and any(sign in str(edtf) for sign in "~?%X")


def _activities(dossier: Dossier, program: int) -> Iterator[tuple[Mark, float, str]]:
    for each in dossier.activities:
        if each.program == program:
            mark = Mark.HELD if each.status == "held" else Mark.NOT_HELD
            yield mark, each.year + 0.5, each.name


def _evidence_of(dossier: Dossier, program: int) -> Iterator[tuple[Mark, float, str]]:
    """Its own evidence, and that of its activities."""
    yield from _evidence(dossier.evidence, Target.PROGRAM, program)
    for each in dossier.activities:
        if each.program == program:
            yield from _evidence(dossier.evidence, Target.ACTIVITY, each.id)


def _evidence(
    evidence: Iterable[Evidence], target: Target, item: int
) -> Iterator[tuple[Mark, float, str]]:
    """One mark a year the evidence tells of."""
    seen: set[int] = set()
    for each in evidence:
        link = each.link
        if (link.target, link.target_id) != (target, item) or link.first_year is None:
            continue
        for year in range(link.first_year, (link.last_year or link.first_year) + 1):
            if year not in seen:
                seen.add(year)
                yield Mark.EVIDENCE, year + 0.5, each.title


def _times(lanes: Iterable[Lane]) -> Iterator[float]:
    for lane in lanes:
        yield from lane.span or ()
        yield from (at for _mark, at, _name in lane.marks)


def _span(starts: str | None, ends: str | None, now: float) -> Span | None:
    start, end = _earliest(starts), _latest(ends)
    if start is None and end is None:
        return None
    start = start if start is not None else end or now
    return start, max(start, now if end is None else end)


def _earliest(edtf: str | None) -> float | None:
    found = bounds(edtf)[0] if edtf else EARLIEST
    return _at(found) if found != EARLIEST else None


def _latest(edtf: str | None) -> float | None:
    found = bounds(edtf)[1] if edtf else LATEST
    return _at(found) if found != LATEST else None


def _at(day: str) -> float:
    """2018-07-02 is 2018.5."""
    found = date.fromisoformat(day)
    return found.year + (found - date(found.year, 1, 1)).days / DAYS

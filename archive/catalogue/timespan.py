"""Which years of a dossier are worth a column, and what names a year far from all others.

A year far off is nearly always mistyped (1808 for 2008): it is told, and makes no columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from archive.catalogue.standing import in_force
from archive.changes import Kind
from archive.dates import EARLIEST, LATEST, years
from archive.records import Agreement, Dossier, Program, Target

FAR = 50  # years without anything between two times that have nothing to do with each other
LONG = 100  # years; what claims to last longer is known by its ends only
YEARS = range(int(EARLIEST[:4]) + 1, int(LATEST[:4]))  # the others stand for "no end known"


@dataclass(frozen=True, slots=True)
class Mention:
    """Something entered with a first and a last year: a link, an activity, a program or agreement.

    `program` is the row of the matrix in which it stands; None for an agreement.
    """

    kind: Kind
    item: int
    first: int
    last: int
    program: int | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last year worth looking at, and what names a year outside them."""

    first: int
    last: int
    outside: tuple[Mention, ...] = ()

    @property
    def years(self) -> tuple[int, int]:
        """Both ends."""
        return self.first, self.last

    def strays(self, mention: Mention) -> int | None:
        """The year of a mention that lies outside, if any does."""
        ends = mention.first, mention.last
        return next((year for year in ends if not self.first <= year <= self.last), None)


def span(dossier: Dossier, today: int) -> Span | None:
    """The time in which most of a dossier lies, agreements counted until this year.

    None when nothing names a year.
    """
    mentions = [*_entered(dossier), *_agreed(dossier.agreements, today)]
    if not mentions:
        return None
    first, last = _fullest(mentions, today)
    made = Span(first, last)
    rows = (each for each in mentions if each.program is not None)
    return Span(first, last, tuple(each for each in rows if made.strays(each) is not None))


def _fullest(mentions: Sequence[Mention], today: int) -> tuple[int, int]:
    """Of the times that lie far apart, the one that most mentions touch; else the one with an
    agreement; else the one nearest to today."""
    parts = sorted(part for each in mentions for part in _parts(each))
    times: list[list[int]] = []  # first year, last year, mentions, agreements
    for first, last, agreed in parts:
        if not times or first - times[-1][1] > FAR:
            times.append([first, last, 0, 0])
        time = times[-1]
        time[1:] = max(time[1], last), time[2] + 1, time[3] + agreed
    best = max(times, key=lambda time: (time[2], time[3], -abs(today - time[1])))
    return best[0], best[1]


def _parts(mention: Mention) -> Iterator[tuple[int, int, int]]:
    agreed = int(mention.kind is Kind.AGREEMENT)
    if mention.last - mention.first <= LONG:
        yield mention.first, mention.last, agreed
    else:
        yield mention.first, mention.first, agreed
        yield mention.last, mention.last, agreed


def _entered(dossier: Dossier) -> Iterator[Mention]:
    """What stands in the rows of the matrix, where it names a year."""
    home = {each.id: each.program for each in dossier.activities}
    for each in dossier.activities:
        yield from _named(Kind.ACTIVITY, each.id, (each.year,), each.program)
    for link in (each.link for each in dossier.evidence):
        if link.target in (Target.PROGRAM, Target.ACTIVITY):
            row = link.target_id if link.target is Target.PROGRAM else home.get(link.target_id)
            yield from _named(Kind.LINK, link.id, (link.first_year, link.last_year), row)
    for program in dossier.programs:
        yield from _named(Kind.PROGRAM, program.id, _own_years(program), program.id)


def _own_years(program: Program) -> Iterable[int]:
    return (year for text in (program.starts, program.ends) if text for year in years(text))


def _named(
    kind: Kind, item: int, named: Iterable[int | None], program: int | None
) -> Iterator[Mention]:
    known = [year for year in named if year is not None and year in YEARS]
    if known and program is not None:
        yield Mention(kind, item, min(known), max(known), program)


def _agreed(agreements: Iterable[Agreement], today: int) -> Iterator[Mention]:
    """Agreements from their start until they end, or until today."""
    for each in agreements:
        start = each.effective or each.signed
        if start and (first := years(start)[0]) in YEARS:
            held = [year for year in range(first, today + 1) if in_force(each, year)]
            if held:
                yield Mention(Kind.AGREEMENT, each.id, held[0], held[-1])

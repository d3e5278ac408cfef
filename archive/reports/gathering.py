"""What several reports read from the archive: a dossier with the documents it may cite."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from archive.errors import NotFound
from archive.records import Dossier, Evidence, LeftOut, Target
from archive.reports.citations import Cited, cited, place_of, standing_in
from archive.reports.narrowing import of_program, subject, within
from archive.reports.request import Years

if TYPE_CHECKING:
    from archive.archive import Archive


Proved = tuple[Target, int]
Proofs = dict[Proved, tuple[Evidence, ...]]


@dataclass(frozen=True)  # no slots: what is looked up often is sorted once
class Gathered:
    """A dossier, the documents its links and findings stand in, and what it had to leave out.

    `beyond` are the links outside what was asked for: they still prove what they are linked to.
    """

    dossier: Dossier
    documents: tuple[Cited, ...]
    left_out: LeftOut
    beyond: tuple[Evidence, ...] = ()

    def proofs(self, target: Target, item: int) -> tuple[Evidence, ...]:
        """The links that support one thing, in the order they are kept; those of the years asked
        for, and others only where there is none."""
        wanted = target, item
        return self._within.get(wanted) or self._others.get(wanted, ())

    @cached_property
    def _within(self) -> Proofs:
        return by_subject(self.dossier.evidence)

    @cached_property
    def _others(self) -> Proofs:
        return by_subject(self.beyond)


def gathered(
    archive: Archive,
    partnership: int | None,
    years: Years | None = None,
    program: int | None = None,
) -> Gathered:
    """A partnership as prints tell it, or one program of it with those below. Raises `NotFound`."""
    if partnership is None:
        raise NotFound("partnership", "")
    whole = archive.partnerships.dossier(partnership)
    asked = whole if program is None else of_program(whole, program)
    programs = None if program is None else [each.id for each in asked.programs]
    left_out = archive.partnerships.left_out(partnership, years, programs)
    dossier = within(asked, years)
    shown = {each.link.id for each in dossier.evidence}
    beyond = tuple(each for each in whole.evidence if each.link.id not in shown)
    return Gathered(dossier, documents_of(archive, [whole]), left_out, beyond)


def documents_of(archive: Archive, dossiers: Iterable[Dossier]) -> tuple[Cited, ...]:
    """The documents that links and findings of these dossiers stand in."""
    cites: set[int] = set()
    for dossier in dossiers:
        cites.update(place_of(item).document for item in standing_in(dossier))
    return cited(archive.documents.some(sorted(cites)).values())


@dataclass(frozen=True, slots=True)
class Collected:
    """Several dossiers with the documents they may cite, and what they had to leave out."""

    dossiers: tuple[Dossier, ...]
    documents: tuple[Cited, ...]
    left_out: LeftOut


def collected(archive: Archive, partnership: int | None, years: Years | None = None) -> Collected:
    """One partnership, or all of them: our own first. Raises `NotFound` when there is none."""
    if partnership is not None:
        one = gathered(archive, partnership, years)
        return Collected((one.dossier,), one.documents, one.left_out)
    known = sorted(archive.partnerships.all(), key=lambda each: not each.own)
    dossiers = tuple(archive.partnerships.dossier(each.id, years) for each in known)
    left_out = [archive.partnerships.left_out(each.id, years) for each in known]
    return Collected(dossiers, documents_of(archive, dossiers), summed(left_out))


def summed(left_out: Iterable[LeftOut]) -> LeftOut:
    """What several parts of a print leave out together."""
    parts = tuple(left_out)
    withheld = sum(each.withheld for each in parts)
    return LeftOut(withheld, sum(each.trashed for each in parts))


def by_subject(evidence: Iterable[Evidence]) -> Proofs:
    """The links that support each thing, in the order they are kept."""
    found: dict[Proved, list[Evidence]] = {}
    for each in evidence:
        found.setdefault(subject(each), []).append(each)
    return {proved: tuple(links) for proved, links in found.items()}

"""What several reports read from the archive: a dossier with the documents it may cite."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.errors import NotFound
from archive.records import Dossier, Evidence, LeftOut, Target
from archive.reports.citations import Cited, cited, place_of
from archive.reports.request import Years

if TYPE_CHECKING:
    from archive.archive import Archive


@dataclass(frozen=True, slots=True)
class Gathered:
    """A dossier, the documents its links and findings stand in, and what it had to leave out."""

    dossier: Dossier
    documents: tuple[Cited, ...]
    left_out: LeftOut

    def proofs(self, target: Target, item: int) -> tuple[Evidence, ...]:
        """The links that support one thing, in the order they are kept."""
        return tuple(
            each
            for each in self.dossier.evidence
            if (each.link.target, each.link.target_id) == (target, item)
        )


def gathered(archive: Archive, partnership: int | None, years: Years | None = None) -> Gathered:
    """A partnership as prints tell it. Raises `NotFound` when there is none."""
    if partnership is None:
        raise NotFound("partnership", "")
    dossier = archive.partnerships.dossier(partnership, years)
    left_out = archive.partnerships.left_out(partnership, years)
    return Gathered(dossier, documents_of(archive, [dossier]), left_out)


def documents_of(archive: Archive, dossiers: Iterable[Dossier]) -> tuple[Cited, ...]:
    """The documents that links and findings of these dossiers stand in."""
    cites: set[int] = set()
    for dossier in dossiers:
        cites.update(place_of(item).document for item in dossier.evidence)
        cites.update(place_of(item).document for item in dossier.findings)
    return cited(archive.documents.some(sorted(cites)).values())

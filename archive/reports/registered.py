"""The agreements of several partnerships with where they stand on the day of a print."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from archive.catalogue.register import Registered
from archive.records import Evidence, LeftOut, Target
from archive.reports.citations import Cited
from archive.reports.gathering import Collected, Proofs, by_subject, collected
from archive.reports.paper import Paper
from archive.reports.request import ReportRequest
from archive.reports.setting import Passage, Run
from archive.reports.style import CELL, SMALL, SMALL_BOLD, SMALL_QUIET

if TYPE_CHECKING:
    from archive.archive import Archive

IN_FORCE = frozenset({"active", "expiring"})  # standings in which notice is still to come
SUCCEEDING = frozenset({"renews", "supersedes"})


@dataclass(frozen=True)  # no slots: what is looked up often is sorted once
class Register:
    """Agreements in the order of the register, the links that prove them, and their documents.

    `title` is the partnership's when only one was asked for.
    """

    agreements: tuple[Registered, ...]
    proofs: tuple[Evidence, ...]
    documents: tuple[Cited, ...]
    left_out: LeftOut
    title: str = ""

    def of(self, agreement: int) -> tuple[Evidence, ...]:
        """The links that prove one agreement."""
        return self._by_agreement.get((Target.AGREEMENT, agreement), ())

    @cached_property
    def _by_agreement(self) -> Proofs:
        return by_subject(self.proofs)

    def succeeded(self) -> frozenset[int]:
        """The agreements that another one renews or supersedes."""
        return frozenset(
            relation.other
            for each in self.agreements
            for relation in each.agreement.relations
            if relation.kind in SUCCEEDING
        )


def gather(archive: Archive, request: ReportRequest) -> Register:
    """The register on the day of the print: all of it, or one partnership's. Raises `NotFound`."""
    return among(archive, request, collected(archive, request.partnership))


def among(archive: Archive, request: ReportRequest, found: Collected) -> Register:
    """The agreements of these partnerships on the day of the print."""
    of = {dossier.partnership.id for dossier in found.dossiers}
    register = archive.agreements.register(date.fromisoformat(request.printed))
    shown = tuple(each for each in register if each.agreement.partnership in of)
    proofs = [each for dossier in found.dossiers for each in dossier.evidence]
    proofs = [each for each in proofs if each.link.target is Target.AGREEMENT]
    cites = {each.link.document for each in proofs}
    documents = tuple(each for each in found.documents if each.document in cites)
    title = found.dossiers[0].partnership.title if request.partnership is not None else ""
    return Register(shown, tuple(proofs), documents, found.left_out, title)


def named(paper: Paper, register: Register, each: Registered) -> Passage:
    """Title of an agreement with its citations, and quietly below its kind and number."""
    agreement, words = each.agreement, paper.words
    kind = words.label("agreement_kinds", agreement.kind)
    number = words.gettext("No. {number}", number=agreement.number) if agreement.number else ""
    lines = list(filter(None, (" · ".join(filter(None, (kind, number))), agreement.note)))
    proofs = register.of(agreement.id)
    runs = [Run(agreement.title, SMALL_BOLD), *paper.citations(proofs), *_lines(lines)]
    return paper.passage(runs, proofs, CELL)


def notice(each: Registered) -> date | None:
    """The day from which notice is due, of an agreement that is still in force."""
    return each.notice if each.standing in IN_FORCE else None


def day(paper: Paper, when: date | None) -> Passage:
    """A day in words, or that there is none."""
    return paper.style.known(paper.words.date(when.isoformat() if when else None), "–")


def known(paper: Paper, text: str) -> Passage:
    """A cell with the text, or that it is not recorded."""
    return paper.style.known(text, paper.words.missing)


def _lines(lines: Iterable[str]) -> list[Run]:
    return [run for line in lines for run in (Run("\n", SMALL), Run(line, SMALL_QUIET))]

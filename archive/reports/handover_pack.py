"""The handover pack: what a new officer needs on the first day, and the pages to have seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from archive.catalogue.matrix import matrix
from archive.catalogue.standing import standing
from archive.catalogue.timespan import span
from archive.records import (
    Agreement,
    DocumentQuery,
    Dossier,
    FieldStatus,
    LeftOut,
    Status,
    Target,
)
from archive.reports import expiring_agreements, key_pages, profile, recommendations, registered
from archive.reports.citations import Cited
from archive.reports.findings_told import heading_runs
from archive.reports.gathering import Collected, Gathered, gathered, summed
from archive.reports.key_pages import KeyPage
from archive.reports.paper import Paper
from archive.reports.proving import naming
from archive.reports.registered import Register
from archive.reports.request import N_, Report, ReportRequest, Subject, Telling
from archive.reports.setting import Passage, Run, Standing
from archive.reports.style import BODY, CLOSE, SMALL_QUIET
from archive.reports.words import ranges

if TYPE_CHECKING:
    from archive.archive import Archive

PAGES = 12  # pictures of pages, for each partnership
PENDING = ("planned", "postponed")


@dataclass(frozen=True, slots=True)
class Part:
    """One partnership: its dossier, and the pages most worth seeing."""

    gathered: Gathered
    pages: tuple[KeyPage, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """The archive in numbers, its agreements as they stand, and each partnership.

    `waiting` documents lie in the inbox.
    """

    status: Status
    waiting: int
    register: Register
    parts: tuple[Part, ...]
    left_out: LeftOut
    title: str = ""

    def documents(self) -> Iterator[Cited]:
        """What may be cited."""
        return (each for part in self.parts for each in part.gathered.documents)


def gather(archive: Archive, request: ReportRequest) -> Pack:
    """All partnerships, our own first, or the one asked for. Raises `NotFound`."""
    known = sorted(archive.partnerships.all(), key=lambda each: not each.own)
    chosen = [each.id for each in known] if request.partnership is None else [request.partnership]
    found = [gathered(archive, each) for each in chosen]
    documents = tuple({each.document: each for one in found for each in one.documents}.values())
    left_out = summed(each.left_out for each in found)
    whole = Collected(tuple(each.dossier for each in found), documents, left_out)
    parts = tuple(Part(each, key_pages.chosen(archive, each.dossier, PAGES)) for each in found)
    return Pack(
        archive.status(),
        archive.documents.count(DocumentQuery(confirmed=False)),
        registered.among(archive, request, whole),
        parts,
        left_out,
        found[0].dossier.partnership.title if request.partnership is not None else "",
    )


def compose(paper: Paper, pack: Pack) -> Telling:
    """The archive today, agreements to look after, then each partnership with its key pages."""
    words = paper.words
    paper.may_cite([*pack.documents(), *pack.register.documents])
    story = [
        *_today(paper, pack),
        *expiring_agreements.chapters(paper, pack.register),
        *(each for part in pack.parts for each in _part(paper, part)),
    ]
    title = pack.title or words.gettext("All partnerships")
    lead = words.gettext("For the officer who takes over")
    note = words.gettext(
        "Key pages are those that most findings and links stand on, at most {count} for each "
        "partnership. A promise is a recommendation that is not closed, or an activity that was "
        "planned or postponed.",
        count=PAGES,
    )
    notes = (note, *expiring_agreements.notes(paper))
    return Telling(title, story, lead, notes=notes, left_out=pack.left_out, cover=True)


def _today(paper: Paper, pack: Pack) -> list[Standing]:
    words, status = paper.words, pack.status
    stands = [each.standing for each in pack.register.agreements]
    pairs = [
        (words.gettext("Partnerships"), words.number(len(pack.parts))),
        (words.gettext("Agreements"), words.number(len(stands))),
        (words.gettext("Documents"), words.number(status.documents)),
        (words.gettext("In the inbox, not looked over yet"), words.number(pack.waiting)),
        (words.gettext("Pages"), words.number(status.pages)),
        (words.gettext("Not read yet"), words.number(status.pages_without_text)),
        (words.gettext("Unreadable"), words.number(status.pages_unreadable)),
    ]
    facts = paper.style.facts(pairs, words.missing, label_width=190.0)
    return paper.chapter(words.gettext("The archive today"), [facts])


# partnership by partnership


def _part(paper: Paper, part: Part) -> list[Standing]:
    words, dossier = paper.words, part.gathered.dossier
    pending = [each for each in dossier.findings if each.values.kind == recommendations.KIND]
    body = [
        *_status(paper, part.gathered),
        *paper.section(words.gettext("Verdict"), _verdicts(paper, dossier)),
        *paper.section(words.gettext("Open promises"), list(_promises(paper, part.gathered))),
        *recommendations.open_ones(paper, pending),
        *paper.section(words.gettext("Gaps"), list(_gaps(paper, dossier))),
    ]
    shown = list(key_pages.shown(paper, part.pages))
    title = words.gettext("Key pages: {partnership}", partnership=dossier.partnership.title)
    told = paper.chapter(dossier.partnership.title, body, remark=profile.as_entered(words))
    return [*told, *paper.chapter(title, shown)]


def _status(paper: Paper, found: Gathered) -> list[Standing]:
    """Who the partners are, and how agreements and fields stand."""
    of = found.dossier.partnership
    proofs = naming(found.proofs(Target.PARTNERSHIP, of.id), of.since)
    runs = [Run(profile.lead(paper.words, of), BODY)]
    runs += paper.citations(proofs) if proofs else []
    papers = [_agreement(paper, found, each) for each in found.dossier.agreements]
    entered = [_field(paper, each) for each in of.fields if each.status != "active"]
    fields = [paper.style.passage(each, BODY, CLOSE) for each in entered]
    return [paper.passage(runs, proofs, CLOSE), *papers, *fields]


def _agreement(paper: Paper, found: Gathered, agreement: Agreement) -> Passage:
    """Its name with the pages linked to it, and where it stands, which is reckoned."""
    today = date.fromisoformat(paper.request.printed)
    code, unknown = standing(agreement, today), paper.words.gettext("Validity not known")
    stands = unknown if code == "unknown" else paper.words.label("standings", code)
    proofs = found.proofs(Target.AGREEMENT, agreement.id)
    cites = paper.citations(proofs)
    runs = [Run(agreement.title, BODY), *cites, Run(f": {stands.lower()}", BODY)]
    return paper.passage(runs, proofs, CLOSE)


def _field(paper: Paper, field: FieldStatus) -> str:
    stands = paper.words.label("field_statuses", field.status).lower()
    told = f"{paper.words.label('fields', field.field)}: {stands}"
    return f"{told}. {field.reason}" if field.reason else told


def _verdicts(paper: Paper, dossier: Dossier) -> list[Standing]:
    verdicts = [each for each in dossier.findings if each.values.kind == "verdict"]
    return [paper.statement(heading_runs(paper, each), [each]) for each in verdicts]


def _promises(paper: Paper, found: Gathered) -> Iterator[Passage]:
    """Activities that were planned or put off, and have not been held since."""
    words, dossier = paper.words, found.dossier
    held = {(each.program, each.name) for each in dossier.activities if each.status == "held"}
    for each in dossier.activities:
        if each.status in PENDING and (each.program, each.name) not in held:
            status = words.label("activity_statuses", each.status).lower()
            said = f"{each.year}: {each.name} ({status})"
            runs = [Run(said, BODY)]
            runs += [Run(f" {each.reason}", SMALL_QUIET)] if each.reason else []
            yield paper.statement(runs, found.proofs(Target.ACTIVITY, each.id))


def _gaps(paper: Paper, dossier: Dossier) -> Iterator[Passage]:
    """Programs that were due in a year, and of which nothing is kept."""
    today = date.fromisoformat(paper.request.printed).year
    known = span(dossier, today)
    years: dict[int, list[int]] = {}
    for cell in matrix(dossier, known.years if known else None).gaps():
        years.setdefault(cell.program, []).append(cell.year)
    names = {program.id: program.name for program in dossier.programs}
    for program, without in years.items():
        yield paper.style.passage(f"{names[program]}: {ranges(without)}")


REPORT = Report(
    "handover_pack",
    N_("Handover pack"),
    Subject.ARCHIVE,
    Pack,
    gather,
    compose,
    purpose=N_("All that a successor needs: partnerships, programs, dates ahead, open questions."),
    place=60,
)

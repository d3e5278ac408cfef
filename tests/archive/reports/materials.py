"""What every report is made from, gathered from one dossier as an archive would gather it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

from archive import VERSION
from archive.catalogue.comparison import Case
from archive.catalogue.matrix import matrix
from archive.catalogue.register import Registered, notice
from archive.catalogue.standing import standing
from archive.progress import Progress
from archive.records import Access, Dossier, Evidence, Finding, LeftOut, Office, Status, Target
from archive.reports import REPORTS
from archive.reports.annual_report import Year
from archive.reports.citations import place_of, standing_in
from archive.reports.comparison import Compared
from archive.reports.drawn import draw
from archive.reports.gathering import Collected, Gathered
from archive.reports.handover_pack import Pack, Part
from archive.reports.key_pages import KeyPage
from archive.reports.narrowing import within
from archive.reports.record_list import Item, RecordList
from archive.reports.registered import Register
from archive.reports.request import Language, ReportRequest
from archive.reports.snapshot import Snapshot, decode, encode
from tests.archive.reports.reading import PRINTED, no_picture, printed_of, sources_of

STATUS = Status(*(0,) * len(Status.__dataclass_fields__))


def materials(
    dossier: Dossier, language: Language = "id", year: int = 2018, left_out: LeftOut | None = None
) -> Iterator[tuple[ReportRequest, Any]]:
    """A request and its material for every report of a partnership, cases or the archive."""
    out = left_out or LeftOut()
    sources = sources_of(dossier)
    for code, material in (
        ("partnership_summary", Gathered(dossier, sources, out)),
        ("comparison", Compared((Case(dossier), Case(dossier, "youth_sport")), sources, out)),
        ("determinants", Gathered(dossier, sources, out)),
        ("agreement_register", register(dossier, out)),
        ("expiring_agreements", register(dossier, out)),
        ("evidence_matrix", Collected((dossier,), sources, out)),
        ("annual_report", of_year(dossier, year, out)),
        ("handover_pack", pack(dossier, out)),
        ("record_list", RecordList(tuple(items(dossier)), out)),
    ):
        yield ReportRequest(code, language=language, printed=PRINTED), material


def register(dossier: Dossier, left_out: LeftOut) -> Register:
    """The agreements of a dossier as they stand on the day of the prints."""
    today = date.fromisoformat(PRINTED)
    sides = dossier.partnership.a.name, dossier.partnership.b.name
    found = [
        Registered(each, dossier.partnership.title, standing(each, today), notice(each), 0, sides)
        for each in dossier.agreements
    ]
    proofs = tuple(e for e in dossier.evidence if e.link.target is Target.AGREEMENT)
    ordered = tuple(sorted(found, key=lambda each: each.standing))
    return Register(ordered, proofs, sources_of(dossier), left_out)


def of_year(dossier: Dossier, year: int, left_out: LeftOut) -> Year:
    """One year of a dossier."""
    part = Gathered(within(dossier, (year, year)), sources_of(dossier), left_out, dossier.evidence)
    held = Counter(each.year for each in dossier.activities if each.status == "held")
    names = {program.id: program.name for program in dossier.programs}
    gaps = tuple(names[cell.program] for cell in matrix(dossier, (year, year)).gaps())
    return Year(year, (part,), dict(held), {dossier.partnership.id: gaps})


def pack(dossier: Dossier, left_out: LeftOut) -> Pack:
    """The handover of one dossier, whose pages have no file."""
    found = Gathered(dossier, sources_of(dossier), left_out)
    pages = tuple(_key_page(each) for each in standing_in(dossier)[:12])
    return Pack(STATUS, 0, register(dossier, left_out), (Part(found, pages),), left_out)


def _key_page(item: Evidence | Finding) -> KeyPage:
    place = replace(place_of(item), last_page=place_of(item).first_page)
    links, findings = ((item,), ()) if isinstance(item, Evidence) else ((), (item,))
    return KeyPage(place, item.title, "", 1, "", links, findings)


def items(dossier: Dossier) -> Iterator[Item]:
    """The documents of a dossier, as far as links know them."""
    for each in sources_of(dossier):
        told = each.title, each.kind, each.date, (2018, 2018), 3, "copy"
        rest = each.reference_code, "", "", True
        yield Item(dossier.partnership.title, (), "", *told, *rest)


def printed(request: ReportRequest, material: Any) -> bytes:
    """The print, after it was seen that what is kept of it makes the same bytes once more."""
    pdf = printed_of(request, material)
    snapshot = Snapshot(
        request, "Arsip Biro Kerja Sama", Office(), Access.OPEN, (), VERSION, material
    )
    once_more = BytesIO()
    kept = decode(encode(snapshot), REPORTS)
    draw(REPORTS[request.report], kept, no_picture, once_more, Progress())
    assert once_more.getvalue() == pdf, request.report
    return pdf

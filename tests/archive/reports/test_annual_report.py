"""The annual report, read back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from archive.archive import Archive
from archive.records import (
    ActivityDraft,
    FindingDraft,
    LeftOut,
    LinkDraft,
    Source,
    Target,
    Validity,
)
from archive.reports import REPORTS
from archive.reports.annual_report import Year
from archive.reports.request import Language, ReportRequest
from tests.archive.reports.dossiers import Made
from tests.archive.reports.materials import of_year, printed
from tests.archive.reports.reading import PRINTED, Print, read
from tests.archive.stock import TEXT, join, put


def of(year: int, language: Language = "id", printed_on: str = PRINTED) -> Print:
    """The report of one year of a made-up partnership."""
    made = Made()
    made.agreement("Rencana aksi", signed="2018-01", validity=Validity.DATE, ends="2026")
    festival, quiet = made.program("Festival"), made.program("Sekolah")
    held = made.activity(festival, 2018, "Matsuri", participants_a=1200)
    made.link(Target.ACTIVITY, held, "Dihadiri warga.", pages=(5, 5))
    made.activity(festival, 2018, "Pawai")
    made.activity(festival, 2018, "Pameran", status="cancelled")
    made.finding("obstacle", "Hujan deras", first_year=2018, last_year=2018, page=6)
    assert quiet
    request = ReportRequest("annual_report", language=language, printed=printed_on)
    return read(printed(request, of_year(made.dossier(), year, LeftOut(2))))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("id", ("Naskah berlaku 1", "Naskah ditandatangani 1", "Kegiatan terlaksana 2",
                "1.200 (", "Program tanpa bukti", "ditandatangani Januari 2018", "2 butir")),
        ("en", ("Agreements in force 1", "Agreements signed 1", "Activities held 2",
                "1,200 (known of 1 of 2 activities)", "Programs without proof",
                "signed January 2018", "2 items")),
    ],
)  # fmt: skip
def test_a_year_in_figures(language: Language, words: tuple[str, ...]) -> None:
    told = of(2018, language)
    assert [each for each in words if each not in told.flow] == []
    assert "Matsuri [" in told.flow and "Pawai [" in told.flow
    assert "Hujan deras" in told.flow and "Sekolah" in told.flow
    assert told.flow.count("[tanpa sumber]") + told.flow.count("[no source]") == 3


@pytest.mark.parametrize(
    ("language", "said"),
    [("id", "Tidak ada catatan tentang tahun 1850."), ("en", "Nothing of 1850 is recorded.")],
)
def test_a_year_with_nothing_says_so(language: Language, said: str) -> None:
    assert said in of(1850, language).flow


def test_what_ends_later_this_year_has_not_ended() -> None:
    before, after = of(2026, "en"), of(2026, "en", "2027-01-01")
    assert "ends 2026" in before.flow and "Agreements ended 0" in before.flow
    assert "expired 2026" in after.flow and "Agreements ended 1" in after.flow


def test_the_material_of_a_year_without_partnerships_prints() -> None:
    material = replace(of_year(Made().dossier(), 2018, LeftOut()), parts=(), gaps={})
    assert read(printed(ReportRequest("annual_report", printed=PRINTED), material)).pages


def test_a_page_whose_finding_is_of_other_years_is_not_of_this_one(archive: Archive) -> None:
    joined, paper = join(archive), put(archive, "Laporan", (TEXT[0],))
    program, source = joined.program.id, Source(paper, 1, 1, TEXT[0])
    archive.links.add(LinkDraft(paper, 1, 1, Target.PROGRAM, program, TEXT[0], 2018, 2022))
    rain = FindingDraft(joined.partnership.id, "obstacle", source, "Hujan")
    archive.findings.add(replace(rain, first_year=2020, last_year=2021))
    archive.activities.add(ActivityDraft(program, 2022, "Pawai"))
    shown = {}
    for year in (2021, 2022):
        request = ReportRequest("annual_report", years=(year, year), printed=PRINTED)
        material: Year = REPORTS["annual_report"].gather(archive, request)
        shown[year] = read(printed(request, material)).flow
    assert "Hujan" in shown[2021] and TEXT[0] not in shown[2022]


def test_a_lapsed_agreement_has_run_out_and_a_terminated_one_was_ended() -> None:
    made = Made()
    made.agreement("Rencana", signed="2018", validity=Validity.DATE, ends="2022-03")
    made.agreement("Nota", validity=Validity.INDEFINITE, terminated="2022-05")
    request = ReportRequest("annual_report", printed=PRINTED)
    flow = read(printed(request, of_year(made.dossier(), 2022, LeftOut()))).flow
    assert "berakhir Maret 2022" in flow and "diakhiri Mei 2022" in flow


def test_sources_are_numbered_as_they_are_read() -> None:
    made = Made()
    plan = made.agreement("Rencana", signed="2018", validity=Validity.DATE, ends="2026")
    program = made.program("Festival")
    held = made.activity(program, 2018, "Matsuri")
    made.link(Target.PROGRAM, program, "Ramai.", document=4, years=(2018, 2018))
    made.finding("obstacle", "Hujan", document=3, first_year=2018, last_year=2018)
    made.link(Target.ACTIVITY, held, "Dihadiri.", document=2)
    made.link(Target.AGREEMENT, plan, "Disepakati.", document=1)
    request = ReportRequest("annual_report", printed=PRINTED)
    told = read(printed(request, of_year(made.dossier(), 2018, LeftOut())))
    assert [number for number, _page in told.citations] == [1, 2, 3, 4]

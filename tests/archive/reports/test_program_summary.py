"""The program summary, read back: steps, activities, obstacles, benefits of each city, actors."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from archive.archive import Archive, Mode
from archive.errors import NotFound
from archive.progress import Progress
from archive.records import (
    Access,
    ActivityDraft,
    ActorDraft,
    FindingDraft,
    LeftOut,
    LinkDraft,
    ProgramDraft,
    RoleDraft,
    Source,
    Target,
)
from archive.reports import ReportRequest, print_again, print_to
from archive.reports.program_summary import gather
from tests.archive import stock
from tests.archive.reports.dossiers import Made
from tests.archive.reports.reading import of_one_program, read
from tests.archive.reports.test_partnership_summary import in_order

STEPS = ("Pengumuman.", "Pendaftaran.", "Wawancara.", "Pembekalan.")


def exchange() -> tuple[Made, int]:
    """A program as case C has it: four steps, three years, obstacles, and benefits per city."""
    made = Made()
    program = made.program("Pertukaran pemuda", starts="2017", ends="2019")
    below = made.program("Kunjungan", program)
    for number in (3, 1, 4, 2):
        made.finding("mechanism", STEPS[number - 1], program=program, number=number, document=2)
    visit = made.activity(below, 2017, "Kunjungan pemuda", participants_a=10, participants_b=8)
    made.activity(program, 2018, "Diskusi kota", status="cancelled", reason="Pandemi.")
    made.link(Target.ACTIVITY, visit, "Sepuluh pemuda.", document=3, pages=(4, 4))
    made.link(Target.PROGRAM, program, "Pertama kali.", document=3, years=(2017, 2017))
    made.finding("obstacle", "Bahasa.", "Bahasa menjadi hambatan.", program=program, page=5)
    made.finding("benefit", "Pemuda mengenal kota.", program=program, side="a", number=1)
    made.finding("benefit", "Kebudayaan dikenal.", program=below, side="b", number=1)
    made.finding("statement", program=program, theme="budget", empty=True, document=2, page=2)
    made.finding("obstacle", "Dari program lain.", program=made.program("Lain"))
    made.role("Dinas pemuda", program, "a", "penyelenggara")
    return made, program


def test_a_case_reads_in_order() -> None:
    made, program = exchange()
    flow = read(of_one_program(made.dossier(), program)).flow
    assert in_order(
        flow,
        *("RINGKASAN PROGRAM", "Pertukaran pemuda", "Jakarta–Tokyo, kota kembar"),
        *("Mekanisme", *STEPS, "Kegiatan menurut tahun", "2017", "Kunjungan pemuda"),
        *("Jakarta 10, Tokyo 8", "2018", "Diskusi kota", "Dibatalkan: Pandemi."),
        *("Hambatan", "Bahasa.", "Manfaat", "Bagi Jakarta", "Pemuda mengenal kota."),
        *("Bagi Tokyo", "Kebudayaan dikenal.", "Pelaku", "Dinas pemuda", "Bukti", "Sumber"),
    )
    assert "Dari program lain." not in flow


def test_each_statement_is_followed_by_its_page_and_each_citation_resolves() -> None:
    made, program = exchange()
    printed = read(of_one_program(made.dossier(), program, "en"))
    for said, page in (("Bahasa.", 5), ("Pemuda mengenal kota.", 1), ("Kebudayaan dikenal.", 1)):
        found = re.search(re.escape(said) + rf"”? \[(\d+), p\. {page}\]", printed.flow)
        assert found, said
        assert "nomor 1" in printed.sources[int(found[1])][0]
    assert {number for number, _pages in printed.citations} == set(printed.sources)
    assert re.search(r"Kunjungan pemuda \[\d+, p\. 4\]", printed.flow)
    assert "Diskusi kota [no source]" in printed.flow


def test_what_a_source_names_and_leaves_empty_is_said_so() -> None:
    made, program = exchange()
    dossier = made.dossier()
    id_, en = (read(of_one_program(dossier, program, language)).flow for language in ("id", "en"))
    assert re.search(r"Anggaran: tidak tercatat dalam sumber \[\d+, hlm\. 2\]", id_)
    assert re.search(r"Budget: not recorded in the source \[\d+, p\. 2\]", en)


def test_a_quote_stands_under_its_statement_only_where_it_says_more() -> None:
    made = Made()
    program = made.program("Budaya")
    made.finding("obstacle", "Bahasa.", "Bahasa menjadi hambatan.", program=program)
    made.finding("obstacle", "Anggaran terbatas.", "anggaran terbatas", program=program)
    made.finding("obstacle", "Waktu pendek.", "Waktu pendek.", program=program)
    flow = read(of_one_program(made.dossier(), program)).flow
    assert "“Bahasa menjadi hambatan.”" in flow
    assert flow.lower().count("anggaran terbatas") == 1
    assert flow.count("Waktu pendek.") == 1 and "“Waktu pendek.”" in flow


def test_steps_keep_the_numbers_of_their_source() -> None:
    made = Made()
    program = made.program("Budaya")
    made.finding("mechanism", "Langkah kelima.", program=program, number=5)
    made.finding("mechanism", "Tanpa nomor.", program=program)
    text = read(of_one_program(made.dossier(), program)).text
    assert re.search(r"^5", text, re.MULTILINE) and not re.search(r"^1$", text, re.MULTILINE)
    assert "Tanpa nomor." in text


def test_steps_of_two_sources_are_told_apart() -> None:
    made = Made()
    program = made.program("Budaya")
    for document in (1, 2):
        made.finding("mechanism", f"Dari {document}.", program=program, number=1, document=document)
    flow = read(of_one_program(made.dossier(), program)).flow
    assert in_order(flow, "Menurut Laporan kegiatan nomor 1", "Dari 1.", "nomor 2", "Dari 2.")


def test_an_empty_program_says_so_in_a_line_each() -> None:
    made = Made()
    program = made.program("Budaya")
    flow = read(of_one_program(made.dossier(), program)).flow
    for nothing in ("mekanisme", "kegiatan", "hambatan", "manfaat", "pelaku"):
        assert f"Tidak ada {nothing} yang tercatat." in flow
    assert "Evaluasi" not in flow and "Temuan lain" not in flow


def test_five_hundred_activities_and_a_very_long_obstacle_print() -> None:
    made = Made()
    program = made.program("東京都 서울 Jakarta")
    for number in range(500):
        made.activity(program, 1990 + number % 30, f"Kegiatan {number}")
    obstacle = "rintangan " * 1_000
    made.finding("obstacle", obstacle.strip(), program=program)
    printed = read(of_one_program(made.dossier(), program))
    assert printed.flow.count("rintangan") == 1_000
    assert all(f"Kegiatan {number} " in printed.flow for number in range(500))


def test_a_period_narrows_what_was_done_and_found_and_stands_in_the_title(
    archive: Archive,
) -> None:
    joined, document = stock.join(archive), stock.put(archive)
    program = joined.program.id
    for year in (2017, 2020):
        activity = archive.activities.add(ActivityDraft(program, year, f"Lomba {year}")).id
        target = Target.ACTIVITY
        archive.links.add(LinkDraft(document, 1, 1, target, activity, "", year, year))
        archive.findings.add(_obstacle(joined.partnership.id, program, document, year))
    request = ReportRequest("program_summary", None, program, (2016, 2018), "id", "2026-11-20")
    found = gather(archive, request).found
    assert [each.year for each in found.dossier.activities] == [2017]
    assert [each.values.statement for each in found.dossier.findings] == ["Hambatan 2017."]
    assert len(found.dossier.evidence) == 1 and len(found.beyond) == 1
    printed = read(of_one_program(found.dossier, program, years=(2016, 2018)))
    assert "Pertukaran pemuda, 2016–2018" in printed.text


def test_what_is_withheld_or_in_the_trash_is_counted_for_this_program_alone(
    tmp_path: Path,
) -> None:
    with stock.fresh(tmp_path / "arsip") as archive:
        joined, trashed = stock.join(archive), stock.put(archive, "Lama")
        secret = stock.put(archive, "Rahasia", access=Access.SECRET)
        other = archive.programs.add(ProgramDraft(joined.partnership.id, "Lain")).id
    program = joined.program.id
    with Archive.open(tmp_path / "arsip", Mode.WRITE, Access.SECRET) as archive:
        for document, target in ((secret, program), (secret, other), (trashed, program)):
            archive.links.add(LinkDraft(document, 1, 1, Target.PROGRAM, target))
            archive.findings.add(_obstacle(joined.partnership.id, target, document, 2017))
        archive.documents.remove(trashed)
    with Archive.open(tmp_path / "arsip") as archive:
        found = gather(archive, ReportRequest("program_summary", None, program)).found
        later = gather(archive, ReportRequest("program_summary", None, program, (2020, 2021)))
    assert not found.dossier.evidence and not found.dossier.findings
    assert found.left_out == LeftOut(withheld=2, trashed=2)
    assert later.found.left_out == LeftOut(withheld=1, trashed=1)  # links of no stated year


def _obstacle(partnership: int, program: int, document: int, year: int) -> FindingDraft:
    source = Source(document, 1, 1)
    said = f"Hambatan {year}."
    return FindingDraft(
        partnership, "obstacle", source, said, program, first_year=year, last_year=year
    )


def test_what_was_kept_of_a_print_makes_it_again(archive: Archive, tmp_path: Path) -> None:
    joined, document = stock.join(archive), stock.put(archive)
    program = joined.program.id
    archive.findings.add(_obstacle(joined.partnership.id, program, document, 2017))
    archive.links.add(LinkDraft(document, 1, 2, Target.PROGRAM, program, "", 1999, 1999))
    first, again = tmp_path / "satu.pdf", tmp_path / "dua.pdf"
    for code in ("program_summary", "partnership_summary"):
        years = (2016, 2018)
        request = ReportRequest(code, joined.partnership.id, program, years, "id", "2026-11-20")
        made = print_to(archive, request, first, Progress())
        print_again(archive, made.snapshot, again, Progress())
        assert first.read_bytes() == again.read_bytes()
        assert "Pertukaran pemuda, 2016–2018" in made.subject


def test_the_names_above_are_told_and_what_is_below_is_told_with_it(archive: Archive) -> None:
    joined = stock.join(archive)
    parent = joined.program.id
    child = archive.programs.add(ProgramDraft(joined.partnership.id, "Seleksi", parent)).id
    actor = archive.actors.add(ActorDraft("Dinas", "local_government")).id
    archive.actors.take_part(RoleDraft(actor, joined.partnership.id, child))
    of_child = gather(archive, ReportRequest("program_summary", None, child))
    assert of_child.above == ("Pertukaran pemuda",)
    assert len(gather(archive, ReportRequest("program_summary", None, parent)).found.dossier.roles)
    with pytest.raises(NotFound):
        gather(archive, ReportRequest("program_summary"))
    with pytest.raises(NotFound):
        gather(archive, ReportRequest("program_summary", None, 999))

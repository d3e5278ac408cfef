"""Whatever an archive holds, every report prints: no text is lost, and nothing hidden is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings

from archive.archive import Archive, Mode
from archive.progress import Progress
from archive.records import (
    Access,
    AgreementDraft,
    Dossier,
    FindingDraft,
    LeftOut,
    LinkDraft,
    Source,
    Target,
    Validity,
)
from archive.reports import REPORTS, ReportRequest, print_to
from archive.reports.gathering import Collected
from archive.reports.request import ChosenCase, Subject
from tests.archive.reports.dossiers import PARTNERSHIP, Made, partnership
from tests.archive.reports.materials import materials, printed
from tests.archive.reports.reading import PRINTED, Print, read
from tests.archive.reports.test_any_dossier import dossiers
from tests.archive.stock import fresh, join, put

SECRET = "Rahasia jabatan"
SCRIPTS = ("姉妹都市提携に関する覚書", "서울 우호 협정", "友好城市协议书", "Nota kesepahaman éàü")
LONG = "kerja sama kota kembar " * 435  # 10,000 letters


def asked(archive: Archive) -> Iterator[ReportRequest]:
    """Every report of an archive and of its first partnership, program and cases."""
    first = archive.partnerships.all()[:1]
    for code, report in REPORTS.items():
        if report.subject is Subject.ARCHIVE:
            yield ReportRequest(code, printed=PRINTED)
        for of in first:
            if report.subject is Subject.CASES:
                cases = ChosenCase(of.id), ChosenCase(of.id, "youth_sport")
                yield ReportRequest(code, cases=cases, printed=PRINTED)
            elif report.subject is not Subject.SEARCH:
                program = archive.programs.of(of.id)[0].id
                asked_for = program if report.subject is Subject.PROGRAM else None
                yield ReportRequest(code, of.id, asked_for, printed=PRINTED)


def all_printed(archive: Archive, folder: Path) -> Iterator[tuple[str, Print, bytes]]:
    """Each report read back, and what is kept of it."""
    for request in asked(archive):
        out = folder / f"{request.report}.pdf"
        made = print_to(archive, request, out, Progress())
        yield request.report, read(out.read_bytes()), made.snapshot


@pytest.fixture
def full(tmp_path: Path) -> Path:
    """An archive whose sources are: one open, one above the reader's level, one in the trash."""
    folder = tmp_path / "arsip"
    with fresh(folder) as made:
        made.close()
    with Archive.open(folder, Mode.WRITE, max(Access)) as archive:
        joined = join(archive)
        agreement = archive.agreements.add(
            AgreementDraft(
                joined.partnership.id,
                "mou",
                "Nota kesepahaman",
                signed="2018",
                validity=Validity.DATE,
                ends="2027",
            )
        )
        papers = (
            ("Laporan terbuka", Access.OPEN),
            (SECRET, max(Access)),
            ("Naskah terbuang", Access.OPEN),
        )
        for title, access in papers:
            document = put(archive, title, (f"Kutipan: {title}", f"Bunyi: {title}"), access=access)
            for target, item in (
                (Target.AGREEMENT, agreement.id),
                (Target.PROGRAM, joined.program.id),
            ):
                archive.links.add(
                    LinkDraft(document, 1, 1, target, item, f"Kutipan: {title}", 2018, 2018)
                )
            source = Source(document, 2, 2, f"Bunyi: {title}")
            archive.findings.add(
                FindingDraft(joined.partnership.id, "determinant", source, f"Kata: {title}")
            )
        archive.documents.remove(document)
    return folder


def test_an_empty_archive_prints(tmp_path: Path) -> None:
    with fresh(tmp_path / "arsip") as archive:
        found = list(all_printed(archive, tmp_path))
    assert len(found) == sum(each.subject is Subject.ARCHIVE for each in REPORTS.values()) > 5
    assert all(each.pages[0] and "20 November 2026" in each.text for _code, each, _kept in found)


def test_an_empty_partnership_prints(tmp_path: Path) -> None:
    with fresh(tmp_path / "arsip") as archive:
        join(archive)
        codes = {code for code, each, _kept in all_printed(archive, tmp_path) if each.pages}
    assert codes == {c for c, each in REPORTS.items() if each.subject is not Subject.SEARCH}


def test_what_is_hidden_is_counted_and_never_told(full: Path, tmp_path: Path) -> None:
    with Archive.open(full, Mode.READ) as archive:
        for code, each, kept in all_printed(archive, tmp_path):
            assert "tidak ditampilkan" in each.flow, code
            assert "tempat sampah" in each.flow or "tong sampah" in each.flow, code
            assert SECRET not in each.flow and SECRET.encode() not in kept, code
            assert "Naskah terbuang" not in each.flow, code


def test_the_highest_level_stands_on_the_print(full: Path, tmp_path: Path) -> None:
    with Archive.open(full, Mode.READ, max(Access)) as archive:
        for code, each, _kept in all_printed(archive, tmp_path):
            assert "Tingkat" in each.pages[0], code
            assert SECRET in each.flow or code in ("handover_pack", "annual_report"), code


def test_a_missing_file_does_not_break_the_handover(full: Path, tmp_path: Path) -> None:
    kept = [file for file in full.rglob("*.txt") if file.is_file()]
    assert len(kept) == 3
    for file in kept:
        file.chmod(0o644)
        file.unlink()
    with Archive.open(full, Mode.READ) as archive:
        request = ReportRequest("handover_pack", printed=PRINTED)
        print_to(archive, request, tmp_path / "x.pdf", Progress())
    assert "Halaman kunci" in read((tmp_path / "x.pdf").read_bytes()).flow


# dossiers that are made up


def empty() -> Dossier:
    return Made().dossier()


def many_activities() -> Dossier:
    made = Made()
    programs = [made.program(f"Program {number}") for number in range(12)]
    for number in range(500):
        program, status = programs[number % 12], ("held", "planned", "cancelled")[number % 3]
        activity = made.activity(program, 1990 + number // 15, f"Acara {number}.", status=status)
        made.link(Target.ACTIVITY, activity, "Kutipan", document=number % 40 + 1)
    return made.dossier()


def of_many_letters() -> Dossier:
    made = Made()
    agreement = made.agreement(LONG, signed="2018", note=LONG, validity=Validity.DATE, ends="2027")
    program = made.program(LONG)
    for target, item in ((Target.AGREEMENT, agreement), (Target.PROGRAM, program)):
        made.link(target, item, LONG, years=(2018, 2018), title=LONG, note=LONG)
    for kind in ("obstacle", "determinant", "verdict", "recommendation"):
        made.finding(kind, LONG, LONG, theme="budget", note=LONG, document=2)
    made.activity(program, 2018, LONG, status="cancelled", reason=LONG)
    return made.dossier()


def in_four_scripts() -> Dossier:
    made = Made(partnership("雅加达", "東京"))
    for said in SCRIPTS:
        agreement, program = made.agreement(said), made.program(said)
        made.link(Target.AGREEMENT, agreement, said, title=said)
        made.link(Target.PROGRAM, program, said, years=(2018, 2018), title=said)
        made.finding("determinant", said, number=1, framework=said, document=2)
    return made.dossier()


def of_far_years() -> Dossier:
    made = Made()
    for ends in ("9999", "0001-01-01", "2027/..", "/2027", "202X"):
        made.agreement(f"Sampai {ends}", signed="0001", validity=Validity.DATE, ends=ends)
    made.agreement("Diputus", validity=Validity.INDEFINITE, terminated="9999-12-31")
    program = made.program("Program", None, "1808", "9999")
    for year in (1, 1808, 2018, 2019, 9999):
        made.activity(program, year, f"Acara {year}.")
        made.link(Target.PROGRAM, program, f"Kutipan {year}.", years=(year, year))
    made.link(Target.PROGRAM, program, "Segala tahun.", years=(1, 9999))
    return made.dossier()


def eight_deep() -> Dossier:
    made, program = Made(), None
    made.agreement("Nota", signed="2005", validity=Validity.INDEFINITE)
    for depth in range(8):
        program = made.program(f"Tingkat {depth} pertukaran kebudayaan dan pendidikan", program)
        made.link(Target.PROGRAM, program, f"Kutipan {depth}", years=(2010 + depth, 2010 + depth))
    return made.dossier()


ODD = (empty, many_activities, of_many_letters, in_four_scripts, of_far_years, eight_deep)


@pytest.mark.parametrize("odd", ODD, ids=lambda each: each.__name__)
def test_odd_dossiers_print_and_are_made_again(odd: Callable[[], Dossier]) -> None:
    left_out = LeftOut(3, 2)
    for request, material in materials(odd(), left_out=left_out):
        told = read(printed(request, material))
        assert "3 butir" in told.flow and "2 butir" in told.flow, request.report


@pytest.mark.parametrize("year", [1, 9, 2500, 9999])
def test_a_year_far_off_has_its_report(year: int) -> None:
    made = Made()
    for held in (1, 2018, 9999):
        made.activity(made.program(f"Program {held}"), held, f"Acara {held}.")
    for request, material in materials(made.dossier(), "en", year):
        if request.report == "annual_report":
            told = read(printed(request, material))
            assert str(year) in told.pages[0]
            assert (f"Nothing of {year} is recorded" in told.flow) == (year in (9, 2500))


def squeezed(text: str) -> str:
    """Without spaces: lines may break anywhere."""
    return "".join(text.split())


def test_no_letter_of_a_long_text_is_lost() -> None:
    made = Made()
    marks = {letter: [f"{letter}{number:04d}/" for number in range(1666)] for letter in "ND"}
    agreement = made.agreement("".join(marks["N"]))
    made.link(Target.AGREEMENT, agreement, "Kutipan")
    made.finding("determinant", "".join(marks["D"]), document=2)
    told_in = {
        "agreement_register": "N",
        "comparison": "ND",
        "determinants": "D",
        "handover_pack": "N",
    }
    for request, material in materials(made.dossier()):
        told = squeezed(read(printed(request, material)).text)
        for letter in told_in.get(request.report, ""):
            assert [mark for mark in marks[letter] if mark not in told] == [], request.report


def test_sixty_partnerships_print_and_one_of_two_hundred_programs() -> None:
    request, small = _matrix_of(10)
    large = _matrix_of(200)[1].dossiers
    many = type(small)(small.dossiers * 59 + large, small.documents, small.left_out)
    assert f"{(59 * 10 + 200) * 3} celah" in read(printed(request, many)).flow.replace(".", "")


def _matrix_of(programs: int) -> tuple[ReportRequest, Collected]:
    """What the matrix of a partnership is made of: programs of three years without a page."""
    made = Made()
    for number in range(programs):
        made.program(f"Program {number}", None, "2018", "2020")
    made.agreement("Nota", signed="2018", validity=Validity.INDEFINITE)
    return next(m for m in materials(made.dossier()) if m[0].report == "evidence_matrix")


@settings(max_examples=8, deadline=None)
@given(dossiers())
def test_any_dossier_prints_with_every_report(dossier: Dossier) -> None:
    for request, material in materials(dossier):
        told = read(printed(request, material))
        assert f"{len(told.pages)} / {len(told.pages)}" in told.pages[-1], request.report


def test_links_of_one_place_and_more_do_not_break_a_comparison() -> None:
    """Sources beyond those cited in a cell need no place to lead back to."""
    made = Made()
    agreement = made.agreement("Nota")
    for document in (1, 1, 1, 2, 3, 4):
        made.link(Target.AGREEMENT, agreement, "Kutipan", document=document)
    made.link(Target.PARTNERSHIP, PARTNERSHIP, "Kutipan")
    for request, material in materials(made.dossier(), "en"):
        if request.report == "comparison":
            assert (
                "[1, p. 1] [2, p. 1] [3, p. 1] and 1 more" in read(printed(request, material)).flow
            )

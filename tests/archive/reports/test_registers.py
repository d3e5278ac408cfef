"""The register, what expires, determinants and the matrix, read back in both languages."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from archive.catalogue.matrix import matrix
from archive.records import Dossier, LeftOut, Relation, Target, Validity
from archive.reports.request import Language
from tests.archive.reports.dossiers import Made
from tests.archive.reports.materials import materials, printed
from tests.archive.reports.reading import Print, read


def told(
    code: str, dossier: Dossier, language: Language = "id", years: tuple[int, int] | None = None
) -> Print:
    """One report of a dossier, which leaves out four items above the reader's level."""
    for request, material in materials(dossier, language, left_out=LeftOut(4)):
        if request.report == code:
            return read(printed(replace(request, years=years), material))
    raise KeyError(code)


def until(made: Made, title: str, ends: str, **values: Any) -> int:
    """An agreement that ends on a date."""
    return made.agreement(title, validity=Validity.DATE, ends=ends, **values)


def agreements() -> Dossier:
    """One in each standing; all prints are of 20 November 2026."""
    made = Made()
    soon = until(made, "Segera", "2027-03-20", renewal="automatic", notice_months=6)
    until(made, "Kelak", "2028-02-29")
    until(made, "Jauh", "2040")
    until(made, "Baru lewat", "2026-11-19")
    renewed = until(made, "Diteruskan", "2026-10")
    made.agreement("Terbuka", validity=Validity.INDEFINITE)
    made.agreement("Gelap")
    made.agreement("Diputus", validity=Validity.INDEFINITE, terminated="2020")
    made.agreement("Akan diputus", validity=Validity.INDEFINITE, terminated="2027-01-09")
    made.agreements[0] = replace(made.agreements[0], relations=(Relation("renews", renewed),))
    made.link(Target.AGREEMENT, soon, "Berlaku enam tahun.", pages=(3, 3))
    return made.dossier()


@pytest.mark.parametrize(
    ("language", "standings", "notice"),
    [
        (
            "id",
            ("Segera berakhir (1)", "Berlaku (3)", "Tanpa batas waktu (1)", "Berakhir (2)",
             "Diakhiri (1)", "Masa berlaku tidak diketahui (1)"),
            "pemberitahuan mulai 20 September 2026",
        ),
        (
            "en",
            ("Expiring (1)", "Active (3)", "Indefinite (1)", "Expired (2)", "Terminated (1)",
             "Validity not known (1)"),
            "notice from 20 September 2026",
        ),
    ],
)  # fmt: skip
def test_the_register_says_where_each_stands(
    language: Language, standings: tuple[str, ...], notice: str
) -> None:
    print_ = told("agreement_register", agreements(), language)
    assert all(each in print_.text for each in standings)
    assert notice in print_.flow
    assert "19 Mei 2026" not in print_.flow and "19 May 2026" not in print_.flow  # it is over
    assert {"id": "enam bulan", "en": "six months"}[language] in print_.flow  # how it is reckoned
    assert print_.citations[0] == (1, "3") and list(print_.sources) == [1]
    marks = {"id": "[tanpa sumber]", "en": "[no source]"}
    assert print_.flow.count(marks[language]) == 8  # all but the one that a page proves


@pytest.mark.parametrize(
    ("language", "soon", "later", "none"),
    [
        ("id", "20 Maret 2027 20 September 2026 120", "29 Februari 2028", "9 Januari 2027"),
        ("en", "20 March 2027 20 September 2026 120", "29 February 2028", "9 January 2027"),
    ],
)
def test_what_expires_tells_notice_and_days_left(
    language: Language, soon: str, later: str, none: str
) -> None:
    flow = told("expiring_agreements", agreements(), language).flow
    assert soon in flow and f"{later} 29 " in flow and " 466 " in flow
    assert f"{none} – 50 " in flow  # notice was given: it ends with that
    assert "Baru lewat" in flow
    assert all(title not in flow for title in ("Jauh", "Terbuka", "Gelap", "Diteruskan"))


def factors() -> Dossier:
    made = Made()
    for number, polarity in ((2, "positive"), (1, "negative")):
        said = f"Faktor ke-{number}"
        values: dict[str, Any] = {"number": number, "polarity": polarity, "theme": "commitment"}
        made.finding("determinant", said, f"Kata sumber {number}", framework="Ringrose", **values)
    made.finding("obstacle", "Anggaran kecil", theme="budget", page=9)
    made.finding("weakness", "Janji kosong", theme="commitment", page=8)
    made.finding("verdict", "Kerja sama gagal", value="active", page=7)
    return made.dossier()


@pytest.mark.parametrize(
    ("language", "title", "signs", "hidden"),
    [
        ("id", "Faktor menurut Ringrose", ("− Menghambat", "+ Mendukung"), "4 butir"),
        ("en", "Factors: Ringrose", ("− Negative", "+ Positive"), "4 items"),
    ],
)
def test_determinants_tell_number_effect_and_framework(
    language: Language, title: str, signs: tuple[str, str], hidden: str
) -> None:
    flow = told("determinants", factors(), language).flow
    first, second = flow.index("1 Faktor ke-1"), flow.index("2 Faktor ke-2")
    assert flow.index("Kerja sama gagal") < flow.index(title) < first < second
    assert first < flow.index(signs[0]) < second < flow.index(signs[1])
    assert "“Kata sumber 1”" in flow and hidden in flow
    assert "Janji kosong" in flow and "Anggaran kecil" not in flow


def thin() -> Dossier:
    made = Made()
    made.agreement("Nota", signed="2016", validity=Validity.DATE, ends="2020")
    festival, school = made.program("Festival"), made.program("Sekolah", None, "2017", "2019")
    made.link(Target.PROGRAM, festival, "Festival diadakan.", years=(2018, 2018), pages=(4, 4))
    made.activity(school, 2018, "Kunjungan", status="cancelled")
    made.activity(school, 1808, "Salah ketik")
    return made.dossier()


def test_gaps_in_print_are_those_of_the_window() -> None:
    dossier = thin()
    gaps = matrix(dossier, (2016, 2020)).gaps()
    print_ = told("evidence_matrix", dossier)
    assert f"{len(gaps)} celah" in print_.pages[0] and len(gaps) == 6
    assert "Festival 2016–2017, 2019–2020" in print_.flow
    assert "Sekolah 2017, 2019" in print_.flow
    assert "Festival 2018 [1, hlm. 4]" in print_.flow
    assert "Kunjungan (dibatalkan)" in print_.flow


def test_a_year_that_no_column_is_for_is_told() -> None:
    flow = told("evidence_matrix", thin(), "en").flow
    assert "Years not shown" in flow and "Sekolah 1808 [no source]" in flow
    assert "Years not shown" not in told("evidence_matrix", thin(), "en", (2016, 2020)).flow


def test_more_years_than_a_matrix_shows_are_those_that_hold_something() -> None:
    print_ = told("evidence_matrix", thin(), "en", (1, 9999))
    assert "1–9999" in print_.pages[0]
    assert "Program 2016 2017 2018 2019 2020" in print_.flow


def test_behind_a_mark_each_activity_stands_with_its_own_pages() -> None:
    made = Made()
    made.agreement("Nota", signed="2016", validity=Validity.DATE, ends="2020")
    program = made.program("Festival")
    first = made.activity(program, 2018, "Pawai")
    made.activity(program, 2018, "Lomba")
    made.link(Target.ACTIVITY, first, "Pawai diadakan.", pages=(2, 2))
    made.link(Target.PROGRAM, program, "Festival tahun ini.", years=(2018, 2018), pages=(2, 4))
    made.link(Target.PROGRAM, program, "Pawai.", years=(2018, 2018), pages=(2, 2))  # once is enough
    flow = told("evidence_matrix", made.dossier()).flow
    assert "Pawai [1, hlm. 2] Lomba [tanpa sumber] Halaman tertaut lainnya: [1, hlm. 2–4]" in flow


def test_a_mark_counts_a_page_once() -> None:
    made = Made()
    program = made.program("Festival")
    for pages in ((2, 2), (2, 4)):
        made.link(Target.PROGRAM, program, years=(2018, 2018), pages=pages)
    assert matrix(made.dossier(), (2018, 2018)).cells[program, 2018].pages == 3


@pytest.mark.parametrize(
    ("language", "unknown", "none"),
    [
        ("id", "Celah pada 2018–2020 tidak dapat dinilai", "tidak ada naskah kerja sama yang"),
        ("en", "Gaps cannot be told for 2018–2020", "no agreement is recorded"),
    ],
)
def test_without_a_known_validity_no_gap_is_denied(
    language: Language, unknown: str, none: str
) -> None:
    made = Made()
    program = made.program("Festival")
    for year in (2018, 2020):
        made.activity(program, year, f"Pawai {year}")
    assert none in told("evidence_matrix", made.dossier(), language).flow
    made.agreement("Nota", signed="2016")
    flow = told("evidence_matrix", made.dossier(), language).flow
    assert unknown in flow
    assert "Tidak ada celah" not in flow and "No gap" not in flow

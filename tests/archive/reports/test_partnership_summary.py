"""The partnership summary, read back from the PDF as a person with a reader would."""

from __future__ import annotations

import ctypes
import re
import shutil
import subprocess
import time
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pypdfium2 as pdfium
import pytest

from archive.records import Dossier, Evidence, Target, Validity
from archive.reports.narrowing import of_program
from tests.archive.reports.dossiers import PARTNERSHIP, Made, ordinary, partnership
from tests.archive.reports.reading import Print, read, summary

WORDS = ("kerja", "sama", "kota", "kembar", "budaya", "seni", "pertukaran", "laporan", "tahun")


def wide(count: int = 200) -> Dossier:
    """A dossier of so many linked pages over thirty years."""
    chance, made = Random(4), Made()
    programs = [made.program(f"Program {number}") for number in range(12)]
    for number in range(count):
        year = 1992 + number % 30
        quote = " ".join(chance.choices(WORDS, k=40))
        made.link(
            Target.PROGRAM,
            chance.choice(programs),
            quote,
            document=number,
            pages=(number % 30 + 1, number % 30 + 1),
            years=(year, year),
        )
    return made.dossier()


def in_order(text: str, *words: str) -> bool:
    """Whether the words stand in the text one after the other."""
    place = 0
    for word in words:
        place = text.find(word, place)
        if place < 0:
            return False
        place += len(word)
    return True


def test_the_text_reads_in_order() -> None:
    printed = read(summary(ordinary()))
    assert in_order(
        printed.text,
        "RINGKASAN KEMITRAAN",
        "Jakarta–Tokyo",
        "sejak sekitar 1989",
        "Periode Dicetak Arsip",
        "Semua tahun 20 November 2026 Arsip Biro Kerja Sama",
        "\nProfil",
        "\nNaskah kerja sama",
        "\nProgram menurut tahun",
        "\nBukti\n",
        "\nSumber\n",
        "\nTentang cetakan ini",
    )


def test_the_english_print_is_english() -> None:
    text = read(summary(ordinary(), "en")).text
    assert in_order(text, "PARTNERSHIP SUMMARY", "since about 1989", "Programs by year", "Sources")
    assert "[3, p. 12]" in text and "[1, pp. 7–9]" in text
    assert "tidak" not in text


def test_every_quote_is_followed_by_its_source_and_printed_page() -> None:
    dossier = ordinary()
    printed = read(summary(dossier))
    for item in dossier.evidence:
        words = item.link.quote or f"Ditautkan tanpa kutipan: {item.title}"
        found = re.search(re.escape(words) + r"”? \[(\d+), hlm\. ([^\]]+)\]", printed.flow)
        assert found, words
        entry, digits = printed.sources[int(found[1])]
        assert digits == item.sha256[:8]
        assert item.title in entry
        assert found[2] == _pages(item)


def _pages(item: Evidence) -> str:
    first = item.first_label or str(item.link.first_page)
    last = item.last_label or str(item.link.last_page)
    return first if first == last else f"{first}–{last}"


@pytest.mark.parametrize("dossier", [ordinary(), wide(30)], ids=["ordinary", "wide"])
def test_sources_are_numbered_by_their_first_citation(dossier: Dossier) -> None:
    printed = read(summary(dossier))
    firsts = list(dict.fromkeys(number for number, _ in printed.citations))
    assert firsts == list(range(1, len(firsts) + 1)) == list(printed.sources)


def test_what_is_missing_is_said() -> None:
    made = Made(partnership(since=None))
    made.agreement("Nota kesepahaman")
    made.program("Pertukaran")
    text = read(summary(made.dossier())).flow
    assert "Sejak tidak tercatat" in text
    assert "tidak tercatat tidak tercatat tidak tercatat Tidak diketahui" in text
    assert "Program tanpa tahun yang tercatat: Pertukaran." in text
    assert "Tidak ada halaman yang ditautkan sebagai bukti." in text


def test_an_empty_partnership_prints_a_whole_page() -> None:
    printed = read(summary(Made().dossier()))
    assert "Tidak ada naskah kerja sama yang tercatat." in printed.text
    assert "Tidak ada program yang tercatat." in printed.text
    assert "Tidak ada sumber yang dikutip." in printed.text


def test_indefinite_is_not_unknown() -> None:
    made = Made()
    made.agreement("Satu", validity=Validity.INDEFINITE)
    made.agreement("Dua", validity=Validity.DATE, ends="2027-05")
    made.agreement("Tiga")
    text = read(summary(made.dossier())).flow
    assert in_order(text, "Tanpa batas waktu", "sampai Mei 2027", "Tidak diketahui")


def test_what_is_withheld_is_counted() -> None:
    assert "2 tidak ditampilkan" in read(summary(ordinary(), withheld=2)).flow
    assert "tidak ditampilkan" not in read(summary(Made().dossier())).flow


def test_a_wide_period_breaks_into_tables_whose_years_are_all_there() -> None:
    text = read(summary(wide(), years=(1992, 2021))).text
    headers = dict.fromkeys(re.findall(r"^Program (?:(?:19|20)\d\d ?)+$", text, re.MULTILINE))
    years = [int(word) for line in headers for word in line.split()[1:]]
    assert years == list(range(1992, 2022))


def test_the_heads_of_the_agreements_stand_whole() -> None:
    assert (
        "Judul dan jenis Nomor Ditandatangani Tempat Masa berlaku" in read(summary(ordinary())).text
    )


def test_gap_years_are_columns_too() -> None:
    text = read(summary(ordinary())).text
    assert "Program 2018 2019 2020 2021 2022 t.t." in text
    assert "Jakarta-Japan Matsuri 1 1 · 1 1 ·" in text
    assert "Jumlah halaman ditautkan 4 4 3 4 4 2" in text


def test_a_link_over_several_pages_and_years_counts_each_page_in_each_year() -> None:
    made = Made()
    program = made.program("Budaya")
    made.link(Target.PROGRAM, program, pages=(3, 5), years=(2018, 2019))
    made.link(Target.PROGRAM, program, pages=(5, 5), years=(2019, 2019))
    assert "Budaya 3 3" in read(summary(made.dossier())).text


def test_a_quote_of_ten_thousand_letters_and_words_without_spaces_are_whole() -> None:
    made = Made()
    quote = " ".join(Random(1).choices(WORDS, k=1500)) + " " + "x" * 10_000
    made.link(Target.PARTNERSHIP, PARTNERSHIP, quote)
    flow = read(summary(made.dossier())).flow.replace(" ", "")
    assert quote.replace(" ", "") in flow


def test_titles_in_three_scripts_are_there_again() -> None:
    title = "東京都とソウル特別市 서울특별시 – Déjà vu ŌŪ"
    made = Made(partnership("Jakarta", "北京"))
    made.link(Target.PARTNERSHIP, PARTNERSHIP, "友好協定、우호협정。", title=title)
    printed = read(summary(made.dossier()))
    if "[?]" in printed.text:
        pytest.skip("no font for these scripts on this computer")
    assert title in printed.flow
    assert "“友好協定、우호협정。”" in printed.flow


def test_what_no_font_can_print_is_named_at_the_end() -> None:
    made = Made()
    made.link(Target.PARTNERSHIP, PARTNERSHIP, "Tertulis جاكرتا di sini.")
    printed = read(summary(made.dossier()))
    assert "“Tertulis [?] di sini.”" in printed.flow
    assert "Arabic (6)" in printed.pages[-1]


def test_citation_and_source_lead_to_each_other() -> None:
    with pdfium.PdfDocument(summary(ordinary())) as document:
        links = sum(_links(page) for page in document)
        assert links == 8 + 3  # each citation, and back from each source


def _links(page: Any) -> int:
    raw: Any = pdfium.raw
    position, link, count = ctypes.c_int(0), raw.FPDF_LINK(), 0
    while raw.FPDFLink_Enumerate(page, position, link):
        assert raw.FPDFLink_GetDest(page.pdf, link)
        count += 1
    return count


def test_the_outline_names_the_chapters() -> None:
    with pdfium.PdfDocument(summary(ordinary())) as document:
        titles = [item.get_title() for item in document.get_toc(max_depth=1)]
    assert titles[:4] == ["Profil", "Naskah kerja sama", "Lini masa", "Program menurut tahun"]
    assert titles[4:] == ["Evaluasi", "Bukti", "Sumber", "Tentang cetakan ini"]


def test_the_document_says_what_it_is() -> None:
    with pdfium.PdfDocument(summary(ordinary())) as document:
        told = document.get_metadata_dict()
    assert told["Title"] == "Ringkasan kemitraan Jakarta–Tokyo"
    assert told["Author"] == "Arsip Biro Kerja Sama"
    assert told["CreationDate"] == "D:20261120000000Z"
    assert b"/Lang (id)" in summary(ordinary())


def test_every_page_has_its_number_and_foot() -> None:
    printed = read(summary(wide()))
    count = len(printed.pages)
    for number, page in enumerate(printed.pages, 1):
        assert f"{number} / {count}" in page
        assert "Arsip Biro Kerja Sama · 20 November 2026" in " ".join(page.split())


def test_the_same_request_makes_the_same_bytes() -> None:
    assert summary(ordinary()) == summary(ordinary())
    assert summary(ordinary()) != summary(ordinary(), printed="2026-11-21")


def test_headings_never_stand_last_on_a_page() -> None:
    printed = read(summary(wide()))
    for page, following in pairwise(printed.pages):
        lines = [line for line in page.splitlines() if "·" not in line and " / " not in line]
        assert not re.fullmatch(r"\d{4}|Bukti|Sumber", lines[-1]), following[:80]
        assert not (lines[-1].startswith("Program ") and re.match(r"\d{4} “", following))


def test_two_hundred_linked_pages_print_in_two_seconds() -> None:
    dossier = wide(200)
    summary(dossier)  # fonts are read once a process
    begun = time.perf_counter()
    summary(dossier)
    assert time.perf_counter() - begun < 2.0


def test_one_program_prints_with_those_below_it() -> None:
    dossier = ordinary()
    festival = next(item for item in dossier.programs if item.name == "Jakarta-Japan Matsuri")
    culture = next(item for item in dossier.programs if item.name == "Pertukaran budaya")
    assert {item.name for item in of_program(dossier, festival.id).programs} == {festival.name}
    kept = of_program(dossier, culture.id)
    assert len(kept.programs) == 3
    assert len(kept.evidence) == 5


@pytest.mark.skipif(not shutil.which("pdffonts"), reason="needs poppler's tools")
def test_every_font_is_embedded(tmp_path: Path) -> None:
    path = tmp_path / "print.pdf"
    made = Made(partnership("Jakarta", "東京 서울"))
    path.write_bytes(summary(made.dossier()))
    listed = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in listed.splitlines()[2:]]
    assert rows
    assert all(row[-5:-2] == ["yes", "yes", "yes"] for row in rows)


@pytest.mark.skipif(not shutil.which("qpdf"), reason="needs qpdf")
def test_qpdf_finds_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "print.pdf"
    path.write_bytes(summary(wide()))
    checked = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_reading_a_print_back_keeps_its_words() -> None:
    assert Print(("a\nJudul · Arsip · 2 Mei 2026 1 / 2",)).flow == "a"

"""A citation stands behind a fact only where the linked words say it."""

from __future__ import annotations

import re

import pytest

from archive.records import Target
from archive.reports.proving import naming
from tests.archive.reports.dossiers import PARTNERSHIP, Made, partnership
from tests.archive.reports.reading import of_one_program, read, summary


@pytest.mark.parametrize(
    ("date", "quote", "named"),
    [
        ("1988-09-03", "Ditandatangani pada 3 September 1988 di Jakarta.", True),
        ("1988-09-03", "Pelaku dari kedua kota sejak September 1988.", False),
        ("1988-09", "Ditandatangani pada 3 September 1988 di Jakarta.", True),
        ("1988~", "Kerja sama ini dimulai pada 1988.", True),
        ("1992~", "Kerja sama telah berjalan sekitar 30 tahun.", False),
        ("1992", "Nomor 19923 dalam daftar.", False),
        ("1988/1992", "Antara 1988 dan 1992.", False),
        ("198X", "Pada tahun 1988.", False),
        (None, "Pada tahun 1988.", False),
        ("1988", "", False),
    ],
)
def test_a_link_names_a_date_only_where_its_quote_does(
    date: str | None, quote: str, named: bool
) -> None:
    made = Made()
    made.link(Target.PARTNERSHIP, PARTNERSHIP, quote)
    assert bool(naming(made.evidence, date)) is named


def test_a_run_is_named_only_whole() -> None:
    made = Made()
    made.link(Target.PROGRAM, 1, "Pada 2017 saja.")
    made.link(Target.PROGRAM, 1, "Dari 2017 sampai 2019.", pages=(2, 2))
    assert [each.link.first_page for each in naming(made.evidence, "2017", "2019")] == [2]
    assert len(naming(made.evidence, "2017", None)) == 2


def test_what_was_entered_is_cited_by_no_page_that_does_not_say_it() -> None:
    made = Made(partnership(since="1988-09-03"))
    made.link(Target.PARTNERSHIP, PARTNERSHIP, "Faktor pendukung kerja sama.", pages=(88, 88))
    flow = read(summary(made.dossier())).flow
    assert re.search(r"Jenis Kota kembar Sejak 3 September 1988 (?!\[)", flow)
    assert "Sesuai catatan arsip" in flow


def test_since_is_cited_by_the_page_whose_words_name_it() -> None:
    made = Made(partnership(since="1988-09-03"))
    made.link(Target.PARTNERSHIP, PARTNERSHIP, "Pelaku kerja sama.", pages=(113, 113))
    made.link(Target.PARTNERSHIP, PARTNERSHIP, "Diteken 3 September 1988.", pages=(7, 7))
    flow = read(summary(made.dossier())).flow
    assert "Sejak 3 September 1988 [1, hlm. 7] " in flow


def test_the_time_of_a_program_is_cited_only_by_words_that_name_it() -> None:
    made = Made()
    program = made.program("Pertukaran pemuda", starts="2017", ends="2019")
    made.link(Target.PROGRAM, program, "Pemuda kedua kota bertemu.", pages=(4, 4))
    assert "2017 sampai 2019 [" not in read(of_one_program(made.dossier(), program)).flow
    made.link(Target.PROGRAM, program, "Berjalan 2017–2019.", pages=(5, 5))
    assert "2017 sampai 2019 [1, hlm. 5]" in read(of_one_program(made.dossier(), program)).flow

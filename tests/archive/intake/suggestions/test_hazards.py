"""What real papers mislead with: damaged letters, citations, dates of other papers."""

from __future__ import annotations

import pytest

from tests.archive.intake.suggestions.asking import deed, found, values

DONE = "Dibuat dalam rangkap dua di Bandung, pada tanggal 25 Agustus 1997."
ABSTRACT = """ABSTRAK

Penelitian ini membahas kerja sama Bandung dan Suwon{years} yang berlandaskan Memorandum of
Understanding kedua kota serta pelaksanaannya oleh dinas yang terkait di kedua kota tersebut.

Kata kunci: Bandung, Suwon
"""


@pytest.mark.parametrize(
    "heading",
    [
        "NOTA KESEPAHAMAN",
        "N O T A  K E S E P A H A M A N",
        "N O T A K E S E P A H A M A N",
        "NO TA KESE PAHAM AN",
        "NNOOTTAA KKEESSEEPPAAHHAAMMAANN",
        "NOTA KESEPAHAMAN!",
        "NOTA  KESEPAHAMAN\nNomor : 12/NK/1997",
        "NOTA KESEFAHANAN",
    ],
)
def test_a_damaged_heading_is_read(heading: str) -> None:
    text = deed(done=DONE).replace("NOTA KESEPAHAMAN", heading, 1)
    assert values(text, field="kind") == ["mou"]
    assert values(text, field="partnership") == [("Bandung", "Suwon")]


def test_description_is_no_thesis() -> None:
    text = "LAPORAN KEGIATAN\nPERTUKARAN PEMUDA\n\nDESKRIPSI\n\nDeskripsi kegiatan tahun ini."
    assert values(text, field="kind") == ["activity_report"]


def test_scholarship_outweighs_the_memorandum_it_is_about() -> None:
    title = "IMPLEMENTASI NOTA KESEPAHAMAN\nBANDUNG DAN SUWON\n\nSKRIPSI\n\n"
    assert values(title, ABSTRACT.format(years=""), field="kind") == ["thesis"]


def test_a_deed_with_articles_and_testimonium_stays_a_deed() -> None:
    assert values(deed(done=DONE), "LAMPIRAN\n\nABSTRAK\n\nUraian program.", field="kind") == [
        "mou"
    ]


def test_prose_about_a_memorandum_is_none() -> None:
    text = (
        "Catatan harian. Kemarin wali kota menandatangani\nnota kesepahaman antara dua kota besar."
    )
    assert values(text, field="kind") == []


def test_a_plan_of_cooperation_is_no_plan_of_action() -> None:
    assert values("RENCANA KERJA SAMA LUAR NEGERI\n\nIsi naskah ini singkat.", field="kind") == []


@pytest.mark.parametrize(
    "years",
    [
        " (Schiavon, 2018)",
        " (Putra, 2009-2011)",
        " (lihat Sari & Budi, 2009–2011, hlm. 4)",
        " sejak 1997",
        " menurut Pasal 2017-2019/3",
    ],
)
def test_citations_give_no_years(years: str) -> None:
    assert values(ABSTRACT.format(years=years), field="years") == []


@pytest.mark.parametrize(
    ("years", "covered"),
    [
        (" pada tahun 2018- 2022", "2018..2022"),
        (" 2017–2019", "2017..2019"),
        (" periode 1992 s.d. 2017", "1992..2017"),
        (" dari tahun 2010 sampai dengan tahun 2015", "2010..2015"),
        (" antara tahun 2010 dan 2015", "2010..2015"),
        (" (2010-2015)", "2010..2015"),
        (" from 2010 to 2015 (Tavares, 2016)", "2010..2015"),
    ],
)
def test_ranges_of_years_are_read(years: str, covered: str) -> None:
    assert values(ABSTRACT.format(years=years), field="years") == [covered]


def test_the_year_of_a_law_is_not_the_years_covered() -> None:
    title = (
        "KERJA SAMA BANDUNG DAN SUWON DITINJAU DARI\nUNDANG-UNDANG NOMOR 24 TAHUN 2000\n\nSKRIPSI\n"
    )
    assert values(title, field="years") == []


def test_a_chapter_speaks_of_its_one_period() -> None:
    chapter = "BAB V\nPENUTUP\n\nKerja sama Bandung dan Suwon pada periode 2018-2022 dinilai aktif."
    assert values(chapter, field="years") == ["2018..2022"]
    assert values(chapter + " Pada tahun 2001-2010 tidak.", field="years") == []


def test_the_list_of_references_gives_no_years() -> None:
    references = "DAFTAR PUSTAKA\n\nABSTRAK: kerja sama 2001-2015. London: Contoh, " + "x" * 200
    assert values(ABSTRACT.format(years=""), references, field="years") == []


@pytest.mark.parametrize(
    ("opening", "done", "signed"),
    [
        ("", DONE, "1997-08-25"),
        (
            "MERUJUK pada Pernyataan Kehendak yang ditandatangani di Suwon pada "
            "tanggal 3 Maret 1996;",
            DONE,
            "1997-08-25",
        ),
        (
            "Referring to the Letter of Intent signed in Suwon on 3 March 1996;",
            "DONE at Bandung on this 25th day of August, 1997.",
            "1997-08-25",
        ),
        (
            "Pada hari ini, Senin tanggal dua puluh lima bulan Agustus tahun seribu "
            "sembilan ratus sembilan puluh tujuh, bertempat di Bandung,",
            "",
            "1997-08-25",
        ),
        (
            "Pada hari ini, Senin, tanggal 25-08-1997, di Bandung, berdasarkan "
            "Undang-Undang tanggal 1 Mei 1974,",
            "",
            "1997-08-25",
        ),
        ("", "Bandung, 25 Agustus 1997\n\nWALI KOTA BANDUNG", "1997-08-25"),
        ("", "Dlbuat di Bandung, pada tang gal 25 Agustns 1997\n\nWALI KOTA BANDUNG", "1997-08-25"),
    ],
)
def test_the_signing_date_is_the_deeds_own(opening: str, done: str, signed: str) -> None:
    assert values(deed(opening=opening, done=done), field="signed") == [signed]


@pytest.mark.parametrize(
    "opening",
    [
        "MERUJUK pada Surat Minat yang ditandatangani di Suwon pada tanggal 3 Maret 1996;",
        "Memperhatikan Undang-Undang Nomor 24 Tahun 2000 tanggal 23 Oktober 2000;",
        "Pada hari ini, tanggal seribu, bertempat di Bandung,",
        "Pada hari ini, tanggal 25 (dua puluh enam) bulan Agustus tahun 1997, di Bandung,",
    ],
)
def test_other_dates_are_not_proposed(opening: str) -> None:
    assert values(deed(opening=opening), field="signed") == []


def test_a_year_half_read_is_no_year() -> None:
    done = "Dibuat di Bandung pada tanggal lima Mei seribu sembilan ratus sernbi1an puluh tujuh."
    assert "1909-05-05" not in values(deed(done=done), field="signed")


def test_a_merely_mentioned_city_is_not_proposed() -> None:
    text = ABSTRACT.format(years="") + "\nUniversitas Contoh Yogyakarta, dibandingkan Kyoto.\n"
    assert sorted(values(text, field="cities")) == ["Bandung", "Suwon"]
    assert values(text, field="partnership") == [("Bandung", "Suwon")]


def test_words_set_apart_are_shown_whole() -> None:
    text = deed(done=DONE).replace("NOTA KESEPAHAMAN", "N O T A  K E S E P A H A M A N", 1)
    (kind,) = found(text, field="kind")
    assert kind.words == "N O T A  K E S E P A H A M A N"


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "halaman kosong", "12", "\x00\ufffe" * 50])
def test_where_nothing_is_said_nothing_is_proposed(text: str) -> None:
    for field in ("kind", "title", "signed", "years", "partnership", "numbers", "validity"):
        assert values(text, field=field) == []

"""Titles are proposed whole, and with the known words of headings put right."""

from __future__ import annotations

import pytest

from archive.intake.suggestions.mending import is_odd, mend
from tests.archive.intake.suggestions.asking import ARTICLES, found

DONE = "\nDibuat di Jakarta pada tanggal 3 Maret 1997\n"
SURE = 0.7

WHOLE = [
    (
        "MEMORANDUM OF UNDERSTANDING\nBETWEEN\nTHE GOVERNMENT OF THE CITY OF BANDUNG, WEST JAVA,\n"
        "REPUBLIC OF INDONESIA\nAND\nTHE CITY OF SUWON, REPUBLIC OF KOREA\nCONCERNING SISTER CITIES"
        "\n\nThe two Parties named above,\nHave agreed as follows:\n",
        "Memorandum of Understanding between the Government of the City of Bandung, West Java, "
        "Republic of Indonesia and the City of Suwon, Republic of Korea concerning Sister Cities",
    ),
    (
        "NOTA KESEPAHAMAN\nANTARA\nPEMERINTAH KOTA BANDUNG,\nDAN\nPEMERINTAH KOTA SUWON,\n"
        "TENTANG\nKOTA KEMBAR\n\nPada hari ini kami bertemu\n",
        "Nota Kesepahaman antara Pemerintah Kota Bandung, dan Pemerintah Kota Suwon, tentang Kota "
        "Kembar",
    ),
]


@pytest.mark.parametrize(("heading", "title"), WHOLE)
def test_a_title_goes_on_over_its_lines(heading: str, title: str) -> None:
    assert _titles(heading) == [title]


@pytest.mark.parametrize(
    "heading",
    [
        "MEMORANDUM OF UNDERSTANDING\nBETWEEN\n\nHereinafter the Parties agree\n",
        "NOTA KESEPAHAMAN\nANTARA\nPEMERINTAH KOTA BANDUNG\nDAN\n\nPada hari ini kami bertemu\n",
    ],
)
def test_a_title_that_breaks_off_is_not_proposed(heading: str) -> None:
    assert _titles(heading) == []


def test_known_words_of_a_heading_are_whole_and_the_proof_as_it_stands() -> None:
    heading = "NOTASALINGPENGERTIAN\nANTARA\nKOTA PADANG\nDAN\nKOTA BUSAN, RE PUBLIK KOREA\n"
    one = found(heading + ARTICLES + DONE, field="title")[0]
    assert isinstance(one.value, dict)
    assert one.value["text"] == (
        "Nota Saling Pengertian antara Kota Padang dan Kota Busan, Republik Korea"
    )
    assert one.words.startswith("NOTASALINGPENGERTIAN\n")
    assert one.score > SURE


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Nota Kes Epahaman", "Nota Kesepahaman"),
        ("PERNYATAAN K EHENDAK,", "PERNYATAAN KEHENDAK,"),
        ("Beritaacara Rapat", "Berita Acara Rapat"),
        ("NOTAKESEPAHAMANANTARA KOTA", "NOTA KESEPAHAMAN ANTARA KOTA"),
        ("Kerja Sama dan Kerjasama", "Kerja Sama dan Kerjasama"),
        ("Kota Tanjungpinang, Danantara", "Kota Tanjungpinang, Danantara"),
        ("", ""),
    ],
)
def test_only_known_words_are_mended(read: str, meant: str) -> None:
    assert mend(read) == meant
    assert mend(meant) == meant


def test_a_title_with_an_odd_word_is_less_sure() -> None:
    heading = "NOTA KESEPAHAMAN\nANTARA\nKOTA PADANG\nDAN\nKOTA B USAN KOREA\n"
    scores = [one.score for one in found(heading + ARTICLES + DONE, field="title")]
    assert scores
    assert max(scores) < SURE


def test_letters_that_are_words_are_not_odd() -> None:
    assert not is_odd("Dinas X Kota Malang and a Plan B")
    assert is_odd("Kota Pemerintahdaerahsurabayaraya Indah")


def _titles(heading: str) -> list[str]:
    return [
        one.value["text"]
        for one in found(heading + ARTICLES + DONE, field="title")
        if isinstance(one.value, dict) and isinstance(one.value["text"], str)
    ]

"""Any text at all: no rule fails, and every proof stands where it is said to stand."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from archive.intake.suggestions import Known, KnownCity, KnownProgram, PageText, Paper, suggest
from archive.intake.suggestions.folding import fold
from archive.intake.suggestions.repairing import dates

PIECES = """NOTA KESEPAHAMAN|ANTARA|DAN|TENTANG|PEMERINTAH KOTA|Bandung|SUWON|Pasal 1|Article 2
SKRIPSI|ABSTRAK|Kata kunci:|Done in|Dibuat di|pada tanggal|25 Agustus 1997|dua puluh lima|bulan
tahun|2018-2022|(Schiavon, 2018)|DAFTAR PUSTAKA|Pada hari ini|berlaku selama 5 (lima) tahun
diperpanjang|dalam bidang|1. pariwisata;|Nomor : 12/X/2017|Kepada Yth.|Hal :|Judul :|Oleh:|İ|ﬁ
WALI KOTA|P A S A L|HHAASSIILL|Dear|東京|MERUJUK|LAPORAN|s.d.|,|.|;|:|(|)|-|–|!|1O|\t|tertulis
untuk pemerintah|bulan sebelumnya"""
WORDS = [word for line in PIECES.split("\n") for word in line.split("|")]
texts = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=60).map(" ".join),
    st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=60).map("\n".join),
)
KNOWN = Known((KnownCity(1, "Bandung"),), (KnownProgram(1, "Pasal Satu", ("",)),))


@given(st.lists(texts, max_size=4), texts, texts)
def test_every_proof_stands_on_its_page(pages: list[str], name: str, title: str) -> None:
    numbered = tuple(PageText(number, text) for number, text in enumerate(pages, start=1))
    paper = Paper(name, numbered, {"title": title})
    for one in suggest(paper, KNOWN):
        assert one.words == paper.text(one.page)[one.start : one.end] != ""
        assert 0 < one.score <= 1
        assert json.loads(json.dumps(one.value)) is not None


@given(texts)
def test_folding_moves_nothing(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(text)
    assert [one == "\n" for one in text] == [one == "\n" for one in folded.text]


@given(texts)
def test_repaired_dates_stand_in_the_text(text: str) -> None:
    for one in dates(text.lower()):
        assert 0 <= one.start < one.end <= len(text.lower())


def test_long_and_monotonous_texts_end_soon() -> None:
    for piece in ("a", " ", "\n", "1/", "satu ", "(", "oleh\n", "ABSTRAK\n", "Jakarta dan ", "x: "):
        suggest(Paper("x.pdf", (PageText(1, piece * 40_000),)))

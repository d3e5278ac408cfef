"""Words meet however they are written: affixes, one word or two, accents, signs, numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.archive import Archive
from search.finder import Finder
from search.language import stem, stems, tokens
from search.marks import spans
from tests.archive.stock import put
from tests.search.test_finder import ask, found, index

MEETING = (
    "pemuda kepemudaan pemudanya pemudalah",
    "kerjasama bekerjasama kerjasamanya",
    "menandatangani ditandatangani penandatanganan tandatangan",
    "tukar pertukaran menukar penukaran bertukar",
    "panjang perpanjangan memperpanjang diperpanjang",
    "wisata pariwisata wisatawan kepariwisataan",
    "pemerintah pemerintahan",
    "berlaku pemberlakuan laku",
    "tulis menulis penulis penulisan tertulis tulisan",
    "kirim mengirim pengiriman dikirimkan",
    "kunjung kunjungan mengunjungi dikunjungi",
    "kembang pengembangan mengembangkan berkembang",
    "tingkat meningkatkan peningkatan ditingkatkan",
    "milik memiliki pemilik",
    "nilai menilai penilaian",
    "bidang dibidang bidangnya",
    "ekonomi perekonomian",
    "sekolah disekolah",
    "city cities",
    "agreement agreements",
)


@pytest.mark.parametrize("words", MEETING)
def test_words_of_one_root_meet(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize("words", ["masalah masa", "mitra mitigasi", "kota kata", "tari seni"])
def test_words_of_several_roots_do_not(words: str) -> None:
    assert len(set(map(stem, words.split()))) == len(words.split())


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=14))
def test_a_stem_is_a_word(word: str) -> None:
    assert stem(word)
    assert len(stem(word)) <= len(word) + 1
    assert set(stems([word])) >= {stem(word)}


@pytest.mark.parametrize("typed", ["kerja sama", "kerjasama", "bekerja sama", "kerja-sama"])
def test_one_word_or_two_meet_and_what_was_typed_comes_first(
    archive: Archive, finder: Finder, typed: str
) -> None:
    ways = ("kerja sama", "kerjasama", "bekerja sama", "kerja-sama")
    ids = {way: put(archive, f"Naskah {way[0]}", (f"Dua kota {way} lama.",)) for way in ways}
    put(archive, "Lain", ("Dua kota saja.",))
    index(archive)
    answer = ask(finder, typed, synonyms=False)
    assert set(found(answer)) == set(ids.values())
    alike = [ids[way] for way in ways if tokens(way) == tokens(typed)]
    assert set(found(answer)[: len(alike)]) == set(alike)
    assert all(hit.pages[0].snippet.marks for hit in answer.hits)


def test_what_is_written_as_one_or_two_words_is_marked() -> None:
    assert spans("kerjasama", "Naskah kerja sama") == ((7, 17),)
    assert spans("kerja sama", "bekerjasama") == ((0, 11),)
    assert spans("kerja sama", "Bekerja sama bersama dia, kerja yang sama") == (
        (0, 12),
        (26, 31),
        (37, 41),
    )


@pytest.mark.parametrize(
    "typed",
    [
        *("東京", "東京都", "京都", "東", "서울", "서", "cafe", "CAFÉ", "naive"),
        *("415.4/1234/2019", "1234/2019", "415.4", "1234", "No. 12/KS/VIII/2017", "KS/VIII"),
        *("dibidang seni", "kota-kota", "kota kota"),
    ],
)
def test_signs_accents_numbers_are_found_whole_and_in_part(
    archive: Archive, finder: Finder, typed: str
) -> None:
    text = "東京都 서울 café naïve di bidang seni kota-kota; 415.4/1234/2019, No. 12/KS/VIII/2017."
    document = put(archive, "Naskah", (text,))
    put(archive, "Lain", ("Tidak ada apa-apa, 4154, 京 di sini.",))
    index(archive)
    assert found(ask(finder, typed))[:1] == [document]
    assert not ask(finder, "北京").total

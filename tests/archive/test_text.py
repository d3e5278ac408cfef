"""Cleaning, folding and finding quotes: what holds for any text, and what office papers need."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from archive.text import clean, find_quote, fold, storable

WORDS = [
    "kerja",
    "sama",
    "kota-kota",
    "naskah",
    "film",
    "2018",
    "dinas",
    "Tokyo",
    "café",
    "“surat”",
]
BETWEEN = [" ", "  ", "\n", " \n", "\u00a0", "\t", "\r\n", "\n\n", ", ", " – "]
any_text = st.text(st.characters(exclude_categories=()), max_size=80)  # halves of characters too
nasty = st.text(
    st.sampled_from("aB1é \t\n\r\f\x00\xad-\u2010\u00a0\u0301\ufb01\ufffe\ud800\udc00\u200b")
)
office = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(BETWEEN)), max_size=30).map(
    lambda pairs: "".join(word + between for word, between in pairs)
)
texts = any_text | nasty | office


def _is_storable(text: str) -> bool:
    text.encode("utf-8")
    return "\r" not in text


@given(texts)
def test_storable_can_be_stored(text: str) -> None:
    kept = storable(text)
    assert _is_storable(kept) and storable(kept) == kept


@given(office)
def test_storable_leaves_ordinary_text_alone(text: str) -> None:
    assert storable(text) == text.replace("\r\n", "\n")


@given(texts)
def test_clean_is_clean(text: str) -> None:
    cleaned = clean(text)
    assert _is_storable(cleaned)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not set(cleaned) & set("\x00\xad\ufb01\ufb02\ufffe\ufeff\u200b\u00a0\x0b\x0c")
    assert cleaned == cleaned.rstrip() and not cleaned.startswith("\n")


@given(texts)
@example("a\xad\n-\nb")
def test_what_is_clean_stays_so(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(texts)
def test_fold_is_steady(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert folded == " ".join(folded.split())


@given(texts)
def test_fold_sees_no_case_and_no_spaces(text: str) -> None:
    assert fold(text.replace("\n", " \n ")) == fold(text.replace("\n", "\n  "))
    ascii_only = text.encode("ascii", "ignore").decode()
    assert fold(ascii_only.upper()) == fold(ascii_only.lower()) or "-" in ascii_only


@given(texts, texts)
def test_finding_never_fails(quote: str, text: str) -> None:
    found = find_quote(quote, text)
    assert found is None or 0 <= found[0] < found[1] <= len(text)


@given(st.data())
def test_a_quote_from_a_page_is_found_in_its_raw_text(data: st.DataObject) -> None:
    raw = data.draw(office)
    cleaned = clean(raw)
    first = data.draw(st.integers(0, len(cleaned)))
    quote = cleaned[first : data.draw(st.integers(first, len(cleaned)))]
    found = find_quote(quote, storable(raw))
    if not fold(quote).replace("-", "").strip():
        return
    assert found is not None, (quote, raw)
    assert _words(storable(raw)[slice(*found)]) == _words(quote)


def _words(text: str) -> list[str]:
    return fold(text).replace("-", "").split()


@given(texts)
def test_a_page_is_found_in_itself(text: str) -> None:
    cleaned = clean(text)
    if cleaned.strip():
        assert find_quote(cleaned, cleaned) is not None


@given(texts)
@example("0\x08\ufffe0")
def test_the_clean_page_is_found_in_the_raw_one(text: str) -> None:
    cleaned = clean(text)
    assume(not any(soft == "\xad" and unicodedata.combining(mark) for soft, mark in pairwise(text)))
    if any(character.isalnum() for character in cleaned):
        assert find_quote(cleaned, storable(text)) is not None


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("kerja-\nsama", "kerjasama"),
        ("pembia-\r\nyaan", "pembiayaan"),
        ("pembia\ufffeyaan", "pembiayaan"),
        ("pembia\xadyaan", "pembiayaan"),
        ("pembia\xad\nyaan", "pembiayaan"),
        ("pembia- \n  yaan", "pembiayaan"),
        ("PEMBIA-\nYAAN", "PEMBIAYAAN"),
        ("kota-\nkota", "kota-kota"),
        ("sebaik-\nbaiknya", "sebaik-baiknya"),
        ("2018-\n2022", "2018-2022"),
        ("Jakarta-\nTokyo", "Jakarta-Tokyo"),
        ("se-Indonesia", "se-Indonesia"),
        ("– satu\n– dua", "– satu\n– dua"),
        ("\ufb01lm dan \ufb02ora, o\ufb03sial", "film dan flora, offisial"),
        ("nol\x00 byte\x07", "nol byte"),
        ("satu\u00a0dua\u2003tiga", "satu dua tiga"),
        ("cafe\u0301", "café"),
        ("a\u200bb\ufeffc\u200ed", "abcd"),
        ("baris\x0bbaru\x0chalaman\u2028lagi", "baris\nbaru\nhalaman\nlagi"),
        ("\n\n  isi  \n\n", "  isi"),
        ("emoji 😀 tetap", "emoji 😀 tetap"),
        ("\ud83d\ude00", "😀"),
        ("separuh \ud83d", "separuh \ufffd"),
        ("", ""),
    ],
)
def test_papers_of_the_office(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("kerja sama", "tentang kerja\nsama kota"),
        ("KERJA SAMA", "tentang kerja sama kota"),
        ("pembiayaan bersama", "pem\xadbiayaan ber-\nsama"),
        ("kota-kota", "kota-\nkota"),
        ("2018-2022", "tahun 2018–2022"),
        ("“naskah”", 'sebuah "naskah" lama'),
        ("film", "\ufb01lm pendek"),
        ("café", "CAFE\u0301"),
        ("akhir halaman awal halaman", "akhir halaman\n\fawal halaman"),
        ("Straße", "STRASSE"),
        ("kerjasama", "kerja\xad\nsama"),
        ("kerjasama", "kerja\xad-\nsama"),
        ("cafésaya", "cafe\u0301-\nsaya"),
        ("2018-2022", "2018\x02-\n2022"),
        ("café", "cafe\x02\u0301"),
    ],
)
def test_quotes_are_found_however_they_are_set(quote: str, text: str) -> None:
    found = find_quote(quote, text)
    assert found is not None
    first, last = found
    assert not text[first].isspace() and not text[last - 1].isspace()


@pytest.mark.parametrize(
    ("quote", "text"),
    [("", "teks"), ("  \n", "teks"), ("-", "teks"), ("kata", ""), ("kata", "kat a")],
)
def test_what_does_not_stand_there_is_not_found(quote: str, text: str) -> None:
    assert find_quote(quote, text) is None


def test_a_found_quote_has_its_whole_characters() -> None:
    text = "di cafe\u0301 kota"
    assert find_quote("café", text) == (3, 8)


@pytest.mark.parametrize("piece", ["a-\n", "\xad", "a\xad\n", " \n", "-", "\u0301", "a\u0301-\n"])
def test_odd_texts_take_no_longer_than_their_length(piece: str) -> None:
    """Each within seconds though two hundred thousand characters long; none is quadratic."""
    text = piece * (200_000 // len(piece))
    clean(text)
    find_quote("tidak ada", text)

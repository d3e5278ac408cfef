"""Inside quotes, words written as one or as two are the same."""

from __future__ import annotations

import pytest

from archive.archive import Archive
from search.finder import Finder
from search.marks import spans
from search.together import spellings
from tests.archive.stock import put
from tests.search.test_finder import ask, found, index


@pytest.mark.parametrize(
    ("phrase", "wanted"),
    [
        ("kerja sama ekonomi", {"kerja sama ekonomi", "kerjasama ekonomi"}),
        ("kerjasama ekonomi", {"kerjasama ekonomi", "kerja sama ekonomi"}),
        ("ditandatangani walikota", {"ditandatangani walikota", "ditanda tangani walikota"}),
        ("bekerja sama", {"bekerja sama", "bekerjasama"}),
        ("seni budaya", {"seni budaya"}),
        ("bersama", {"bersama"}),
    ],
)
def test_a_phrase_has_these_spellings(phrase: str, wanted: set[str]) -> None:
    ways = [" ".join(way) for way in spellings(phrase.split())]
    assert ways[0] == phrase
    assert set(ways) >= wanted
    assert len(spellings(("kerja", "sama") * 40)) == 8
    assert spellings(()) == ((),)


def test_a_phrase_is_found_in_either_spelling(archive: Archive, finder: Finder) -> None:
    one = put(archive, "A", ("Kerjasama ekonomi kedua kota.",))
    two = put(archive, "B", ("Kerja sama ekonomi kedua kota.",))
    put(archive, "C", ("Ekonomi dan kerja sama. Bersama ekonomi.",))
    title = put(archive, "Kerjasama sister city", ("Daftar.",))
    index(archive)
    for query in ('"kerja sama ekonomi"', '"kerjasama ekonomi"', '"kerja-sama ekonomi"'):
        answer = ask(finder, query)
        assert set(found(answer)) == {one, two}
        assert all(hit.pages[0].snippet.marks for hit in answer.hits)
    assert set(found(ask(finder, '"kerja sama"'))) >= {one, two}
    assert found(ask(finder, 'gagal judul:"kerja sama sister city"')) == [title]


def test_what_is_quoted_is_found_and_marked_as_it_is(archive: Archive, finder: Finder) -> None:
    one = put(archive, "Satu", ("Para pemuda bekerja bersama.",))
    two = put(archive, "Dua", ("Kepemudaan dan kerjasama.",))
    index(archive)
    assert found(ask(finder, '"pemuda"')) == [one]
    assert found(ask(finder, '"kerja sama"')) == [two]
    assert set(found(ask(finder, "pemuda"))) == {one, two}
    assert spans('"pemuda" kerja', "kepemudaan, pekerjaan pemuda") == ((12, 21), (22, 28))

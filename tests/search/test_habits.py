"""What people type by habit is understood: a minus before a word shuts it out."""

from __future__ import annotations

import pytest

from archive.archive import Archive
from search.finder import Finder
from search.query import parse
from search.records import MOST_WORDS, SearchRequest
from search.tree import Without, Words, ends
from tests.archive.stock import put
from tests.search.test_finder import ask, found, index


def test_a_minus_before_a_word_shuts_it_out(archive: Archive, finder: Finder) -> None:
    tokyo = put(archive, "A", ("Kerja sama dengan Tokyo di kota tua.",))
    seoul = put(archive, "B", ("Kerja sama dengan Seoul, kota-kota.",))
    index(archive)
    assert found(ask(finder, "kerja sama -tokyo")) == [seoul]
    assert found(ask(finder, "-Tokyo kerja")) == [seoul]
    assert found(ask(finder, 'kerja -"kota tua"')) == [seoul]
    assert found(ask(finder, "kerja (sama -seou*)")) == [tokyo]
    assert found(ask(finder, "-seoul")) == [tokyo]
    marked = [page.snippet for hit in ask(finder, "kerja -kota").hits for page in hit.pages]
    assert marked == []
    assert finder.search(SearchRequest("kerja -tokyo xylofon")).total == 1, "most of the words"


@pytest.mark.parametrize(
    "query",
    [
        "kota-kota",
        "jakarta - tokyo",
        "-",
        "- -",
        "--tokyo",
        "2018-2020",
        "-2018",
        "-415.4/12",
        "-KS/2018",
        "seni -",
        '"jakarta -tokyo"',
        'judul:"a -b"',
        "NOTA KESEPAHAMAN KERJA SAMA JAKARTA -TOKYO",
    ],
)
def test_other_strokes_shut_nothing_out(query: str) -> None:
    tree = parse(query).tree
    assert "Without" not in repr(tree)


def test_only_the_word_behind_the_minus_is_shut_out() -> None:
    tree = parse("kerja sama -tokyo tahun:2018").tree
    assert "Without(part=Words(words=('tokyo',)" in repr(tree)
    assert tree is not None
    words = [end.words for end in ends(tree) if isinstance(end, Words)]
    assert words == [("tokyo",), ("kerja",), ("sama",)]
    assert parse("-kerja-sama").tree == Without(parse("kerja-sama").tree or Words(()))


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("tahun:2018..", {"new"}),
        ("2018..", {"new"}),
        ("tahun:..1995", {"old"}),
        ("..1995 pemuda", {"old"}),
        ("pemuda 1995..2018", {"middle", "new"}),
        ("-tahun:2018..", {"old", "middle"}),
        ("pemuda 1.. ..95", set()),
    ],
)
def test_years_may_be_open(archive: Archive, finder: Finder, query: str, wanted: set[str]) -> None:
    dates = {"old": "1992", "middle": "2000", "new": "2018"}
    ids = {put(archive, name, ("Pemuda.",), date=date): name for name, date in dates.items()}
    index(archive)
    answer = ask(finder, query)
    if wanted:
        assert {ids[each] for each in found(answer)} == wanted
    assert bool(answer.costs) == bool(wanted), "what has not four digits is no year"


def test_a_quoted_title_holds_whatever_else_is_asked(archive: Archive, finder: Finder) -> None:
    chosen = put(archive, "Nota dinas hibah", ("Laporan.",))
    other = put(archive, "Nota dinas hibah kedua", ("Pertemuan batal.",))
    put(archive, "Katalog", ("Pertemuan gagal, nota dinas hibah.",))
    index(archive)
    answer = ask(finder, 'gagal judul:"Nota dinas hibah"')
    assert set(found(answer)) == {chosen, other}
    assert answer.notices == (MOST_WORDS,)
    assert found(ask(finder, 'pertemuan gagal judul:"Nota dinas hibah"'))[0] == other
    assert found(ask(finder, 'pertemuan judul:"Nota dinas hibah"')) == [other]
    assert found(ask(finder, 'judul:"Nota dinas hibah kedua" gagal?')) == [other]

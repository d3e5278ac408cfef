"""The last word of a query may have been typed in part."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from archive.archive import Archive, Mode
from archive.progress import Progress
from archive.records import Access, Synonym
from search.beginning import found_by
from search.finder import Finder
from search.indexing import Keeper
from search.records import BEGUN, Answer, SearchRequest
from search.synonyms import Table
from tests.archive.stock import put


@pytest.fixture(autouse=True)
def papers(archive: Archive) -> None:
    put(archive, "Satu", ("Jakarta dan Tokyo bertukar pemuda.",))
    put(archive, "Dua", ("Seni tari di Jakarta.",))
    put(archive, "Tiga", ("Program seni, ko dan lain-lain.",))
    keeper = Keeper(archive)
    keeper.catch_up(Progress())
    keeper.close()


def titles(answer: Answer) -> set[str]:
    return {hit.document.description.title for hit in answer.hits}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("jak", {"Satu", "Dua"}),
        ("seni jakar", {"Dua"}),
        ("tahun:1900..2100 jak", set()),  # no paper is dated
        ("-jenis:mou jak", {"Satu", "Dua"}),
    ],
)
def test_half_a_word_finds_what_begins_so(finder: Finder, typed: str, found: set[str]) -> None:
    answer = finder.search(SearchRequest(typed))
    assert titles(answer) == found
    assert answer.notices == (BEGUN,)


def test_it_is_marked(finder: Finder) -> None:
    hit = finder.search(SearchRequest("seni jak", pages=1)).hits[0]
    assert "<b>Jakarta</b>" in hit.pages[0].snippet.html()
    assert finder.completed(SearchRequest("seni jak"), [hit]) == (hit,)


def test_a_word_of_the_table_is_whole(archive: Archive) -> None:
    with closing(Finder(archive, Table((Synonym("jak", ("tari",)),)))) as finder:
        answer = finder.search(SearchRequest("jak"))
    assert titles(answer) == {"Dua"}
    assert answer.notices == ()


def test_what_may_not_be_seen_changes_nothing(tmp_path: Path) -> None:
    Archive.create(tmp_path / "rahasia", "Rahasia").close()
    with Archive.open(tmp_path / "rahasia", Mode.WRITE, Access.SECRET) as keeper:
        put(keeper, "Terbuka", ("Seni tari di Jakarta.",))
        put(keeper, "Tertutup", ("Kata jak dan rahasia.",), access=Access.SECRET)
        with closing(Keeper(keeper)) as index:
            index.catch_up(Progress())
    for level, jak, raha in ((Access.OPEN, (BEGUN,), ()), (Access.SECRET, (), (BEGUN,))):
        with (
            Archive.open(tmp_path / "rahasia", Mode.READ, level) as archive,
            closing(Finder(archive, Table(()))) as finder,
        ):
            assert finder.search(SearchRequest("jak")).notices == jak
            assert finder.search(SearchRequest("raha")).notices == raha


def test_readers_mark_what_it_was_found_by(finder: Finder) -> None:
    asked = SearchRequest("seni jak")
    assert found_by(asked, finder.search(asked)).query == "seni jak*"
    assert found_by(asked, finder.search(SearchRequest("seni"))) is asked


@pytest.mark.parametrize("typed", ["jak ", '"jak"', "judul:jak", "ko", "jakx", "jak seni", "ja"])
def test_a_word_is_whole_that_has_ended_or_is_known(finder: Finder, typed: str) -> None:
    assert BEGUN not in finder.search(SearchRequest(typed)).notices

"""A statement tells each word by itself, what was left out, and what could not be searched."""

from __future__ import annotations

from datetime import datetime

import pytest

from archive.archive import Archive, Mode
from archive.catalogue.facts import Filters
from archive.records import Access, PageState, SearchStatement, StatedFilter, StatedWord
from archive.storage.tables import DocumentRow, PageRow
from archive.synonyms import read
from search.finder import Finder
from search.records import BEGUN, MOST_WORDS, PLAIN_WORDS, SHORTENED, SearchRequest
from search.stating import NAMED
from search.synonyms import Table
from tests.archive.stock import join, put
from tests.search.test_finder import index

TABLE = Table(read("pemuda\tyouth|generasi muda\tboth\nkota kembar\tsister city\tboth\n"))


def stated(archive: Archive, query: str, **more: object) -> SearchStatement:
    index(archive)
    finder = Finder(archive, TABLE)
    try:
        return finder.statement(SearchRequest(query, **more))  # type: ignore[arg-type]
    finally:
        finder.close()


def counts(told: SearchStatement) -> dict[str, int | None]:
    return {word.text: word.documents for word in told.words}


def test_each_word_is_counted_by_itself_and_its_lack_is_told(archive: Archive) -> None:
    put(archive, "A", ("Kota besar.",)), put(archive, "B", ("Perbesaran kota.",))
    put(archive, "C", ("Lain.",))
    told = stated(archive, "Tembok besar xylofon")
    assert counts(told) == {"Tembok": 0, "besar": 2, "xylofon": 0}
    assert told.notices == (MOST_WORDS,)
    assert told.whole == 0 and told.total == len(told.hits) == 2
    assert all(hit.missing == ("Tembok", "xylofon") for hit in told.hits)


def test_words_that_only_join_need_not_be_found(archive: Archive) -> None:
    put(archive, "A", ("Festival kota di Jakarta.",))
    told = stated(archive, "festival dan xylofon")
    assert told.words[1] == StatedWord("dan", None)


def test_a_word_of_the_same_meaning_is_no_lack(archive: Archive) -> None:
    young = put(archive, "A", ("The youth of Tokyo.",))
    told = stated(archive, "pemuda Tokyo")
    assert counts(told) == {"pemuda": 0, "Tokyo": 1, "youth": 1, "generasi muda": 0}
    assert [word.text for word in told.words if word.added] == ["youth", "generasi muda"]
    assert [(hit.document, hit.missing) for hit in told.hits] == [(young, ())]
    assert told.whole == 1 and not told.notices


def test_of_words_that_belong_together_only_those_missing_are_told(archive: Archive) -> None:
    put(archive, "A", ("Sebuah kota dan festival.",))
    told = stated(archive, "kota kembar festival")
    assert [hit.missing for hit in told.hits] == [("kembar",)]


def test_words_taken_out_and_synonyms_switched_off_are_told(archive: Archive) -> None:
    put(archive, "A", ("Pemuda menari.",))
    told = stated(archive, "pemuda", without=frozenset({"YOUTH", "sister city"}))
    assert (told.added, told.taken_out, told.synonyms) == (("generasi muda",), ("youth",), True)
    told = stated(archive, "pemuda", synonyms=False)
    assert (told.added, told.taken_out) == ((), ("youth", "generasi muda"))
    assert not told.synonyms


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ('"kota  KEMBAR"', {"“kota  KEMBAR”": 1}),
        ("judul:Naskah", {"judul:Naskah": 1}),
        ("kemb*", {"kemb*": 1}),
        ("kerja-sama", {"kerja-sama": 0}),
        ("naskah BUKAN Kota", {"naskah": 1, "Kota": 1}),
        ("東京", {"東京": 1}),
        ("", {}),
        ("jenis:mou", {}),
    ],
)
def test_words_are_written_as_they_were_typed(
    archive: Archive, query: str, wanted: dict[str, int]
) -> None:
    put(archive, "Naskah", ("Kota kembar Jakarta dan 東京.",), kind="mou")
    told = counts(stated(archive, query, synonyms=False))
    assert told == wanted


def test_what_must_not_be_found_is_marked(archive: Archive) -> None:
    put(archive, "A", ("Kota kembar.",))
    words = stated(archive, "kota BUKAN kembar", synonyms=False).words
    assert [(word.text, word.without) for word in words] == [("kota", False), ("kembar", True)]


@pytest.mark.parametrize("query", ["(kota", "jenis:tiadajenis kota", "kota " * 300])
def test_a_query_searched_as_plain_words_says_so(archive: Archive, query: str) -> None:
    put(archive, "A", ("Kota kembar.",))
    told = stated(archive, query)
    assert PLAIN_WORDS in told.notices
    assert (SHORTENED in told.notices) == (len(query) > 1000)
    assert counts(told)["kota"] == 1


def test_filters_tell_what_they_leave(archive: Archive) -> None:
    join(archive)
    put(archive, "A", ("Kota.",), kind="mou", date="2018")
    put(archive, "B", ("Kota.",), kind="other", date="2019")
    told = stated(archive, "kota bahasa:id", filters=Filters(years=(2018, 2018), partnerships=(1,)))
    assert told.filters == (
        StatedFilter("language", "id", documents=0),
        StatedFilter("year", "2018..2018", documents=1),
        StatedFilter("partnership", "Jakarta–Tokyo", documents=0),
    )
    assert told.passing == 0 and counts(told) == {"kota": 2}
    told = stated(archive, "kota jenis:mou jenis:other tahun:2019")
    either = [each for each in told.filters if each.either]
    assert [(each.value, each.documents) for each in either] == [("mou", 1), ("other", 1)]
    assert told.passing == 1


def test_codes_and_time_are_told(archive: Archive) -> None:
    put(archive, "A", ("Kota.",))
    with archive._database.writing(archive.announce) as writing:
        [row] = writing.session.query(DocumentRow)
        row.reference_code = "KSD/1"
    told = stated(archive, "kota")
    assert told.hits[0].code == "KSD/1"
    assert datetime.fromisoformat(told.searched).tzinfo is not None


def test_papers_not_searched_whole_are_named_but_none_above_the_level(archive: Archive) -> None:
    waiting = put(archive, "Pindaian B", ("Terbaca.", "", ""))
    broken = put(archive, "Pindaian A", ("Satu.", "Dua."))
    put(archive, "Rahasia", ("",), access=Access.SECRET)
    archive.documents.remove(put(archive, "Terbuang", ("",)))
    put(archive, "Utuh", ("Terbaca.",))
    with archive._database.writing(archive.announce) as writing:
        page = writing.session.get(PageRow, (broken, 2))
        assert page is not None
        page.state = PageState.UNREADABLE.value
    left = stated(archive, "kota").unsearched
    assert [(paper.document, paper.unread, paper.unreadable) for paper in left.papers] == [
        (broken, 0, 1),
        (waiting, 2, 0),
    ]
    assert [paper.file for paper in left.papers] == ["Pindaian A.txt", "Pindaian B.txt"]
    assert (left.count, left.withheld, left.trashed) == (2, 1, 1)


def test_a_locked_paper_is_named_with_what_keeps_it_shut(archive: Archive) -> None:
    put(archive, "Terkunci", ())
    with archive._database.writing(archive.announce) as writing:
        [row] = writing.session.query(DocumentRow)
        row.trouble = "password"
    [paper] = stated(archive, "kota").unsearched.papers
    assert (paper.title, paper.trouble) == ("Terkunci", "password")


def test_of_many_unread_papers_some_are_named_and_all_counted(archive: Archive) -> None:
    for number in range(NAMED + 2):
        put(archive, f"Pindaian {number:02}", ("",))
    left = stated(archive, "kota").unsearched
    assert len(left.papers) == NAMED and left.count == NAMED + 2


def test_no_number_counts_what_lies_above_the_level(archive: Archive) -> None:
    put(archive, "A", ("Kota.",)), put(archive, "B", ("Kota xylofon.",), access=Access.SECRET)
    told = stated(archive, "kota xylofon")
    assert counts(told) == {"kota": 1, "xylofon": 0}
    assert (told.documents, told.passing, told.whole) == (1, 1, 0)
    archive.close()
    with Archive.open(archive.folder, Mode.READ, Access.SECRET) as all_seeing:
        finder = Finder(all_seeing, TABLE)
        assert counts(finder.statement(SearchRequest("kota xylofon"))) == {"kota": 2, "xylofon": 1}
        finder.close()


def test_without_an_index_nothing_is_counted_and_it_is_said(archive: Archive) -> None:
    put(archive, "A", ("Kota.",))
    finder = Finder(archive, TABLE)
    told = finder.statement(SearchRequest("kota"))
    finder.close()
    assert not told.complete and told.behind and not told.words


def test_half_a_word_is_stated_as_the_beginning_of_words(archive: Archive) -> None:
    put(archive, "A", ("Festival kota di Jakarta.",))
    told = stated(archive, "festival jak")
    assert counts(told) == {"festival": 1, "jak*": 1}
    assert told.notices == (BEGUN,)


def test_papers_of_a_year_hold_it(archive: Archive) -> None:
    put(archive, "A", ("Festival kota.",), date="1992")
    told = stated(archive, "festival 1992")
    assert counts(told) == {"festival": 1, "1992": 1}
    assert told.total == 1 and not told.notices

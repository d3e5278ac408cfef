"""Words that mean the same are looked for too: seen, removable, and below what was typed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.archive import Archive
from archive.records import Synonym
from archive.synonyms import read, shipped
from search.finder import Finder
from search.grouping import grouped
from search.records import MOST_WORDS, SearchRequest
from search.synonyms import Added, Table
from tests.archive.stock import fresh, put
from tests.search.test_finder import ask, found, index

TABLE = Table(
    read(
        "# a remark\n"
        "kerja sama\tkerjasama|cooperation\tboth\n"
        "plan of action\trencana aksi\tboth\n"
        "kedutaan\tKBRI|embassy\t>\n"
        "Tokyo\t東京\tboth\n"
        "broken line\n"
    )
)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with fresh(tmp_path / "arsip") as made:
        yield made


@pytest.fixture
def finder(archive: Archive) -> Iterator[Finder]:
    made = Finder(archive, TABLE)
    yield made
    made.close()


def test_a_table_is_read_line_by_line() -> None:
    assert TABLE.rows[0] == Synonym("kerja sama", ("kerjasama", "cooperation"), own=False)
    assert [row.both for row in TABLE.rows] == [True, True, False, True]
    assert TABLE.of(("cooperation",)) == ("kerja sama", "kerjasama")
    assert TABLE.of(("kbri",)) == ()


def test_what_means_the_same_is_found_below_what_was_typed(
    archive: Archive, finder: Finder
) -> None:
    other = put(archive, "A", ("The cooperation of two cities.",))
    typed = put(archive, "B", ("Naskah kerja sama dua kota.",))
    index(archive)
    answer = ask(finder, "kerja sama")
    assert found(answer) == [typed, other]
    assert answer.added == (Added("kerja sama", ("kerjasama", "cooperation")),)
    assert "<b>cooperation</b>" in answer.hits[1].pages[0].snippet.html()
    answer = ask(finder, "cooperation")
    assert found(answer) == [other, typed]


def test_words_added_are_taken_out_one_by_one_or_all(archive: Archive, finder: Finder) -> None:
    put(archive, "A", ("The cooperation of two cities.",))
    joined = put(archive, "B", ("Naskah kerjasama dua kota.",))
    index(archive)
    answer = ask(finder, "kerja sama", without=frozenset({"Cooperation"}))
    assert found(answer) == [joined]
    assert answer.added == (Added("kerja sama", ("kerjasama",)),)
    answer = ask(finder, "dua kota cooperation", synonyms=False)
    assert answer.added == ()


def test_one_way_is_one_way_and_several_words_meet_in_any_writing(
    archive: Archive, finder: Finder
) -> None:
    office = put(archive, "A", ("Surat dari KBRI di 東京.",))
    plan = put(archive, "B", ("Rencana aksi lima tahun.",))
    put(archive, "C", ("Kedutaan besar.",))
    index(archive)
    assert office in found(ask(finder, "kedutaan"))
    assert found(ask(finder, "KBRI")) == [office]
    assert found(ask(finder, "tokyo")) == [office]
    assert found(ask(finder, "plan of action")) == [plan]
    assert found(ask(finder, '"plan of action"')) == [], "quotes mean just these words"


@pytest.mark.parametrize(
    "query",
    [
        "kerja sama BUKAN laporan",
        "(kerja sama) ATAU laporan",
        "-jenis:mou kerja sama",
        "kota DAN kerja sama",
        "judul:(kerja sama)",
        "zzz ATAU kerja sama",
        "kerja sama ATAU zzz",
    ],
)
def test_words_side_by_side_meet_whatever_joins_them_to_others(
    archive: Archive, finder: Finder, query: str
) -> None:
    paper = put(archive, "Cooperation", ("Two cities, kota: cooperation.",))
    put(archive, "Lain", ("Tentang sama sekali lain.",))
    index(archive)
    answer = ask(finder, query)
    assert found(answer) == [paper]
    assert answer.added == (Added("kerja sama", ("kerjasama", "cooperation")),)


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("kerja sama dua", "kerja sama dua"),
        ("seni ATAU kerja sama dua", "seni ATAU (kerja sama) dua"),
        ('x  BUKAN jenis:"kerja sama"', 'x  BUKAN jenis:"kerja sama"'),
        ('judul:(kerja sama) ATAU "kerja sama"', 'judul:((kerja sama)) ATAU "kerja sama"'),
        ("plan of action ATAU kerja-sama", "(plan of action) ATAU kerja-sama"),
        ("kerja DAN sama", "kerja DAN sama"),
        ("seni DEKAT/3 kerja sama ATAU x", "seni DEKAT/3 kerja sama ATAU x"),
        ('kerja sama" ATAU x', '(kerja sama)" ATAU x'),
    ],
)
def test_only_words_of_one_entry_are_put_in_brackets(query: str, wanted: str) -> None:
    assert grouped(query, TABLE) == wanted


def test_a_name_or_a_code_is_meant_as_it_is(archive: Archive, finder: Finder) -> None:
    put(archive, "A", ("Embassy.",))
    index(archive)
    assert ask(finder, "pencipta:kedutaan kode:tokyo").added == ()


def test_the_rows_of_the_archive_are_followed_at_once(archive: Archive) -> None:
    paper = put(archive, "A", ("Pertunjukan silat.",))
    index(archive)
    own = Finder(archive)
    assert found(ask(own, "martial")) == []
    archive.synonyms.add(Synonym("martial", ("silat",), both=False))
    assert found(ask(own, "martial")) == [paper]
    assert own.documents("martial") == {paper}, "a saved search counts what the search finds"
    marks = own.words.marker(SearchRequest("martial"))
    assert marks is not None and marks("Pertunjukan silat.") == ((12, 17),)
    assert own.words.marker(SearchRequest("martial", synonyms=False)) is not None
    archive.synonyms.switch("martial", own=True, off=True)
    assert found(ask(own, "martial")) == []
    archive.events.undo()
    archive.events.undo()
    assert found(ask(own, "martial")) == []
    own.close()


def test_every_row_of_the_starter_ships(corpus: Path) -> None:
    starter = read((corpus.parent / "synonyms.tsv").read_text("utf-8"))
    assert len(starter) > 60
    assert set(starter) <= set(shipped())


def test_every_row_that_ships_bridges_in_its_direction(archive: Archive) -> None:
    """Beside a word of its own, the paper that has only the other word comes first."""
    asked = [(row, *pair) for row in shipped() for pair in _pairs(row)]
    papers = {
        at: put(archive, f"Naskah {at}", (f"Catatan pendek tentang {other}, map{at}.",))
        for at, (_row, _term, other) in enumerate(asked)
    }
    put(archive, "Lain", ("Naskah tentang hal lain, " + "kerja sama, MoU, program. " * 9,))
    index(archive)
    finder = Finder(archive)
    answers = [ask(finder, f"{term} map{at}") for at, (_row, term, _other) in enumerate(asked)]
    missed = [
        (term, other)
        for at, ((_row, term, other), answer) in enumerate(zip(asked, answers, strict=True))
        if papers[at] not in found(answer)[:3] or MOST_WORDS in answer.notices
    ]
    finder.close()
    assert not missed


def _pairs(row: Synonym) -> Iterator[tuple[str, str]]:
    """What is asked, and what stands in the paper."""
    for other in row.equivalents:
        yield row.term, other
        if row.both:
            yield other, row.term

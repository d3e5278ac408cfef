"""More like one paper: asked by the words that set it apart, never by those that only join."""

from __future__ import annotations

from archive.archive import Archive
from search.finder import Finder
from search.function_words import function_words
from tests.archive.stock import put
from tests.search.test_finder import ask, found, index

FILLED = "Masing pihak yang telah dengan each what which keramik, keramik gerabah tungku. "


def test_words_that_only_join_are_no_part_of_it(archive: Archive, finder: Finder) -> None:
    one = put(archive, "Pameran keramik", (FILLED * 3,))
    two = put(archive, "Lokakarya", ("Masing each what gerabah tungku keramik.",))
    for number in range(9):
        put(archive, f"Laporan program {number}", ("Program pemuda berjalan dengan baik.",))
    index(archive)
    query = finder.help.like(one)
    assert set(query.split(" OR ")) == {"keramik", "gerabah", "tungku"}
    assert set(found(ask(finder, query))) == {one, two}


def test_a_word_of_most_papers_tells_nothing_of_one(archive: Archive, finder: Finder) -> None:
    papers = [put(archive, f"Laporan {n}", ("Program pertukaran pemuda.",)) for n in range(7)]
    odd = put(archive, "Laporan", ("Program pertukaran limbah.",))
    put(archive, "Lain", ("Limbah dan program.",))
    index(archive)
    assert finder.help.like(odd) == "limbah"
    assert set(finder.help.like(papers[0]).split(" OR ")) == {"pemuda", "pertukaran", "laporan"}


def test_function_words_are_written_as_the_index_has_them() -> None:
    assert {"yang", "masing", "each", "what", "which", "understanding"} - function_words() == {
        "understanding"
    }
    assert all(word == word.lower() and word.isalpha() for word in function_words())

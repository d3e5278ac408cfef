"""Help while asking: what was meant, misread or may be typed next – and nothing that is hidden."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.archive import Archive, Mode
from archive.catalogue.facts import Filters
from archive.records import Access, Description
from archive.text import fold
from search import completion
from search.finder import Finder
from search.records import SearchRequest
from tests.archive.stock import fresh, join, put
from tests.search.odd import ODD
from tests.search.test_finder import index

SLIP = "Perukaran pemuda ke Seoul."
GOOD = "Pertukaran pemuda diadakan di Beijing."
HIDDEN = "Xylofon kuarzit pertukarax rahasiawan zzyzxword pertukarann."
SECRETS = frozenset(HIDDEN.lower().rstrip(".").split()) | {"berkas", "gelap"}


def test_what_was_meant_is_offered_and_finds(archive: Archive, finder: Finder) -> None:
    for number in range(3):
        put(archive, f"Laporan {number}", (GOOD,))
    index(archive)
    offered = finder.help.suggest("pertukran beijing")
    assert [(each.kind, each.query, each.total) for each in offered] == [
        ("meant", "pertukaran beijing", 3)
    ]
    assert [each.other for each in finder.help.suggest("qertukaran")] == ["pertukaran"], (
        "any letter"
    )
    assert finder.help.suggest("pertukran tahun:1900") == (), "what finds nothing is no help"


def test_misread_words_are_offered_beside_the_right_one(archive: Archive, finder: Finder) -> None:
    put(archive, "A", (GOOD,))
    put(archive, "B", (GOOD,))
    slip = put(archive, "C", (SLIP,))
    index(archive)
    offered = finder.help.suggest("pertukaran")
    assert [(each.kind, each.other, each.total) for each in offered] == [
        ("misread", "perukaran", 3)
    ]
    found = finder.search(SearchRequest(offered[0].query))
    assert slip in [hit.document.id for hit in found.hits]


def test_names_and_words_are_completed(archive: Archive, finder: Finder) -> None:
    join(archive)
    document = put(archive, "Laporan pertukaran 2018", (GOOD,))
    archive.documents.describe(
        document, Description("Laporan pertukaran 2018", reference_code="415.4/1234/2019")
    )
    index(archive)
    offered = [(each.kind, each.text, each.start) for each in finder.help.complete("seni pert")]
    assert ("program", "Pertukaran pemuda", 5) in offered
    assert ("title", "Laporan pertukaran 2018", 5) in offered
    assert ("word", "pertukaran", 5) in offered
    assert ("code", "415.4/1234/2019") in [
        (each.kind, each.text) for each in finder.help.complete("415.4/12")
    ]
    assert ("title", 0) in [
        (each.kind, each.start) for each in finder.help.complete("laporan pert")
    ]
    assert finder.help.complete("p") == ()
    assert finder.help.complete("tahun:20") == ()


def test_a_rare_form_of_a_frequent_word_is_not_offered(archive: Archive, finder: Finder) -> None:
    for number in range(6):
        put(archive, f"Laporan {number}", ("Kerja sama sampai selesai.",))
    put(archive, "A", ("Samanya samudra.",))
    index(archive)
    offered = [each.text for each in finder.help.complete("sam")]
    assert offered == ["sama", "sampai", "samudra"]


@pytest.fixture(scope="module")
def low(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Finder]:
    """A reader of the lowest level, in an archive with a secret paper and one in the trash."""
    folder = tmp_path_factory.mktemp("rahasia") / "arsip"
    with fresh(folder) as made:
        put(made, "Laporan", (GOOD, SLIP))
        put(made, "Berkas gelap", (HIDDEN,), access=Access.SECRET)
        trashed = put(made, "Berkas gelap", (HIDDEN,))
        index(made)
        made.documents.remove(trashed)
    with Archive.open(folder, Mode.READ) as reading:
        finder = Finder(reading)
        yield finder
        finder.close()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.sampled_from(sorted(SECRETS)), st.integers(1, 12), st.sampled_from("aeqxz"))
def test_words_of_hidden_papers_are_never_told(
    low: Finder, secret: str, size: int, letter: str
) -> None:
    cut = secret[:size]
    for typed in (cut, secret, f"pemuda {cut}", cut + letter, secret[:-1], letter + secret[1:]):
        offered = [each.text.lower() for each in low.help.complete(typed)]
        assert not SECRETS & {word for text in offered for word in text.split()}
        told = [f"{each.query} {each.other}" for each in low.help.suggest(typed)]
        new = {word for text in told for word in text.lower().split()} - set(typed.split())
        assert not SECRETS & new
        stated = low.statement(SearchRequest(typed))
        assert stated.documents == 1
        assert all(hit.title == "Laporan" for hit in stated.hits)


def helped(folder: Path, hidden: str) -> tuple[list[str], list[str]]:
    """What a reader of the lowest level is told, beside a secret paper with this text."""
    with fresh(folder) as made:
        put(made, "Laporan", ("Pertukaran pemuda. Samanya hak kedua kota." * 2,))
        put(made, "Gelap", (hidden,), access=Access.SECRET)
        index(made)
    with Archive.open(folder, Mode.READ) as reading, closing(Finder(reading)) as finder:
        meant = [each.query for each in finder.help.suggest("pertukran")]
        return meant, [each.text for each in finder.help.complete("sam")]


def test_other_forms_in_hidden_papers_change_nothing(tmp_path: Path) -> None:
    meant, completed = helped(tmp_path / "a", "Lain.")
    assert meant == ["pertukaran"] and "samanya" in completed
    assert helped(tmp_path / "b", "Pertukran. " + "Sama. " * 9) == (meant, completed)


@pytest.mark.parametrize("typed", ODD, ids=range(len(ODD)))
def test_no_odd_query_breaks_the_help(low: Finder, typed: str) -> None:
    low.help.complete(typed)
    assert all(each.query != typed for each in low.help.suggest(typed))


@given(st.text(max_size=60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_help_never_fails(low: Finder, typed: str) -> None:
    low.help.complete(typed)
    low.help.suggest(typed)


def test_more_like_a_paper_is_a_query_of_its_own_words(archive: Archive, finder: Finder) -> None:
    one = put(archive, "Pameran keramik", ("Pameran keramik dibuka di balai kota.",))
    two = put(archive, "Keramik", ("Lokakarya keramik dan pameran kecil.",))
    for number in range(6):
        put(archive, f"Laporan {number}", (GOOD,))
    index(archive)
    query = finder.help.like(one)
    assert set(query.split(" OR ")) == {"keramik", "pameran"}
    found = [hit.document.id for hit in finder.search(SearchRequest(query)).hits]
    assert set(found) == {one, two}
    assert finder.help.like(999) == ""
    assert finder.documents("keramik") == {one, two}


def test_hits_of_a_page_are_counted(archive: Archive, finder: Finder) -> None:
    put(archive, "Seni", ("Tari, tari dan tari.", "Satu tari."))
    index(archive)
    pages = finder.search(SearchRequest("tari")).hits[0].pages
    assert {page.page: page.hits for page in pages} == {1: 3, 2: 1}


@given(st.text(st.characters(max_codepoint=126, min_codepoint=32)))
def test_plain_text_is_folded_alike(text: str) -> None:
    assert completion._folded(text) == fold(text)


def test_values_of_filters_are_completed(archive: Archive, finder: Finder) -> None:
    join(archive)
    for typed, wanted in (
        ("seni jenis:nota", ("kind", "mou")),
        ("bidang:pemu", ("field", "youth")),
        ("bahasa:jep", ("language", "ja")),
        ("kemitraan:tok", ("partnership", "Jakarta–Tokyo")),
        ("program:pert", ("program", "Pertukaran pemuda")),
    ):
        offered = [(each.kind, each.text) for each in finder.help.complete(typed)]
        assert wanted in offered, typed
    assert all(each.start == 5 for each in finder.help.complete("seni jenis:nota"))


def test_the_statement_names_every_filter_and_every_word(archive: Archive, finder: Finder) -> None:
    joined = join(archive)
    put(archive, "Laporan", (GOOD,), date="2018")
    index(archive)
    partnerships, programs = (joined.partnership.id,), (joined.program.id,)
    filters = Filters((1990, 2020), ("mou",), partnerships, programs, ("youth",), ("id",))
    stated = finder.statement(SearchRequest("kota kembar NOT jenis:press", filters))
    told = {(each.name, each.value, each.without) for each in stated.filters}
    assert told == {
        ("kind", "mou", False),
        ("kind", "press", True),
        ("year", "1990..2020", False),
        ("partnership", "Jakarta–Tokyo", False),
        ("program", "Pertukaran pemuda", False),
        ("field", "youth", False),
        ("language", "id", False),
    }
    assert "sister city" in stated.added
    assert (stated.documents, stated.pages, stated.total) == (1, 1, 0)
    without = SearchRequest("kota kembar", synonyms=False)
    assert finder.statement(without).added == ()

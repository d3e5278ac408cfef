"""Facets as words of the query: written, recognised, taken out again."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from archive import vocabulary
from archive.vocabulary import codes
from search.naming import kinds
from search.narrowing import apart
from search.query import parse
from search.records import Cost
from search.tree import Fact, Node
from ui.language import use
from ui.search.nothing import relaxed, told
from ui.search.terms import (
    WITH,
    WITHOUT,
    has,
    state,
    term,
    toggled,
    with_years,
    years_of,
    years_without,
)

NAMES = st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters='"'), min_size=1)
QUERIES = st.lists(NAMES, max_size=4).map(" ".join)


def kinds_can_be_called(words: str) -> bool:
    """Whether there is anything in it but signs."""
    return any(map(str.isalnum, words))


def _facts(node: Node | None) -> list[Fact]:
    return [fact for each in apart(node)[0] for fact in each.facts]


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("kind", sorted(codes("document_kinds")))
def test_the_search_understands_what_a_facet_writes(language: str, kind: str) -> None:
    use(language)
    found = _facts(parse(term("kind", kind)).tree)
    assert [fact.name for fact in found] == ["kind"]
    assert not parse(term("kind", kind)).notices


@given(st.lists(NAMES, min_size=1, max_size=3).map(" ".join).filter(kinds_can_be_called))
@example('Nota "dinas"')
@example("AND")
@example("surat-surat: (dalam) *")
def test_the_search_understands_a_kind_that_an_archive_added(words: str) -> None:
    use("id")
    vocabulary.use([vocabulary.OwnWord("document_kinds", "own", words)])
    try:
        found = _facts(parse(term("kind", "own")).tree)
        assert [fact.name for fact in found] == ["kind"]
        assert "own" in kinds(found[0].value)
    finally:
        vocabulary.use(())


def test_names_with_spaces_and_dashes_are_one_value() -> None:
    use("id")
    written = term("partnership", "Jakarta–Beijing")
    assert [fact.name for fact in _facts(parse(written).tree)] == ["partnership"]
    assert term("program", 'Pesta "Tani" Raya') == 'program:"Pesta  Tani  Raya"'


@given(QUERIES, NAMES)
def test_choosing_twice_is_not_choosing(query: str, name: str) -> None:
    use("id")
    if has(query, "program", name):
        return
    chosen = toggled(query, "program", name)
    assert has(chosen, "program", name)
    assert toggled(chosen, "program", name).split() == query.split()


def test_what_was_written_in_the_other_language_is_recognised() -> None:
    use("en")
    query = "pemuda " + term("kind", "mou")
    use("id")
    assert has(query, "kind", "mou")
    assert toggled(query, "kind", "mou") == "pemuda"


def test_years_replace_years() -> None:
    use("id")
    assert with_years("pemuda", 2017, 2019) == "pemuda tahun:2017..2019"
    assert with_years("pemuda tahun:2017..2019", 2018, 2018) == "pemuda tahun:2018"
    assert with_years("pemuda tahun:2018", 2018, 2018) == "pemuda"
    assert years_of("year:1992..2017 x") == (1992, 2017)
    assert years_of("tahun ini") is None
    assert years_of("seni 2018..2022") == (2018, 2022)
    assert years_of("tahun:2018.. seni") == (2018, 9999)
    assert years_of("..1995") == (1, 1995)
    assert with_years("seni 2018..", 2017, 2019) == "seni tahun:2017..2019"
    assert years_of("-tahun:2018 seni") is None
    assert with_years("seni -tahun:2018", 2017, 2019) == "seni -tahun:2018 tahun:2017..2019"
    assert years_without("-tahun:2018 BUKAN year:2020..2021") == {2018, 2020, 2021}


@pytest.mark.parametrize("shut_out", ["-jenis:mou", "BUKAN jenis:mou", "-kind:mou", "NOT kind:MoU"])
def test_what_shuts_out_is_a_facet_in_its_third_state(shut_out: str) -> None:
    use("id")
    query = f"seni {shut_out} -tahun:2018"
    assert state(query, "kind", "mou") == WITHOUT
    assert not has(query, "kind", "mou")
    assert toggled(query, "kind", "mou", WITHOUT) == "seni -tahun:2018"
    assert state(toggled(query, "kind", "mou"), "kind", "mou") == WITH
    assert state(toggled(query, "kind", "letter"), "kind", "mou") == WITHOUT
    filters, _rest = apart(parse(query).tree)
    assert sorted(each.name for each in filters if each.without) == ["kind", "year"]


def test_a_dash_that_names_no_field_shuts_nothing_out() -> None:
    filters, rest = apart(parse('"-jenis:mou" -seni jak-kota:x').tree)
    assert not filters
    assert rest is not None


def test_open_years_are_told_in_words_and_taken_out() -> None:
    use("id")
    since, until = (
        Cost((Fact("year", "2018..9999"),), False, 1),
        Cost((Fact("year", "0001..1995"),), False, 1),
    )
    assert (told(since), told(until)) == ("sejak 2018", "sampai 1995")
    assert relaxed("seni 2018..", since) == "seni"

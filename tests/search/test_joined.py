"""Entries of several words are one word of the index, wherever a phrase would be found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive.synonyms import shipped
from search import joined
from search.language import tokens

ENTRIES = sorted(
    {
        tuple(tokens(term))
        for row in shipped()
        for term in (row.term, *row.equivalents)
        if len(tokens(term)) > 1
    }
)
words = st.sampled_from(sorted({word for entry in ENTRIES for word in entry}))
entries = st.sampled_from(ENTRIES).map(list)
texts = st.lists(entries | st.lists(words, max_size=4), max_size=6).map(
    lambda parts: [word for part in parts for word in part]
)


def counted(text: list[str]) -> list[str]:
    """The same, told by looking at every place for every entry."""
    return sorted(
        "_".join(entry)
        for entry in ENTRIES
        for at in range(len(text))
        if tuple(text[at : at + len(entry)]) == entry
    )


@given(texts)
def test_a_text_has_the_entries_that_stand_in_it(text: list[str]) -> None:
    assert sorted(joined.in_text(text)) == counted(text)


@given(st.lists(texts, max_size=6))
def test_none_is_lost_where_one_page_ends_and_another_begins(pages: list[list[str]]) -> None:
    found, before = [], list[str]()
    for page in pages:
        found += [*joined.across(before, page), *joined.in_text(page)]
        before = joined.end(before, page)
    assert sorted(found) == counted([word for page in pages for word in page])


def test_only_entries_are_one_word() -> None:
    assert joined.joined(("kota", "kembar")) == "kota_kembar"
    assert joined.joined(("kembar", "kota")) is None
    assert all(joined.joined(entry) for entry in ENTRIES)

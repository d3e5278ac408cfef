"""Phrases are found in plain texts without reading them word by word, just where reading finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from search.anchors import Glance
from search.marks import Marker, _merged, _together
from search.reading import Reading, Span
from search.tree import Words

WORDS = st.sampled_from(["kota", "kembar", "a", "kotakembar", "2018", "kota2", "é", "雅加达"])
GAPS = st.sampled_from([" ", "  ", "\n", ", ", " – ", "_", "-", "…", "\u00a0", "“", ". ", "/"])
TEXTS = st.lists(st.tuples(WORDS, GAPS), max_size=12).map(
    lambda parts: "".join(word + gap for word, gap in parts)
)
PHRASES = st.lists(st.sampled_from(["kota", "kembar", "a", "2018"]), min_size=2, max_size=3)


def read(text: str, phrase: Words) -> tuple[Span, ...]:
    """Where a phrase stands, word by word."""
    reading = Reading(text)
    return _merged([reading.span(*found) for found in _together(phrase, reading.words)])


@given(TEXTS, PHRASES, st.booleans())
def test_a_phrase_is_found_where_reading_finds_it(
    text: str, words: list[str], capitals: bool
) -> None:
    phrase = Words(tuple(words))
    shown = text.upper() if capitals else text
    assert Marker([phrase])(shown) == read(shown, phrase)


def test_a_plain_text_is_not_read_and_another_is() -> None:
    phrase = Words(("kota", "kembar"))
    assert Glance("Kota – kembar “kota kembar”").phrases(phrase) == [(0, 13), (15, 26)]
    assert Glance("kota kémbar").phrases(phrase) is None
    assert Glance("kota-\nkembar").phrases(phrase) is None
    assert Glance("kota kembar").phrases(Words(("kota", "kembar"), slop=2)) is None

"""Typed words stand where a machine saw them; without a machine's help, nowhere."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive.intake.scans.aligning import WORD, aligned
from archive.records.scans import WordBox

READ = "Pertukeran pemuda diadakan di Tokyo"


def boxes(text: str) -> list[WordBox]:
    """Every word of a text in a row of places."""
    spans = [found.span() for found in WORD.finditer(text)]
    return [
        WordBox(*span, 0.5, (10.0 * n, 5.0, 10.0 * n + 9, 15.0)) for n, span in enumerate(spans)
    ]


def test_each_word_has_the_place_of_its_like_though_it_was_read_otherwise() -> None:
    typed = "Pertukaran pemuda\ndiadakan lagi di Tokyo"
    placed = aligned(typed, READ, boxes(READ))
    where = {typed[word.start : word.end]: word.box[0] for word in placed}
    told = {"Pertukaran": 0, "pemuda": 10, "diadakan": 20, "di": 30, "Tokyo": 40}
    assert where == told  # nobody saw "lagi"


def test_another_text_has_no_places() -> None:
    assert aligned("Sama sekali lain dari yang tertera", READ, boxes(READ)) == ()
    assert aligned("", READ, boxes(READ)) == () == aligned(READ, READ, ())


@given(
    st.lists(st.sampled_from(["satu", "dua", "tiga", "empat", "lima"]), max_size=12),
    st.lists(st.sampled_from(["satu", "dua", "tiga", "empat", "enam"]), max_size=12),
)
def test_places_belong_to_words_and_keep_their_order(typed: list[str], read: list[str]) -> None:
    text, seen = "  ".join(typed), " ".join(read)
    placed = aligned(text, seen, boxes(seen))
    words = [found.span() for found in WORD.finditer(text)]
    assert all((word.start, word.end) in words for word in placed)
    assert [word.box for word in placed] == sorted(word.box for word in placed)
    assert [word.start for word in placed] == sorted({word.start for word in placed})

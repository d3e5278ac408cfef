"""Gives the words a person typed the places where a machine had seen the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from archive.records.scans import WordBox
from archive.text import fold

LIKE = 0.5  # share of words alike; a text less like it is another text
MOST = 4_000  # words of a page that are compared; more make no page
WORD = re.compile(r"\S+")


def aligned(typed: str, read: str, words: Sequence[WordBox]) -> tuple[WordBox, ...]:
    """The words of `typed` that stand where `words` of the text `read` stood, in their order.

    A word read otherwise keeps its place where its neighbours tell it; words without one are left
    out. No places at all when the two texts have little in common.
    """
    own = [found.span() for found in WORD.finditer(typed)]
    if not own or not words or max(len(own), len(words)) > MOST:
        return ()
    matcher = SequenceMatcher(
        None,
        [fold(read[word.start : word.end]) for word in words],
        [fold(typed[start:end]) for start, end in own],
        autojunk=False,
    )
    return tuple(_placed(own, words, matcher)) if matcher.ratio() >= LIKE else ()


def _placed(
    own: Sequence[tuple[int, int]], words: Sequence[WordBox], matcher: SequenceMatcher[str]
) -> Iterator[WordBox]:
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal" or (tag == "replace" and last - first == end - start):
            for seen, typed in zip(words[first:last], own[start:end], strict=True):
                yield WordBox(*typed, 1.0, seen.box)

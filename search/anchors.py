"""Where a text may hold a hit, found without reading all of it: pages are many, hits are few."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from search.language import stem
from search.reading import Span, may_be_broken
from search.tree import Leaf, Pattern, Words

SHORTEST = 2  # letters; less stands in nearly every word
TAKEN_OFF = 2  # letters the English stemmer may put in place of others at a stem's end
FOREIGN = re.compile(r"[^\x00-\x7f]+")  # the index folds what stands there
WILD = re.compile(r"[*?]")


def anchors(leaf: Leaf) -> tuple[str, ...] | None:
    """Parts one of which stands in every plain word that is a hit; None when there are none.

    A stemmer takes off prefixes and suffixes. The Indonesian one may change a stem's first letter
    (`menyapu`, `sapu`), the English one its last ones (`cities`, `citi`).
    """
    if isinstance(leaf, Words):
        root = stem(leaf.words[0])
        parts = (leaf.words[0],) if len(leaf.words) > 1 else (root[1:], root[:-TAKEN_OFF])
    elif isinstance(leaf, Pattern):
        parts = (max(WILD.split(leaf.pattern), key=len),)
    else:
        return None
    return parts if min(map(len, parts)) >= SHORTEST else None


def pieces(text: str, parts: Iterable[str]) -> list[Span] | None:
    """The stretches between white space that may hold a hit; None when all of it must be read."""
    lowered = text.lower()
    if len(lowered) != len(text) or may_be_broken(text):
        return None
    found = {_piece(text, at) for part in parts for at in _places(lowered, part)}
    if not text.isascii():
        found.update(_piece(text, place.start()) for place in FOREIGN.finditer(text))
    return sorted(found)


def up_to_white(text: str, at: int) -> int:
    """The next white space from a place on, or the end."""
    while at < len(text) and not text[at].isspace():
        at += 1
    return min(at, len(text))


def _places(lowered: str, part: str) -> Iterator[int]:
    at = lowered.find(part)
    while at >= 0:
        yield at
        at = lowered.find(part, at + 1)


def _piece(text: str, at: int) -> Span:
    start = at
    while start and not text[start - 1].isspace():
        start -= 1
    return start, up_to_white(text, at)

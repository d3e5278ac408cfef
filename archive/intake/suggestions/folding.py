"""A text made comparable without moving a single character, so that places stay true.

Letters are lower case; letters set apart (`P A S A L`) or printed twice (`PPAASSAALL`) are drawn
together, the room they leave is filled with spaces; signs that scanning put for letters are
letters again (`PROVINS!`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

SPACES = dict.fromkeys((*range(10), *range(11, 0x20), 0xA0, 0x2007, 0x202F, 0x3000), " ")
ALIKE = {
    **SPACES,
    ord("İ"): "i",
    **dict.fromkeys(map(ord, "‘’‚‛ʼ`´"), "'"),
    **dict.fromkeys(map(ord, "“”„‟«»"), '"'),
}
SLIP = re.compile(r"[!|1£€0](?<=[a-zA-Z].)(?=[a-zA-Z])|[!|](?<=[a-zA-Z]{2}.)(?=\W|$)")
LETTERS = {"!": "i", "|": "l", "1": "i", "£": "e", "€": "e", "0": "o"}
APART = re.compile(r"(?<![^\W_])(?:[^\W\d_][ \t]){3,}[^\W\d_](?![^\W_])")
DOUBLED = re.compile(r"(?<![^\W_])(?:([^\W\d_])\1){3,}(?![^\W_])")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text, as long as the original; `drawn` are the stretches drawn together."""

    text: str
    drawn: tuple[tuple[int, int], ...] = ()

    def whole(self, start: int, end: int) -> tuple[int, int]:
        """A stretch that ends or begins inside letters drawn together, with all of them."""
        for first, last in self.drawn:
            if first < start < last:
                start = first
            if first < end < last:
                end = last
        return start, end


def fold(original: str) -> Folded:
    """Fold one page."""
    text = SLIP.sub(_letter, original.translate(ALIKE))
    lower = text.lower()
    if len(lower) != len(original):
        lower = "".join(one.lower() if len(one.lower()) == 1 else one for one in text)
    drawn: list[tuple[int, int]] = []
    for pattern in (APART, DOUBLED):
        lower = pattern.sub(lambda found: _together(found, drawn), lower)
    return Folded(lower, tuple(sorted(drawn)))


def _letter(found: re.Match[str]) -> str:
    return LETTERS[found[0]]


def _together(found: re.Match[str], drawn: list[tuple[int, int]]) -> str:
    whole = found[0]
    letters = whole.replace(" ", "") if " " in whole else whole[::2]
    drawn.append(found.span())
    return letters.ljust(len(whole))


class Bare:
    """Only the letters and digits of a folded text, each knowing where it stood."""

    def __init__(self, folded: str) -> None:
        self.places = [at for at, one in enumerate(folded) if one.isalnum()]
        self.text = "".join(folded[at] for at in self.places)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the bare text stands in the folded one."""
        return self.places[start], self.places[end - 1] + 1

    def before(self, place: int) -> int:
        """How many bare characters stand before a place of the folded text."""
        return bisect_right(self.places, place - 1)

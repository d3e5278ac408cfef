"""A text as the index reads it: its words in order, and where each of them stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, chain

from archive.text import clean
from search.language import SIGNS, tokens

BREAK = "[-\u2010]?[\u00ad\u0002\ufffe]+\\s*|[-\u2010][ \t]*[\r\n]+[ \t]*"  # as files write them
WORD = re.compile(rf"[^\W_]+(?:(?:{BREAK})[^\W_]+)*")
DECOMPOSED = re.compile(rf"(?:[^\W_]|[\u0300-\u036f])+(?:(?:{BREAK})(?:[^\W_]|[\u0300-\u036f])+)*")
ACCENT = re.compile("[\u0300-\u036f]")
BROKEN = re.compile(BREAK)
HYPHEN = re.compile("-[ \t]*[\r\n]")  # at a line's end, as nearly all texts have it …
SIGN = re.compile("[\u00ad\ufffe]|\u2010[ \t]*[\r\n]")  # … and as only some have it
PIECE = re.compile(rf"(?:{BREAK}|\S)+")
REMEMBERED = 100_000  # pieces of text; the same ones come again on every page

Span = tuple[int, int]
Token = tuple[str, int, int]  # a word as the index knows it, where it starts and ends


class Reading:
    """The words of one text. Where they stand is only worked out for those asked for.

    Pages are read by dozens for every question, so each piece between white space is taken apart
    once for all texts.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._pieces = PIECE.findall(text) if may_be_broken(text) else text.split()
        parts = list(map(_WORDS.__getitem__, self._pieces))
        self.words: list[str] = list(chain.from_iterable(parts))
        self._parts = parts
        self._ends: list[int] = []  # of each piece: how many words there are up to its end
        self._starts: list[int] = []  # of each piece, as far as was asked for
        self._seen_to = 0

    def span(self, first: int, last: int) -> Span:
        """From the start of one word to the end of another."""
        return self._place(first)[0], self._place(last)[1]

    def _place(self, word: int) -> Span:
        if not self._ends:
            self._ends = list(accumulate(map(len, self._parts)))
        piece = bisect_right(self._ends, word)
        before = self._ends[piece] - len(self._parts[piece])
        _, start, end = taken_apart(self._pieces[piece])[word - before]
        at = self._start(piece)
        return at + start, at + end

    def _start(self, piece: int) -> int:
        """Between two pieces there is only white space."""
        starts, find, at = self._starts, self._text.index, self._seen_to
        for each in self._pieces[len(starts) : piece + 1]:
            at = find(each, at)
            starts.append(at)
            at += len(each)
        self._seen_to = at
        return starts[piece]


def may_be_broken(text: str) -> bool:
    """Whether a word may go on behind white space."""
    if "\u0002" in text or HYPHEN.search(text):
        return True
    return not text.isascii() and SIGN.search(text) is not None


class _Memory(dict[str, tuple[str, ...]]):
    """The words of pieces of text; a plain dictionary is the quickest there is."""

    def __missing__(self, piece: str) -> tuple[str, ...]:
        if len(self) >= REMEMBERED:
            self.clear()
        found: tuple[str, ...]
        if piece.isascii() and piece.isalnum():  # nearly all are
            found = (piece.lower(),)
        else:
            found = tuple(word for word, _, _ in taken_apart(piece))
        self[piece] = found
        return found


_WORDS = _Memory()


@lru_cache(maxsize=10_000)
def taken_apart(piece: str) -> tuple[Token, ...]:
    """The words of a piece of text without white space, and where they stand in it."""
    pattern = DECOMPOSED if not piece.isascii() and ACCENT.search(piece) else WORD
    return tuple(
        token for found in pattern.finditer(piece) for token in _parts(found[0], found.start())
    )


def _parts(stretch: str, start: int) -> Iterator[Token]:
    """The tokens of a stretch of letters: one word, two around a kept hyphen, or many signs."""
    if stretch.isascii() and stretch.isalnum():
        yield stretch.lower(), start, start + len(stretch)
    elif SIGNS.search(stretch):
        yield from _placed(SIGNS.split(stretch), stretch, start)
    else:
        yield from _mended(stretch, start)


def _mended(stretch: str, start: int) -> Iterator[Token]:
    """A word that a line's end has broken is one word, as `clean` would have it."""
    words = tokens(clean(stretch.replace("\u0002", "\ufffe")))
    if len(words) == 1:
        yield words[0], start, start + len(stretch)
    else:
        yield from _placed(BROKEN.split(stretch), stretch, start)


def _placed(parts: Sequence[str], stretch: str, start: int) -> Iterator[Token]:
    at = 0
    for part in filter(None, parts):
        at = stretch.index(part, at)
        yield "".join(tokens(part)), start + at, start + at + len(part)
        at += len(part)

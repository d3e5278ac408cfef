"""Where the words of a query stand in a text: for snippets, and for the reader's marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from operator import itemgetter

from rapidfuzz.distance import OSA

from archive.text import clean
from search.language import SIGNS, stem, tokens
from search.query import parse
from search.tree import Between, Fuzzy, Leaf, Node, Pattern, Words, wanted

BREAK = "[-\u2010]?[\u00ad\u0002\ufffe]+\\s*|[-\u2010][ \t]*[\r\n]+[ \t]*"  # as files write them
WORD = re.compile(rf"[^\W_]+(?:(?:{BREAK})[^\W_]+)*")
DECOMPOSED = re.compile(rf"(?:[^\W_]|[\u0300-\u036f])+(?:(?:{BREAK})(?:[^\W_]|[\u0300-\u036f])+)*")
ACCENT = re.compile("[\u0300-\u036f]")
BROKEN = re.compile(BREAK)
NOT_MEANT, MEANT, PARTS = 0, 1, 2  # a stretch that is no hit, a hit, or several words

Span = tuple[int, int]
Token = tuple[str, int, int]  # a word as the index knows it, where it starts and ends
Test = Callable[[str], bool]


class Marker:
    """Finds the words of one query in any number of texts; remembers the words it has seen."""

    def __init__(self, leaves: Iterable[Leaf]) -> None:
        found = list(leaves)
        self._tests = [_test(leaf) for leaf in found if not _is_phrase(leaf)]
        self._phrases = [leaf for leaf in found if _is_phrase(leaf)]
        self._seen: dict[str, int] = _Memory(self._look)

    def __call__(self, text: str) -> tuple[Span, ...]:
        """Where hits stand: offsets, end excluded, in order, none overlapping another."""
        spans = list(self._single(text)) if self._tests else []
        if self._phrases:
            found = list(_tokens(text))
            spans += [span for phrase in self._phrases for span in _together(phrase, found)]
        return _merged(spans)

    def _single(self, text: str) -> Iterator[Span]:
        seen = self._seen
        for found in _pattern(text).finditer(text):
            meant = seen[found[0]]
            if meant == MEANT:
                yield found.span()
            elif meant == PARTS:
                for word, start, end in _parts(found[0], found.start()):
                    if self._is_meant(word):
                        yield start, end

    def _look(self, stretch: str) -> int:
        parts = list(_parts(stretch, 0))
        if len(parts) != 1:
            return PARTS
        return MEANT if self._is_meant(parts[0][0]) else NOT_MEANT

    def _is_meant(self, word: str) -> bool:
        return any(test(word) for test in self._tests)


class _Memory(dict[str, int]):
    """Each stretch of letters is looked at once."""

    def __init__(self, look: Callable[[str], int]) -> None:
        super().__init__()
        self._look = look

    def __missing__(self, stretch: str) -> int:
        self[stretch] = found = self._look(stretch)
        return found


def marker(tree: Node | None) -> Marker:
    """What finds the wanted words of a query tree."""
    return Marker(dict.fromkeys(wanted(tree)))


def spans(query: str, text: str) -> tuple[Span, ...]:
    """Where a typed query's words stand in a text, as offsets into just that text.

    The text may be as a file gives it, with hyphens at line ends and ligatures.
    """
    return _marker_of(query)(text)


@lru_cache(maxsize=8)
def _marker_of(query: str) -> Marker:
    return marker(parse(query).tree)


def _is_phrase(leaf: Leaf) -> bool:
    return isinstance(leaf, Words) and len(leaf.words) > 1


def _test(leaf: Leaf) -> Test:
    """Whether a single word is what a leaf means."""
    if isinstance(leaf, Words):
        typed, root = leaf.words[0], stem(leaf.words[0])
        return lambda word: word == typed or stem(word) == root
    if isinstance(leaf, Fuzzy):
        return lambda word: _alike(leaf, word)
    if isinstance(leaf, Between):
        first, last = leaf.first or "", leaf.last or "\U0010ffff"
        return lambda word: first <= word <= last
    return _wild(leaf)


def _alike(leaf: Fuzzy, word: str) -> bool:
    sure = leaf.word[: leaf.sure]
    near = OSA.distance(word, leaf.word, score_cutoff=leaf.distance) <= leaf.distance
    return near and word.startswith(sure)


def _wild(leaf: Pattern) -> Test:
    signs = {"*": ".*", "?": "."}
    parts = "".join(signs.get(sign, re.escape(sign)) for sign in leaf.pattern)
    matches = re.compile(parts).fullmatch
    return lambda word: matches(word) is not None


def _pattern(text: str) -> re.Pattern[str]:
    return WORD if text.isascii() or not ACCENT.search(text) else DECOMPOSED


def _tokens(text: str) -> Iterator[Token]:
    for found in _pattern(text).finditer(text):
        yield from _parts(found[0], found.start())


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


def _together(phrase: Leaf, found: Sequence[Token]) -> Iterator[Span]:
    """Where words stand side by side, in order, with at most `slop` others between."""
    assert isinstance(phrase, Words)
    words = [word for word, _, _ in found]
    reach = len(phrase.words) + phrase.slop
    for at in _all(words, phrase.words[0]):
        last = _last(phrase.words, words[at : at + reach])
        if last:
            yield found[at][1], found[at + last][2]


def _all(words: Sequence[str], wanted_word: str) -> Iterator[int]:
    at = -1
    while True:
        try:
            at = words.index(wanted_word, at + 1)
        except ValueError:
            return
        yield at


def _last(wanted_words: Sequence[str], words: Sequence[str]) -> int:
    """How far the last word stands behind the first; 0 when they do not all follow."""
    at = 0
    for word in wanted_words[1:]:
        try:
            at = words.index(word, at + 1)
        except ValueError:
            return 0
    return at


def _merged(found: list[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(found, key=itemgetter(0)):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)

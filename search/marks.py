"""Where the words of a query stand in a text: for snippets, and for the reader's marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from operator import itemgetter

from rapidfuzz.distance import OSA

from search.anchors import Glance, anchors, of_stem
from search.language import halves, pairs, stem
from search.query import parse
from search.reading import Reading, Span, taken_apart
from search.tree import Between, Fuzzy, Leaf, Node, Pattern, Words, wanted

Test = Callable[[str], object]


class Marker:
    """Finds the words of one query in any number of texts; remembers the words it has seen."""

    def __init__(self, leaves: Iterable[Leaf]) -> None:
        found = list(leaves)
        words = [leaf for leaf in found if isinstance(leaf, Words)]
        self._phrases = [leaf for leaf in words if len(leaf.words) > 1]
        alone = [leaf for leaf in words if len(leaf.words) == 1]
        single = [leaf.words[0] for leaf in alone if not leaf.quoted]
        roots = list(map(stem, single))
        names = {name for _, name in pairs(roots)}.union(filter(halves, roots))
        both = frozenset(chain.from_iterable(map(halves, names)))
        self._pairs = frozenset(names)
        self._roots = names.union(roots) - both
        self._exact = {word for word in single if stem(word) in both}  # `sama`, but not `bersama`
        self._exact.update(leaf.words[0] for leaf in alone if leaf.quoted)
        self._tests = [_test(leaf) for leaf in found if not isinstance(leaf, Words)]
        self._anchors = _all_anchors(leaf for leaf in found if leaf not in self._phrases)
        self._hits = _Memory(self._in_piece)
        self._seen: set[str] = set()  # words that were tested, and of them …
        self._meant: set[str] = set()  # … those that some test lets through

    def __call__(self, text: str) -> tuple[Span, ...]:
        """Where hits stand: offsets, end excluded, in order, none overlapping another."""
        glance = Glance(text)
        found = list(self._single(text, glance))
        if self._phrases:
            found += self._together(text, glance)
        if self._pairs:
            found += self._as_two(text, glance)
        return _merged(found)

    def _single(self, text: str, glance: Glance) -> Iterator[Span]:
        """Words that are meant, or whose stem is."""
        found = glance.pieces(self._anchors)
        if found is None:
            reading = Reading(text)
            yield from (reading.span(at, at) for at in self._places(reading.words))
        else:
            hits = self._hits
            for at, end in found:
                for first, last in hits[text[at:end]]:
                    yield at + first, at + last

    def _in_piece(self, piece: str) -> tuple[Span, ...]:
        words = taken_apart(piece)
        return tuple(words[at][1:] for at in self._places([word for word, _, _ in words]))

    def _places(self, words: Sequence[str]) -> Iterator[int]:
        roots, exact = self._roots, self._exact
        if roots:
            yield from (at for at, root in enumerate(map(stem, words)) if root in roots)
        if exact:
            yield from (at for at, word in enumerate(words) if word in exact)
        if self._tests:
            meant = self._tested(words)
            yield from (at for at, word in enumerate(words) if word in meant)

    def _together(self, text: str, glance: Glance) -> Iterator[Span]:
        """Phrases, from their first words on."""
        for phrase in self._phrases:
            sure = glance.phrases(phrase)
            if sure is not None:
                yield from sure
                continue
            found = glance.pieces(anchors(phrase))
            for at, end in [(0, len(text))] if found is None else found:
                reach = len(phrase.words) + phrase.slop
                reading = _reading_on(text, glance, (at, end), reach)
                for first, last in _together(phrase, reading.words):
                    start, stop = reading.span(first, last)
                    yield at + start, at + stop

    def _as_two(self, text: str, glance: Glance) -> Iterator[Span]:
        """Words asked for as one that stand as two."""
        for name in self._pairs:
            found = glance.pieces(of_stem(halves(name)[0]))
            for at, end in [(0, len(text))] if found is None else found:
                reading = _reading_on(text, glance, (at, end), 2)
                for first, joined in pairs(list(map(stem, reading.words))):
                    if joined == name:
                        start, stop = reading.span(first, first + 1)
                        yield at + start, at + stop

    def _tested(self, words: Sequence[str]) -> set[str]:
        """The words that some test lets through, of all seen so far."""
        new = set(words) - self._seen
        self._seen |= new
        for test in self._tests:
            self._meant.update(filter(test, new))
        return self._meant


class _Memory(dict[str, tuple[Span, ...]]):
    """Where hits stand in pieces of text; a query's words come in the same few again and again."""

    def __init__(self, look: Callable[[str], tuple[Span, ...]]) -> None:
        super().__init__()
        self._look = look

    def __missing__(self, piece: str) -> tuple[Span, ...]:
        self[piece] = found = self._look(piece)
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


def _all_anchors(leaves: Iterable[Leaf]) -> tuple[str, ...] | None:
    found = [anchors(leaf) for leaf in leaves]
    if any(parts is None for parts in found):
        return None
    return tuple(dict.fromkeys(part for parts in found if parts for part in parts))


def _reading_on(text: str, glance: Glance, piece: Span, reach: int) -> Reading:
    """A piece, and behind it as many words as a phrase may reach."""
    start, end = piece
    size = 16 * reach
    while True:
        stop = glance.up_to_white(end + size)
        reading = Reading(text[start:stop])
        # A piece of so many characters has no more words than them.
        if stop >= len(text) or len(reading.words) >= reach + end - start:
            return reading
        size *= 2


def _test(leaf: Pattern | Fuzzy | Between) -> Test:
    """Whether a single word is what a leaf means that stands for many words."""
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
    return re.compile(parts).fullmatch


def _together(phrase: Words, words: Sequence[str]) -> Iterator[Span]:
    """Where words stand side by side, in order, with at most `slop` others between."""
    reach = len(phrase.words) + phrase.slop
    for at in _all(words, phrase.words[0]):
        last = _last(phrase.words, words[at : at + reach])
        if last:
            yield at, at + last


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

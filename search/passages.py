"""How well one page answers all words of a question, told from its text.

The index knows how often words stand on a page. Where they stand says as much: what a page is
about is named at its beginning, and the page that has all the words is the one that is meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from math import exp

from search.compiling import Compiler
from search.index import PAGE, STEMMED
from search.language import halves, stem
from search.ranking import Ranked, Weigh
from search.reading import Span, taken_apart
from search.showing import Marked, Place
from search.tree import Asked, Both, Either, Fact, Node, Words, ends, wanted

BEFORE = 0.1  # what the index made of a document counts beside its best page's text
ROOT = 0.5  # what a stem counts beside the word as typed
START = 2.0  # what a word at the beginning counts beside its being there at all …
REACH = 45.0  # … and after how many characters that has gone down to a third
SPREAD = 0.5  # how much of the sum hangs on how much of what was asked is there
APART = 40  # characters between two words that do not belong together
FULL, LENGTH = 1.2, 0.75  # BM25's k1 and b

Looked = Callable[[Iterable[Place]], dict[Place, Marked]]  # pages with their marks, by place
Pair = tuple[str, tuple[str, ...]]  # the stem of a word that may stand as two, and theirs


@dataclass(frozen=True, slots=True)
class Wanted:
    """The ways one thing that was asked for may stand on a page, and the documents a fact of the
    catalogue says it of."""

    ways: tuple[Words, ...]
    documents: frozenset[int] = frozenset()


def weigher(looked: Looked, asked: Asked, compiler: Compiler) -> Weigh:
    """What weighs documents anew by their best pages' texts; `looked` reads and marks these."""
    passages = Passages(asked, compiler)

    def weigh(ranked: list[Ranked]) -> list[Ranked]:
        pages = looked((each.id, number) for each in ranked for number, _ in each.pages[:1])
        scores = passages.scores(list(pages.values()))
        gained = {item: score for (item, _), score in zip(pages, scores, strict=True)}
        return [
            replace(each, score=BEFORE * each.score + gained.get(each.id, 0.0)) for each in ranked
        ]

    return weigh


class Passages:
    """Weighs pages for one question."""

    def __init__(self, asked: Asked, compiler: Compiler) -> None:
        self._wanted = [each for part in asked.parts for each in _wanted(part, compiler)]
        ways = chain.from_iterable(each.ways for each in self._wanted)
        words = set(chain.from_iterable(way.words for way in ways))
        self._words = {word: compiler.says(PAGE, word) for word in words}
        self._roots = {root: compiler.says(STEMMED[PAGE], root) for root in map(stem, words)}
        self._pairs = [(root, halves(root)) for root in self._roots if halves(root)]
        self._all = sum(map(self._most, self._wanted)) or 1.0

    def scores(self, pages: Sequence[Marked]) -> list[float]:
        """A score for each page; how long its text is is seen beside the others."""
        lengths = [len(each.page.text) for each in pages]
        usual = sum(lengths) / (len(lengths) or 1) or 1.0
        return [
            self._score(each, length / usual) for each, length in zip(pages, lengths, strict=True)
        ]

    def _score(self, marked: Marked, length: float) -> float:
        found = _Places(marked.page.text, marked.marks, self._pairs)
        room = FULL * (1 - LENGTH + LENGTH * length)
        total = there = 0.0
        for each in self._wanted:
            gained = self._gain(each, found, room)
            if marked.page.document in each.documents:
                gained = max(gained, self._most(each))
            total += gained
            there += self._most(each) if gained else 0.0
        return total * (1 - SPREAD + SPREAD * min(1.0, there / self._all))

    def _gain(self, each: Wanted, found: _Places, room: float) -> float:
        """What a part adds: as much as the best of its ways."""
        return max((way.boost * self._of_way(way, found, room) for way in each.ways), default=0.0)

    def _of_way(self, way: Words, found: _Places, room: float) -> float:
        stems = list(map(stem, way.words))
        typed = found.standing(way.words, found.exact, way.slop)
        root = found.standing(stems, found.roots, way.slop)
        gain = 0.0
        if root:
            gain += ROOT * min(self._roots[each] for each in stems) * _often(len(root), room)
        if typed:
            early = START * exp(-found.starts[typed[0]] / REACH)
            said = min(self._words[word] for word in way.words)
            gain += said * (_often(len(typed), room) + early)
        return gain

    def _most(self, each: Wanted) -> float:
        """How much a part says: as much as its rarest typed word."""
        words = each.ways[0].words if each.ways else ()
        return max((self._roots[stem(word)] for word in words), default=0.0)


class _Places:
    """Where the words that were asked for stand in a text, counted among themselves."""

    def __init__(self, text: str, marks: Sequence[Span], pairs: Iterable[Pair]) -> None:
        self.exact: dict[str, list[int]] = {}
        self.roots: dict[str, list[int]] = {}
        self.starts: dict[int, int] = {}  # characters before each
        at, end = 0, 0
        for start, stop in marks:
            for word, first, last in taken_apart(text[start:stop]):
                at, end = at + 1 + _words_in(text, end, start + first), start + last
                self._add(at, start + first, word)
        for name, parts in pairs:
            self._add_pair(name, *parts)

    def _add(self, at: int, start: int, word: str) -> None:
        self.starts[at] = start
        self.exact.setdefault(word, []).append(at)
        self.roots.setdefault(stem(word), []).append(at)

    def _add_pair(self, name: str, first: str, second: str) -> None:
        """What is asked for as one word may stand as two."""
        if first in self.roots and second in self.roots:
            following = set(self.roots[second])
            found = [at for at in self.roots[first] if at + 1 in following]
            self.roots[name] = sorted([*self.roots.get(name, ()), *found])

    @staticmethod
    def standing(words: Sequence[str], places: dict[str, list[int]], room: int) -> list[int]:
        """Where words stand side by side, or with something between that was not asked for."""
        starts = places.get(words[0], [])
        for offset, word in enumerate(words[1:], start=1):
            reach = range(offset, offset * (1 + room) + 1)
            following = {at - each for at in places.get(word, ()) for each in reach}
            starts = [at for at in starts if at in following]
        return starts


def _words_in(text: str, start: int, end: int) -> int:
    """How many words stand in a stretch of text; where there are several, any number of them."""
    if end - start > APART:
        return APART
    return sum(any(map(str.isalnum, piece)) for piece in text[start:end].split())


def _wanted(part: Node, compiler: Compiler) -> Iterator[Wanted]:
    """The ways a part may stand; words that the table knows together must stand together."""
    if isinstance(part, Either) and part.parts and isinstance(part.parts[0], Both):
        words = tuple(chain.from_iterable(word.words for word in _words(part.parts[:1])))
        yield Wanted((*((Words(words, slop=1),) if words else ()), *_words(part.parts[1:])))
    else:
        facts = (compiler.true_of(end) for end in ends(part) if isinstance(end, Fact))
        yield Wanted(tuple(_words([part])), frozenset(chain.from_iterable(facts)))


def _words(parts: Iterable[Node]) -> Iterator[Words]:
    return (leaf for part in parts for leaf in wanted(part) if isinstance(leaf, Words))


def _often(count: int, room: float) -> float:
    """How much it adds that something stands there so often, as BM25 has it."""
    return count * (FULL + 1) / (count + room)

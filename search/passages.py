"""How well one page answers all words of a question, told from its text.

The index knows how often words stand on a page. Where they stand says as much: what a page is
about is named at its beginning, and the page that has all the words is the one that is meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from math import exp

from archive.catalogue.documents import Documents
from search.compiling import Compiler
from search.index import PAGE, STEMMED
from search.language import pairs, stem
from search.ranking import Ranked, Weigh
from search.reading import Reading
from search.tree import Asked, Both, Either, Node, Words, wanted

BEFORE = 0.1  # what the index made of a document counts beside its best page's text
ROOT = 0.5  # what a stem counts beside the word as typed
START = 2.0  # what a word at the beginning counts beside its being there at all …
REACH = 6.0  # … and after how many words that has gone down to a third
SPREAD = 0.5  # how much of the sum hangs on how much of what was asked is there
FULL, LENGTH = 1.2, 0.75  # BM25's k1 and b

Places = dict[str, list[int]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """One part of what was asked: the ways it may stand on a page; `weak` ones are not missed."""

    ways: tuple[Words, ...]
    weak: bool


def weigher(documents: Documents, asked: Asked, compiler: Compiler) -> Weigh:
    """What weighs documents anew by their best pages' texts."""
    passages = Passages(asked, compiler)

    def weigh(ranked: list[Ranked]) -> list[Ranked]:
        places = [(each.id, number) for each in ranked for number, _ in each.pages[:1]]
        pages = documents.pages_at(places)
        scores = passages.scores([page.text for page in pages.values()])
        gained = {item: score for (item, _), score in zip(pages, scores, strict=True)}
        return [
            replace(each, score=BEFORE * each.score + gained.get(each.id, 0.0)) for each in ranked
        ]

    return weigh


class Passages:
    """Weighs pages for one question."""

    def __init__(self, asked: Asked, compiler: Compiler) -> None:
        self._wanted = [each for part in asked.parts for each in _wanted(part, weak=False)]
        self._wanted += [each for word in asked.weak for each in _wanted(word, weak=True)]
        ways = list(chain.from_iterable(each.ways for each in self._wanted))
        words = set(chain.from_iterable(way.words for way in ways))
        self._words = {word: compiler.says(PAGE, word) for word in words}
        self._roots = {root: compiler.says(STEMMED[PAGE], root) for root in map(stem, words)}
        strong = [each for each in self._wanted if not each.weak]
        self._all = sum(map(self._most, strong)) or 1.0

    def scores(self, texts: Sequence[str]) -> list[float]:
        """A score for each text; how long a text is is seen beside the others."""
        read = [Reading(text).words for text in texts]
        usual = sum(map(len, read)) / len(read) if read else 1.0
        return [self._score(words, len(words) / (usual or 1.0)) for words in read]

    def _score(self, words: Sequence[str], length: float) -> float:
        exact = _places(words, self._words)
        stems = list(map(stem, words))
        roots = _places(stems, self._roots)
        for at, name in pairs(stems):
            roots.setdefault(name, []).append(at)
        room = FULL * (1 - LENGTH + LENGTH * length)
        total = there = 0.0
        for each in self._wanted:
            gained, held = self._part(each, exact, roots, room)
            total += gained
            there += held
        return total * (1 - SPREAD + SPREAD * min(1.0, there / self._all))

    def _part(self, each: Wanted, exact: Places, roots: Places, room: float) -> tuple[float, float]:
        """What a part adds, and how much of what was asked is there by it."""
        gained = held = 0.0
        for way in each.ways:
            typed, root = _standing(way.words, exact), _standing(list(map(stem, way.words)), roots)
            if not root:
                continue
            said = min(self._roots[stem(word)] for word in way.words)
            gain = ROOT * said * _often(len(root), room)
            if typed:
                said_so = min(self._words[word] for word in way.words)
                early = START * exp(-typed[0] / REACH)
                gain += said_so * (_often(len(typed), room) + early)
            gained = max(gained, way.boost * gain)
            held = self._most(each)
        return gained, 0.0 if each.weak else held

    def _most(self, each: Wanted) -> float:
        """How much a part says: as much as its rarest typed word."""
        words = each.ways[0].words if each.ways else ()
        return max((self._roots[stem(word)] for word in words), default=0.0)


def _wanted(part: Node, *, weak: bool) -> Iterator[Wanted]:
    """The words of a part; what was added to several words may stand for each of them."""
    if isinstance(part, Either) and part.parts and isinstance(part.parts[0], Both):
        added = tuple(_words(part.parts[1:]))
        yield from (Wanted((word, *added), weak) for word in _words(part.parts[:1]))
    else:
        yield Wanted(tuple(_words([part])), weak)


def _words(parts: Iterable[Node]) -> Iterator[Words]:
    return (leaf for part in parts for leaf in wanted(part) if isinstance(leaf, Words))


def _places(words: Iterable[str], sought: dict[str, float]) -> Places:
    found: Places = {}
    for at, word in enumerate(words):
        if word in sought:
            found.setdefault(word, []).append(at)
    return found


def _standing(words: Sequence[str], places: Places) -> list[int]:
    """Where words stand side by side."""
    starts = places.get(words[0], [])
    for offset, word in enumerate(words[1:], start=1):
        following = {at - offset for at in places.get(word, ())}
        starts = [at for at in starts if at in following]
    return starts


def _often(count: int, room: float) -> float:
    """How much it adds that something stands there so often, as BM25 has it."""
    return count * (FULL + 1) / (count + room)

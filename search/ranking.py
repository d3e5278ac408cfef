"""Which documents a query finds and in what order, and on which of their pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tantivy import DocAddress, Query, Searcher

from search.compiling import Compiler
from search.index import DOCUMENT, NUMBER
from search.tree import Node, Without

BLOCK = 20  # documents put in order together with the help of their best pages
FIRST_PAGES, MOST_PAGES = 1_000, 20_000  # hits on pages looked at for one block

PageScore = tuple[int, float]


@dataclass(frozen=True, slots=True)
class Found:
    """Documents found, with their scores: all in order, or only the first `sure` of them."""

    ids: NDArray[np.int64]
    scores: NDArray[np.float64]
    sure: int | None = None

    def __len__(self) -> int:
        return len(self.ids)

    def within(self, allowed: frozenset[int] | None) -> Found:
        """Those of them that are allowed (None: all are)."""
        return self if allowed is None else self.where(self.among(allowed))

    def among(self, allowed: frozenset[int] | None) -> NDArray[np.bool_]:
        """Which of them are allowed (None: all are)."""
        if allowed is None or not len(self.ids):
            return np.ones(len(self.ids), dtype=np.bool_)
        seats = np.zeros(int(self.ids.max()) + 1, dtype=np.bool_)
        chosen = np.fromiter(allowed, dtype=np.int64, count=len(allowed))
        seats[chosen[chosen < len(seats)]] = True
        return np.asarray(seats[self.ids])

    def where(self, kept: NDArray[np.bool_]) -> Found:
        """Those of them that are marked."""
        sure = None if self.sure is None else int(kept[: self.sure].sum())
        return Found(self.ids[kept], self.scores[kept], sure)

    def reaches(self, last: int) -> bool:
        """Whether so many of them are in order, or all."""
        return self.sure is None or self.sure >= min(last, len(self))

    def at(self, places: Sequence[int]) -> Found:
        """The same ones in another order."""
        order = np.asarray(places, dtype=np.int64)
        return Found(self.ids[order], self.scores[order])


@dataclass(frozen=True, slots=True)
class Ranked:
    """A document in its place: its score, and its pages with hits, the best first."""

    id: int
    score: float
    pages: tuple[PageScore, ...] = ()


Weigh = Callable[[list[Ranked]], list[Ranked]]


def nothing() -> Found:
    """No documents."""
    return Found(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float64))


def newest(ids: Iterable[int]) -> Found:
    """Documents that differ in nothing but their age, the newest first."""
    ordered = np.sort(np.fromiter(ids, dtype=np.int64))[::-1]
    return Found(ordered, np.zeros(len(ordered)))


def scored(compiler: Compiler, query: Query, most: int = 0) -> Found:
    """The documents that answer a query over their entries, the best first: `most`, or all."""
    most = most or max(1, compiler.size)
    return _with_ids(compiler, compiler.searcher.search(query, most, count=False).hits)


def _with_ids(compiler: Compiler, hits: Sequence[tuple[float, DocAddress]]) -> Found:
    if not hits:
        return nothing()
    scores, addresses = zip(*hits, strict=True)
    ids = compiler.searcher.fast_field_values(DOCUMENT, list(addresses))
    count = len(hits)
    return Found(np.fromiter(ids, np.int64, count), np.fromiter(scores, np.float64, count))


def scored_first(compiler: Compiler, node: Node, first: int) -> Found:
    """The documents that a tree describes, only the first of them in order.

    What takes long is to bring hits here one by one. So of the others no scores are brought and,
    where most documents answer, those that do not.
    """
    query, searcher, every = compiler.documents(node), compiler.searcher, compiler.every
    told: Any = searcher.search(query, max(1, first))  # it also has a `count`; panics at 0
    best = _with_ids(compiler, told.hits)
    if told.count <= first:
        return best
    matching = compiler.matching
    if 2 * told.count < len(every):
        ids = compiler.ids(matching.documents(node))
    else:
        ids = every[~np.isin(every, compiler.ids(matching.documents(Without(node))))]
    rest = ids[~np.isin(ids, best.ids)]
    scores = np.concatenate([best.scores, np.zeros(len(rest))])
    return Found(np.concatenate([best.ids, rest]), scores, len(best))


def window(
    found: Found,
    tree: Node | None,
    compiler: Compiler | None,
    part: range,
    *,
    by_score: bool = True,
    weigh: Weigh | None = None,
) -> list[Ranked]:
    """The documents of one window, put in order block by block with their best pages' help.

    `weigh` looks closer at the documents of a block and gives them other scores. Without
    `by_score` they stay in the order they have.
    """
    first = part.start - part.start % BLOCK
    ranked: list[Ranked] = []
    for start in range(first, min(part.stop, len(found)), BLOCK):
        block = Found(found.ids[start : start + BLOCK], found.scores[start : start + BLOCK])
        scored = _block(block, tree, compiler)
        scored = weigh(scored) if weigh and by_score else scored
        ranked += sorted(scored, key=lambda each: (-each.score, -each.id)) if by_score else scored
    return ranked[part.start - first : part.stop - first]


def _block(found: Found, tree: Node | None, compiler: Compiler | None) -> list[Ranked]:
    ids = found.ids.tolist()
    pages: dict[int, list[PageScore]] = {item: [] for item in ids}
    if compiler is not None and tree is not None:
        _add_pages(pages, compiler, tree)
    return [
        Ranked(item, score + sum(best for _, best in pages[item][:1]), tuple(pages[item]))
        for item, score in zip(ids, found.scores.tolist(), strict=True)
    ]


def _add_pages(pages: dict[int, list[PageScore]], compiler: Compiler, tree: Node) -> None:
    """To each document, its pages with any wanted word and their scores, the best first."""
    query, searcher = compiler.pages(tree, list(pages)), compiler.searcher
    if query is None:
        return
    hits = _scoring(searcher, query, FIRST_PAGES) or _scoring(searcher, query, MOST_PAGES)
    addresses = [address for _, address in hits]
    documents = searcher.fast_field_values(DOCUMENT, addresses)
    numbers = searcher.fast_field_values(NUMBER, addresses)
    for document, number, (score, _) in zip(documents, numbers, hits, strict=True):
        pages[int(document or 0)].append((int(number or 0), score))


def _scoring(searcher: Searcher, query: Query, most: int) -> list[tuple[float, DocAddress]]:
    """The hits that score, the best first; none where so many are not enough to have them all."""
    hits = searcher.search(query, most, count=False).hits
    if len(hits) == most < MOST_PAGES and hits[-1][0] > 0:
        return []
    return [hit for hit in hits if hit[0] > 0]

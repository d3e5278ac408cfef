"""Which documents a query finds and in what order, and on which of their pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from search.compiling import Compiler
from search.index import DOCUMENT, NUMBER
from search.tree import Node

BLOCK = 40  # documents put in order together with the help of their best pages
MOST_PAGES = 20_000  # hits on pages looked at for one block

PageScore = tuple[int, float]


@dataclass(frozen=True, slots=True)
class Found:
    """Documents found, in order, with their scores."""

    ids: NDArray[np.int64]
    scores: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.ids)

    def within(self, allowed: frozenset[int] | None) -> Found:
        """Those of them that are allowed (None: all are)."""
        if allowed is None or not len(self.ids):
            return self
        seats = np.zeros(int(self.ids.max()) + 1, dtype=np.bool_)
        chosen = np.fromiter(allowed, dtype=np.int64, count=len(allowed))
        seats[chosen[chosen < len(seats)]] = True
        kept = seats[self.ids]
        return Found(self.ids[kept], self.scores[kept])


@dataclass(frozen=True, slots=True)
class Ranked:
    """A document in its place: its score, and its pages with hits, the best first."""

    id: int
    score: float
    pages: tuple[PageScore, ...] = ()


def nothing() -> Found:
    """No documents."""
    return Found(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float64))


def newest(ids: Iterable[int]) -> Found:
    """Documents that differ in nothing but their age, the newest first."""
    ordered = np.sort(np.fromiter(ids, dtype=np.int64))[::-1]
    return Found(ordered, np.zeros(len(ordered)))


def documents(compiler: Compiler, tree: Node) -> Found:
    """All documents that a tree describes, the best first."""
    searcher = compiler.searcher
    most = max(1, searcher.doc_freq(NUMBER, 0))
    hits = searcher.search(compiler.documents(tree), most, count=False).hits
    if not hits:
        return nothing()
    ids = searcher.fast_field_values(DOCUMENT, [address for _, address in hits])
    scores = [score for score, _ in hits]
    return Found(np.array(ids, dtype=np.int64), np.array(scores, dtype=np.float64))


def window(found: Found, tree: Node | None, compiler: Compiler | None, part: range) -> list[Ranked]:
    """The documents of one window, put in order block by block with their best pages' help."""
    first = part.start - part.start % BLOCK
    ranked: list[Ranked] = []
    for start in range(first, min(part.stop, len(found)), BLOCK):
        block = Found(found.ids[start : start + BLOCK], found.scores[start : start + BLOCK])
        ranked += _block(block, tree, compiler)
    return ranked[part.start - first : part.stop - first]


def _block(found: Found, tree: Node | None, compiler: Compiler | None) -> list[Ranked]:
    ids = found.ids.tolist()
    pages: dict[int, list[PageScore]] = {item: [] for item in ids}
    if compiler is not None and tree is not None:
        _add_pages(pages, compiler, tree)
    ranked = [
        Ranked(item, score + sum(best for _, best in pages[item][:1]), tuple(pages[item]))
        for item, score in zip(ids, found.scores.tolist(), strict=True)
    ]
    return sorted(ranked, key=lambda each: (-each.score, -each.id))


def _add_pages(pages: dict[int, list[PageScore]], compiler: Compiler, tree: Node) -> None:
    """To each document, its pages with any wanted word and their scores, the best first."""
    query, searcher = compiler.pages(tree, list(pages)), compiler.searcher
    if query is None:
        return
    hits = searcher.search(query, MOST_PAGES, count=False).hits
    addresses = [address for _, address in hits]
    documents = searcher.fast_field_values(DOCUMENT, addresses)
    numbers = searcher.fast_field_values(NUMBER, addresses)
    scores = [score for score, _ in hits]
    for document, number, score in zip(documents, numbers, scores, strict=True):
        pages[int(document or 0)].append((int(number or 0), score))

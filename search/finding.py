"""Which documents answer: those with all words or, where there is none, those with most of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from search.compiling import Compiler, is_one
from search.questions import asked_in
from search.ranking import Found, nothing, scored, scored_first
from search.tree import Asked, Between, Fact, Fuzzy, Node, Pattern, Words, ends

ENOUGH = 0.4  # of the words' weight in the best document, what others must have to be shown
LOOKED_AT = 1_000  # documents told apart by more than how many of the words they have …
FEW = 1e-3  # … and what that counts of the others
MANY = 4  # times as many documents as are to be in order
SURE = 4  # letters a word must begin with to stand for few words
SPREAD = 0.5  # how much of a score hangs on how many of the words a document has


@dataclass(frozen=True, slots=True)
class Answering:
    """Documents found, in order; `whole`: the best have all the words."""

    found: Found
    whole: bool = True


def answering(
    compiler: Compiler, tree: Node, allowed: frozenset[int] | None, first: int | None = None
) -> Answering:
    """The documents a tree describes, of those that may be seen (None: all), the best first.

    `first`: so many are to be in order, the others need not be.
    """
    asked, beside = asked_in(tree)
    if asked is None or not asked.question or _is_open(asked):
        found = _found(compiler, tree, allowed, first).within(allowed)
        if asked is None or len(found) or len(asked.parts) == 1 or _is_open(asked):
            return Answering(found)
    return _most(compiler, asked, beside, allowed)


def _found(
    compiler: Compiler, tree: Node, allowed: frozenset[int] | None, first: int | None
) -> Found:
    """Only the first in order where that is quicker: in many documents, by plain words."""
    if first is not None and all(map(_is_quick, ends(tree))):
        every = len(compiler.every)
        first = 2 * first * every // max(1, every if allowed is None else len(allowed))
        if first * MANY < every:
            return scored_first(compiler, tree, first)
    return scored(compiler, compiler.documents(tree))


def _is_quick(end: Node) -> bool:
    """Whether the engine is done with it at once, and can be asked twice."""
    if isinstance(end, Pattern):
        return len(re.split(r"[*?]", end.pattern)[0]) >= SURE
    return isinstance(end, Fact) or (
        isinstance(end, Words) and (len(end.words) == 1 or is_one(end))
    )


def _is_open(asked: Asked) -> bool:
    """Whether some part stands for many words, which takes long to ask for again and again."""
    return any(isinstance(end, Pattern | Fuzzy | Between) for end in ends(asked))


def _most(
    compiler: Compiler, asked: Asked, beside: tuple[Node, ...], allowed: frozenset[int] | None
) -> Answering:
    """Those with most of the words; rare ones count more than frequent ones."""
    weights = [compiler.rarity(part) for part in asked.parts]
    shares = scored(compiler, compiler.shares(asked, beside, weights)).within(allowed)
    if not len(shares):
        return Answering(nothing())
    best, total = float(shares.scores.max()), sum(weights)
    shares = shares.where(shares.scores >= ENOUGH * best)
    gained = _beside(scored(compiler, compiler.most(asked, beside), LOOKED_AT), shares)
    scores = gained * (1 - SPREAD + SPREAD * shares.scores / total) + FEW * shares.scores / total
    order = np.lexsort((-shares.ids, -scores)).tolist()
    return Answering(Found(shares.ids, scores).at(order), whole=best > 0.999 * total)


def _beside(ranked: Found, shares: Found) -> NDArray[np.float64]:
    """The scores of documents in another order; 0 for those without."""
    seats = np.zeros(int(max(shares.ids.max(), ranked.ids.max(initial=0))) + 1)
    seats[ranked.ids] = ranked.scores
    return np.asarray(seats[shares.ids])

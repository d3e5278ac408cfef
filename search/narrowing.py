"""The filters of a query: what each of them leaves, and how the answer divides without it.

A document has one kind and one language: several that are asked for are meant as "any of them".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from search.ranking import Found
from search.records import Cost
from search.tree import Both, Fact, Node, Without

ONE_VALUE = {"kind", "language"}
ORDER = ("kind", "year", "partnership", "program", "field", "language")

Mask = NDArray[np.bool_]
Documents = Callable[[Fact], frozenset[int] | None]


@dataclass(frozen=True, slots=True)
class Filter:
    """Facts of one name, any of which must hold, or of which none may."""

    facts: tuple[Fact, ...]
    without: bool = False

    @property
    def name(self) -> str:
        """The facet it is of."""
        return self.facts[0].name


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Documents found by the words, in order, and which of them each filter leaves.

    `whole`: the best of them have all the words.
    """

    found: Found
    filters: tuple[tuple[Filter, Mask], ...]
    whole: bool = True

    def left(self, *, beside: str = "") -> Mask:
        """Those that pass all filters, or all but those of one facet."""
        return self._through(mask for each, mask in self.filters if each.name != beside)

    def costs(self) -> tuple[Cost, ...]:
        """How many there would be without each of the filters, and without all of them."""
        costs = tuple(
            Cost(each.facts, each.without, int(self._through(self._others(number)).sum()))
            for number, (each, _mask) in enumerate(self.filters)
        )
        if len(costs) < 2:
            return costs
        facts = tuple(fact for each, _mask in self.filters for fact in each.facts)
        return (*costs, Cost(facts, without=False, total=len(self.found), of_all=True))

    @property
    def names(self) -> tuple[str, ...]:
        """The facets that some filter is of."""
        return tuple(dict.fromkeys(each.name for each, _mask in self.filters))

    @property
    def passed(self) -> Found:
        """Those that pass all filters."""
        return self.found.where(self.left())

    def _others(self, number: int) -> Iterable[Mask]:
        return (mask for at, (_each, mask) in enumerate(self.filters) if at != number)

    def _through(self, masks: Iterable[Mask]) -> Mask:
        left = np.ones(len(self.found), dtype=np.bool_)
        for mask in masks:
            left &= mask
        return left


def apart(node: Node | None) -> tuple[tuple[Filter, ...], Node | None]:
    """The filters that must hold whatever else does, and what is left of the tree without them."""
    parts = node.parts if isinstance(node, Both) else () if node is None else (node,)
    rest = tuple(part for part in parts if _fact(part) is None)
    facts = [part for part in parts if isinstance(part, Fact)]
    shut_out = [
        Filter((part.part,), without=True)
        for part in parts
        if isinstance(part, Without) and isinstance(part.part, Fact)
    ]
    left = None if not rest else Both(rest) if len(rest) > 1 else rest[0]
    return (*_grouped(facts), *shut_out), left


def narrowed(
    found: Found, filters: Iterable[Filter], documents: Documents, *, whole: bool = True
) -> Narrowed:
    """What filters leave of the documents found."""
    masks = tuple((each, _mask(found, each, documents)) for each in filters)
    return Narrowed(found, masks, whole)


def _mask(found: Found, wanted: Filter, documents: Documents) -> Mask:
    mask = np.zeros(len(found), dtype=np.bool_)
    for fact in wanted.facts:
        mask |= found.among(documents(fact))
    return ~mask if wanted.without else mask


def _grouped(facts: list[Fact]) -> list[Filter]:
    ordered = sorted(facts, key=lambda fact: ORDER.index(fact.name))
    filters: list[Filter] = []
    for name, group in groupby(ordered, key=lambda fact: fact.name):
        if name in ONE_VALUE:
            filters.append(Filter(tuple(group)))
        else:
            filters += [Filter((fact,)) for fact in group]
    return filters


def _fact(node: Node) -> Fact | None:
    """The fact a part asks for or shuts out."""
    inner = node.part if isinstance(node, Without) else node
    return inner if isinstance(inner, Fact) else None

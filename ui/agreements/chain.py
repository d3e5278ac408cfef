"""The chain of a paper: what it goes back to and what came after it, from left to right by date."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from archive.catalogue.register import Registered
from archive.dates import LATEST, bounds
from archive.records import Relation


@dataclass(frozen=True, slots=True)
class Arrow:
    """The paper at place `later` does this to the one at `earlier`."""

    later: int
    earlier: int
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """Papers from left to right, and the arrows between them."""

    papers: tuple[Registered, ...] = ()
    arrows: tuple[Arrow, ...] = ()


def chain(rows: Sequence[Registered], agreement: int) -> Chain:
    """The chain of one agreement; it alone when nothing is related to it."""
    known = {each.agreement.id: each for each in rows}
    back = {item: {found.other for found in _relations(each)} for item, each in known.items()}
    forth: dict[int, set[int]] = {item: set() for item in known}
    for item, others in back.items():
        for other in others & known.keys():
            forth[other].add(item)
    wanted = _reach(agreement, back) | _reach(agreement, forth)
    papers = _in_time([known[item] for item in wanted if item in known])
    return Chain(papers, tuple(_arrows(papers)))


def _relations(each: Registered) -> Iterable[Relation]:
    return each.agreement.relations


def _reach(start: int, ways: Mapping[int, set[int]]) -> set[int]:
    """All that can be come to from one paper, itself too."""
    found, left = {start}, [start]
    while left:
        fresh = ways.get(left.pop(), set()) - found
        found |= fresh
        left += fresh
    return found


def _in_time(papers: Iterable[Registered]) -> tuple[Registered, ...]:
    """By date, but never before a paper they go back to: undated ones find their place too."""
    left = {each.agreement.id: each for each in papers}
    waits = {
        item: {found.other for found in each.agreement.relations} & left.keys()
        for item, each in left.items()
    }
    ready = [(_date(left[item]), item) for item, before in waits.items() if not before]
    heapq.heapify(ready)
    ordered: list[Registered] = []
    while ready:
        _when, item = heapq.heappop(ready)
        ordered.append(left[item])
        for later, before in waits.items():
            if item in before:
                before.discard(item)
                if not before:
                    heapq.heappush(ready, (_date(left[later]), later))
    return tuple(ordered)


def _date(each: Registered) -> str:
    return bounds(each.agreement.signed)[0] if each.agreement.signed else LATEST


def _arrows(papers: Sequence[Registered]) -> Iterable[Arrow]:
    places = {each.agreement.id: place for place, each in enumerate(papers)}
    for later, each in enumerate(papers):
        kinds: dict[int, list[str]] = {}
        for found in each.agreement.relations:
            if found.other in places:
                kinds.setdefault(places[found.other], []).append(found.kind)
        for earlier, done in sorted(kinds.items()):
            yield Arrow(later, earlier, tuple(done))

"""Filters with a value that nothing is called by: the nearest of the names there are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from rapidfuzz import fuzz, process

from search.naming import FACTS, folded
from search.records import MEANT, Suggestion
from search.tree import Fact

ALIKE = 70  # of 100: names less alike are not what was meant
SHORTEST = 3  # letters
OFFERED = 2
MOST = 4  # filters of one query
PLAIN = re.compile(r"[\w.\-]+")

Names = Callable[[str], Iterable[str]]


def suggestions(
    query: str, names: Names, is_known: Callable[[Fact], bool], total: Callable[[str], int]
) -> Iterator[Suggestion]:
    """Queries with an unknown value put right; all of them find.

    `names` tells what the values of a fact are called, `total` how many documents a query finds.
    """
    for found, nearest in _unknown(query, names, is_known):
        value = found["value"].strip('"')
        for name in nearest:
            mended = _mended(query, found, name)
            if count := total(mended):
                yield Suggestion(MEANT, value, name, mended, count)


def mended(query: str, names: Names, is_known: Callable[[Fact], bool]) -> str:
    """The query with the nearest name for every unknown value, whether that finds or not."""
    for found, nearest in reversed(list(_unknown(query, names, is_known))):
        query = _mended(query, found, nearest[0])
    return query


def _unknown(
    query: str, names: Names, is_known: Callable[[Fact], bool]
) -> Iterator[tuple[re.Match[str], list[str]]]:
    """The filters with a value that nothing is called by, and the nearest names."""
    for found in list(_filters().finditer(query))[:MOST]:
        fact = FACTS.get((found["name"] or "").lower(), "year")
        value = (found["value"] or "").strip('"')
        if fact == "year" or len(value) < SHORTEST or is_known(Fact(fact, value)):
            continue
        if nearest := _nearest(value, names(fact)):
            yield found, nearest


def _mended(query: str, found: re.Match[str], name: str) -> str:
    return f"{query[: found.start('value')]}{_written(name)}{query[found.end('value') :]}"


def _nearest(value: str, names: Iterable[str]) -> list[str]:
    known = {name: folded(name) for name in names}
    found = process.extract(folded(value), known, scorer=_alike, score_cutoff=ALIKE, limit=OFFERED)
    return [name for _folded, _score, name in found]


def _alike(one: str, other: str, *, score_cutoff: float | None = None) -> float:
    """How alike a value is to a name, or to a word of it, of 100."""
    words = (0.95 * fuzz.ratio(one, word) for word in other.split())
    return max(fuzz.ratio(one, other), *words, 0.0)


def _written(name: str) -> str:
    return name if PLAIN.fullmatch(name) else f'"{name.replace(chr(34), " ")}"'


@cache
def _filters() -> re.Pattern[str]:
    names = "|".join(FACTS)
    return re.compile(rf'"[^"]*"|(?<![^\s(-])(?P<name>(?i:{names})):(?P<value>"[^"]*"|[^\s()"]+)')

"""The cities a paper is about, and the two that it joins.

Only cities of the parties, of the title, or of a pair that is named as one; a city that a paper
merely mentions is not proposed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from archive.intake.suggestions.cues import any_of
from archive.intake.suggestions.gazetteer import Named, cities
from archive.intake.suggestions.paper import NAME, Suggestion
from archive.intake.suggestions.parties import parties
from archive.intake.suggestions.reading import Reading
from archive.intake.suggestions.rules.kind import code, is_agreement
from archive.intake.suggestions.rules.titles import Title, titles

Pair = tuple[Named, Named, float]

JOINED = re.compile(r"[\s,]*(?:[\u2010-\u2015\u2212/&-]|dan|and|dengan|with|to|ke)[\s,]*")
JOINED_LOOSELY = re.compile(any_of(("dan", "and", "dengan", "with", "dan pemerintah")) + "|[–—-]")
TWINNED = re.compile(
    any_of(
        (
            *("sister city", "sister cities", "sister province", "kota kembar", "kota bersaudara"),
            *("twin city", "kerja sama", "kerjasama", "cooperation", "persahabatan", "friendship"),
            *(
                "antara",
                "between",
                "kemitraan",
                "partnership",
                "hubungan",
                "relationship",
                "relations",
            ),
            *("partners", "exchange", "pertukaran", "memorandum", "nota", "bermitra"),
        )
    )
)
TWINNED_PLAINLY = re.compile(
    any_of(
        (
            *("sister city", "sister cities", "sister province", "kota kembar", "kota bersaudara"),
            *("twin city", "kerja sama", "kerjasama", "cooperation", "kemitraan", "partnership"),
            *("sister-city", "provinsi kembar", "provinsi bersaudara", "kota persahabatan"),
        )
    )
)
NEAR, APART = 160, 75  # characters around a pair for a word of twinning; between the two cities
LOOKED_AT = 4000  # characters of each page of the head
NO_CITIES = {"regulation"}


def suggest(reading: Reading) -> Iterator[Suggestion]:
    """Each city, and the pair."""
    if code(reading) in NO_CITIES:
        return
    pair = _pair(reading)
    named: list[tuple[Named, float]] = []
    if pair:
        first, second, score = pair
        named += [(first, score), (second, score)]
        start, end, page = *_span(first, second), first.page
        if first.page == second.page:
            value = [first.value, second.value]
            yield reading.suggestion("partnership", value, score, page, start, end)
    elif is_agreement(reading):
        named += [(party.city, party.sure - 0.1) for party in parties(reading) if party.city]
    named = named or [(one, 0.7) for one in _in_titles(reading)[:3]]
    for one, score in named:
        yield reading.suggestion("cities", one.value, score, one.page, one.start, one.end)


def _span(first: Named, second: Named) -> tuple[int, int]:
    return min(first.start, second.start), max(first.end, second.end)


def _pair(reading: Reading) -> Pair | None:
    for work in (_of_parties, _of_titles, _of_text, _of_name):
        found = work(reading)
        if found:
            return found
    return None


def _of_parties(reading: Reading) -> Pair | None:
    if not is_agreement(reading):
        return None
    named = [(party.city, party.sure) for party in parties(reading) if party.city]
    if len(named) != 2 or named[0][0].city == named[1][0].city:
        return None
    unknown = any(one.city.country == "" and one.city.id is None for one, _sure in named)
    return named[0][0], named[1][0], named[0][1] - (0.25 if unknown else 0)


def _in_titles(reading: Reading) -> list[Named]:
    for title in titles(reading):
        found = _different(_in_title(reading, title))
        if found:
            return found
    return []


def _in_title(reading: Reading, title: Title) -> list[Named]:
    return cities(reading, title.page, title.start, title.end)


def _different(found: list[Named]) -> list[Named]:
    first = {one.city: one for one in reversed(found)}
    return sorted(first.values(), key=lambda one: one.start)


def _of_titles(reading: Reading) -> Pair | None:
    for title in titles(reading):
        found = _in_title(reading, title)
        different = _different(found)
        if len(different) == 2:
            return different[0], different[1], 0.9 * min(1, title.score + 0.1)
        joined = _joined(reading, found)
        if joined:
            return joined[0][0], joined[0][1], 0.75
    return None


def _of_text(reading: Reading) -> Pair | None:
    """The pair most often named as one in the head, where words of twinning stand near."""
    pages = dict.fromkeys((*reading.head, *reading.pages[:3]))
    found = [
        pair
        for page in pages
        for pair in _joined(reading, cities(reading, page, 0, LOOKED_AT))
        if _twinned(reading, *pair)
    ]
    if not found:
        return None
    counted = Counter(frozenset((one.city, other.city)) for one, other in found)
    ranked = counted.most_common(2)
    if len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
        return None
    best = next(pair for pair in found if frozenset((pair[0].city, pair[1].city)) == ranked[0][0])
    return *best, 0.8 if ranked[0][1] > 1 else 0.7


def _joined(reading: Reading, found: list[Named]) -> list[tuple[Named, Named]]:
    """Neighbours of which one is joined to the other by a dash or a word."""
    pairs = []
    for one, other in pairwise(found):
        between = reading.folded(one.page)[one.end : other.start]
        if one.city == other.city or not 0 < len(between) <= APART:
            continue
        if JOINED.fullmatch(between) or (
            JOINED_LOOSELY.search(between) and "." not in between and ";" not in between
        ):
            pairs.append((one, other))
    return pairs


def _twinned(reading: Reading, one: Named, other: Named) -> bool:
    text = reading.folded(one.page)
    said = TWINNED if code(reading) else TWINNED_PLAINLY
    return said.search(text, max(0, one.start - NEAR), other.end + NEAR) is not None


def _of_name(reading: Reading) -> Pair | None:
    """Two cities in the file's name, where the pages name none."""
    found = _different(cities(reading, NAME))
    return (found[0], found[1], 0.5) if len(found) == 2 and not reading.pages else None

"""Finds cities in text: those the catalogue knows first, then those of the gazetteer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from archive.catalogue.names import key
from archive.intake.suggestions.cues import any_of, table
from archive.intake.suggestions.paper import KnownCity, Value
from archive.intake.suggestions.reading import Reading

WORD = re.compile(r"[^\W\d_]+")
LATIN = re.compile(r"[a-z\u00c0-\u024f]")
# Before a city's name these make it the name of something else.
HOUSES = frozenset(
    (
        *("universitas", "university", "institut", "institute", "politeknik", "polytechnic", "upn"),
        *("uin", "stie", "fakultas", "hotel", "jalan", "jl", "street", "bandara", "airport", "pt"),
        *("kedutaan", "embassy", "kbri", "kjri", "konsulat", "consulate", "cv", "bank", "penerbit"),
        *("press", "negeri", "veteran", "muhammadiyah", "museum", "teluk", "sungai", "lembaga"),
        "pustaka",
    )
)
HOUSE = re.compile(any_of(HOUSES))
LONG_NAME = 6  # letters; shorter names are not looked for in damaged text
Index = dict[str, list[tuple[tuple[str, ...], KnownCity]]]


@dataclass(frozen=True, slots=True)
class Named:
    """A city named on a page, and where."""

    city: KnownCity
    page: int
    start: int
    end: int

    @property
    def value(self) -> dict[str, Value]:
        """As a suggestion gives it."""
        return {"id": self.city.id, "name": self.city.name, "country": self.city.country}


def cities(reading: Reading, page: int, start: int = 0, end: int | None = None) -> list[Named]:
    """The cities named in a stretch of a page, in their order; each as often as it is named."""
    text = reading.folded(page)[: end if end is not None else None]
    found = [*_latin(reading, text, page, start), *_native(reading, text, page, start)]
    return sorted(found, key=lambda named: named.start)


def _latin(reading: Reading, text: str, page: int, start: int) -> Iterator[Named]:
    known = reading.once(_known)
    original = reading.text(page)
    words = list(WORD.finditer(text, start))
    at = 0
    while at < len(words):
        size, city = _at(words, at, known)
        if city and original[words[at].start()].isupper() and not _of_a_house(words, at):
            yield Named(
                _canonical(reading, city), page, words[at].start(), words[at + size - 1].end()
            )
        at += size


def _at(words: list[re.Match[str]], at: int, known: Index) -> tuple[int, KnownCity | None]:
    """How many words the longest name has that begins here, and the city; (1, None) without one."""
    first = words[at][0]
    for name, city in (*known.get(first, ()), *_gazetteer().get(first, ())):
        if tuple(word[0] for word in words[at : at + len(name)]) == name:
            gap = words[at + len(name) - 1].end() - words[at].start()
            if gap <= sum(map(len, name)) + 4 * len(name):
                return len(name), city
    return 1, None


def _of_a_house(words: list[re.Match[str]], at: int) -> bool:
    return any(word[0] in HOUSES for word in words[max(0, at - 3) : at])


def _native(reading: Reading, text: str, page: int, start: int) -> Iterator[Named]:
    """Names in scripts that set no spaces between words."""
    if text.isascii():
        return
    known = [(name, city) for city in reading.known.cities for name in (city.name, *city.aliases)]
    for name, city in (*(one for one in known if not _is_latin(one[0])), *_natives()):
        at = text.find(name, start)
        if at >= 0:
            yield Named(_canonical(reading, city), page, at, at + len(name))


def _canonical(reading: Reading, city: KnownCity) -> KnownCity:
    """The catalogue's city where the gazetteer's is one of its."""
    names = reading.once(_known_names)
    return next((names[name] for name in _keys(city) if name in names), city)


def _known_names(reading: Reading) -> dict[str, KnownCity]:
    return {name: city for city in reading.known.cities for name in _keys(city)}


@lru_cache(maxsize=4096)
def _keys(city: KnownCity) -> tuple[str, ...]:
    return tuple(key(name) for name in (city.name, *city.aliases))


def _known(reading: Reading) -> Index:
    return _index(reading.known.cities)


def _index(places: Iterable[KnownCity]) -> Index:
    """Cities by the first word of each of their names, the longest name first."""
    index: Index = {}
    for city in places:
        for name in filter(_is_latin, (city.name, *city.aliases)):
            words = tuple(WORD.findall(name.lower()))
            if words:
                index.setdefault(words[0], []).append((words, city))
    for found in index.values():
        found.sort(key=lambda one: -len(one[0]))
    return index


def _is_latin(name: str) -> bool:
    return LATIN.search(name.lower()) is not None


@cache
def _gazetteer() -> Index:
    return _index(_places())


@cache
def _natives() -> tuple[tuple[str, KnownCity], ...]:
    found = [(name, city) for city in _places() for name in city.aliases if not _is_latin(name)]
    return tuple(sorted(found, key=lambda one: -len(one[0])))


@cache
def _places() -> tuple[KnownCity, ...]:
    return tuple(
        KnownCity(None, names[0], tuple(names[1:]), country)
        for country, places in table("gazetteer")["places"].items()
        for names in places
    )


def city_names(reading: Reading) -> dict[str, KnownCity]:
    """Every Latin name of six letters or more, without spaces, and its city."""
    found: dict[str, KnownCity] = {}
    for city in (*reading.known.cities, *_places()):
        for name in filter(_is_latin, (city.name, *city.aliases)):
            glued = "".join(WORD.findall(name.lower()))
            if len(glued) >= LONG_NAME:
                found.setdefault(glued, _canonical(reading, city))
    return found

"""What of the catalogue a register is checked against: cities, partnerships, agreements, words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Protocol

from archive.catalogue.agreements import Agreements
from archive.catalogue.cities import Cities
from archive.catalogue.names import key
from archive.catalogue.partnerships import Partnerships
from archive.exchange.register.cells import IN_BRACKETS, Unclear
from archive.exchange.register.words import Words, near
from archive.records import Agreement, City, Partnership

TOO_NEAR = 90  # of 100; a new city so much like a known one is more likely a slip
VOCABULARIES = ("agreement_kinds", "partnership_kinds", "renewals", "fields")
TITLES = re.compile(
    r"^(?:pemerintah (?:kota|provinsi|daerah)|pemprov|pemkot|kota(?: administrasi)?|provinsi"
    r"|the city of|city of|municipality of|province of|government of)\s+|\s+(?:city|municipality"
    r"|province|prefecture|metropolitan government|metropolitan city)$"
)


class Nouns(Protocol):
    """An archive, or its nouns in one transaction."""

    cities: Cities
    partnerships: Partnerships
    agreements: Agreements


@dataclass(frozen=True, slots=True)
class Home:
    """What an agreement belongs to: cities by name as the row has them first and second.

    `partnership` is None where it is still to be made; `swapped` when its first city is the second
    here. `new` names the cities to be made.
    """

    a: str
    b: str
    kind: str
    partnership: int | None = None
    swapped: bool = False
    new: tuple[str, ...] = ()

    @property
    def key(self) -> object:
        """The same for every row of one partnership."""
        return self.partnership or (*sorted((key(self.a), key(self.b))), self.kind)


class Known:
    """One moment of the catalogue, with what is asked of it for every row."""

    def __init__(self, nouns: Nouns) -> None:
        self.cities = nouns.cities.all()
        self.partnerships = nouns.partnerships.all()
        self.words = {name: Words.of(name) for name in VOCABULARIES}
        self.own = [city for city in self.cities if city.own]
        self._by_name: dict[str, list[City]] = defaultdict(list)
        for city in self.cities:
            for name in dict.fromkeys(map(key, city.names)):
                self._by_name[name].append(city)
        self._written = {key(name): name for city in self.cities for name in city.names}
        self._joining: dict[frozenset[int], list[Partnership]] = defaultdict(list)
        for each in self.partnerships:
            self._joining[frozenset((each.a.id, each.b.id))].append(each)
        self.papers: dict[object, str] = {}
        for found in nouns.agreements.register(date.today()):  # noqa: DTZ011 - any day will do
            paper = found.agreement
            for sign in signs(paper.partnership, paper.number, paper.title, paper.signed):
                self.papers.setdefault(sign, _called(paper))
        self._near = lru_cache(maxsize=4096)(self._near_city)

    def city(self, said: str) -> City | None:
        """The city of this name, alias, or name with its country; None when there is none.

        Raises `Unclear("ambiguous_city")`.
        """
        for name in _forms(said):
            found = self._by_name.get(name, [])
            if len(found) > 1:
                raise Unclear("ambiguous_city", said)
            if found:
                return found[0]
        return None

    def near(self, said: str) -> tuple[str, ...]:
        """Names of cities like this one."""
        return self._near(said)

    def joining(self, a: City, b: City) -> list[Partnership]:
        """The partnerships of two cities, one for each kind."""
        return self._joining.get(frozenset((a.id, b.id)), [])

    def halves(self, said: str) -> Iterator[tuple[str, str]]:
        """The ways a text can name two cities."""
        between = re.compile(
            r"\s*[-\u2010-\u2015\u2212/&;,\n]\s*|\s+(?:dan|and|dengan|with)\s+", re.I
        )
        for found in between.finditer(said.strip()):
            first, second = said.strip()[: found.start()], said.strip()[found.end() :]
            if first.strip() and second.strip():
                yield first.strip(), second.strip()

    def _near_city(self, said: str) -> tuple[str, ...]:
        return near(said, self._written)


def signs(home: object, number: str, title: str, signed: str | None) -> Iterator[object]:
    """By what two entries are the same paper: its number, or its title and its day.

    A paper without a day is known by its title only when it has no number either.
    """
    if number:
        yield home, "number", key(number)
    if title and (signed or not number):
        yield home, "title", key(title), signed or ""


def _forms(said: str) -> Iterator[str]:
    """A name as it stands, then without brackets, country, and what kind of place it is."""
    bare = IN_BRACKETS.sub(" ", said)
    for form in (said, bare, bare.partition(",")[0]):
        name = key(form)
        yield name
        yield TITLES.sub("", name).strip()


def _called(paper: Agreement) -> str:
    return f"{paper.number} – {paper.title}" if paper.number else paper.title

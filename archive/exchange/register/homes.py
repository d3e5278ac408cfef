"""Which partnership a row of a register belongs to, found by the names of its two cities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from rapidfuzz import fuzz

from archive.catalogue.names import key
from archive.exchange.register.cells import Unclear
from archive.exchange.register.known import TOO_NEAR, Home, Known
from archive.records import City

USUAL_KIND = "sister_city"


class Making(Protocol):
    """What the catalogue lacks and may be made."""

    @property
    def make_partnerships(self) -> bool: ...

    @property
    def make_cities(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class HomeFault:
    """Why there is none: the column it stands in, and what is wrong."""

    column: str
    unclear: Unclear

    @property
    def rule(self) -> str:
        """The rule's code."""
        return self.unclear.rule


def home_of(
    names: Mapping[str, str], kind: str, two: bool, known: Known, making: Making
) -> tuple[Home | None, tuple[HomeFault, ...]]:
    """The partnership that `names` (by column) mean, of this kind if one is said.

    `two`: the sheet has a column for the first city; without it that is the archive's own city.
    """
    try:
        pairs = tuple(_sides(names, two, known))
    except Unclear as unclear:
        return None, (HomeFault("partnership" if names["partnership"] else "city_b", unclear),)
    found: list[City | str] = []
    faults = []
    for column, said in pairs:
        try:
            found.append(_city(said, known, making))
        except Unclear as unclear:
            faults.append(HomeFault(column, unclear))
    if faults:
        return None, tuple(faults)
    try:
        return _joined(found[0], found[1], kind, known, making), ()
    except Unclear as unclear:
        return None, (HomeFault(pairs[1][0], unclear),)


def _sides(names: Mapping[str, str], two: bool, known: Known) -> Iterator[tuple[str, str]]:
    """Each city's name with the column it stands in."""
    if names["partnership"] and not names["city_b"]:
        yield from (("partnership", name) for name in _halves(names["partnership"], known))
        return
    if two:
        yield "city_a", names["city_a"]
    elif len(known.own) == 1:
        yield "city_a", known.own[0].name
    else:
        raise Unclear("no_own_city")
    yield "city_b", names["city_b"]


def _halves(said: str, known: Known) -> tuple[str, str]:
    """The two names in one text: those that are known, else as it can be cut."""
    cuts = list(dict.fromkeys(known.halves(said)))
    if not cuts:
        raise Unclear("not_two_cities", said)
    return max(cuts, key=lambda cut: sum(_is_city(name, known) for name in cut))


def _is_city(said: str, known: Known) -> bool:
    try:
        return known.city(said) is not None
    except Unclear:
        return True


def _city(said: str, known: Known, making: Making) -> City | str:
    """A city of the catalogue, or the name of a new one."""
    if not said:
        raise Unclear("blank")
    found = known.city(said)
    if found is not None:
        return found
    near = known.near(said)
    slip = any(fuzz.ratio(key(said), key(name)) >= TOO_NEAR for name in near)
    if not making.make_cities or slip:
        raise Unclear("unknown_city", said, near)
    return said


def _joined(a: City | str, b: City | str, kind: str, known: Known, making: Making) -> Home:
    """The partnership of two cities; of several kinds, the one that is said."""
    names = tuple(each if isinstance(each, str) else each.name for each in (a, b))
    if a == b or key(names[0]) == key(names[1]):
        raise Unclear("same_city", names[0])
    there = known.joining(a, b) if isinstance(a, City) and isinstance(b, City) else []
    fitting = [each for each in there if kind in ("", each.kind)]
    if len(fitting) > 1:
        raise Unclear("several_partnerships", "–".join(names))
    if fitting:
        swapped = isinstance(a, City) and fitting[0].a.id != a.id
        return Home(names[0], names[1], fitting[0].kind, fitting[0].id, swapped)
    if not making.make_partnerships:
        raise Unclear("no_partnership", "–".join(names))
    new = tuple(each for each in (a, b) if isinstance(each, str))
    return Home(names[0], names[1], kind or USUAL_KIND, new=new)

"""How years are laid out: in stretches of even length where they do not fit side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import TypeVar

Item = TypeVar("Item")


def even_parts(items: Sequence[Item], most: int) -> Iterator[Sequence[Item]]:
    """The items in as few parts as hold at most so many each, all about as long as the others."""
    parts = -(-len(items) // max(1, most))
    bounds = [round(len(items) * part / parts) for part in range(parts + 1)] if parts else []
    for first, last in pairwise(bounds):
        yield items[first:last]


STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
EDGE = 9.0  # points left and right, for what points out of the years


def written_out(years: Sequence[int], each: float, room: float) -> list[int]:
    """The years that can be written out where one is so many points wide and its number takes so
    many: round ones, or else the first."""
    step = next((step for step in STEPS if step * each >= room), STEPS[-1])
    chosen: list[int] = []  # places: years may be left out between
    for place, year in enumerate(years):
        apart = (place - chosen[-1]) * each if chosen else room
        if year % step == 0 and apart >= room:
            chosen.append(place)
    return [years[place] for place in chosen] or list(years[:1])


@dataclass(frozen=True, slots=True)
class Axis:
    """The years `first` to `last` (whole, inclusive) across so many points."""

    first: int
    last: int
    width: float

    @property
    def year(self) -> float:
        """The width of a year, in points."""
        return (self.width - 2 * EDGE) / (self.last - self.first + 1)

    def at(self, time: float) -> float:
        """Where a point of time lies; what lies outside is put at the nearer edge."""
        within = min(max(time, float(self.first)), self.last + 1.0)
        return EDGE + (within - self.first) * self.year

    def labelled(self, room: float) -> list[int]:
        """The years that can be written out when one takes so many points."""
        return written_out(range(self.first, self.last + 1), self.year, room)

    def together(self, room: float) -> int:
        """How many years share a mark that takes so many points."""
        return max(1, ceil(room / self.year))

"""How years are laid out: in stretches of even length where they do not fit side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

Item = TypeVar("Item")


def even_parts(items: Sequence[Item], most: int) -> Iterator[Sequence[Item]]:
    """The items in as few parts as hold at most so many each, all about as long as the others."""
    parts = -(-len(items) // max(1, most))
    bounds = [round(len(items) * part / parts) for part in range(parts + 1)] if parts else []
    for first, last in pairwise(bounds):
        yield items[first:last]

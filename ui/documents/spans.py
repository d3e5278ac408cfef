"""Many rows as the stretches they stand in: quick, however many they are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

Spans = tuple[tuple[int, int], ...]


def joined(spans: Iterable[tuple[int, int]]) -> Spans:
    """In order, each row once; first and last row of each stretch."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if found and first <= found[-1][1] + 1:
            found[-1] = found[-1][0], max(last, found[-1][1])
        else:
            found.append((first, last))
    return tuple(found)


def standing(ids: Sequence[int], spans: Spans) -> tuple[int, ...]:
    """What stands in these rows of a list."""
    return tuple(item for first, last in spans for item in ids[first : last + 1])


def places(ids: Sequence[int], wanted: Collection[int]) -> Spans:
    """The rows in which these stand."""
    return joined((row, row) for row, item in enumerate(ids) if item in wanted)

"""Makes whole tables of what stands on single pages: one header, no row cut by the page's end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from archive.intake.table_grid import Found
from archive.text import fold

SAME_COLUMN = 8.0  # points by which columns may move from page to page
LOW, HIGH = 0.55, 0.45  # of a page's height: where what is cut ends, and begins again
NUMBERS = re.compile(r"[(\[]?(\d{1,2})[)\].]?")
VALUE = re.compile(r"[\d.,/\-–: ]+")


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a page (from 1) as it is shown, in points from its upper left."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Table:
    """A table: rows of equally many cells without line breaks; `header` tells whether the first
    row names the columns.

    What was merged is repeated in each cell it covered; `repeated` tells where (row, column).
    `boxes` are its places, one a page; `starts` the first row (from 0) on each of them.
    """

    rows: tuple[tuple[str, ...], ...]
    header: bool
    boxes: tuple[Box, ...]
    starts: tuple[int, ...] = (0,)
    repeated: frozenset[tuple[int, int]] = frozenset()

    def page_of(self, row: int) -> int:
        """The page on which a row begins."""
        return max(
            (
                place.page
                for place, start in zip(self.boxes, self.starts, strict=True)
                if start <= row
            ),
            default=self.boxes[0].page,
        )


@dataclass(frozen=True, slots=True)
class Part:
    """A table on one page, and the height of the page."""

    page: int
    height: float
    found: Found


def joined(parts: Iterable[Part]) -> list[Table]:
    """The tables of some pages, in order; parts of one table are joined."""
    tables: list[tuple[Table, Part]] = []
    for part in parts:
        if tables and _goes_on(tables[-1][1], part):
            tables[-1] = _longer(tables[-1][0], part), part
        else:
            tables.append((_begun(part), part))
    return [table for table, _last in tables]


def _begun(part: Part) -> Table:
    """A table with its header as one row, without the row that only numbers the columns."""
    found = part.found
    heads = _heads(found)
    rows, dropped = list(found.rows[heads:]), heads
    if heads and rows and _numbers_columns(rows[0]):
        del rows[0]
        dropped += 1
    if heads:
        rows.insert(0, _head(found.rows[:heads]))
    moved = dropped - (1 if heads else 0)
    repeated = {(row - moved, at) for row, at in found.repeated if row >= dropped}
    return Table(tuple(rows), heads > 0, (_box(part),), (0,), frozenset(repeated))


def _heads(found: Found) -> int:
    """How many rows name the columns: none, one, or those beside a merged cell in the first."""
    first = found.rows[0]
    if len(found.rows) < 2 or sum(map(bool, first)) < 2 or any(map(VALUE.fullmatch, first)):
        return 0
    count = 1
    while count < min(4, len(found.rows) - 1) and any(
        (count, at) in found.repeated and found.rows[count][at] == first[at] and first[at]
        for at in range(len(first))
    ):
        count += 1
    rest = found.rows[count:]
    bold = 0 in found.bold and len(found.bold) < len(found.rows)
    valued = any(VALUE.fullmatch(cell) for row in rest for cell in row if cell)
    return count if bold or valued or found.ruled else 0


def _head(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Names of columns; `Participants` over `Jakarta` is both."""
    return tuple(
        " ".join(dict.fromkeys(filter(None, column))) for column in zip(*rows, strict=True)
    )


def _numbers_columns(row: Sequence[str]) -> bool:
    """Whether a row says only `1 2 3 …` or `(1) (2) (3) …`."""
    numbers = [NUMBERS.fullmatch(cell) for cell in row if cell]
    counted = [int(found[1]) for found in numbers if found]
    return len(counted) == len(numbers) > 1 and all(b - a == 1 for a, b in pairwise(counted))


def _goes_on(above: Part, below: Part) -> bool:
    """Whether a table is the rest of one on the page before."""
    one, other = above.found, below.found
    return (
        below.page == above.page + 1
        and len(one.edges) == len(other.edges)
        and one.place[3] > LOW * above.height
        and other.place[1] < HIGH * below.height
        and all(abs(a - b) <= SAME_COLUMN for a, b in zip(one.edges, other.edges, strict=True))
    )


def _longer(table: Table, part: Part) -> Table:
    """A table with what follows on the next page: no header again, a cut row in one piece."""
    rows, skipped = list(part.found.rows), 0
    if table.header:
        skipped = _again(table.rows[0], rows)
        if skipped < len(rows) and _numbers_columns(rows[skipped]):
            skipped += 1
    rows, before = rows[skipped:], list(table.rows)
    cut = bool(rows) and bool(before[table.header :]) and _is_cut(rows[0])
    if cut:
        first = rows.pop(0)
        skipped += 1
        before[-1] = tuple(
            " ".join(filter(None, both)) for both in zip(before[-1], first, strict=True)
        )
    shift = len(before) - skipped
    repeated = {(row + shift, at) for row, at in part.found.repeated if row >= skipped}
    return replace(
        table,
        rows=(*before, *rows),
        boxes=(*table.boxes, _box(part)),
        starts=(*table.starts, len(before)),
        repeated=table.repeated | repeated,
    )


def _again(head: Sequence[str], rows: Sequence[Sequence[str]]) -> int:
    """How many rows repeat the header."""
    wanted = [fold(cell) for cell in head]
    for count in range(1, min(4, len(rows)) + 1):
        if [fold(cell) for cell in _head(rows[:count])] == wanted:
            return count
    return 0


def _is_cut(row: Sequence[str]) -> bool:
    """Whether a row is the rest of the one before: nothing in its first cell, nor in all others."""
    return not row[0] and any(row) and (len(row) < 3 or not all(row[1:]))


def _box(part: Part) -> Box:
    return Box(part.page, *part.found.place)

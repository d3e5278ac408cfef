"""Puts words into the cells that the rules of a table make; what a table of one page is."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from archive.text import clean

SAME_EDGE = 2.5  # points within which rules are one
Bounds = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands on the page as it is shown, in points from its upper left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    bold: bool = False

    @property
    def middle(self) -> float:
        """Half its height."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Found:
    """A table on one page: its cells, where merged ones were repeated (row, column), its place.

    `edges` are the left sides of its columns; `bold` the rows that are all in bold letters.
    """

    rows: tuple[tuple[str, ...], ...]
    place: Bounds
    edges: tuple[float, ...]
    repeated: frozenset[tuple[int, int]] = frozenset()
    bold: frozenset[int] = frozenset()
    ruled: bool = True


@dataclass(slots=True)
class Cell:
    """The words of one cell."""

    words: list[Word] = field(default_factory=list)

    @property
    def text(self) -> str:
        """As one line; words broken at the end of a line are whole again."""
        lines = (" ".join(word.text for word in line) for line in lines_of(self.words))
        return " ".join(clean("\n".join(lines)).split())


def ruled(cells: Sequence[Bounds], words: Iterable[Word]) -> Found | None:
    """The table whose cells have these bounds; None where it has fewer than two columns."""
    across = _edges(side for cell in cells for side in (cell[0], cell[2]))
    down = _edges(side for cell in cells for side in (cell[1], cell[3]))
    if len(across) < 3 or len(down) < 2:
        return None
    owner, held = _owners(cells, across, down), defaultdict[int, Cell](Cell)
    for word in words:
        at = _at(down, word.middle), _at(across, (word.left + word.right) / 2)
        if at in owner:
            held[owner[at]].words.append(word)
    return _assembled(owner, held, across, down)


def _assembled(
    owner: dict[tuple[int, int], int],
    held: dict[int, Cell],
    across: list[float],
    down: list[float],
) -> Found | None:
    texts = {number: cell.text for number, cell in held.items()}
    rows: list[tuple[str, ...]] = []
    repeated, bold, seen = set[tuple[int, int]](), set[int](), set[int]()
    for down_at in range(len(down) - 1):
        numbers = [owner.get((down_at, at)) for at in range(len(across) - 1)]
        row = tuple(texts.get(number, "") if number is not None else "" for number in numbers)
        if not any(row) or all(number in seen for number in numbers if number is not None):
            continue
        for at, number in enumerate(numbers):
            if number in seen or number in numbers[:at]:
                repeated.add((len(rows), at))
        letters = [word for number in set(numbers) if number in held for word in held[number].words]
        if letters and all(word.bold for word in letters):
            bold.add(len(rows))
        seen.update(number for number in numbers if number is not None)
        rows.append(row)
    place = across[0], down[0], across[-1], down[-1]
    found = Found(tuple(rows), place, tuple(across[:-1]), frozenset(repeated), frozenset(bold))
    return _without_empty_columns(found) if rows else None


def _owners(
    cells: Sequence[Bounds], across: list[float], down: list[float]
) -> dict[tuple[int, int], int]:
    """Which cell takes each place of the grid; a merged one takes several."""
    owner: dict[tuple[int, int], int] = {}
    for number, (left, top, right, bottom) in enumerate(cells):
        for row in range(_nearest(down, top), _nearest(down, bottom)):
            for column in range(_nearest(across, left), _nearest(across, right)):
                owner.setdefault((row, column), number)
    return owner


def _without_empty_columns(found: Found) -> Found | None:
    kept = [at for at in range(len(found.edges)) if any(row[at] for row in found.rows)]
    if len(kept) < 2:
        return None
    moved = {at: new for new, at in enumerate(kept)}
    return Found(
        tuple(tuple(row[at] for at in kept) for row in found.rows),
        found.place,
        tuple(found.edges[at] for at in kept),
        frozenset((row, moved[at]) for row, at in found.repeated if at in moved),
        found.bold,
        found.ruled,
    )


def _edges(sides: Iterable[float]) -> list[float]:
    """Sides that are nearly the same are one."""
    edges: list[float] = []
    for side in sorted(sides):
        if not edges or side - edges[-1] > SAME_EDGE:
            edges.append(side)
    return edges


def _nearest(edges: list[float], side: float) -> int:
    return min(range(len(edges)), key=lambda at: abs(edges[at] - side))


def _at(edges: list[float], place: float) -> int:
    return bisect_right(edges, place) - 1


def lines_of(words: Iterable[Word]) -> list[list[Word]]:
    """Words as lines from above, each from the left."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda each: (each.middle, each.left)):
        last = lines[-1][0] if lines else None
        if last is not None and word.middle - last.middle < 0.5 * (last.bottom - last.top):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda each: each.left) for line in lines]

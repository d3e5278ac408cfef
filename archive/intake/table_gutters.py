"""Finds tables without rules, by the white between their columns.

Pure: works on words of any page, those of a PDF or those a machine has read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from archive.intake.table_grid import Cell, Found, Word, lines_of
from archive.intake.table_joining import VALUE

LEADERS = re.compile(r"[.…_·]{4,}")  # of a table of contents, of a form to be filled in
DIGIT = re.compile(r"\d")
TIGHTER = 0.25  # of a line's height: by how much a row's own lines stand closer than rows do
GUTTER = 4.0  # points of white between columns, at least
GAP = 0.9  # of a line's height: what is wider parts cells, what is narrower parts words
APART = 2.2  # of a line's height: what is further below belongs to no table above
SHORTEST = 3  # rows of a table without rules
LONG_CELL = 40.0  # characters on average; what is longer is prose in columns


@dataclass(slots=True)
class _Line:
    """A line as pieces with wide gaps between them."""

    chunks: list[list[Word]]
    top: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top


def unruled(words: Iterable[Word], *, certain: bool = False) -> list[Found]:
    """Tables told by the white between their columns; `certain` where a person drew their box."""
    lines = [_line(line) for line in lines_of(words)]
    found = (_table(block, certain) for block in _blocks(lines))
    return [table for table in found if table is not None]


def _line(words: list[Word]) -> _Line:
    top, bottom = min(word.top for word in words), max(word.bottom for word in words)
    if any(LEADERS.search(word.text) for word in words):
        return _Line([words], top, bottom)
    chunks = [[words[0]]]
    for before, word in pairwise(words):
        if word.left - before.right > max(GAP * (word.bottom - word.top), GUTTER):
            chunks.append([])
        chunks[-1].append(word)
    return _Line(chunks, top, bottom)


def _blocks(lines: list[_Line]) -> Iterator[list[_Line]]:
    """Lines in a row that may be one table: it begins and ends with lines of several pieces."""
    block: list[_Line] = []
    for line in lines:
        far = bool(block) and line.top - block[-1].bottom > APART * max(line.height, 6.0)
        crossing = bool(block) and len(line.chunks) == 1 and _crosses(line, block)
        if far or crossing:
            yield _trimmed(block)
            block = []
        if block or len(line.chunks) > 1:
            block.append(line)
    yield _trimmed(block)


def _crosses(line: _Line, block: list[_Line]) -> bool:
    """Whether a line of one piece runs over the white between columns of the lines above it."""
    (chunk,) = line.chunks
    left, right = chunk[0].left, chunk[-1].right
    above = next(each for each in reversed(block) if len(each.chunks) > 1)
    gaps = ((before[-1].right, after[0].left) for before, after in pairwise(above.chunks))
    return any(left < gap[0] and right > gap[1] + GUTTER for gap in gaps)


def _trimmed(block: list[_Line]) -> list[_Line]:
    """Up to the last line of several pieces, and what hangs on below it close by."""
    last = max((at for at, line in enumerate(block) if len(line.chunks) > 1), default=-1)
    end = last + 1
    while 0 < end < len(block) and block[end].top - block[end - 1].bottom < 0.6 * block[end].height:
        end += 1
    return block[:end]


def _table(block: list[_Line], certain: bool) -> Found | None:
    several = [line for line in block if len(line.chunks) > 1]
    if len(several) < (2 if certain else SHORTEST):
        return None
    columns = _columns(several)
    if len(columns) < 2:
        return None
    rows = _rows(block, columns)
    texts = tuple(tuple(cell.text for cell in row) for row in rows)
    place = (
        min(line.chunks[0][0].left for line in block),
        block[0].top,
        max(line.chunks[-1][-1].right for line in block),
        block[-1].bottom,
    )
    bold = frozenset(at for at, row in enumerate(rows) if _all_bold(row))
    found = Found(texts, place, tuple(left for left, _ in columns), bold=bold, ruled=False)
    return found if certain or _is_likely(found) else None


def _columns(lines: list[_Line]) -> list[tuple[float, float]]:
    """What lies between the gutters: strips that hardly a line writes in."""
    spans = [(chunk[0].left, chunk[-1].right) for line in lines for chunk in line.chunks]
    few = len(lines) // 8
    steps = sorted([(left, 1) for left, _ in spans] + [(right, -1) for _, right in spans])
    columns: list[tuple[float, float]] = []
    inked, start = 0, None
    for at, (place, step) in enumerate(steps):
        inked += step
        if start is None and inked > few:
            start = place
        after = steps[at + 1][0] if at + 1 < len(steps) else place + GUTTER
        if start is not None and inked <= few and after - place > 0:
            columns.append((start, place))
            start = None
    return _merged(columns)


def _merged(columns: list[tuple[float, float]]) -> list[tuple[float, float]]:
    merged: list[tuple[float, float]] = []
    for left, right in columns:
        if merged and left - merged[-1][1] < GUTTER:
            merged[-1] = merged[-1][0], right
        else:
            merged.append((left, right))
    return merged


def _rows(block: list[_Line], columns: list[tuple[float, float]]) -> list[list[Cell]]:
    """Lines as rows; what only goes on below a row belongs to it."""
    rows: list[list[Cell]] = []
    usual, between = _usual_gap(block), _gap_of_rows(block, columns)
    for at, line in enumerate(block):
        gap = line.top - block[at - 1].bottom if at else 0.0
        cells = [Cell() for _ in columns]
        for chunk in line.chunks:
            cells[_column_of(chunk, columns)].words.extend(chunk)
        few = sum(bool(cell.words) for cell in cells) <= len(columns) / 2
        close = gap <= usual + 0.35 * line.height and not cells[0].words
        tight = gap + TIGHTER * line.height <= between
        if rows and few and (close or (tight and _continues(rows[-1], cells))):
            for cell, more in zip(rows[-1], cells, strict=True):
                cell.words.extend(more.words)
        else:
            rows.append(cells)
    return rows


def _gap_of_rows(block: list[_Line], columns: list[tuple[float, float]]) -> float:
    """The room above lines that fill most of the columns, as a rule."""
    gaps = [
        after.top - before.bottom
        for before, after in pairwise(block)
        if len(after.chunks) * 2 > len(columns)
    ]
    return median(gaps) if gaps else 0.0


def _continues(above: list[Cell], cells: list[Cell]) -> bool:
    """Whether each cell that says something goes on with words of the one above, in its letters."""
    return all(
        one.words and one.words[-1].bold == more.words[0].bold and not VALUE.fullmatch(more.text)
        for one, more in zip(above, cells, strict=True)
        if more.words
    )


def _usual_gap(block: list[_Line]) -> float:
    """The room between lines that belong together: among the smaller ones."""
    gaps = sorted(after.top - before.bottom for before, after in pairwise(block))
    return gaps[len(gaps) // 4] if gaps else 0.0


def _column_of(chunk: list[Word], columns: list[tuple[float, float]]) -> int:
    left, right = chunk[0].left, chunk[-1].right
    shared = [min(right, end) - max(left, start) for start, end in columns]
    return shared.index(max(shared))


def _all_bold(row: list[Cell]) -> bool:
    letters = [word for cell in row for word in cell.words]
    return bool(letters) and all(word.bold for word in letters)


def _is_likely(found: Found) -> bool:
    """Whether it is a table rather than prose in columns, signatures or a form."""
    cells = [cell for row in found.rows for cell in row if cell]
    if len(found.rows) < SHORTEST or sum(map(len, cells)) / len(cells) > LONG_CELL:
        return False
    counted = sum(any(DIGIT.search(cell) for cell in row) for row in found.rows)
    if len(found.edges) == 2:
        return len(found.rows) > SHORTEST and counted * 2 >= len(found.rows)
    full = sum(sum(map(bool, row)) * 2 > len(row) for row in found.rows)
    return full * 2 >= len(found.rows)

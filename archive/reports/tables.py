"""Tables that break well: headers repeat on each page, and no row is parted that fits on one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.reports.lines import TOLERANCE
from archive.reports.setting import LONG, Passage, Standing, colour

FEW = 3  # rows that a break leaves together on either side


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row, None where empty; `tint` fills it, `rule` colours the line below."""

    cells: tuple[Passage | None, ...]
    tint: str = ""
    rule: str = "#d5dade"
    weight: float = 0.4


class Table(Standing):
    """Rows over columns of fixed width (points); the first `heads` rows come again on each page."""

    def __init__(
        self,
        columns: Sequence[float],
        rows: Sequence[Row],
        *,
        heads: int = 1,
        padding: tuple[float, float] = (4.0, 3.0),
    ) -> None:
        """`padding` is left and right, and top and bottom, of a cell."""
        super().__init__()
        self._columns, self._rows, self._heads = tuple(columns), tuple(rows), heads
        self._beside, self._above = padding
        self.spaceBefore, self.spaceAfter = 0.0, 14.0

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The size of the whole table."""
        self._heights = [self._height(row) for row in self._rows]
        self.width, self.height = sum(self._columns), sum(self._heights)
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Standing]:
        """The rows that fit, and the rest under the same header; nothing when no row fits."""
        self.wrap(width, height)
        fitting, used = 0, 0.0
        while fitting < len(self._rows) and used + self._heights[fitting] <= height + TOLERANCE:
            used += self._heights[fitting]
            fitting += 1
        fitting = self._well_parted(fitting, height)
        if fitting > self._heads:
            return self._parted(self._rows[:fitting], self._rows[fitting:])
        return self._parted_in_row(height - sum(self._heights[: self._heads]))

    def _well_parted(self, fitting: int, height: float) -> int:
        """How many rows to leave before a break: some on either side, but on a whole page as many
        as fit."""
        if fitting == len(self._rows) or height > LONG:
            return fitting
        fitting = min(fitting, len(self._rows) - FEW)
        return fitting if fitting >= self._heads + FEW else 0

    def draw(self) -> None:
        """Draw tints, cells and rules, row by row."""
        top = self.height
        for row, height in zip(self._rows, self._heights, strict=True):
            self._draw_row(row, top, height)
            top -= height

    def _draw_row(self, row: Row, top: float, height: float) -> None:
        canvas, x = self.canv, 0.0
        if row.tint:
            canvas.setFillColor(colour(row.tint))
            canvas.rect(0, top - height, self.width, height, stroke=0, fill=1)
        for cell, width in zip(row.cells, self._columns, strict=True):
            if cell is not None:
                cell.place(canvas, x + self._beside, top - self._above - cell.height)
            x += width
        canvas.setStrokeColor(colour(row.rule))
        canvas.setLineWidth(row.weight)
        canvas.line(0, top - height, self.width, top - height)

    def _height(self, row: Row) -> float:
        return 2 * self._above + max(
            (
                cell.wrap(width - 2 * self._beside, 0)[1]
                for cell, width in zip(row.cells, self._columns, strict=True)
                if cell is not None
            ),
            default=0.0,
        )

    def _parted(self, above: Sequence[Row], below: Sequence[Row]) -> list[Standing]:
        if not below:
            return [self]
        first, second = self._of(above), self._of((*self._rows[: self._heads], *below))
        first.spaceAfter = 0.0
        return [first, second]

    def _parted_in_row(self, room: float) -> list[Standing]:
        tall = self._rows[self._heads] if len(self._rows) > self._heads else None
        if tall is None or self._heights[self._heads] <= LONG:
            return []
        above, below = [], []
        for cell, width in zip(tall.cells, self._columns, strict=True):
            inner = width - 2 * self._beside
            first, second = self._cell_parted(cell, inner, room - 2 * self._above)
            above.append(first)
            below.append(second)
        if not any(below) or not any(above):
            return []
        heads = self._rows[: self._heads]
        first_row, second_row = self._like(tall, above), self._like(tall, below)
        rest = self._rows[self._heads + 1 :]
        return self._parted((*heads, first_row), (second_row, *rest))

    def _cell_parted(
        self, cell: Passage | None, width: float, room: float
    ) -> tuple[Passage | None, Passage | None]:
        if cell is None or cell.wrap(width, room)[1] <= room + TOLERANCE:
            return cell, None
        return cell.parted(width, room) or (None, cell)

    def _like(self, row: Row, cells: list[Passage | None]) -> Row:
        return Row(tuple(cells), row.tint, row.rule, row.weight)

    def _of(self, rows: Sequence[Row]) -> Table:
        table = Table(self._columns, rows, heads=self._heads, padding=(self._beside, self._above))
        table.spaceBefore, table.spaceAfter = self.spaceBefore, self.spaceAfter
        return table


class Opening(Standing):
    """Headings with the beginning of what they head: the page turns before them, never between."""

    def __init__(self, heads: Sequence[Standing], body: Standing) -> None:
        super().__init__()
        self._heads, self._body = tuple(heads), body
        self.spaceBefore, self.spaceAfter = heads[0].spaceBefore, body.spaceAfter

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The size of the headings and the whole body."""
        self.width = width
        self.height = self._above(width, height) + self._body.wrap(width, height)[1]
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Standing]:
        """The headings with as much of the body as fits; nothing when its beginning does not.

        Headings as long as a page go by themselves.
        """
        room = height - self._above(width, height)
        if self._body.wrap(width, room)[1] <= room + TOLERANCE:
            return [*self._heads, self._body]
        parts = self._body.split(width, room - TOLERANCE)
        if parts:
            return [*self._heads, *parts]
        return self._loosened(width, height) if height - room > LONG else []

    def _loosened(self, width: float, height: float) -> list[Standing]:
        first, *others = (*self._heads, self._body)
        if first.wrap(width, height)[1] <= height:
            return [first, *others]
        parts = first.split(width, height)
        return [*parts, *others] if parts else []

    def draw(self) -> None:
        """Draw one below the other."""
        top = self.height
        previous = 0.0
        for flowable in (*self._heads, self._body):
            gap = max(previous, flowable.spaceBefore) if top < self.height else 0.0
            flowable.place(self.canv, 0, top - gap - flowable.height)
            top -= gap + flowable.height
            previous = flowable.spaceAfter

    def _above(self, width: float, height: float) -> float:
        """Height of the headings and of the gaps below them."""
        used, previous = 0.0, 0.0
        for number, flowable in enumerate(self._heads):
            gap = max(previous, flowable.spaceBefore) if number else 0.0
            used += gap + flowable.wrap(width, height)[1]
            previous = flowable.spaceAfter
        return used + max(previous, self._body.spaceBefore)

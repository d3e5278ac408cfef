"""Tables that break well: headers repeat on each page, and no row is parted that fits on one.

How a report keeps things together: a `Table` repeats its heads, leaves some rows on either side of
a break and keeps a `Row.heading` with the row under it; an `Opening` keeps headings with the
beginning of what they head; a passage whose block is `whole` stays in one piece.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from archive.reports.lines import TOLERANCE
from archive.reports.setting import Standing, colour

FEW = 3  # rows that a break leaves together on either side,
ENOUGH = 80.0  # or so many points of them


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row, None where empty: passages, or anything else that stands.

    `tint` fills it, `rule` colours the line below, none where empty. The first cell of a `heading`
    goes across all columns, and no page ends with it.
    """

    cells: tuple[Standing | None, ...]
    tint: str = ""
    rule: str = "#d5dade"
    weight: float = 0.4
    heading: bool = False


Known = tuple[Sequence[Row], Sequence[float]]  # rows and their heights


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
        self._heights: Sequence[float] = ()  # of the rows, once they are known
        self.spaceBefore, self.spaceAfter = 0.0, 14.0

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The size of the whole table."""
        if not self._heights:
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
        well = self._well_parted(fitting, height)
        if well > self._heads:
            return self._parted(well)
        parts = self._parted_in_row(height)
        if not parts and self.at_top and fitting > self._heads:
            return self._parted(fitting)
        return parts

    def _well_parted(self, fitting: int, height: float) -> int:
        """How many rows to leave before a break: some on either side, but on a whole page as many
        as fit; a heading goes with what it heads."""
        whole = self.at_top or height > self.longest
        if fitting == len(self._rows):
            return fitting
        while fitting > self._heads and not self._may_part(fitting, whole):
            fitting -= 1
        return fitting

    def _may_part(self, at: int, whole: bool) -> bool:
        if self._rows[at - 1].heading:
            return False
        return whole or (
            self._enough(range(self._heads, at)) and self._enough(range(at, len(self._rows)))
        )

    def _enough(self, rows: range) -> bool:
        return len(rows) >= FEW or sum(self._heights[at] for at in rows) >= ENOUGH

    def draw(self) -> None:
        """Draw tints, cells and rules, row by row."""
        top = self.height
        for row, height in zip(self._rows, self._heights, strict=True):
            self._draw_row(row, top, height)
            top -= height

    def _draw_row(self, row: Row, top: float, height: float) -> None:
        canvas = self.canv
        if row.tint:
            canvas.setFillColor(colour(row.tint))
            canvas.rect(0, top - height, self.width, height, stroke=0, fill=1)
        for cell, x, _width in self._placed(row):
            cell.place(canvas, x + self._beside, top - self._above - cell.height)
        if row.rule:
            canvas.setStrokeColor(colour(row.rule))
            canvas.setLineWidth(row.weight)
            canvas.line(0, top - height, self.width, top - height)

    def _placed(self, row: Row) -> Iterator[tuple[Standing, float, float]]:
        """Each cell with its left edge and the width of its text."""
        x, columns = 0.0, (sum(self._columns),) if row.heading else self._columns
        for cell, width in zip(row.cells, columns, strict=not row.heading):
            if cell is not None:
                yield cell, x, width - 2 * self._beside
            x += width

    def _height(self, row: Row) -> float:
        cells = (cell.wrap(width, 0)[1] for cell, _x, width in self._placed(row))
        return 2 * self._above + max(cells, default=0.0)

    def _parted(self, at: int) -> list[Standing]:
        if at >= len(self._rows):
            return [self]
        return self._halves((self._rows[:at], self._heights[:at]), at)

    def _halves(self, above: Known, at: int, rest: Known = ((), ())) -> list[Standing]:
        """The rows above, and under the heads again: the rest of a row, and the rows from `at`."""
        rows = *self._rows[: self._heads], *rest[0], *self._rows[at:]
        heights = *self._heights[: self._heads], *rest[1], *self._heights[at:]
        first, second = self._of(above), self._of((rows, heights))
        first.spaceAfter = 0.0
        return [first, second]

    def _parted_in_row(self, height: float) -> list[Standing]:
        """The first row of all parted, when it is higher than a page; its headings go with it."""
        at = self._heads
        while at < len(self._rows) - 1 and self._rows[at].heading and not self._too_high(at):
            at += 1
        if at >= len(self._rows) or not self._too_high(at):
            return []
        room = height - sum(self._heights[:at]) - 2 * self._above
        parts = [self._cell_parted(cell, width, room) for cell, width in self._widths(at)]
        above, below = zip(*parts, strict=True)
        if not any(above) or not any(below):
            return []
        first, second = (replace(self._rows[at], cells=cells) for cells in (above, below))
        before = (*self._rows[:at], first), (*self._heights[:at], self._height(first))
        return self._halves(before, at + 1, ((second,), (self._height(second),)))

    def _too_high(self, at: int) -> bool:
        return self._heights[at] + sum(self._heights[: self._heads]) > self.longest

    def _widths(self, at: int) -> Iterator[tuple[Standing | None, float]]:
        row = self._rows[at]
        widths = {id(cell): width for cell, _x, width in self._placed(row)}
        yield from ((cell, widths.get(id(cell), 0.0)) for cell in row.cells)

    def _cell_parted(
        self, cell: Standing | None, width: float, room: float
    ) -> tuple[Standing | None, Standing | None]:
        if cell is None or cell.wrap(width, room)[1] <= room + TOLERANCE:
            return cell, None
        parts = cell.split(width, room)
        return (parts[0], parts[1]) if len(parts) == 2 else (None, cell)

    def _of(self, known: Known) -> Table:
        """A part of this table: no row of it needs to be measured once more."""
        rows, heights = known
        table = Table(self._columns, rows, heads=self._heads, padding=(self._beside, self._above))
        table.spaceBefore, table.spaceAfter = self.spaceBefore, self.spaceAfter
        table._heights = heights
        return table


class Opening(Standing):
    """Headings with the beginning of what they head: the page turns before them, never between."""

    def __init__(self, heads: Sequence[Standing], body: Standing) -> None:
        super().__init__()
        self._heads, self._body = tuple(heads), body
        self.spaceBefore, self.spaceAfter = heads[0].spaceBefore, body.spaceAfter

    def under(self, heads: Sequence[Standing]) -> Opening:
        """The same with more headings above."""
        return Opening((*heads, *self._heads), self._body)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The size of the headings and the whole body."""
        self.width = width
        self.height = self._above(width, height) + self._body.wrap(width, height)[1]
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Standing]:
        """The headings with as much of the body as fits; nothing when its beginning does not.

        Headings that leave no room for it on a page of their own go by themselves.
        """
        room = height - self._above(width, height)
        if self._body.wrap(width, room)[1] <= room + TOLERANCE:
            return [*self._heads, self._body]
        self.lend_page(self._body)
        parts = self._body.split(width, room - TOLERANCE)
        self._body.__dict__.pop("_frame", None)
        if parts:
            return [*self._heads, *parts]
        alone = self.at_top or height - room > self.longest
        return self._loosened(width, height) if alone else []

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

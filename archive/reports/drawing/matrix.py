"""The evidence matrix in print: programs down, years across, a mark of its own for each state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.catalogue.matrix import Matrix
from archive.records import Program
from archive.reports.drawing.axis import even_parts
from archive.reports.drawing.marks import STATES, Marks, keys
from archive.reports.drawing.plate import legend
from archive.reports.programs_by_year import depths
from archive.reports.setting import Block, Passage
from archive.reports.style import CELL, SMALL, SMALL_BOLD, Style
from archive.reports.tables import Row, Table
from archive.reports.words import Words

NARROW, ROOMY = 25.0, 36.0  # points of a column of a year, many or few of them
FEW = 8  # years, up to which their columns are roomy
NAMES, WIDEST = 165.0, 300.0  # points: room that the years leave to the names, and no more
BESIDE, ABOVE = 3.0, 2.6  # points left and right, and above and below, of what stands in a cell
DEEPEST = 6  # steps of indentation
YEAR = Block(11.5, align="centre")


def matrix(style: Style, words: Words, shown: Matrix, width: float | None = None) -> list[Table]:
    """The matrix in tables of this width (points; else the style's column), one below the other
    where the years are too many for one; legend and header come again on each page.

    Empty when there is no program or no year.
    """
    if not shown.programs or not shown.years:
        return []
    return Drawn(style, words, shown, style.column if width is None else width).tables()


@dataclass(slots=True)
class Drawn:
    """One matrix being drawn at one width."""

    style: Style
    words: Words
    shown: Matrix
    width: float

    def tables(self) -> list[Table]:
        """A table for each stretch of years, their columns below one another."""
        years = self.shown.years
        across = NARROW if len(years) > FEW else ROOMY
        parts = list(even_parts(years, int((self.width - NAMES) // across)))
        names = min(WIDEST, self.width - across * max(map(len, parts)))
        marks = Marks(self.style, self.words, across - 2 * BESIDE)
        return [self._table(part, (names, across), marks) for part in parts]

    def _table(self, years: Sequence[int], widths: tuple[float, float], marks: Marks) -> Table:
        names, across = widths
        columns = (names, *([across] * len(years)))
        titles = [self.words.gettext("Program"), *map(str, years)]
        head = self.style.head_row(titles, [CELL, *([YEAR] * len(years))])
        heads = [*self._key(sum(columns)), head]
        depth = depths(self.shown.programs)
        rows = [self._row(each, depth[each.id], years, marks) for each in self.shown.programs]
        return Table(columns, [*heads, *rows], heads=len(heads), padding=(BESIDE, ABOVE))

    def _row(self, program: Program, depth: int, years: Sequence[int], marks: Marks) -> Row:
        cells = (marks.of(self.shown.cells[program.id, year]) for year in years)
        return Row((self._name(program, depth), *cells))

    def _name(self, program: Program, depth: int) -> Passage:
        block = Block(13, indent=10.0 * min(depth, DEEPEST))
        return self.style.cell(program.name, SMALL if depth else SMALL_BOLD, block)

    def _key(self, width: float) -> list[Row]:
        """The legend of the states there are; nothing when all cells are empty."""
        used = {cell.state for cell in self.shown.cells.values()}
        states = [state for state in STATES if state in used]
        if not states:
            return []
        told = keys(self.style, self.words, states)
        drawn = legend(self.style.faces, told, width - 2 * BESIDE)
        return [Row((drawn,), rule="", heading=True)]

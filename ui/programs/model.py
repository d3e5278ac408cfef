"""The matrix for Qt views: a tree of programs in the first column, a column for every year."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from archive.catalogue.matrix import Cell, Matrix
from archive.records import Program
from ui.language import _
from ui.programs.words import brief_words, cell_words, program_words, tip
from ui.widgets.values import VALUE

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
CELL = Role.UserRole


class MatrixModel(QAbstractItemModel):
    """Read-only; says a cell only when it is asked. An index carries its program's place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.matrix = Matrix((), ())
        self._children: dict[int | None, list[int]] = {}  # places by the parent's place
        self._rows: list[int] = []
        self._parents: list[int | None] = []
        self._places: dict[int, int] = {}

    def show(self, matrix: Matrix) -> None:
        """Hold this matrix in place of the other."""
        self.beginResetModel()
        self.matrix = matrix
        self._places = {program.id: place for place, program in enumerate(matrix.programs)}
        self._children, self._rows, self._parents = {}, [], []
        for place, program in enumerate(matrix.programs):
            above = None if program.parent is None else self._places.get(program.parent)
            siblings = self._children.setdefault(above, [])
            self._rows.append(len(siblings))
            self._parents.append(above)
            siblings.append(place)
        self.endResetModel()

    def program(self, index: Index) -> Program | None:
        """The program of a row."""
        return self.matrix.programs[index.internalId()] if index.isValid() else None

    def year(self, index: Index) -> int | None:
        """The year of a column; None in the column of programs."""
        inside = index.isValid() and index.column() > 0
        return self.matrix.years[index.column() - 1] if inside else None

    def cell(self, index: Index) -> Cell | None:
        """The cell at an index; None in the column of programs."""
        program, year = self.program(index), self.year(index)
        return self.matrix.cells[program.id, year] if program and year is not None else None

    def index_of(self, program: int, year: int | None = None) -> QModelIndex:
        """Where a program, or its cell of a year, is now; an invalid index when it is gone."""
        place, years = self._places.get(program), self.matrix.years
        if place is None or (year is not None and year not in years):
            return QModelIndex()
        return self.createIndex(self._rows[place], 0 if year is None else self.column(year), place)

    def column(self, year: int) -> int:
        """The column of a year that is shown."""
        return year - self.matrix.years[0] + 1

    def tops(self) -> list[QModelIndex]:
        """Every program that has others under it."""
        held = [place for place in self._children if place is not None]
        return [self.createIndex(self._rows[place], 0, place) for place in held]

    def retranslate(self) -> None:
        """The words are other ones now."""
        if self.matrix.years:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.matrix.years))

    # what Qt asks

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """The index of a child."""
        siblings = self._under(parent)
        inside = 0 <= row < len(siblings) and 0 <= column < self.columnCount()
        return self.createIndex(row, column, siblings[row]) if inside else QModelIndex()

    def parent(self, index: Index | None = None) -> QModelIndex:  # type: ignore[override]
        """The index above."""
        above = self._parents[index.internalId()] if index is not None and index.isValid() else None
        return QModelIndex() if above is None else self.createIndex(self._rows[above], 0, above)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many programs stand under one."""
        return len(self._under(parent))

    def columnCount(self, _parent: Index | None = None) -> int:
        """The programs, and every year."""
        return 1 + len(self.matrix.years)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """The years."""
        if orientation is not Qt.Orientation.Horizontal or role != Role.DisplayRole:
            return None
        if section == 0:
            return _("Program")
        years = self.matrix.years
        return str(years[section - 1]) if section <= len(years) else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """The name of a program, or what a cell shows."""
        program = self.program(index)
        if program is None:
            return None
        cell = self.cell(index)
        return _of_program(program, role) if cell is None else _of_cell(program, cell, role)

    def _under(self, parent: Index | None) -> list[int]:
        if parent is None or not parent.isValid():
            return self._children.get(None, [])
        return self._children.get(parent.internalId(), []) if parent.column() == 0 else []


def _of_program(program: Program, role: int) -> object:
    if role == Role.DisplayRole:
        return program.name
    if role == Role.ToolTipRole:
        return f"{program.name}\n{program_words(program)}"
    return None


def _of_cell(program: Program, cell: Cell, role: int) -> object:
    if role == CELL:
        return cell
    if role == Role.ToolTipRole:
        return tip(program, cell)
    if role == VALUE:
        return brief_words(cell)
    return cell_words(program, cell) if role == Role.AccessibleTextRole else None

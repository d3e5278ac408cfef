"""The matrix on the screen: programs stand still at the left, years move beside them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from archive.catalogue.matrix import Cell, Matrix
from archive.records import Program
from ui.language import _
from ui.programs.halves import Cells, Names
from ui.programs.marks import WIDTH
from ui.programs.model import MatrixModel
from ui.programs.reading import Seen

NAMES_WIDTH = 300


class Grid(QFrame):
    """Both halves as one; `chosen` tells that another program or cell is chosen."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = MatrixModel(self)
        self.names, self.cells = Names(self.model), Cells(self.model)
        self.halves = QSplitter(Qt.Orientation.Horizontal)
        self._folded: set[int] = set()
        self._partnership: int | None = None
        self._quiet = False
        self._lay_out()
        self._connect()

    @property
    def program(self) -> Program | None:
        """The program of the chosen row."""
        return self.model.program(self.names.currentIndex())

    @property
    def cell(self) -> Cell | None:
        """The chosen cell; None while only a program is chosen."""
        return self.model.cell(self.cells.currentIndex())

    @property
    def year(self) -> int | None:
        """The year of the chosen cell."""
        return self.model.year(self.cells.currentIndex())

    def show_seen(self, seen: Seen) -> None:
        """Show a matrix; of the same partnership the place and what is folded stay."""
        same = seen.dossier.partnership.id == self._partnership
        place = (self.program, self.year) if same else (None, None)
        bars = self.cells.verticalScrollBar(), self.cells.horizontalScrollBar()
        kept = [bar.value() for bar in bars]
        self._folded = self._folded if same else set()
        self._partnership = seen.dossier.partnership.id
        self._quiet = True
        self.model.show(seen.matrix)
        self._fit()
        if same:
            for bar, value in zip(bars, kept, strict=True):
                bar.setValue(value)
        self._quiet = False
        program, year = place
        if program is None or not self.choose(program.id, year):
            self._choose_first()

    def clear(self) -> None:
        """Show nothing."""
        self._partnership = None
        self.model.show(Matrix((), ()))

    def choose(self, program: int, year: int | None = None) -> bool:
        """Choose a program or its cell of a year; whether it is there."""
        name, cell = self.model.index_of(program), self.model.index_of(program, year)
        if not name.isValid():
            return False
        self._quiet = True
        self.names.setCurrentIndex(name)
        self._choose_cell(cell if year is not None else QModelIndex())
        self._quiet = False
        self.chosen.emit()
        return True

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.names.setAccessibleName(_("Programs"))
        self.cells.setAccessibleName(_("Programs by year"))
        self.model.retranslate()
        self.cells.viewport().update()

    def _choose_first(self) -> None:
        """The last year of the first program, where most work is done."""
        if not self.model.matrix.programs:
            self.chosen.emit()
            return
        years = self.model.matrix.years
        self.choose(self.model.matrix.programs[0].id, years[-1] if years else None)

    def _choose_cell(self, cell: QModelIndex) -> None:
        if cell.isValid():
            self.cells.setCurrentIndex(cell)
        else:
            self.cells.selectionModel().clear()

    def _fit(self) -> None:
        folded = {index.internalId() for index in self.model.tops() if self._is_folded(index)}
        for index in self.model.tops():
            for half in (self.names, self.cells):
                half.setExpanded(index, index.internalId() not in folded)
        self.names.fit()
        self.cells.fit()

    def _is_folded(self, index: QModelIndex) -> bool:
        program = self.model.program(index)
        return program is not None and program.id in self._folded

    def _fold(self, index: QModelIndex, *, folded: bool) -> None:
        self.cells.setExpanded(index, not folded)
        program = self.model.program(index)
        if program is not None and not self._quiet:
            (self._folded.add if folded else self._folded.discard)(program.id)

    def _name_chosen(self, index: QModelIndex) -> None:
        """A person chose a program: its cell of the same year is let go."""
        if self._quiet or not index.isValid():
            return
        self._quiet = True
        self._choose_cell(QModelIndex())
        self._quiet = False
        self.chosen.emit()

    def _cell_chosen(self, index: QModelIndex) -> None:
        """A person chose a cell: its program is chosen with it."""
        if self._quiet or not index.isValid():
            return
        self._quiet = True
        self.names.setCurrentIndex(index.siblingAtColumn(0))
        self._quiet = False
        self.chosen.emit()

    def _to_cells(self) -> None:
        program, years = self.program, self.model.matrix.years
        if program is not None and years:
            first = max(1, self.cells.header().logicalIndexAt(WIDTH // 2))  # of those in sight
            self.cells.setFocus()
            self.choose(program.id, years[first - 1])

    def _to_names(self) -> None:
        if (program := self.program) is not None:
            self.names.setFocus()
            self.choose(program.id)

    def _connect(self) -> None:
        left, right = self.names.verticalScrollBar(), self.cells.verticalScrollBar()
        left.valueChanged.connect(right.setValue)
        right.valueChanged.connect(left.setValue)
        self.names.expanded.connect(lambda index: self._fold(index, folded=False))
        self.names.collapsed.connect(lambda index: self._fold(index, folded=True))
        self.names.selectionModel().currentChanged.connect(lambda new, _old: self._name_chosen(new))
        self.cells.selectionModel().currentChanged.connect(lambda new, _old: self._cell_chosen(new))
        self.names.crossed.connect(self._to_cells)
        self.cells.crossed.connect(self._to_names)

    def _lay_out(self) -> None:
        self.halves.addWidget(self.names)
        self.halves.addWidget(self.cells)
        self.halves.setChildrenCollapsible(False)
        self.halves.setStretchFactor(1, 1)
        self.halves.setSizes([NAMES_WIDTH, 780])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.halves)

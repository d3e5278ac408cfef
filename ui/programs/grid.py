"""The matrix on the screen: programs stand still at the left, years move beside them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSplitter,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from archive.catalogue.matrix import Cell, Matrix
from archive.records import Program
from ui.language import _
from ui.programs.marks import WIDTH, CellDelegate, NameDelegate
from ui.programs.model import MatrixModel
from ui.programs.reading import Seen

NAMES_WIDTH = 300
Action = QAbstractItemView.CursorAction
STEPS = {
    Action.MoveLeft: -1,
    Action.MoveRight: 1,
    Action.MovePrevious: -1,
    Action.MoveNext: 1,
}
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class _Half(QTreeView):
    """What both halves share: rows of one height, moved by pixels, never edited."""

    def __init__(self, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setUniformRowHeights(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.header().setSectionsMovable(False)
        self.header().setFixedHeight(self.fontMetrics().height() + 14)
        self.header().setStretchLastSection(False)


class Names(_Half):
    """The programs as a tree. Right, where nothing is to be unfolded, goes over to the years."""

    crossed = Signal()

    def __init__(self, model: MatrixModel) -> None:
        super().__init__(model)
        self.setItemDelegate(NameDelegate(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.horizontalScrollBar().setStyleSheet("QScrollBar::handle { background: transparent; }")
        self.header().setDefaultAlignment(LEFT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Right on a leaf or an unfolded program crosses over."""
        here = self.currentIndex()
        folded = self.model().hasChildren(here) and not self.isExpanded(here)
        if event.key() == Qt.Key.Key_Right and here.isValid() and not folded:
            self.crossed.emit()
        else:
            super().keyPressEvent(event)

    def fit(self) -> None:
        """Its one column is as wide as the view; years belong to the other half."""
        header = self.header()
        for column in range(1, header.count()):
            header.hideSection(column)
        if header.count():
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)


class Cells(_Half):
    """A column for every year. Left of the first year goes over to the names."""

    crossed = Signal()

    def __init__(self, model: MatrixModel) -> None:
        super().__init__(model)
        self.setItemDelegate(CellDelegate(self))
        self.setItemsExpandable(False)
        self.setRootIsDecorated(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.header().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.header().setStyleSheet("QHeaderView::section { padding: 5px 1px; }")
        self.header().setSectionsClickable(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left of the first year crosses over."""
        here = self.currentIndex()
        if event.key() == Qt.Key.Key_Left and here.isValid() and here.column() == 1:
            self.crossed.emit()
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Arrows move between cells, never fold anything; Home and End go along the row."""
        here, last = self.currentIndex(), self.model().columnCount() - 1
        if not here.isValid() or last < 1:
            return super().moveCursor(action, modifiers)
        if action in STEPS:
            return here.siblingAtColumn(min(max(here.column() + STEPS[action], 1), last))
        if action in (Action.MoveHome, Action.MoveEnd):
            return here.siblingAtColumn(1 if action is Action.MoveHome else last)
        moved = super().moveCursor(action, modifiers)
        return moved.siblingAtColumn(here.column()) if moved.isValid() else here

    def fit(self) -> None:
        """All years equally narrow; the names belong to the other half."""
        header = self.header()
        if header.count():
            header.setMinimumSectionSize(WIDTH)
            header.setDefaultSectionSize(WIDTH)
            header.hideSection(0)
        for column in range(1, header.count()):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, WIDTH)


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

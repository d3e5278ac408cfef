"""The two halves of the matrix: programs as a tree, and a narrow column for every year."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTreeView, QWidget

from ui.programs.marks import WIDTH, CellDelegate, NameDelegate
from ui.programs.model import MatrixModel

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

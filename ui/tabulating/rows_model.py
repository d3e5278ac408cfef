"""The rows of a table as they were read: corrected by typing, faults coloured in their cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from archive.tabulating.sheet import Row, Sheet
from ui.language import _
from ui.messages.tables import cell_sentence
from ui.tabulating.words import status_words, told_words

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()
STATUS, FIRST = 0, 1
TINT = 56  # of 255: words stay readable on it


class RowsModel(QAbstractTableModel):
    """What is the matter with a row, then its cells. `corrected` comes when a cell was typed."""

    corrected = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet: Sheet | None = None
        self._rows: dict[int, Row] = {}
        self._cities: Sequence[str] = ()
        self._checked = False

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Show this; what is the matter with it is told later."""
        self.beginResetModel()
        self.sheet, self._rows, self._checked = sheet, {}, False
        self.endResetModel()

    def mark(self, rows: Sequence[Row], cities: Sequence[str]) -> None:
        """What was found when these were checked."""
        self._rows = {row.values.row: row for row in rows}
        self._cities, self._checked = tuple(cities), True
        self.retranslate()

    def retranslate(self) -> None:
        """Say all in the language in use."""
        if self.rowCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, self.columnCount() - 1))

    def checked(self, row: int) -> Row | None:
        """What was found of a shown row; None where it is no activity."""
        return self._rows.get(row + self._head)

    def told(self, row: int) -> str:
        """All that is the matter with a shown row; nothing before it was checked."""
        return told_words(self.checked(row), self._cities) if self._checked else ""

    def first_faulty(self) -> int:
        """The first shown row that has faults, else the first."""
        return min((at - self._head for at, row in self._rows.items() if row.faults), default=0)

    # what Qt asks

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many rows there are, without the one that names the columns."""
        if parent.isValid() or self.sheet is None:
            return 0
        return len(self.sheet.cells) - self._head

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """How many columns there are."""
        if parent.isValid() or self.sheet is None:
            return 0
        return FIRST + len(self.sheet.cells[0])

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells can be corrected."""
        found = super().flags(index)
        cell = index.isValid() and index.column() >= FIRST
        return found | Qt.ItemFlag.ItemIsEditable if cell else found

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """What one cell says; what is wrong stands in its tooltip."""
        if not index.isValid() or self.sheet is None:
            return None
        if role in (Role.DisplayRole, Role.EditRole):
            return self._words(index)
        if role == Role.ToolTipRole:
            return self._wrong(index) or self._words(index)
        if role == Role.BackgroundRole and self._wrong(index):
            return _tint()
        if role == Role.ForegroundRole:
            return self._ink(index)
        return None

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        """Write into a cell."""
        if role != Role.EditRole or self.sheet is None or index.column() < FIRST:
            return False
        row, column = index.row() + self._head, index.column() - FIRST
        cells = [list(each) for each in self.sheet.cells]
        words = " ".join(str(value).split())
        if cells[row][column] == words:
            return False
        cells[row][column] = words
        self.sheet = replace(self.sheet, cells=tuple(map(tuple, cells)))
        self.dataChanged.emit(index, index)
        self.corrected.emit()
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """What heads a column on the page."""
        across = orientation is Qt.Orientation.Horizontal
        if role != Role.DisplayRole or self.sheet is None or not across:
            return None
        if section == STATUS:
            return _("Row")
        named = self._head and FIRST <= section < self.columnCount()
        return self.sheet.cells[0][section - FIRST] if named else ""

    @property
    def _head(self) -> int:
        return int(self.sheet is not None and self.sheet.table.header)

    def _words(self, index: Index) -> str:
        assert self.sheet is not None
        if index.column() == STATUS:
            return status_words(self.checked(index.row())) if self._checked else ""
        return self.sheet.cells[index.row() + self._head][index.column() - FIRST]

    def _wrong(self, index: Index) -> str:
        """What is wrong with a cell; in the first column with the row."""
        row = self.checked(index.row())
        if row is None:
            return ""
        at = index.column() - FIRST
        wrong = [each for each in row.faults if index.column() == STATUS or each.column == at]
        return "\n".join(cell_sentence(fault, self._cities) for fault in wrong)

    def _ink(self, index: Index) -> QColor | None:
        """Rows that are passed over are faint, as is what was entered before."""
        row = self.checked(index.row())
        if not self._checked or (row is not None and (row.faults or row.good or row.known is None)):
            return None
        return QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText)


def _tint() -> QColor:
    colour = QColor(QGuiApplication.palette().color(QPalette.ColorRole.BrightText))
    colour.setAlpha(TINT)
    return colour

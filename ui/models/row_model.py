"""Whole rows as a table: a word for each cell, and those that are not in use faint."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QGuiApplication, QPalette

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()
ROW = Role.UserRole  # the record of a row, whichever its column
Cell = Callable[[Any], str]


class RowModel(QAbstractTableModel):
    """Shows records; nothing changes here before the archive has changed.

    `cells` says what stands in each column, `headings` what they are called in the language of the
    window, `faint` which rows are not in use.
    """

    def __init__(
        self,
        cells: Mapping[str, Cell],
        headings: Callable[[], Mapping[str, str]],
        faint: Callable[[Any], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._cells, self._headings, self._faint = dict(cells), headings, faint
        self.columns = tuple(cells)
        self.rows: list[Any] = []

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these in place of what was shown."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def place_of(self, wanted: Callable[[Any], bool]) -> int:
        """Where the first such row stands; -1 where there is none."""
        return next((at for at, row in enumerate(self.rows) if wanted(row)), -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """The columns' names."""
        if orientation != Qt.Orientation.Horizontal or role != Role.DisplayRole:
            return None
        return self._headings()[self.columns[section]]

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """What a cell says."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in (Role.DisplayRole, Role.EditRole, Role.ToolTipRole):
            return self._cells[self.columns[index.column()]](row)
        if role == Role.ForegroundRole and self._faint(row):
            return QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText)
        return row if role == ROW else None

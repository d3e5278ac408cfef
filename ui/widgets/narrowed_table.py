"""A table of whole rows with a filter over all its columns."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import QTableView, QWidget

from ui.models.row_model import ROW, RowModel
from ui.widgets.row_table import show_rows


class NarrowedTable(QTableView):
    """Shows the rows that the filter leaves; `chosen` when another one is."""

    chosen = Signal()

    def __init__(
        self, rows: RowModel, widths: Mapping[str, int], wide: str, parent: QWidget | None = None
    ) -> None:
        """`widths` of the columns in pixels; the one that is `wide` takes what is left."""
        super().__init__(parent)
        self._rows, self._filter = rows, QSortFilterProxyModel(self)
        rows.setParent(self)
        self._filter.setSourceModel(rows)
        self._filter.setFilterKeyColumn(-1)
        self._filter.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setModel(self._filter)
        show_rows(self)
        for place, name in enumerate(rows.columns):
            self.setColumnWidth(place, widths[name])
        header = self.horizontalHeader()
        header.setSectionResizeMode(rows.columns.index(wide), header.ResizeMode.Stretch)
        self.selectionModel().currentRowChanged.connect(lambda *_rows: self.chosen.emit())
        self._filter.modelReset.connect(self.chosen)

    @property
    def record(self) -> object:
        """The row a person stands on; None for none."""
        return self.currentIndex().data(ROW)

    @property
    def count(self) -> int:
        """How many rows the filter leaves."""
        return self._filter.rowCount()

    def narrow(self, text: str) -> None:
        """Show only the rows in which this stands."""
        self._filter.setFilterFixedString(text.strip())
        if not self.currentIndex().isValid():
            self.stand_on(-1)

    def stand_on(self, row: int) -> None:
        """Stand on a row of the model, or on the first where it is not shown."""
        there = self._filter.mapFromSource(self._rows.index(row, 0))
        column = max(0, self.currentIndex().column())
        self.setCurrentIndex(self._filter.index(max(0, there.row()), column))

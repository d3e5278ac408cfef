"""The table of synonyms with its filter."""

from __future__ import annotations

from PySide6.QtCore import QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView, QWidget

from archive.records import Synonym
from ui.synonyms.model import COLUMNS, ROW, SynonymModel
from ui.widgets.row_table import show_rows

WIDTHS = {"term": 200, "equivalents": 400, "both": 96, "own": 110, "off": 148}


class SynonymTable(QTableView):
    """Shows the rows that the filter leaves; `chosen` when another one is."""

    chosen = Signal()
    opened = Signal()
    switched = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows, self._filter = SynonymModel(self), QSortFilterProxyModel(self)
        self._filter.setSourceModel(self.rows)
        self._filter.setFilterKeyColumn(-1)
        self._filter.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setModel(self._filter)
        show_rows(self)
        for place, name in enumerate(COLUMNS):
            self.setColumnWidth(place, WIDTHS[name])
        header = self.horizontalHeader()
        header.setSectionResizeMode(COLUMNS.index("equivalents"), header.ResizeMode.Stretch)
        self.selectionModel().currentRowChanged.connect(lambda *_rows: self.chosen.emit())
        self._filter.modelReset.connect(self.chosen)
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    @property
    def row(self) -> Synonym | None:
        """The row a person stands on."""
        found = self.currentIndex().data(ROW)
        return found if isinstance(found, Synonym) else None

    @property
    def count(self) -> int:
        """How many rows the filter leaves."""
        return self._filter.rowCount()

    def narrow(self, text: str) -> None:
        """Show only the rows in which this stands."""
        self._filter.setFilterFixedString(text.strip())
        if not self.currentIndex().isValid():
            self.selectRow(0)

    def choose(self, term: str, *, own: bool) -> None:
        """Stand on a row, or on the first where it is not shown."""
        there = self._filter.mapFromSource(self.rows.index(self.rows.row_of(term, own=own), 0))
        self.selectRow(max(0, there.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens a row, Space switches it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.switched.emit()
        else:
            super().keyPressEvent(event)

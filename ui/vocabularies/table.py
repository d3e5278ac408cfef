"""The table of terms with its filter: whole rows are chosen, F2 writes a word over."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from archive.records import ListedTerm
from ui.vocabularies.model import COLUMNS, TERM, TermModel
from ui.widgets.row_table import show_rows

WIDTHS = {"label_id": 240, "label_en": 190, "code": 130, "uses": 76, "origin": 124, "hidden": 118}


class TermTable(QTableView):
    """Shows the terms that the filter leaves; `chosen` when another one is."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.terms, self._filter = TermModel(self), QSortFilterProxyModel(self)
        self._filter.setSourceModel(self.terms)
        self._filter.setFilterKeyColumn(-1)
        self._filter.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setModel(self._filter)
        show_rows(self)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self._dress()
        self.selectionModel().currentRowChanged.connect(lambda *_rows: self.chosen.emit())
        self._filter.modelReset.connect(self.chosen)

    @property
    def term(self) -> ListedTerm | None:
        """The term a person stands on."""
        found = self.currentIndex().data(TERM)
        return found if isinstance(found, ListedTerm) else None

    @property
    def count(self) -> int:
        """How many terms the filter leaves."""
        return self._filter.rowCount()

    def narrow(self, text: str) -> None:
        """Show only the terms in which this stands."""
        self._filter.setFilterFixedString(text.strip())
        if not self.currentIndex().isValid():
            self.choose("")

    def choose(self, code: str) -> None:
        """Stand on a term, or on the first where it is not shown."""
        there = self._filter.mapFromSource(self.terms.index(self.terms.row_of(code), 0))
        column = max(0, self.currentIndex().column())
        self.setCurrentIndex(self._filter.index(max(0, there.row()), column))

    def rename(self) -> None:
        """Write over the word a person stands on, or the Indonesian one."""
        here = self.currentIndex()
        if here.isValid():
            self.edit(here if here.flags() & Qt.ItemFlag.ItemIsEditable else _first(here))

    def _dress(self) -> None:
        header = self.horizontalHeader()
        for place, name in enumerate(COLUMNS):
            self.setColumnWidth(place, WIDTHS[name])
        header.setSectionResizeMode(0, header.ResizeMode.Stretch)


def _first(index: QModelIndex) -> QModelIndex:
    return index.siblingAtColumn(0)

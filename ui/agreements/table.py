"""The table of the register; its columns stay as a person left them."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from archive.catalogue.register import Registered
from ui.agreements.model import COLUMNS, RECORD, STANDING, TITLE, Filtered, RegisterModel
from ui.language import _
from ui.settings import Settings
from ui.widgets.row_table import show_rows

STATE = "agreements/columns"


class RegisterTable(QTableView):
    """`chosen` tells the row a person stands on, None where none; `opened` the one to be edited."""

    chosen = Signal(object)
    opened = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.rows = RegisterModel(self)
        self.filtered = Filtered(self.rows, self)
        self.setModel(self.filtered)
        self._dress()
        self._recall()
        self.selectionModel().currentRowChanged.connect(self._moved)
        self.activated.connect(lambda _index: self.opened.emit())

    @property
    def record(self) -> Registered | None:
        """The row a person stands on."""
        index = self.currentIndex()
        found = self.filtered.data(index, RECORD) if index.isValid() else None  # Qt does not ask
        return found if isinstance(found, Registered) else None

    def show_rows(self, rows: tuple[Registered, ...], wanted: int | None) -> None:
        """Show the register; stand on the wanted row, else on the first."""
        place = self.verticalScrollBar().value()
        self.rows.show_rows(rows)
        self.verticalScrollBar().setValue(place)
        if not self.choose(wanted):
            self.stand_on_first()

    def choose(self, agreement: int | None) -> bool:
        """Stand on an agreement, if it is in sight."""
        row = self.rows.row_of(agreement)
        index = self.filtered.mapFromSource(self.rows.index(row, TITLE)) if row >= 0 else None
        if index is None or not index.isValid():
            return False
        self._stand(index)
        return True

    def stand_on_first(self) -> None:
        """Stand on the first row, or on none."""
        if self.filtered.rowCount():
            self._stand(self.filtered.index(0, TITLE))
        else:
            self.chosen.emit(None)

    def keep_columns(self) -> None:
        """Remember order, widths and sorting."""
        self._settings.set_state(STATE, self.horizontalHeader().saveState())

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        self.setAccessibleName(_("Agreements register"))
        self.rows.retranslate()

    def _stand(self, index: QModelIndex) -> None:
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def _moved(self, _current: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit(self.record)

    def _dress(self) -> None:
        show_rows(self)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setMinimumSectionSize(56)

    def _recall(self) -> None:
        """As the columns were left, else as usual: the title takes what the others leave."""
        header = self.horizontalHeader()
        if not header.restoreState(self._settings.state(STATE)):
            for place, column in enumerate(COLUMNS):
                self.setColumnWidth(place, column.width)
            header.setSortIndicator(STANDING, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)  # sorts as the header says
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)

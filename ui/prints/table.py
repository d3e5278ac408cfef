"""The table of kept prints: one is chosen at a time, Enter opens it, Ctrl+C copies its SHA-256."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from archive.records import KeptPrint
from ui.language import _
from ui.prints.model import PrintsModel
from ui.widgets.row_table import show_rows

WIDTHS = 136, 164, 0, 108, 88, 112, 76, 112, 152
ABOUT = 2


class PrintsTable(QTableView):
    """`chosen` tells of the print a person stands on, None of none; `opened` asks for its pages."""

    chosen = Signal(object)
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.prints = PrintsModel(self)
        self.setModel(self.prints)
        show_rows(self)
        for column, width in enumerate(WIDTHS):
            if width:
                self.setColumnWidth(column, width)
        self.horizontalHeader().setSectionResizeMode(ABOUT, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.prints.modelReset.connect(self._tell)
        self.activated.connect(self._open)

    @property
    def kept(self) -> KeptPrint | None:
        """The print a person stands on."""
        return self.prints.kept(self.currentIndex().row())

    def choose(self, uuid: str) -> None:
        """Stand on this print, on the first where it is not shown."""
        self.selectRow(max(0, self.prints.row_of(uuid)))

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.setAccessibleName(_("Kept prints"))
        self.prints.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copying takes the whole SHA-256, which the cell has no room for."""
        if event.matches(QKeySequence.StandardKey.Copy) and self.kept is not None:
            QGuiApplication.clipboard().setText(self.kept.sha256)
        else:
            super().keyPressEvent(event)

    def _tell(self, *_rows: object) -> None:
        self.chosen.emit(self.kept)

    def _open(self, *_index: object) -> None:
        self.opened.emit()

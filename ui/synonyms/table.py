"""The table of synonyms with its filter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from archive.records import Synonym
from ui.synonyms.model import SynonymModel
from ui.widgets.narrowed_table import NarrowedTable

WIDTHS = {"term": 200, "equivalents": 400, "both": 96, "own": 110, "off": 148}


class SynonymTable(NarrowedTable):
    """`opened` by Enter or a double click, `switched` by Space."""

    opened = Signal()
    switched = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.rows = SynonymModel()
        super().__init__(self.rows, WIDTHS, "equivalents", parent)
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    @property
    def row(self) -> Synonym | None:
        """The row a person stands on."""
        return self.record if isinstance(self.record, Synonym) else None

    def choose(self, term: str, *, own: bool) -> None:
        """Stand on a row, or on the first where it is not shown."""
        self.stand_on(self.rows.row_of(term, own=own))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens a row, Space switches it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.switched.emit()
        else:
            super().keyPressEvent(event)

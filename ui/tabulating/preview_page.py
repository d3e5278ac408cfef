"""The second step: the activities as they would be entered, ticked one by one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import (
    QLabel,
    QPlainTextEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from archive.tabulating.sheet import Row
from ui.language import _, ngettext
from ui.tabulating.homes import Homes
from ui.tabulating.preview_model import COLUMNS, NAME, PROGRAM, STATUS, PreviewModel
from ui.widgets.row_table import show_rows

LINES = 4
WIDTH, WIDER = 110, 120


class PreviewPage(QWidget):
    """Shows what was checked; nothing has been entered yet."""

    def __init__(self, homes: Homes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._homes = homes
        self.model, self.view = PreviewModel(self), QTableView()
        self.count, self.told = QLabel(), QPlainTextEdit()
        self._dress()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self.count, self.view, self.told):
            layout.addWidget(part)
        layout.setStretchFactor(self.view, 1)
        self.view.selectionModel().currentRowChanged.connect(self._tell)
        self.model.ticked.connect(self.retranslate)
        self.retranslate()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these; stand on the first row, the first with a fault if there is one."""
        programs = {program.id: program.name for program in self._homes.programs}
        self.model.show_rows(rows, self._homes.cities, programs)
        several = len({row.draft.program for row in rows if row.draft is not None}) > 1
        self.view.setColumnHidden(PROGRAM, not several)
        self.view.setColumnWidth(NAME, COLUMNS[NAME - 1].width + (0 if several else WIDER))
        first = next((at for at, row in enumerate(rows) if row.faults), 0)
        self.view.setCurrentIndex(self.model.index(first, STATUS))
        self.retranslate()

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.view.setAccessibleName(_("Activities to be entered"))
        self.told.setAccessibleName(_("What is wrong with the chosen row"))
        self.count.setText(self._counted())
        self.model.retranslate()
        self._tell()

    def _counted(self) -> str:
        rows = self.model.rows
        good = len(self.model.chosen)
        faulty = sum(bool(row.faults) for row in rows)
        there = sum(row.known is not None or row.above is not None for row in rows)
        parts = [
            ngettext("{n} activity to be entered", "{n} activities to be entered", good),
            ngettext("{n} row has faults", "{n} rows have faults", faulty),
            ngettext("{n} is there already", "{n} are there already", there),
        ]
        counts = zip(parts, (good, faulty, there), strict=True)
        return " · ".join(said.format(n=count) for said, count in counts)

    def _tell(self, *_moved: QModelIndex) -> None:
        row = self.view.currentIndex().row()
        self.told.setPlainText(self.model.told(row) if row >= 0 else "")

    def _dress(self) -> None:
        view = self.view
        view.setModel(self.model)
        show_rows(view)
        header = view.horizontalHeader()
        header.setStretchLastSection(True)
        for column, width in enumerate((WIDTH, *(each.width for each in COLUMNS))):
            view.setColumnWidth(column, width)
        self.told.setReadOnly(True)
        self.told.setTabChangesFocus(True)
        self.told.setFixedHeight(self.told.fontMetrics().lineSpacing() * LINES + 16)
        self.setFocusProxy(view)

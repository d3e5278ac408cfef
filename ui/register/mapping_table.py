"""The columns of a sheet: what heads each, what stands in it, and where it goes."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from archive.exchange.register import Mapping, Table
from archive.exchange.register.cells import shown
from archive.exchange.register.columns import CODES, is_faults
from ui.language import _
from ui.messages.register import column_words

GOES, WIDTHS = 2, (250, 370, 280)
EXAMPLES, ROW = 3, 34


class MappingTable(QTableWidget):
    """One row for each column of the sheet; `changed` tells that another mapping was chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self._table: Table | None = None
        self._places: list[int] = []
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the boxes in it have the focus
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsClickable(False)
        for column, width in enumerate(WIDTHS):
            self.setColumnWidth(column, width)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.retranslate()

    @property
    def mapping(self) -> Mapping:
        """For each column of the sheet its code; empty for what is left out."""
        found = {place: str(box.currentData()) for place, box in self.boxes()}
        width = len(self._table.headings) if self._table is not None else 0
        return tuple(found.get(place, "") for place in range(width))

    def boxes(self) -> Iterator[tuple[int, QComboBox]]:
        """Each box of choices with the column of the sheet it belongs to."""
        for row, place in enumerate(self._places):
            box = self.cellWidget(row, GOES)
            if isinstance(box, QComboBox):
                yield place, box

    def show_table(self, table: Table, mapping: Mapping) -> None:
        """Show the columns of a sheet, mapped so; a column of faults is not shown."""
        self._table = table
        self._places = [place for place, words in enumerate(table.headings) if not is_faults(words)]
        self.setRowCount(len(self._places))
        for row, place in enumerate(self._places):
            self._put(row, 0, table.headings[place] or _letters(place))
            self._put(row, 1, _examples(table, place))
            self.setCellWidget(row, GOES, self._box(table.headings[place], mapping[place]))

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.setAccessibleName(_("Columns of the sheet"))
        self.setHorizontalHeaderLabels([_("Column of the sheet"), _("First values"), _("Goes to")])
        if self._table is not None:
            self.show_table(self._table, self.mapping)

    def _put(self, row: int, column: int, words: str) -> None:
        item = QTableWidgetItem(words)
        item.setToolTip(words)
        self.setItem(row, column, item)

    def _box(self, words: str, code: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(_("Where “{column}” goes").format(column=words))
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel scrolls the table
        box.addItem(_("– left out –"), "")
        for each in CODES:
            box.addItem(column_words(each), each)
        box.setCurrentIndex(max(0, box.findData(code)))
        box.wheelEvent = lambda event: event.ignore()  # type: ignore[method-assign]
        box.currentIndexChanged.connect(self._choose)
        return box

    def _choose(self, _row: int) -> None:
        self.changed.emit()


def _examples(table: Table, place: int) -> str:
    """The first few values of a column, on one line."""
    found = (shown(line.cell(place)) for line in table.rows[:200])
    several = list(dict.fromkeys(" ".join(each.split()) for each in found if each))
    return " · ".join(several[:EXAMPLES])


def _letters(place: int) -> str:
    """What a spreadsheet calls a column without a heading: `AB`."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters

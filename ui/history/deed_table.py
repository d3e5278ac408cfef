"""Deeds as a table: one row each, the last first, more of them fetched as they are scrolled to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from archive.records import Deed
from ui.history.words import action_word, agent_words, along_words, item_words, time_words
from ui.language import _

CELLS: dict[str, Callable[[Deed], str]] = {
    "time": lambda deed: time_words(deed.time),
    "agent": agent_words,
    "action": action_word,
    "item": item_words,
    "removed": item_words,
    "along": along_words,
}
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()


class DeedModel(QAbstractTableModel):
    """`wanted` asks for the deeds before a number; what comes is added with `add`."""

    wanted = Signal(int)

    def __init__(self, columns: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._deeds: list[Deed] = []
        self._more = False

    def deed(self, row: int) -> Deed | None:
        """The deed of a row."""
        return self._deeds[row] if 0 <= row < len(self._deeds) else None

    def show(self, deeds: Sequence[Deed], *, more: bool = False) -> None:
        """Show these in place of what was shown; `more` when there may be earlier ones."""
        self.beginResetModel()
        self._deeds, self._more = list(deeds), more and bool(deeds)
        self.endResetModel()

    def add(self, deeds: Sequence[Deed]) -> None:
        """Earlier ones, as were wanted; none: that was all."""
        self._more = bool(deeds)
        if deeds:
            first = len(self._deeds)
            self.beginInsertRows(NOWHERE, first, first + len(deeds) - 1)
            self._deeds += deeds
            self.endInsertRows()

    def canFetchMore(self, parent: Index = NOWHERE) -> bool:
        """Whether there may be earlier ones."""
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index = NOWHERE) -> None:
        """Ask for earlier ones, once."""
        if self.canFetchMore(parent):
            self._more = False
            self.wanted.emit(self._deeds[-1].number)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many have been read."""
        return 0 if parent.isValid() else len(self._deeds)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """The columns' names."""
        if orientation != Qt.Orientation.Horizontal or role != Role.DisplayRole:
            return None
        return _headings()[self._columns[section]]

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """What a cell says; the whole of it when it is cut."""
        if role not in (Role.DisplayRole, Role.ToolTipRole):
            return None
        return CELLS[self._columns[index.column()]](self._deeds[index.row()])

    def retranslate(self) -> None:
        """Every cell and heading in the language in use."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)
        if self._deeds:
            last = self.index(len(self._deeds) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)


class DeedTable(QTableView):
    """Shows the model; whole rows are chosen, one at a time."""

    chosen = Signal(object)

    def __init__(
        self, columns: dict[str, int], stretched: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.deeds = DeedModel(tuple(columns), self)
        self.setModel(self.deeds)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self._set_columns(columns, stretched)
        self.selectionModel().currentRowChanged.connect(lambda *_rows: self._tell())
        self.deeds.modelReset.connect(self._tell)

    @property
    def deed(self) -> Deed | None:
        """The deed a person stands on."""
        return self.deeds.deed(self.currentIndex().row())

    def choose_first(self) -> None:
        """Stand on the last deed."""
        self.selectRow(0)

    def _tell(self) -> None:
        self.chosen.emit(self.deed)

    def _set_columns(self, columns: dict[str, int], stretched: str) -> None:
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for place, (name, width) in enumerate(columns.items()):
            self.setColumnWidth(place, width)
            if name == stretched:
                header.setSectionResizeMode(place, header.ResizeMode.Stretch)


def _headings() -> dict[str, str]:
    return {
        "time": _("When"),
        "agent": _("Who"),
        "action": _("What was done"),
        "item": _("To what"),
        "removed": _("What was removed"),
        "along": _("With it"),
    }

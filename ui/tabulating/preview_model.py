"""The activities as they would be entered, each with a tick; rows that stay out say why."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QPalette

from archive.dates import show
from archive.records import ActivityDraft
from archive.tabulating.sheet import Row
from archive.vocabulary import label
from ui.language import _, language
from ui.messages.tables import role_words
from ui.tabulating.words import status_words, told_words

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()
STATUS, NAME, PROGRAM = 0, 2, 3
NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what role it shows, its usual width, and its words of a row that can be entered."""

    role: str
    width: int
    words: Callable[[ActivityDraft], str]


def _count(people: int | None) -> str:
    return "" if people is None else str(people)


COLUMNS = (
    Column("year", 56, lambda each: str(each.year)),
    Column("name", 220, lambda each: each.name),
    Column("program", 130, lambda each: ""),
    Column("dates", 140, lambda each: show(each.dates, language()) if each.dates else ""),
    Column("place", 92, lambda each: each.place),
    Column("participants_a", 70, lambda each: _count(each.participants_a)),
    Column("participants_b", 70, lambda each: _count(each.participants_b)),
    Column("status", 96, lambda each: label("activity_statuses", each.status, language())),
    Column("mode", 86, lambda each: label("activity_modes", each.mode, language())),
    Column("note", 140, lambda each: "; ".join(filter(None, (each.reason, each.note)))),
)


class PreviewModel(QAbstractTableModel):
    """Tick and status, then what would be entered. `ticked` comes when a tick was changed."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()
        self._out: set[int] = set()
        self._cities: Sequence[str] = ()
        self._programs: Mapping[int, str] = {}

    def show_rows(
        self, rows: Sequence[Row], cities: Sequence[str], programs: Mapping[int, str]
    ) -> None:
        """Show these; all that can be entered are ticked, but for those unticked before."""
        self.beginResetModel()
        self.rows, self._cities, self._programs = tuple(rows), tuple(cities), programs
        self.endResetModel()

    def tick_all(self) -> None:
        """All that can be entered are ticked again."""
        self._out.clear()

    @property
    def chosen(self) -> frozenset[int]:
        """The rows to be entered, as they are numbered in the table."""
        good = (row.values.row for row in self.rows if row.good)
        return frozenset(row for row in good if row not in self._out)

    def told(self, row: int) -> str:
        """All that is the matter with a row."""
        return told_words(self.rows[row], self._cities)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else 1 + len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be entered can be ticked."""
        found = super().flags(index)
        ticks = index.isValid() and index.column() == STATUS and self.rows[index.row()].good
        return found | Qt.ItemFlag.ItemIsUserCheckable if ticks else found

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """What one cell says; what is wrong stands in its tooltip."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Role.DisplayRole:
            return self._words(row, index.column())
        if role == Role.CheckStateRole and index.column() == STATUS and row.good:
            return (
                Qt.CheckState.Checked if row.values.row in self.chosen else Qt.CheckState.Unchecked
            )
        if role == Role.ToolTipRole:
            return self.told(index.row()) if not row.good else self._words(row, index.column())
        if role == Role.ForegroundRole and not row.good:
            ink = (
                QPalette.ColorRole.BrightText if row.faults else QPalette.ColorRole.PlaceholderText
            )
            return QGuiApplication.palette().color(ink)
        return None

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        """Tick a row, or take the tick away."""
        if role != Role.CheckStateRole or not self.rows[index.row()].good:
            return False
        row = self.rows[index.row()].values.row
        ticked = Qt.CheckState(value) is Qt.CheckState.Checked
        (self._out.discard if ticked else self._out.add)(row)
        self.dataChanged.emit(index, index)
        self.ticked.emit()
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """The name of a column."""
        if orientation is not Qt.Orientation.Horizontal or section >= self.columnCount():
            return None
        if role == Role.ToolTipRole:
            return _full(section, self._cities)
        return _heading(section, self._cities) if role == Role.DisplayRole else None

    def retranslate(self) -> None:
        """Say all in the language in use."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        if self.rows:
            last = self.index(len(self.rows) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _words(self, row: Row, column: int) -> str:
        if column == STATUS:
            return status_words(row)
        shown = COLUMNS[column - 1]
        if row.draft is None:
            return _unentered(row, shown.role)
        if shown.role == "program":
            return self._programs.get(row.draft.program, "")
        return shown.words(row.draft)


def _unentered(row: Row, role: str) -> str:
    """What was understood of a row with faults; nothing is put where something is wrong."""
    if any(fault.field == role for fault in row.faults):
        return next(fault.text for fault in row.faults if fault.field == role) or NOTHING
    found = getattr(row.values, role, None)
    return str(found) if role in ("year", "name", "place", "note") and found is not None else ""


def _full(section: int, cities: Sequence[str]) -> str:
    return (
        _("To be entered") if section == STATUS else role_words(COLUMNS[section - 1].role, cities)
    )


def _heading(section: int, cities: Sequence[str]) -> str:
    """What a column is called; people by their city alone, for the place is small."""
    role = COLUMNS[section - 1].role if section else ""
    if cities and role in ("participants_a", "participants_b"):
        return cities[role == "participants_b"]
    return _full(section, cities)

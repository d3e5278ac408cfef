"""The register as a table of Qt: a row an agreement, sorted and filtered in the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from archive.catalogue.names import key
from archive.catalogue.register import Registered
from archive.dates import LATEST, bounds
from archive.exchange.tables import Cell, day
from archive.records import Agreement
from ui.agreements.dots import dot
from ui.agreements.words import date_words, ends_words, standing_words, term
from ui.language import _, language
from ui.listings.agreements import end
from ui.widgets.values import VALUE

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
RECORD, ORDER = Role.UserRole, Role.UserRole + 1
NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column:
    """What a column says, and its usual width."""

    code: str
    words: Callable[[Registered], str]
    width: int


COLUMNS = (
    Column("number", lambda each: each.agreement.number, 88),
    Column("kind", lambda each: term("agreement_kinds", each.agreement.kind), 140),
    Column("title", lambda each: each.agreement.title, 220),
    Column("partnership", lambda each: each.partnership_title, 112),
    Column("signed", lambda each: date_words(each.agreement.signed), 132),
    Column("ends", lambda each: ends_words(each.agreement), 132),
    Column("standing", standing_words, 150),
)
CODES = tuple(column.code for column in COLUMNS)
DAYS: dict[str, Callable[[Agreement], Cell]] = {
    "signed": lambda agreement: day(agreement.signed, language()),
    "ends": end,
}
TITLE, STANDING = CODES.index("title"), CODES.index("standing")


class RegisterModel(QAbstractTableModel):
    """The rows in the order of the register."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Registered, ...] = ()

    def show_rows(self, rows: Sequence[Registered]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def row_of(self, agreement: int | None) -> int:
        """Where an agreement stands; -1 when it does not."""
        rows = enumerate(self.rows)
        return next((row for row, each in rows if each.agreement.id == agreement), -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many agreements there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """What one cell says."""
        if not index.isValid():
            return None
        each, column = self.rows[index.row()], COLUMNS[index.column()]
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return column.words(each)
        if role == Role.DecorationRole and index.column() == STANDING:
            return dot(each.standing)
        if role == RECORD:
            return each
        if role == VALUE and column.code in DAYS:
            return DAYS[column.code](each.agreement)
        return self._order(index.row(), column.code) if role == ORDER else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """The name of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return heading(CODES[section])
        return None

    def retranslate(self) -> None:
        """Say all in the language in use."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        if self.rows:
            last = self.index(len(self.rows) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _order(self, row: int, code: str) -> object:
        """By what a column is sorted: dates by their days, standings as the register has them."""
        each = self.rows[row]
        if code == "standing":
            return row
        if code in ("signed", "ends"):
            value = getattr(each.agreement, code)
            return bounds(value)[code == "ends"] if value else LATEST
        return key(COLUMNS[CODES.index(code)].words(each))


class Filtered(QSortFilterProxyModel):
    """The rows in which every typed word stands, of one standing or of all."""

    def __init__(self, model: RegisterModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows, self._standing = model, ""
        self._words: tuple[str, ...] = ()
        self.setSourceModel(model)
        self.setSortRole(ORDER)

    def narrow(self, text: str, standing: str) -> None:
        """Show only these from now on."""
        self.beginFilterChange()
        self._words, self._standing = tuple(key(text).split()), standing
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Whether a row is shown."""
        each = self._rows.rows[source_row]
        if self._standing and each.standing != self._standing:
            return False
        if not self._words:
            return True
        said = key(" ".join(column.words(each) for column in COLUMNS))
        return all(word in said for word in self._words)


def heading(code: str) -> str:
    """What a column is called."""
    return {
        "number": _("Number"),
        "kind": _("Kind"),
        "title": _("Title"),
        "partnership": _("Partnership"),
        "signed": _("Signed"),
        "ends": _("Ends"),
        "standing": _("Standing"),
    }[code]

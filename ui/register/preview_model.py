"""The checked rows of a register as a table of Qt: what would be entered, and what is wrong."""

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
from PySide6.QtGui import QGuiApplication, QPalette

from archive.dates import show
from archive.exchange.register import Entry, Row
from archive.exchange.register.cells import shown
from archive.exchange.register.columns import Mapping
from archive.records import Validity
from archive.vocabulary import label
from ui.language import _, language, ngettext
from ui.messages.register import column_words, row_sentence

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
RECORD = Role.UserRole
NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the preview: the codes of the register it shows, its words and usual width."""

    codes: tuple[str, ...]
    words: Callable[[Entry], str]
    width: int


def _term(vocabulary: str, code: str) -> str:
    return label(vocabulary, code, language()) if code else ""


def _date(edtf: str | None) -> str:
    return show(edtf, language()) if edtf else ""


def _parties(entry: Entry) -> str:
    return f"{entry.home.a}–{entry.home.b}" if entry.home else ""


def _ends(entry: Entry) -> str:
    if entry.end.validity is Validity.INDEFINITE:
        return _term("validities", entry.end.validity.value)
    return _date(entry.end.ends)


COLUMNS = (
    Column(("partnership", "city_a", "city_b", "partnership_kind"), _parties, 150),
    Column(("number",), lambda each: each.number, 96),
    Column(("kind",), lambda each: _term("agreement_kinds", each.kind), 130),
    Column(("title",), lambda each: each.title, 230),
    Column(("signed",), lambda each: _date(each.signed), 130),
    Column(("ends", "duration"), _ends, 130),
    Column(
        ("fields",),
        lambda each: ", ".join(_term("fields", code) for code in each.fields),
        150,
    ),
)
NUMBER, STATUS, FIRST = 0, 1, 2


class PreviewModel(QAbstractTableModel):
    """Number of the row, its status, then what would be entered."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()
        self._mapping: Mapping = ()

    def show_rows(self, rows: Sequence[Row], mapping: Mapping) -> None:
        """Show these, read from a sheet mapped so."""
        self.beginResetModel()
        self.rows, self._mapping = tuple(rows), mapping
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else FIRST + len(COLUMNS)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """What one cell says; what is wrong stands in its tooltip."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role == Role.DisplayRole:
            return self._words(row, column)
        if role == Role.ToolTipRole:
            return faults_words(row, _codes(column)) or self._words(row, column)
        if role == Role.ForegroundRole and faults_words(row, _codes(column)):
            return QGuiApplication.palette().color(QPalette.ColorRole.BrightText)
        return row if role == RECORD else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """The name of a column."""
        if orientation is not Qt.Orientation.Horizontal or role != Role.DisplayRole:
            return None
        return heading(section)

    def retranslate(self) -> None:
        """Say all in the language in use."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        if self.rows:
            last = self.index(len(self.rows) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _words(self, row: Row, column: int) -> str:
        if column == NUMBER:
            return str(row.line.number)
        if column == STATUS:
            return status_words(row)
        shown_as = COLUMNS[column - FIRST]
        return shown_as.words(row.entry) or self._as_came(row, shown_as.codes)

    def _as_came(self, row: Row, codes: tuple[str, ...]) -> str:
        """What stands in the sheet, where it could not be read."""
        places = (self._mapping.index(code) for code in codes if code in self._mapping)
        return " – ".join(filter(None, (shown(row.line.cell(place)) for place in places)))


class Filtered(QSortFilterProxyModel):
    """All rows, or those with faults."""

    def __init__(self, model: PreviewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows, self._faulty = model, False
        self.setSourceModel(model)

    def only_faulty(self, wanted: bool) -> None:
        """Show only rows with faults, or all."""
        self.beginFilterChange()
        self._faulty = wanted
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Whether a row is shown."""
        return not self._faulty or bool(self._rows.rows[source_row].faults)


def faults_words(row: Row, codes: tuple[str, ...] | None) -> str:
    """What is wrong in these columns, a line each; None: in all."""
    wrong = (fault for fault in row.faults if codes is None or fault.column in codes)
    return "\n".join(map(row_sentence, wrong))


def status_words(row: Row) -> str:
    """`can be entered`, or how many faults."""
    count = len(row.faults)
    return ngettext("{n} fault", "{n} faults", count).format(n=count) if count else _("good")


def heading(section: int) -> str:
    """What a column of the preview is called."""
    if section < FIRST:
        return (_("Row"), _("Status"))[section]
    return column_words(COLUMNS[section - FIRST].codes[0])


def _codes(column: int) -> tuple[str, ...] | None:
    """The codes a column shows; the status shows them all, the number none."""
    if column < FIRST:
        return None if column == STATUS else ()
    return COLUMNS[column - FIRST].codes

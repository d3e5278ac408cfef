"""The terms of one vocabulary as a table; both words can be written over in place."""

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
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from archive.records import ListedTerm
from ui.language import _
from ui.models.document_words import number

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()
TERM = Role.UserRole


def _origin(term: ListedTerm) -> str:
    if term.own:
        return _("this archive")
    return _("program, changed") if term.changed else _("program")


CELLS: dict[str, Callable[[ListedTerm], str]] = {
    "label_id": lambda term: term.label_id,
    "label_en": lambda term: term.label_en,
    "code": lambda term: term.code,
    "uses": lambda term: number(term.uses) if term.uses else "",
    "origin": _origin,
    "hidden": lambda term: _("hidden") if term.hidden else _("offered"),
}
COLUMNS = tuple(CELLS)
WRITTEN = ("label_id", "label_en")


class TermModel(QAbstractTableModel):
    """`renamed` brings a term with the words it is to have; nothing changes here before the archive
    has changed."""

    renamed = Signal(object, str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._terms: list[ListedTerm] = []
        self._writable = False

    def show(self, terms: Sequence[ListedTerm], *, writable: bool) -> None:
        """Show these in place of what was shown."""
        self.beginResetModel()
        self._terms, self._writable = list(terms), writable
        self.endResetModel()

    def row_of(self, code: str) -> int:
        """Where a term stands; -1 where there is none."""
        return next((at for at, term in enumerate(self._terms) if term.code == code), -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many terms."""
        return 0 if parent.isValid() else len(self._terms)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """The columns' names."""
        if orientation != Qt.Orientation.Horizontal or role != Role.DisplayRole:
            return None
        return _headings()[COLUMNS[section]]

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """What a cell says; a term that is hidden is faint."""
        if not index.isValid():
            return None
        term, column = self._terms[index.row()], COLUMNS[index.column()]
        if role in (Role.DisplayRole, Role.EditRole, Role.ToolTipRole):
            return CELLS[column](term)
        if role == Role.ForegroundRole and term.hidden:
            return _faint()
        if role == Role.TextAlignmentRole and column == "uses":
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return term if role == TERM else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The words can be written over where the archive can be changed."""
        found = super().flags(index)
        if index.isValid() and self._writable and COLUMNS[index.column()] in WRITTEN:
            found |= Qt.ItemFlag.ItemIsEditable
        return found

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        """Tell what a word is to be; False, for it is so only when the archive says so."""
        if role != Role.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        term = self._terms[index.row()]
        words = {name: CELLS[name](term) for name in WRITTEN}
        words[COLUMNS[index.column()]] = str(value).strip()
        if words != {name: CELLS[name](term) for name in WRITTEN}:
            self.renamed.emit(term, words["label_id"], words["label_en"])
        return False


def _faint() -> QColor:
    return QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText)


def _headings() -> dict[str, str]:
    return {
        "label_id": _("Word in Indonesian"),
        "label_en": _("Word in English"),
        "code": _("Code"),
        "uses": _("Uses"),
        "origin": _("Comes from"),
        "hidden": _("In choices"),
    }

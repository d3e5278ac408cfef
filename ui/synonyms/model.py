"""The rows of synonyms as a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QGuiApplication, QPalette

from archive.records import Synonym
from ui.editors.synonym_dialog import in_words
from ui.language import _

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()
ROW = Role.UserRole
CELLS: dict[str, Callable[[Synonym], str]] = {
    "term": lambda row: row.term,
    "equivalents": in_words,
    "both": lambda row: _("both ways") if row.both else _("one way"),
    "own": lambda row: _("this archive") if row.own else _("program"),
    "off": lambda row: _("switched off") if row.off else _("in use"),
}
COLUMNS = tuple(CELLS)


class SynonymModel(QAbstractTableModel):
    """Shows rows; nothing changes here before the archive has changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Synonym] = []

    def show(self, rows: Sequence[Synonym]) -> None:
        """Show these in place of what was shown."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row_of(self, term: str, *, own: bool) -> int:
        """Where a row stands; -1 where there is none."""
        wanted = term, own
        return next((at for at, row in enumerate(self._rows) if (row.term, row.own) == wanted), -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many rows."""
        return 0 if parent.isValid() else len(self._rows)

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
        """What a cell says; a row that is not used is faint."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return CELLS[COLUMNS[index.column()]](row)
        if role == Role.ForegroundRole and row.off:
            return QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText)
        return row if role == ROW else None


def _headings() -> dict[str, str]:
    return {
        "term": _("Words"),
        "equivalents": _("Mean the same"),
        "both": _("Direction"),
        "own": _("Comes from"),
        "off": _("In search"),
    }

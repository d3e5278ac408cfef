"""The kept prints as rows, the last made first, and what checks found of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from archive.records import KeptPrint
from ui.prints.words import cells, headings, looked_for

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()
COLUMNS = 9
PAGES, SHA256 = 6, 7


class PrintsModel(QAbstractTableModel):
    """Shows those in which all words looked for stand."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[KeptPrint, ...] = ()
        self._shown: tuple[KeptPrint, ...] = ()
        self._typed = ""
        self._whole: dict[str, bool] = {}

    @property
    def empty(self) -> bool:
        """Whether nothing was ever kept."""
        return not self._all

    def show_prints(self, kept: Sequence[KeptPrint]) -> None:
        """Show these in place of what was shown; what checks found stays."""
        self._all = tuple(kept)
        self._look()

    def look_for(self, typed: str) -> None:
        """Show only those in which these words stand."""
        self._typed = typed
        self._look()

    def note(self, uuid: str, *, whole: bool) -> None:
        """A check found this."""
        self._whole[uuid] = whole
        self._renew()

    def kept(self, row: int) -> KeptPrint | None:
        """The print of a row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, uuid: str) -> int:
        """Where a print stands; -1 where it does not."""
        return next((row for row, kept in enumerate(self._shown) if kept.uuid == uuid), -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """How many columns."""
        return 0 if parent.isValid() else COLUMNS

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """The columns' names."""
        if orientation != Qt.Orientation.Horizontal or role != Role.DisplayRole:
            return None
        return headings()[section]

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """What a cell says; the whole of it when it is cut."""
        kept, column = self._shown[index.row()], index.column()
        if role == Role.TextAlignmentRole and column == PAGES:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Role.ToolTipRole and column == SHA256:
            return kept.sha256
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return cells(kept, self._whole.get(kept.uuid))[column]
        return None

    def retranslate(self) -> None:
        """Every cell and heading in the language in use."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, COLUMNS - 1)
        self._renew()

    def _look(self) -> None:
        self.beginResetModel()
        self._shown = tuple(kept for kept in self._all if looked_for(kept, self._typed))
        self.endResetModel()

    def _renew(self) -> None:
        if self._shown:
            last = self.index(len(self._shown) - 1, COLUMNS - 1)
            self.dataChanged.emit(self.index(0, 0), last)

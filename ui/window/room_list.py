"""The list of rooms at the window's side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui.language import _
from ui.room import Room
from ui.widgets.icons import icon

NAME = Qt.ItemDataRole.UserRole
LEAST = 150


class RoomList(QListWidget):
    """One row a room, in the order of the keys Ctrl+1, Ctrl+2 …"""

    chosen = Signal(str)

    def __init__(self, rooms: Sequence[Room], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rooms = rooms
        self.setObjectName("rooms")
        self.setIconSize(QSize(20, 20))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for room in rooms:
            item = QListWidgetItem(self)
            item.setData(NAME, room.name)
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)
        self.retranslate()

    def show_room(self, name: str) -> None:
        """Mark the room a person is in; none of them while reading."""
        row = next((row for row, room in enumerate(self._rooms) if room.name == name), -1)
        self.setCurrentRow(row)

    def retranslate(self) -> None:
        """Write every word in the language of the window; icons in its colours."""
        self.setAccessibleName(_("Rooms"))
        for row, room in enumerate(self._rooms):
            item = self.item(row)
            item.setText(room.title())
            item.setIcon(icon(room.icon_name))
            item.setToolTip(f"{room.title()} (Ctrl+{row + 1})")
        widest = max((self.sizeHintForColumn(0), LEAST - 24))
        self.setFixedWidth(widest + 32)

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(NAME))

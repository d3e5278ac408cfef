"""The room's actions: buttons, context menus and keys for what is chosen where the cursor is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QMenu

from ui.language import _
from ui.widgets.room_actions import RoomActions
from ui.widgets.table_menu import add_exports

if TYPE_CHECKING:
    from ui.programs.room import ProgramsRoom


class Menus(RoomActions):
    """Enabled only where it can be done."""

    def __init__(self, room: ProgramsRoom) -> None:
        super().__init__(room)
        self._room = room
        self.new_program = self.action("add", room.new_program)
        self.new_activity = self.action("add", room.new_activity)
        self.edit = self.action("edit", room.edit, QKeySequence(Qt.Key.Key_F2))
        self.remove = self.action("remove", room.remove, QKeySequence(Qt.Key.Key_Delete))
        for place in (room.grid.names, room.grid.cells, room.pane.activities):
            place.addActions([self.edit, self.remove])
            place.customContextMenuRequested.connect(self._pop_up_at(place))
        for action, button in zip(self.all, room.bar.buttons, strict=True):
            button.clicked.connect(action.trigger)

    @property
    def all(self) -> tuple[QAction, ...]:
        """In the order of the buttons."""
        return self.new_program, self.new_activity, self.edit, self.remove

    def settle(self) -> None:
        """Enable what can be done with what is chosen."""
        room = self._room
        writable, program = room.desk.writable, room.grid.program is not None
        record = room.record() is not None
        can = (room.seen is not None, program, record, record)
        for action, button, able in zip(self.all, room.bar.buttons, can, strict=True):
            action.setEnabled(writable and able)
            button.setVisible(writable)
            button.setEnabled(writable and able)

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.new_program.setText(_("New program…"))
        self.new_activity.setText(_("New activity…"))
        self.edit.setText(_("Edit…"))
        self.remove.setText(_("Remove…"))
        self.repaint_icons()

    def _pop_up_at(self, place: QAbstractItemView) -> Callable[[QPoint], None]:
        def pop_up(at: QPoint) -> None:
            place.setFocus()
            menu = QMenu(place)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions([self.edit, self.remove, self.new_activity, self.new_program])
            add_exports(menu, place)
            menu.popup(place.viewport().mapToGlobal(at))

        return pop_up

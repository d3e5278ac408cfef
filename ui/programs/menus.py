"""The room's actions: buttons, context menus and keys for what is chosen where the cursor is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QMenu

from ui.language import _
from ui.widgets.icons import icon

if TYPE_CHECKING:
    from ui.programs.room import ProgramsRoom


class Menus(QObject):
    """Enabled only where it can be done."""

    def __init__(self, room: ProgramsRoom) -> None:
        super().__init__(room)
        self._room = room
        self.new_program = self._action(room.new_program)
        self.new_activity = self._action(room.new_activity)
        self.edit = self._action(room.edit, QKeySequence(Qt.Key.Key_F2))
        self.remove = self._action(room.remove, QKeySequence(Qt.Key.Key_Delete))
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
        for action, words, name in (
            (self.new_program, _("New program…"), "add"),
            (self.new_activity, _("New activity…"), "add"),
            (self.edit, _("Edit…"), "edit"),
            (self.remove, _("Remove…"), "remove"),
        ):
            action.setText(words)
            action.setIcon(icon(name))

    def _action(self, deed: Callable[[], None], key: QKeySequence | None = None) -> QAction:
        action = QAction(self)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        if key is not None:
            action.setShortcut(key)
        action.triggered.connect(deed)
        return action

    def _pop_up_at(self, place: QAbstractItemView) -> Callable[[QPoint], None]:
        def pop_up(at: QPoint) -> None:
            place.setFocus()
            menu = QMenu(place)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions([self.edit, self.remove, self.new_activity, self.new_program])
            menu.popup(place.viewport().mapToGlobal(at))

        return pop_up

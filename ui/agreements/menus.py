"""The actions on the chosen agreement: buttons, context menu and keys, where they can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from archive.records import Agreement
from ui.language import _
from ui.widgets.room_actions import RoomActions
from ui.widgets.table_menu import add_exports

if TYPE_CHECKING:
    from ui.agreements.room import AgreementsRoom


class Menus(RoomActions):
    """F2 edits and Del removes where the cursor stands in the table."""

    def __init__(self, room: AgreementsRoom) -> None:
        super().__init__(room)
        self._room = room
        self.new = self.action("add", room.deeds.new)
        self.bring_in = self.action("import", room.deeds.bring_in)
        self.edit = self.action("edit", self._edit, QKeySequence(Qt.Key.Key_F2))
        self.remove = self.action("remove", self._remove, QKeySequence(Qt.Key.Key_Delete))
        self.partnership = self.action("partnerships", self._open_partnership)
        self._connect()

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.new.setText(_("New agreement…"))
        self.bring_in.setText(_("Import a register…"))
        self.edit.setText(_("Edit…"))
        self.remove.setText(_("Remove…"))
        self.partnership.setText(_("Open partnership"))
        self.repaint_icons()

    def settle(self) -> None:
        """Enable what can be done with what is chosen."""
        some, writable = self._agreement() is not None, self._room.desk.writable
        self.new.setEnabled(writable)
        self.bring_in.setEnabled(writable)
        self.edit.setEnabled(some and writable)
        self.remove.setEnabled(some and writable)
        self.partnership.setEnabled(some)

    def _connect(self) -> None:
        room, detail = self._room, self._room.detail
        room.table.addActions([self.edit, self.remove])
        room.table.customContextMenuRequested.connect(self._pop_up)
        room.table.opened.connect(self._edit)
        for button, action in (
            (detail.edit, self.edit),
            (detail.remove, self.remove),
            (detail.partnership, self.partnership),
            (room.bar.new, self.new),
            (room.bar.bring_in, self.bring_in),
            (room.pages.first, self.new),
            (room.pages.bring_in, self.bring_in),
        ):
            button.clicked.connect(action.trigger)

    def _pop_up(self, at: QPoint) -> None:
        table = self._room.table
        menu = QMenu(table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.edit, self.remove, self.partnership, self.new])
        add_exports(menu, table)
        menu.popup(table.viewport().mapToGlobal(at))

    def _agreement(self) -> Agreement | None:
        found = self._room.table.record
        return found.agreement if found is not None else None

    def _edit(self) -> None:
        if (agreement := self._agreement()) is not None:
            self._room.deeds.edit(agreement)

    def _remove(self) -> None:
        if (agreement := self._agreement()) is not None:
            self._room.deeds.remove(agreement)

    def _open_partnership(self) -> None:
        if (agreement := self._agreement()) is not None:
            self._room.desk.open_partnership(agreement.partnership)

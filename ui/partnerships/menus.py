"""The room's actions: buttons, context menus and keys, each enabled only where it can be done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QMenu

from archive.records import Evidence, Finding, Partnership, Program, Role
from ui.language import _
from ui.widgets.room_actions import RoomActions
from ui.widgets.table_menu import add_exports

if TYPE_CHECKING:
    from ui.partnerships.removal_words import Record
    from ui.partnerships.room import PartnershipsRoom


class Menus(RoomActions):
    """Knows what is chosen where the cursor stands, and what can be done with it."""

    def __init__(self, room: PartnershipsRoom) -> None:
        super().__init__(room)
        self._room = room
        self.open = self.action("open", self._open)
        self.edit = self.action("edit", self._edit, QKeySequence(Qt.Key.Key_F2))
        self.remove = self.action("remove", self._remove, QKeySequence(Qt.Key.Key_Delete))
        self.under = self.action("add", self._new_under)
        self.new_program = self.action("add", self._new_program)
        self.new_agreement = self.action("add", self._new_agreement)
        self.new_actor = self.action("add", self._new_actor)
        self.delete = self.action("remove", self._delete)
        self.print = self.action("print", self._print)
        self._connect()

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.open.setText(_("Open the page"))
        self.edit.setText(_("Edit…"))
        self.remove.setText(_("Remove…"))
        self.under.setText(_("New program under it…"))
        self.new_program.setText(_("New program…"))
        self.new_agreement.setText(_("New agreement…"))
        self.new_actor.setText(_("New actor…"))
        self.delete.setText(_("Delete this actor everywhere…"))
        self.print.setText(_("Print summary…"))
        self.repaint_icons()

    def settle(self) -> None:
        """Enable what can be done in this archive."""
        writable = self._room.desk.writable
        new = self.under, self.new_program, self.new_agreement, self.new_actor
        for action in (self.edit, self.remove, self.delete, *new):
            action.setEnabled(writable)
        view = self._room.dossier
        for button in (view.new_program, view.new_agreement, view.new_actor, view.edit):
            button.setVisible(writable)

    def _connect(self) -> None:
        room, view = self._room, self._room.dossier
        tables = view.findings, view.agreements, view.documents, view.actors
        for place in (room.list.list, view.tree, *tables):
            place.addActions([self.edit, self.remove])
            place.customContextMenuRequested.connect(self._pop_up_at(place))
        view.new_program.clicked.connect(self._new_program)
        view.new_agreement.clicked.connect(self._new_agreement)
        view.new_actor.clicked.connect(self._new_actor)
        view.actors.opened.connect(room.deeds.edit)
        view.edit.clicked.connect(self._edit_partnership)
        view.print.clicked.connect(self._print)

    def _pop_up_at(self, place: QAbstractItemView) -> Callable[[QPoint], None]:
        def pop_up(at: QPoint) -> None:
            place.setFocus()
            menu = QMenu(place)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions(self.offered())
            add_exports(menu, place)
            menu.popup(place.viewport().mapToGlobal(at))

        return pop_up

    def offered(self) -> list[QAction]:
        """What a context menu offers for what is chosen."""
        record = self._chosen()
        before = [self.open] if isinstance(record, Evidence | Finding) else []
        if isinstance(record, Program):
            before += [self.under]
        if isinstance(record, Partnership):
            before += [self.print]
        after = [self.edit, self.remove] if record is not None else []
        after += [self.delete] if isinstance(record, Role) else []
        return [*before, *after, self.new_program, self.new_agreement, self.new_actor]

    def _chosen(self) -> Record | None:
        """The partnership while the cursor stands in the list, else what the dossier has."""
        return self._partnership() if self._in_list() else self._room.dossier.record()

    def _in_list(self) -> bool:
        return self._room.list.list.hasFocus()

    def _partnership(self) -> Partnership | None:
        shown = self._room.dossier.shown
        return shown.dossier.partnership if shown else None

    def _open(self) -> None:
        record = self._chosen()
        if isinstance(record, Evidence):
            self._room.desk.open_document(record.link.document, record.link.first_page)
        elif isinstance(record, Finding):
            source = record.values.source
            self._room.desk.open_document(source.document, source.first_page)

    def _edit(self) -> None:
        if (record := self._chosen()) is not None:
            self._room.deeds.edit(record)

    def _edit_partnership(self) -> None:
        if (partnership := self._partnership()) is not None:
            self._room.deeds.edit(partnership)

    def _remove(self) -> None:
        if (record := self._chosen()) is not None:
            self._room.deeds.remove(record)

    def _delete(self) -> None:
        if isinstance(record := self._chosen(), Role):
            self._room.deeds.remove(record.actor)

    def _new_under(self) -> None:
        record = self._chosen()
        if isinstance(record, Program):
            self._room.deeds.new_program(record.partnership, record.id)

    def _new_program(self) -> None:
        if (partnership := self._partnership()) is not None:
            self._room.deeds.new_program(partnership.id)

    def _new_agreement(self) -> None:
        if (partnership := self._partnership()) is not None:
            self._room.deeds.new_agreement(partnership.id)

    def _new_actor(self) -> None:
        if (partnership := self._partnership()) is not None:
            self._room.deeds.new_actor(partnership.id)

    def _print(self) -> None:
        if (partnership := self._partnership()) is not None:
            self._room.desk.print_partnership(partnership.id)

"""All rooms beside their list: moving between them, and back the way one came."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from archive.changes import Changes
from search.records import SearchRequest
from ui.agreements.room import AgreementsRoom
from ui.desk import Desk
from ui.documents.room import DocumentsRoom
from ui.inbox.room import InboxRoom
from ui.partnerships.room import PartnershipsRoom
from ui.programs.room import ProgramsRoom
from ui.reader.reader import Reader
from ui.reports.room import ReportsRoom
from ui.room import Room
from ui.search.room import SearchRoom
from ui.window.room_list import RoomList
from ui.window.trail import Stop, Trail


class Rooms(QWidget):
    """Every room is made once. A new room is one more line here."""

    moved = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.search = SearchRoom(desk, self)
        self.inbox = InboxRoom(desk, self)
        self.partnerships = PartnershipsRoom(desk, self)
        self.agreements = AgreementsRoom(desk, self)
        self.programs = ProgramsRoom(desk, self)
        self.documents = DocumentsRoom(desk, self)
        self.reports = ReportsRoom(desk, self)
        self.reader = Reader(desk, self)
        self.listed: tuple[Room, ...] = (
            self.search,
            self.inbox,
            self.partnerships,
            self.agreements,
            self.programs,
            self.documents,
            self.reports,
        )
        self.all = {room.name: room for room in (*self.listed, self.reader)}
        self.trail = Trail()
        self.list = RoomList(self.listed, self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()

    @property
    def current(self) -> Room:
        """The room a person is in."""
        room = self._stack.currentWidget()
        assert isinstance(room, Room)
        return room

    # moving

    def go_to(self, name: str) -> None:
        """Go to a room as it was left."""
        if self.current.name != name:
            self._leave()
            self._enter(name)

    def go_back(self) -> None:
        """Go where the person was before."""
        self._return(self.trail.back(self._here()))

    def go_forward(self) -> None:
        """Go where the person came back from."""
        self._return(self.trail.forward(self._here()))

    def open_document(self, document: int, page: int, asked: SearchRequest | None) -> None:
        """Read a document from a page on."""
        self._leave()
        self.reader.show_document(document, page, asked)
        self._enter(self.reader.name)

    def open_partnership(self, partnership: int) -> None:
        """Show a dossier."""
        self._leave()
        self.partnerships.show_partnership(partnership)
        self._enter(self.partnerships.name)

    def print_partnership(self, partnership: int) -> None:
        """Show the print of a partnership."""
        self._leave()
        self.reports.choose_partnership(partnership)
        self._enter(self.reports.name)

    def ask(self, text: str) -> None:
        """Search; the cursor stays where it is."""
        if self.current is not self.search:
            self._leave()
            self._show(self.search.name)
        self.search.ask(text)

    # the archive

    def opened(self) -> None:
        """An archive has been opened."""
        self.trail.forget()
        for room in self.all.values():
            room.opened()
        self._enter(self.search.name)

    def closing(self) -> None:
        """The archive is about to close."""
        self.trail.forget()
        for room in self.all.values():
            room.closing()

    def refresh(self, changes: Changes) -> None:
        """Something changed."""
        for room in self.all.values():
            room.refresh(changes)

    def retranslate(self) -> None:
        """Write every word in the language of the window."""
        for room in self.all.values():
            room.retranslate()
        self.list.retranslate()

    # inside

    def _here(self) -> Stop:
        return Stop(self.current.name, self.current.place())

    def _leave(self) -> None:
        self.trail.leave(self._here())

    def _show(self, name: str) -> None:
        self._stack.setCurrentWidget(self.all[name])
        self.list.show_room(name)
        self.moved.emit()

    def _enter(self, name: str) -> None:
        self._show(name)
        self.all[name].entered()

    def _return(self, stop: Stop | None) -> None:
        if stop is not None:
            self._enter(stop.room)
            self.all[stop.room].go(stop.place)
        elif self.current is self.reader:  # opened first of all: there is still a way out
            self._enter(self.search.name)

    def _lay_out(self) -> None:
        for room in self.all.values():
            self._stack.addWidget(room)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self._stack, 1)

    def _connect(self) -> None:
        desk = self._desk
        self.list.chosen.connect(self.go_to)
        self.agreements.title_changed.connect(self.list.retranslate)
        self.inbox.title_changed.connect(self.list.retranslate)
        desk.room_wanted.connect(self.go_to)
        desk.back_wanted.connect(self.go_back)
        desk.document_wanted.connect(self.open_document)
        desk.partnership_wanted.connect(self.open_partnership)
        desk.print_wanted.connect(self.print_partnership)
        desk.changed.connect(self.refresh)

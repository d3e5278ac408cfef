"""The window: one desk, its rooms, and all that is the same in each of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QLineEdit,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from archive.archive import Archive
from ui.desk import Desk
from ui.faults import Faults
from ui.first_start import FirstStart
from ui.history.undoing import Undoing
from ui.imports.importer import Importer
from ui.scanning.astray import AstrayQuotes
from ui.scanning.eyes import Eyes
from ui.watching.note import WatchNote
from ui.watching.watcher import Watcher
from ui.window.bringing import choose_files, choose_folder, dropped
from ui.window.completing import Completing
from ui.window.completions import Completions
from ui.window.dialogs import Dialogs
from ui.window.exports import Exports
from ui.window.header import Header
from ui.window.menus import Menus
from ui.window.notices import Notices
from ui.window.opening import Opening
from ui.window.review import QuoteReview
from ui.window.rooms import Rooms
from ui.window.status_line import StatusLine

NAME = "Kembar"
SIZE = (1280, 800)
FRAME = 48  # what a system may put around a window
LAST = "last"


class MainWindow(QMainWindow):
    """One window, one desk, one archive at a time."""

    def __init__(self, desk: Desk, faults: Faults) -> None:
        super().__init__()
        self.desk = desk
        self.importer = Importer(desk)
        self.eyes = Eyes(desk, self.importer)
        self.watcher = Watcher(desk, self.importer)
        self.undoing = Undoing(desk, self)
        self.opening = Opening(desk, self)
        self.rooms = Rooms(desk, self)
        self.first = FirstStart(desk)
        self.exports = Exports(desk, self.rooms, self)
        doing = self.importer, self.eyes, self.opening
        self.dialogs = Dialogs(desk, *doing, self.exports, self)
        self.menus = Menus(self, self._doings())
        self.menus.add_rooms([room.name for room in self.rooms.listed], self.rooms.go_to)
        actions = self.menus.actions
        self.header = Header(actions["back"], actions["forward"], self)
        self.notices = Notices(desk, faults, self)
        self.status = StatusLine(desk, self.importer, self.eyes, self)
        quotes, look = AstrayQuotes(desk), self.dialogs.astray
        self.review = QuoteReview(quotes, self.menus, self.notices, look)
        self.away = WatchNote(self.watcher, self)
        self.status.addWidget(self.away)
        self.completing = Completing(desk, self.header.box, Completions(self))
        self._lay_out()
        self._connect()
        self._retranslate()
        self._show_archive(None)

    def open_first(self, folder: Path | None) -> None:
        """Open this archive, or the one that was open when the program last ended."""
        last = str(self.desk.settings.value(LAST) or "")
        if folder is not None or last:
            self.opening.open(folder or Path(last))

    def search(self, text: str) -> None:
        """Search for this, as if it had been typed."""
        self.header.box.show_text(text)
        self.rooms.ask(text)

    def bring_in(self, paths: list[Path]) -> None:
        """Queue files and folders; what comes of each is shown in the window of imports."""
        if paths and self.desk.writable:
            self.importer.bring_in(paths)
            self.dialogs.imports()

    def _choose_files(self) -> None:
        self.bring_in(choose_files(self))

    # the archive

    def _opened(self, archive: Archive) -> None:
        self.desk.settings.set_value(LAST, str(archive.folder))
        self._show_archive(archive)
        self.rooms.opened()
        self.status.renew()
        self._to_search_box()

    def _closing(self) -> None:
        self.rooms.closing()
        self.dialogs.close()
        self.header.box.show_text("")
        self._show_archive(None)

    def _show_archive(self, archive: Archive | None) -> None:
        self._pages.setCurrentWidget(self.first if archive is None else self.rooms)
        self.header.setVisible(archive is not None)
        self.header.name.say(archive.info.name if archive is not None else "")
        self.setWindowTitle(archive.info.name if archive is not None else NAME)
        self.notices.show_archive(archive)
        self._enable(archive)
        self._list_recent()
        if archive is None:
            self.status.clear_counts()
            self.first.refresh()

    def _enable(self, archive: Archive | None) -> None:
        writable = archive is not None and archive.writable
        self.menus.enable(opened=archive is not None, writable=writable)
        self._show_trail()

    def _titles(self) -> list[str]:
        return [room.title() for room in self.rooms.listed]

    def _name_rooms(self) -> None:
        self.menus.name_rooms(self._titles())

    def _list_recent(self) -> None:
        menu = self.menus.recent
        menu.clear()
        for folder in self.desk.settings.recent:
            action = menu.addAction(str(folder))
            action.triggered.connect(
                lambda _checked=False, folder=folder: self.opening.open(folder)
            )
        menu.setEnabled(not menu.isEmpty())

    def _close_archive(self) -> None:
        self.desk.settings.set_value(LAST, None)
        self.desk.leave()

    # moving

    def _to_search_box(self) -> None:
        self.header.box.setFocus()
        self.header.box.selectAll()

    def _leave_box(self) -> None:
        self.rooms.current.entered()

    def _type_on(self, text: str) -> None:
        """Someone types in the results: the letter goes into the box."""
        self.header.box.setFocus()
        if text:  # an empty one would take away what is selected
            self.header.box.insert(text)

    def _show_trail(self) -> None:
        trail = self.rooms.trail
        self.menus.actions["back"].setEnabled(trail.can_go_back)
        self.menus.actions["forward"].setEnabled(trail.can_go_forward)

    def _show_undo(self) -> None:
        self.menus.show_undo(self.undoing.words(), possible=self.undoing.possible)

    # what comes from outside

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and folders may be dropped anywhere."""
        if self.desk.writable and dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Bring in what was dropped."""
        event.acceptProposedAction()
        self.bring_in(dropped(event.mimeData()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keys, as in dialogs."""
        button = self.focusWidget()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and isinstance(button, QAbstractButton):
            button.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Light has turned to dark or back: icons follow."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "status"):
            self._retranslate()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing is lost by closing: what waits to come in goes on at the next start."""
        self.desk.settings.set_state("window", self.saveGeometry())
        self.desk.leave()
        event.accept()

    # laying out

    def _doings(self) -> dict[str, Callable[[], object]]:
        dialogs, opening, rooms = self.dialogs, self.opening, self.rooms
        return {
            "new": dialogs.create,
            "open": opening.ask_open,
            "sample": opening.make_sample,
            "close": self._close_archive,
            "bring_files": self._choose_files,
            "bring_folder": lambda: self.bring_in(choose_folder(self)),
            "register": dialogs.register,
            "imports": dialogs.imports,
            "export": self.exports.ask,
            "export_documents": self.exports.ask_documents,
            "verify": dialogs.verify,
            "backup": dialogs.backup,
            "prints": dialogs.prints,
            "restore": dialogs.restore,
            "vocabularies": dialogs.vocabularies,
            "synonyms": dialogs.synonyms,
            "office": dialogs.office,
            "settings": dialogs.settings,
            "quit": self.close,
            "undo": self.undoing.undo,
            "trash": dialogs.trash,
            "events": dialogs.events,
            "astray": dialogs.astray,
            "compare": dialogs.compare,
            "search": self._to_search_box,
            "back": rooms.go_back,
            "forward": rooms.go_forward,
            "keys": dialogs.keys,
            "about": dialogs.about,
        }

    def _lay_out(self) -> None:
        self._pages, whole = QStackedWidget(self), QWidget(self)
        self._pages.addWidget(self.first)
        self._pages.addWidget(self.rooms)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, *self.notices.banners):
            column.addWidget(part)
        column.addWidget(self._pages, 1)
        self.setCentralWidget(whole)
        self.setStatusBar(self.status)
        self.setAcceptDrops(True)
        for line in self.findChildren(QLineEdit):
            line.setAcceptDrops(False)  # files dropped on a field are for the window
        if not self.restoreGeometry(self.desk.settings.state("window")):
            self._fill_screen()

    def _fill_screen(self) -> None:
        """The first time: a comfortable size, or all of a small screen."""
        room = QGuiApplication.primaryScreen().availableGeometry()
        self.resize(min(SIZE[0], room.width()), min(SIZE[1], room.height()))
        if room.width() < SIZE[0] + FRAME or room.height() < SIZE[1] + FRAME:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _connect(self) -> None:
        desk, box, search = self.desk, self.header.box, self.rooms.search
        desk.archive_opened.connect(self._opened)
        desk.archive_closing.connect(self._closing)
        desk.language_changed.connect(self._retranslate)
        desk.changed.connect(lambda _changes: self.status.renew())
        desk.search_wanted.connect(self.search)
        desk.files_wanted.connect(self._choose_files)
        desk.describe_wanted.connect(self.dialogs.describe)
        self.undoing.renewed.connect(self._show_undo)
        for who in (self.undoing, desk):
            who.said.connect(lambda words: self.status.showMessage(words, 8000))
        self.rooms.moved.connect(self._show_trail)
        self.rooms.agreements.title_changed.connect(self._name_rooms)
        self.rooms.inbox.title_changed.connect(self._name_rooms)
        self.status.more.clicked.connect(self.dialogs.imports)
        box.asked.connect(self.rooms.ask)
        box.entered.connect(search.open_first)
        box.wanted_down.connect(search.enter_results)
        box.left.connect(self._leave_box)
        box.textEdited.connect(search.results.note_typing)
        search.written.connect(box.show_text)
        search.typed.connect(self._type_on)
        self.first.create_wanted.connect(self.dialogs.create)
        self.first.open_wanted.connect(self.opening.ask_open)
        self.first.sample_wanted.connect(self.opening.make_sample)
        self.first.restore_wanted.connect(self.dialogs.restore)
        self.first.recent_chosen.connect(self.opening.open)

    def _retranslate(self) -> None:
        self.rooms.retranslate()
        self.menus.retranslate(self._titles())
        self.exports.retranslate()
        self._show_undo()
        for part in (self.header, self.notices, self.status, self.away, self.first):
            part.retranslate()

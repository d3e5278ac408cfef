"""The desk: what every room is given – the open archive, its search, jobs, ways to other rooms."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from archive.archive import Archive, Mode
from archive.changes import Changes, Kind
from archive.records import Access
from archive.vocabulary import OwnWord
from search.finder import Finder
from search.records import SearchRequest
from ui import errands
from ui.jobs import Job, Jobs
from ui.language import use
from ui.settings import Settings

INDEX_DELAY = 300  # milliseconds; several edits in a row are indexed together
READING_DELAY = 10_000  # while pictures are read: a long scan is indexed whole at each time
LIKENESSES = 400  # documents compared in one errand
TELL_PAUSE = 250  # milliseconds between two repaints while files come in by the dozen


@dataclass(frozen=True, slots=True)
class Opened:
    """An archive, its search and its own words, opened in a job."""

    archive: Archive
    finder: Finder
    words: tuple[OwnWord, ...] = ()


def open_archive(folder: Path, mode: Mode, access: Access) -> Opened:
    """Open an archive and its index; runs in a job."""
    archive = Archive.open(folder, mode, access)
    try:
        return Opened(archive, Finder(archive), archive.terms.words())
    except BaseException:
        archive.close()
        raise


def create_archive(folder: Path, name: str, access: Access) -> Opened:
    """Make an archive and open it at the desk's level; runs in a job."""
    Archive.create(folder, name).close()
    return open_archive(folder, Mode.WRITE, access)


class Desk(QObject):
    """One window's desk. All its signals come in the window's own thread."""

    archive_opened = Signal(object)
    archive_closing = Signal()
    changed = Signal(object)
    language_changed = Signal()
    document_wanted = Signal(int, int, object)
    partnership_wanted = Signal(int)
    print_wanted = Signal(int)
    room_wanted = Signal(str)
    search_wanted = Signal(str)
    describe_wanted = Signal(int)
    back_wanted = Signal()
    files_wanted = Signal()
    said = Signal(str)
    _heard = Signal(object)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.jobs = Jobs(self)
        self.archive: Archive | None = None
        self.finder: Finder | None = None
        self.importing = False  # the import keeps the index true by itself
        self.reading = False  # pictures, a page every second or two
        self._reworded = False  # the rooms show words that are not those of the program
        self._indexing: Job | None = None
        self._gathered: set[tuple[Kind, int]] = set()
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.setInterval(TELL_PAUSE)
        self._telling.timeout.connect(self._tell_gathered)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(INDEX_DELAY)
        self._soon.timeout.connect(self.keep_index)
        self._heard.connect(self._tell)

    @property
    def writable(self) -> bool:
        """Whether the open archive can be changed here."""
        return self.archive is not None and self.archive.writable

    def take(self, opened: Opened) -> None:
        """Work with this archive from now on."""
        self.leave()
        self.archive, self.finder = opened.archive, opened.finder
        opened.archive.speak(opened.words)
        opened.archive.subscribe(self._heard.emit)
        self.settings.opened(opened.archive.folder)
        if opened.words or self._reworded:
            self._reword()
        self._reworded = bool(opened.words)
        self.archive_opened.emit(opened.archive)
        self.keep_index()

    def leave(self) -> None:
        """Close the archive, after all work on it has ended."""
        if self.archive is None or self.finder is None:
            return
        self._soon.stop()
        self._telling.stop()
        self._gathered.clear()
        self.archive_closing.emit()
        self.jobs.clear()
        archive, finder, self.archive, self.finder = self.archive, self.finder, None, None
        finder.close()
        archive.close()

    def speak(self, language: str) -> None:
        """Switch the language of every word on the screen."""
        use(language)
        self.settings.language = language
        self.language_changed.emit()

    def heard(self, changes: Changes) -> None:
        """A process of ours has committed something."""
        if self.archive is not None:
            self.archive.announce(changes)

    def keep_index(self) -> None:
        """Have the index catch up beside the window; nothing where this desk only looks."""
        if self.archive is None or not self.writable or self.importing or self._indexing:
            return
        self._indexing = self.jobs.beside(
            "engine", errands.keep_index, self.archive.folder, done=self._indexed
        )
        self._indexing.ended.connect(self._index_ended)

    def open_document(
        self, document: int, page: int = 1, asked: SearchRequest | None = None
    ) -> None:
        """Open the reader at a page, with the words that were asked for marked."""
        self.document_wanted.emit(document, page, asked)

    def open_partnership(self, partnership: int) -> None:
        """Show the dossier of a partnership."""
        self.partnership_wanted.emit(partnership)

    def print_partnership(self, partnership: int) -> None:
        """Go to the reports with this partnership chosen."""
        self.print_wanted.emit(partnership)

    def show_room(self, name: str) -> None:
        """Go to a room: `search`, `documents`, `partnerships` or `reports`."""
        self.room_wanted.emit(name)

    def search(self, text: str) -> None:
        """Go to the search room and ask this."""
        self.search_wanted.emit(text)

    def describe(self, document: int) -> None:
        """Open the description of a document."""
        self.describe_wanted.emit(document)

    def ask_files(self) -> None:
        """Ask which files are to be brought in."""
        self.files_wanted.emit()

    def say(self, words: str) -> None:
        """Say in the status line what was done."""
        self.said.emit(words)

    def go_back(self) -> None:
        """Go where the person was before."""
        self.back_wanted.emit()

    def _tell(self, changes: Changes) -> None:
        """The first change is told at once, those that follow closely together."""
        if self.archive is None:
            return
        self._gathered |= changes.items
        if not self._telling.isActive():
            self._tell_gathered()

    def _tell_gathered(self) -> None:
        if self.archive is None or not self._gathered:
            return
        changes = Changes(0, frozenset(self._gathered))
        self._gathered.clear()
        self._telling.start()
        self.changed.emit(changes)
        if changes.touches(Kind.TERM):
            self._reword()
        if changes.touches(Kind.DOCUMENT) and not (self.reading and self._soon.isActive()):
            self._soon.start(READING_DELAY if self.reading else INDEX_DELAY)

    def _reword(self) -> None:
        """The archive says its own words: every room writes them anew, as in another language."""
        self._reworded = True
        self.language_changed.emit()

    def _indexed(self, _result: object) -> None:
        if self.finder is not None:
            self.finder.reload()
            self.changed.emit(Changes(0, frozenset()))
            self._find_likenesses()

    def _find_likenesses(self) -> None:
        """Some documents at a time, so that what is asked of the same process waits little."""
        if self.archive is not None and self.writable and not self.importing:
            self.jobs.beside(
                "engine",
                errands.find_likenesses,
                self.archive.folder,
                LIKENESSES,
                done=self._likenesses_found,
            )

    def _likenesses_found(self, looked_at: int) -> None:
        if looked_at >= LIKENESSES:
            self._find_likenesses()
        elif looked_at:
            self.changed.emit(Changes(0, frozenset()))

    def _index_ended(self) -> None:
        self._indexing = None

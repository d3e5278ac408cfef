"""The archive: created, opened, locked and closed here; the one object all others hold."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from archive import vocabulary
from archive.catalogue.activities import Activities
from archive.catalogue.actors import Actors
from archive.catalogue.agreements import Agreements
from archive.catalogue.cities import Cities
from archive.catalogue.documents import Documents
from archive.catalogue.events import Events
from archive.catalogue.facts import Facts
from archive.catalogue.findings import Findings
from archive.catalogue.links import Links
from archive.catalogue.names import required
from archive.catalogue.offices import Offices
from archive.catalogue.partnerships import Partnerships
from archive.catalogue.programs import Programs
from archive.catalogue.status import status
from archive.catalogue.synonyms import Synonyms
from archive.catalogue.terms import Terms
from archive.changes import Changes, Kind, Listener
from archive.errors import ReadOnly, Writer
from archive.records import Access, ArchiveInfo, Status
from archive.storage import foundation, layout, lock
from archive.storage.failures import told
from archive.storage.files import Originals
from archive.vocabulary import OwnWord

if TYPE_CHECKING:
    from archive.custody.custody import Custody
    from archive.intake.queue import Imports
    from archive.intake.scans.scans import Scans
    from archive.intake.unlocking import Locks
    from archive.prints.prints import Prints
    from archive.prints.shelf import Shelf

log = logging.getLogger(__name__)


class Mode(StrEnum):
    """How an archive is opened; a delegate is a child of the writer, under its lock."""

    WRITE = "write"
    READ = "read"
    DELEGATE = "delegate"


class Archive:
    """One open archive folder.

    Safe from several threads; a context manager that closes at its end.
    """

    def __init__(self, folder: Path, mode: Mode, access: Access, held: ExitStack) -> None:
        """Use `create` or `open`.

        `held` gives back what is held: the lock, the connections, a copy.
        """
        self.folder = folder
        self.mode = mode
        self.access = access
        self._held = held
        self._listeners: list[Listener] = []
        self._listening = threading.Lock()
        self._database = foundation.connect(folder, held, readonly=mode is Mode.READ)
        self.info: ArchiveInfo = foundation.info(self._database)
        self.originals = Originals(folder / layout.FILES)
        self._open_nouns()

    @classmethod
    def create(cls, folder: Path, name: str, *, sample: bool = False) -> Self:
        """Make an archive in a new or empty folder and open it for writing.

        Nothing is left of a failure.

        Raises `Invalid("name", "empty")`, `FolderNotEmpty`, `FolderUnusable`, `DiskFull`.
        """
        title, folder = required("name", name), folder.absolute()
        with told(folder), ExitStack() as held:
            layout.settle(folder)
            _lock(folder, held)
            with layout.undone(folder):
                foundation.lay(folder, title, sample=sample)
            return cls(folder, Mode.WRITE, Access.OPEN, held.pop_all())

    @classmethod
    def open(cls, folder: Path, mode: Mode = Mode.WRITE, access: Access = Access.OPEN) -> Self:
        """Open an archive.

        Raises `NotAnArchive`, `ArchiveInUse`, `ArchiveTooNew`, `ArchiveTooOld`, `ArchiveDamaged`,
        `FolderUnusable`, `DiskFull`; `ReadOnly` to a delegate whose writer has gone or is another.
        """
        folder = folder.absolute()
        with told(folder), ExitStack() as held:
            foundation.recognise(folder)
            if mode is Mode.WRITE:
                _lock(folder, held)
                foundation.renew(folder)
            elif mode is Mode.DELEGATE and not lock.lent(folder):
                raise ReadOnly(folder)
            opened = cls(folder, mode, access, held.pop_all())
            if mode is Mode.WRITE:
                opened.prints.adopt()
            return opened

    @property
    def writable(self) -> bool:
        """Whether changes can be made through this object."""
        return self.mode is not Mode.READ

    @cached_property
    def imports(self) -> Imports:
        """The queue of files to bring in, and its history."""
        from archive.intake.queue import Imports

        return Imports(self._database, self.originals, self.announce, self.access)

    @cached_property
    def scans(self) -> Scans:
        """The pages that are pictures, and the reading of them."""
        from archive.intake.scans.scans import Scans

        return Scans(self._database, self.announce, self.access, self.originals)

    @cached_property
    def locks(self) -> Locks:
        """The documents under a password, and what opens them."""
        from archive.intake.unlocking import Locks

        return Locks(self._database, self.announce, self.access, self.originals)

    @cached_property
    def custody(self) -> Custody:
        """Checks of the originals, and backups."""
        from archive.custody.custody import Custody

        return Custody(self._database, self.originals, self._shelf, self.access)

    @cached_property
    def prints(self) -> Prints:
        """The prints that were kept."""
        from archive.prints.prints import Prints

        return Prints(self._database, self._shelf, self.access)

    @cached_property
    def _shelf(self) -> Shelf:
        from archive.prints.shelf import Shelf

        return Shelf(self.folder / layout.PRINTS)

    def picture(self, file: str, page: int, width: int) -> tuple[bytes, tuple[int, int]] | None:
        """A page (from 1) of a kept PDF as a JPEG so many pixels wide, and its size in pixels.

        `file` is a path within the archive's folder. None when the page cannot be drawn.
        """
        from archive.intake.ocr.pictures import NoPicture
        from archive.intake.page_pictures import jpeg

        try:
            return jpeg(self.folder / file, page, width)
        except (NoPicture, OSError):
            return None

    def writer(self) -> Writer | None:
        """Who writes to this archive now; None when nobody does."""
        return lock.holder(self.folder)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Tell `listener` of every commit, in the thread that committed.

        Call the result to stop.
        """
        with self._listening:
            self._listeners.append(listener)

        def stop() -> None:
            with self._listening:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return stop

    def announce(self, changes: Changes) -> None:
        """Tell all listeners, also of what another process of ours committed."""
        with self._listening:
            listeners = tuple(self._listeners)
        for listener in listeners:
            try:
                listener(changes)
            except Exception:  # the commit stands, and the others must hear of it
                log.exception("a listener failed on changes up to %s", changes.sequence)

    def sequence(self) -> int:
        """The number of the last change."""
        return self._database.sequence()

    def changes_since(self, sequence: int) -> Changes:
        """Everything changed after `sequence`, by any process."""
        return self._database.changes_since(sequence)

    def status(self) -> Status:
        """The archive in numbers, as far as the reader's level lets see."""
        return status(self._database, self.access)

    def speak(self, words: Iterable[OwnWord] | None = None) -> None:
        """Say the terms of the vocabularies as this archive does, until it closes.

        `words`, where they have been read already, are those of `terms.words()`.
        """
        vocabulary.use(self.terms.words() if words is None else words)
        self.subscribe(self._hear_words)
        self._held.callback(vocabulary.use, ())

    def close(self) -> None:
        """Give the connections and the lock back. May be called twice."""
        self._held.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _hear_words(self, changes: Changes) -> None:
        if changes.touches(Kind.TERM):
            vocabulary.use(self.terms.words())

    def _open_nouns(self) -> None:
        bound = self._database, self.announce, self.access
        self.cities = Cities(*bound)
        self.partnerships = Partnerships(*bound)
        self.agreements = Agreements(*bound)
        self.programs = Programs(*bound)
        self.documents = Documents(*bound, self.originals)
        self.links = Links(*bound)
        self.activities = Activities(*bound)
        self.actors = Actors(*bound)
        self.findings = Findings(*bound)
        self.terms = Terms(*bound)
        self.office = Offices(*bound)
        self.synonyms = Synonyms(*bound)
        self.events = Events(*bound)
        self.facts = Facts(*bound)


def _lock(folder: Path, held: ExitStack) -> None:
    writing = lock.WriterLock(folder)
    writing.take()
    held.callback(writing.release)

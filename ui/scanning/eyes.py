"""Reads the pages that wait, beside the window: after imports, until it is told to pause."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from archive.archive import Archive
from archive.changes import Changes, Kind
from archive.errors import CannotReadPictures
from archive.intake.ocr.languages import find
from archive.progress import Step
from archive.records.scans import Unread
from ui import errands
from ui.desk import Desk
from ui.imports.importer import Importer
from ui.jobs import Job
from ui.settings import Settings

PAUSED = "scanning/paused"
LANGUAGES = "scanning/languages"
USUAL = "ind+eng"


class Eyes(QObject):
    """One at a desk. `changed` tells that it began, ended, was paused or got on.

    `unable` brings the error when nothing can be read here.
    """

    changed = Signal()
    unable = Signal(object)

    def __init__(self, desk: Desk, importer: Importer) -> None:
        super().__init__(desk)
        self._desk, self._importer = desk, importer
        self._job: Job | None = None
        self._asking = False
        self.last: Step | None = None
        self.trouble: CannotReadPictures | None = None
        self.missing: tuple[str, ...] = ()  # languages wanted that are not installed
        desk.archive_opened.connect(self._opened)
        desk.archive_closing.connect(self._forget)
        desk.changed.connect(self._hear)
        importer.began.connect(self._stop)
        importer.ended.connect(self.look)

    @property
    def busy(self) -> bool:
        """Whether pages are being read."""
        return self._job is not None

    @property
    def paused(self) -> bool:
        """Whether a person has asked for a pause; it is remembered."""
        return str(self._desk.settings.value(PAUSED, "")) == "yes"

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages looked for on the pages, as Tesseract names them."""
        return chosen_languages(self._desk.settings)

    def use(self, languages: tuple[str, ...]) -> None:
        """Look for these languages from the next page on."""
        self._desk.settings.set_value(LANGUAGES, "+".join(languages))
        self.trouble = None
        if self._job is not None:
            self._stop()
        else:
            self.look()

    def pause(self) -> None:
        """Stop after the pages in hand; nothing that was read is lost."""
        self._desk.settings.set_value(PAUSED, "yes")
        self._stop()
        self.changed.emit()

    def go_on(self) -> None:
        """Read on, also where nothing could be read before."""
        self._desk.settings.set_value(PAUSED, None)
        self.trouble = None
        self.look()
        self.changed.emit()

    def look(self) -> None:
        """Begin, when something waits and nothing else goes ahead."""
        archive = self._desk.archive
        if archive is None or not self._free or self._asking:
            return
        self._asking = True
        asked = archive, self.languages
        self._desk.jobs.run(what_waits, *asked, done=self._begin_if, failed=self._not_asked)

    @property
    def _free(self) -> bool:
        idle = self._job is None and self.trouble is None
        return idle and self._desk.writable and not self.paused and not self._importer.busy

    def _opened(self, _archive: object) -> None:
        self.trouble = None
        self.look()

    def _hear(self, changes: Changes) -> None:
        if changes.touches(Kind.DOCUMENT):
            self.look()

    def _begin_if(self, found: tuple[Unread, tuple[str, ...]]) -> None:
        self._asking = False
        unread, self.missing = found
        if unread.pages and self._free and self._desk.archive is not None:
            self._begin()

    def _not_asked(self, error: BaseException) -> None:
        self._asking = False
        self._desk.jobs.failed.emit(error)

    def _begin(self) -> None:
        assert self._desk.archive is not None
        archive = self._desk.archive
        self._job = self._desk.jobs.beside(
            "eyes",
            errands.read_pictures,
            archive.folder,
            archive.access,
            self.languages,
            told=self._told,
            failed=self._failed,
        )
        self._desk.reading = True
        self._job.stepped.connect(self._step)
        self._job.ended.connect(self._ended)
        self.changed.emit()

    def _told(self, record: object) -> None:
        if isinstance(record, Changes):
            self._desk.heard(record)

    def _step(self, step: Step) -> None:
        self.last = step
        self.changed.emit()

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, CannotReadPictures):
            self.trouble = error
            self.unable.emit(error)
        else:
            self._desk.jobs.failed.emit(error)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _ended(self) -> None:
        self._forget()
        self.look()  # what came meanwhile, or was left for an import that is over
        self.changed.emit()

    def _forget(self) -> None:
        self._job, self.last, self._asking = None, None, False
        self._desk.reading = False


def chosen_languages(settings: Settings) -> tuple[str, ...]:
    """The languages looked for on scans at this desk, as Tesseract names them."""
    return tuple(str(settings.value(LANGUAGES, USUAL)).split("+"))


def what_waits(archive: Archive, languages: tuple[str, ...]) -> tuple[Unread, tuple[str, ...]]:
    """How much waits, and which of the languages are not installed. Runs in a job."""
    return archive.scans.unread(), find(languages).missing

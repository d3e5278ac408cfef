"""Looks into the watched folder every few seconds, and has what came into it brought in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from archive.archive import Archive
from archive.intake.watching import Look, Watch
from ui.desk import Desk
from ui.imports.importer import Importer
from ui.watching.choice import watched

PAUSE = 3000  # milliseconds between two looks
SHARE = 10  # a look that takes long is followed by a pause so many times as long


class Watcher(QObject):
    """One at a desk; `changed` tells that the folder went out of reach or came back.

    A look that takes long (a drive that does not answer) is the only one until it ends.
    """

    changed = Signal()

    def __init__(self, desk: Desk, importer: Importer) -> None:
        super().__init__(desk)
        self._desk, self._importer = desk, importer
        self._watch: Watch | None = None
        self._folder: Path | None = None
        self._failing = False
        self.looking = False
        self.away: Path | None = None
        self._took, self._timer = QElapsedTimer(), QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        desk.archive_opened.connect(self._opened)
        desk.archive_closing.connect(self._forget)

    def look(self) -> None:
        """See which folder is chosen, and look into it."""
        archive = self._desk.archive
        if archive is None or not self._desk.writable or self.looking:
            return
        self._turn_to(archive)
        if self._folder is None:
            self._timer.start(PAUSE)
            return
        self.looking = True
        self._took.start()
        self._ask(archive, self._folder)

    def _turn_to(self, archive: Archive) -> None:
        chosen = watched(self._desk.settings, archive)
        folder = chosen.folder if chosen.on else None
        if folder != self._folder:
            self._folder, self._watch = folder, None
            self._say(None)

    def _ask(self, archive: Archive, folder: Path) -> None:
        jobs, imports = self._desk.jobs, archive.imports
        if self._watch is None:
            jobs.run(imports.watch, [folder], done=self._begin, failed=self._fail)
        else:
            ask, watch = imports.enqueue_new, self._watch
            jobs.run(ask, watch, done=self._found, failed=self._fail, progress=True)

    def _begin(self, watch: Watch) -> None:
        self._watch, self.looking = watch, False
        self.look()

    def _found(self, look: Look) -> None:
        self._failing = False
        self._say(look.away[0] if look.away else None)
        if look.new:
            self._importer.resume()
        self._rest()

    def _fail(self, error: BaseException) -> None:
        """Said once; the next look tries again."""
        if not self._failing:
            self._failing = True
            self._desk.jobs.failed.emit(error)
        self._rest()

    def _rest(self) -> None:
        self.looking = False
        self._timer.start(max(PAUSE, SHARE * self._took.elapsed()))

    def _say(self, away: Path | None) -> None:
        if away != self.away:
            self.away = away
            self.changed.emit()

    def _opened(self, _archive: object) -> None:
        self.look()

    def _forget(self) -> None:
        self._timer.stop()
        self._watch = self._folder = None
        self.looking = self._failing = False
        self._say(None)

"""Looks into the watched folder every few seconds, and has what came into it brought in."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from archive.intake.watching import Look, Watch
from ui.desk import Desk
from ui.imports.importer import Importer
from ui.watching.choice import watched

PAUSE = 3000  # milliseconds between two looks


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
        self._asking = self._failing = False
        self.away: Path | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.look)
        desk.archive_opened.connect(self._opened)
        desk.archive_closing.connect(self._forget)

    def look(self) -> None:
        """See which folder is chosen, and look into it."""
        archive = self._desk.archive
        if archive is None or not self._desk.writable or self._asking:
            return
        chosen = watched(self._desk.settings, archive)
        folder = chosen.folder if chosen.on else None
        if folder != self._folder:
            self._say(None)
            self._folder, self._watch = folder, None
        if folder is None:
            return
        self._asking = True
        if self._watch is None:
            ask, told = partial(archive.imports.watch, [folder]), self._begin
            self._desk.jobs.run(ask, done=told, failed=self._fail)
        else:
            imports = archive.imports.enqueue_new
            self._desk.jobs.run(
                imports, self._watch, done=self._found, failed=self._fail, progress=True
            )

    def _opened(self, _archive: object) -> None:
        self._timer.start()
        self.look()

    def _begin(self, watch: Watch) -> None:
        self._asking, self._watch = False, watch
        self.look()

    def _found(self, look: Look) -> None:
        self._asking = self._failing = False
        self._say(look.away[0] if look.away else None)
        if look.new:
            self._importer.resume()

    def _fail(self, error: BaseException) -> None:
        """Said once; the next look tries again."""
        self._asking = False
        if not self._failing:
            self._failing = True
            self._desk.jobs.failed.emit(error)

    def _say(self, away: Path | None) -> None:
        if away != self.away:
            self.away = away
            self.changed.emit()

    def _forget(self) -> None:
        self._timer.stop()
        self._watch = self._folder = None
        self._asking = self._failing = False
        self._say(None)

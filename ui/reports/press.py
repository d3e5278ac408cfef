"""Has prints made beside the window, the last one asked for only, in a folder of its own."""

from __future__ import annotations

import shutil
import tempfile
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from archive.progress import Step
from archive.reports.request import ReportRequest
from ui import errands
from ui.jobs import Job

if TYPE_CHECKING:
    from archive.reports import Made
    from ui.desk import Desk

KEPT = 4  # prints that stay for a moment: one may still be on its way to a printer
TRIES, PAUSE = 30, 0.1  # the process and the page view need a moment to let their files go


@dataclass(frozen=True, slots=True)
class Pressed:
    """A print that was made, and the file it stands in for a while."""

    file: Path
    made: Made


class Press(QObject):
    """Makes one print at a time; what was asked before is stopped and its result dropped."""

    made = Signal(object, object)  # the request, and what it became
    stepped = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._folder: Path | None = None
        self._job: Job | None = None
        self._asked: object = None
        self._count = 0

    def make(self, request: ReportRequest) -> None:
        """Make this print; then `made` or `failed`."""
        self.stop()
        archive = self._desk.archive
        if archive is None:
            return
        self._asked, file = object(), self._next_file()
        self._job = self._desk.jobs.beside(
            "press",
            errands.print_report,
            archive.folder,
            archive.access,
            request,
            file,
            done=partial(self._made, self._asked, request, file),
            failed=partial(self._failed, self._asked),
        )
        self._job.stepped.connect(partial(self._stepped, self._asked))

    def stop(self) -> None:
        """Nobody waits for a print any more."""
        self._asked = None
        if self._job is not None:
            self._job.silence()
            self._job.cancel()
        self._job = None

    def close(self) -> None:
        """Stop, and have the folder with all its prints removed."""
        self.stop()
        if self._folder is not None:
            self._desk.jobs.run(remove_folder, self._folder)
        self._folder = None

    def _next_file(self) -> Path:
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="kembar-"))
        self._count += 1
        self._desk.jobs.run(remove_file, self._folder / f"{self._count - KEPT}.pdf")
        return self._folder / f"{self._count}.pdf"

    def _made(self, asked: object, request: ReportRequest, file: Path, made: Made) -> None:
        if asked is self._asked:
            self._job = None
            self.made.emit(request, Pressed(file, made))

    def _stepped(self, asked: object, step: Step) -> None:
        if asked is self._asked:
            self.stepped.emit(step)

    def _failed(self, asked: object, error: BaseException) -> None:
        if asked is self._asked:
            self._job = None
            self.failed.emit(error)


def remove_file(file: Path) -> None:
    """Remove a print; one still in use goes with its folder. Runs in a job."""
    try:
        file.unlink(missing_ok=True)
    except OSError:
        return


def remove_folder(folder: Path) -> None:
    """Remove the folder of prints as soon as nothing of it is in use. Runs in a job."""
    for _again in range(TRIES):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(PAUSE)

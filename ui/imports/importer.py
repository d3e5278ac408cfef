"""Files on their way in: queued from the window, brought in by the process beside it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from archive.archive import Archive
from archive.changes import Changes
from archive.progress import Step
from archive.records import ImportItem, ImportRun
from ui import errands
from ui.desk import Desk
from ui.jobs import Job


class Importer(QObject):
    """One at a desk. What is asked for while it works joins the queue."""

    began = Signal()
    queued = Signal(object)
    stepped = Signal(object)
    item_ended = Signal(object)
    ended = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._job: Job | None = None
        self.last: Step | None = None
        desk.archive_opened.connect(lambda _archive: self.resume())
        desk.archive_closing.connect(self._forget)

    @property
    def busy(self) -> bool:
        """Whether files are coming in."""
        return self._job is not None

    def bring_in(self, paths: Sequence[Path]) -> None:
        """Queue files and folders and begin."""
        if self._desk.writable and self._desk.archive is not None:
            self._desk.jobs.run(
                self._desk.archive.imports.enqueue, list(paths), done=self._queue, progress=True
            )

    def resume(self) -> None:
        """Go on with what an earlier time left waiting."""
        if self._desk.writable and self._desk.archive is not None:
            self._desk.jobs.run(self._desk.archive.imports.pending, done=self._begin_if)

    def cancel(self) -> None:
        """Stop; what waits of every import is not done."""
        if self._job is None or self._desk.archive is None:
            return
        self._job.cancel()
        self._desk.jobs.run(cancel_waiting, self._desk.archive)

    def retry(self, items: Sequence[int]) -> None:
        """Try files again."""
        if self._desk.archive is not None:
            self._desk.jobs.run(self._desk.archive.imports.retry, list(items), done=self._begin)

    def _queue(self, run: ImportRun) -> None:
        self.queued.emit(run)
        self._begin()

    def _begin_if(self, waiting: int) -> None:
        if waiting:
            self._begin()

    def _begin(self, _nothing: object = None) -> None:
        if self._job is not None or self._desk.archive is None:
            return
        archive = self._desk.archive
        self._desk.importing = True
        self._job = self._desk.jobs.beside(
            "engine", errands.bring_in, archive.folder, archive.access, told=self._told
        )
        self._job.stepped.connect(self._step)
        self._job.ended.connect(self._end)
        self.began.emit()

    def _step(self, step: Step) -> None:
        self.last = step
        self.stepped.emit(step)

    def _told(self, record: object) -> None:
        if isinstance(record, Changes):
            self._desk.heard(record)
        elif isinstance(record, ImportItem):
            self.item_ended.emit(record)

    def _end(self) -> None:
        self._forget()
        self.ended.emit()
        self._desk.keep_index()
        self.resume()  # what was queued in the last moment

    def _forget(self) -> None:
        self._job, self.last = None, None
        self._desk.importing = False


def cancel_waiting(archive: Archive) -> None:
    """Take what waits out of every import; runs in a job."""
    for run in archive.imports.runs():
        if run.waiting:
            archive.imports.cancel(run.id)

"""Work that the window does not wait for: in its own threads, or in the processes beside it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from archive.progress import Cancelled, Progress, Step
from ui.side_process import Errand, SideProcess

log = logging.getLogger(__name__)

THREADS = 4
Done = Callable[[Any], object]
Failed = Callable[[BaseException], object]


class Job(QObject):
    """One piece of work: its title, how far it is, and how it is stopped."""

    stepped = Signal(object)
    told = Signal(object)
    ended = Signal()
    _arrived = Signal(object)
    _broke = Signal(object)

    def __init__(self, title: str, done: Done | None, failed: Failed) -> None:
        super().__init__()
        self.title = title
        self.last: Step | None = None
        self.progress = Progress(self.stepped.emit)
        self._done, self._failed = done, failed
        self._errand: Errand | None = None
        self._silent = False
        self._arrived.connect(self._finish)
        self._broke.connect(self._fail)
        self.stepped.connect(self._remember)

    def cancel(self) -> None:
        """Stop at the next step; what was finished stays."""
        self.progress.cancel()
        if self._errand is not None:
            self._errand.cancel()

    def silence(self) -> None:
        """Nobody waits for the result any more."""
        self._silent = True

    def _remember(self, step: Step) -> None:
        self.last = step

    def _finish(self, result: object) -> None:
        try:
            if self._done is not None and not self._silent:
                self._done(result)
        finally:
            self.ended.emit()

    def _fail(self, error: BaseException) -> None:
        try:
            if not self._silent and not isinstance(error, Cancelled):
                self._failed(error)
        finally:
            self.ended.emit()


class Questions:
    """The questions of one place by name; only the answer to the last of each name counts."""

    def __init__(self) -> None:
        self._asked: dict[str, Job] = {}

    def ask(self, name: str, job: Job) -> None:
        """This is the last one of its name; nobody waits for the one before any more."""
        if name in self._asked:
            self._asked[name].silence()
        self._asked[name] = job

    def forget(self) -> None:
        """Nobody waits for any of them."""
        for job in self._asked.values():
            job.silence()
        self._asked.clear()


class _Run(QRunnable):
    """A function in a thread of the pool."""

    def __init__(self, job: Job, work: Callable[[], object]) -> None:
        super().__init__()
        self._job, self._work = job, work

    def run(self) -> None:
        try:
            result = self._work()
        except BaseException as error:  # every failure goes to the thread that shows it
            self._job._broke.emit(error)
        else:
            self._job._arrived.emit(result)


class Jobs(QObject):
    """All work in hand. Results come back in the window's own thread."""

    begun = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(THREADS)
        self._running: set[Job] = set()
        self._beside = {
            name: SideProcess(name, gives_way=name != "press")  # a print is waited for
            for name in ("engine", "press", "eyes")
        }

    @property
    def running(self) -> tuple[Job, ...]:
        """What is being worked on."""
        return tuple(self._running)

    def run(
        self,
        function: Callable[..., Any],
        *values: object,
        done: Done | None = None,
        failed: Failed | None = None,
        title: str = "",
        progress: bool = False,
    ) -> Job:
        """Call `function(*values)` in a thread; with `progress`, it is given one by that name."""
        job = self._begin(title, done, failed)
        more = {"progress": job.progress} if progress else {}
        self._pool.start(_Run(job, lambda: function(*values, **more)))
        return job

    def beside(
        self,
        process: str,
        function: Callable[..., Any],
        *values: object,
        done: Done | None = None,
        failed: Failed | None = None,
        told: Callable[[Any], object] | None = None,
        title: str = "",
    ) -> Job:
        """Call `function(outlet, *values)` in that process, after what it has in hand."""
        job = self._begin(title, done, failed)
        if told is not None:
            job.told.connect(told)
        job._errand = self._beside[process].send(
            function,
            values,
            _Ears(job.stepped.emit, job.told.emit, job._arrived.emit, job._broke.emit),
        )
        return job

    def warm(self, process: str) -> None:
        """Start a process before it is needed."""
        self._beside[process].start()

    def clear(self, seconds: float = 10) -> None:
        """Ask everything to stop, forget its results, and wait until the threads are done."""
        for job in self.running:
            job.silence()
            job.cancel()
        for process in self._beside.values():
            process.stop()
        self._pool.waitForDone(int(seconds * 1000))

    def _begin(self, title: str, done: Done | None, failed: Failed | None) -> Job:
        job = Job(title, done, failed or self.failed.emit)
        self._running.add(job)
        job.ended.connect(lambda: self._running.discard(job))
        self.begun.emit(job)
        return job


class _Ears:
    """Where a process beside the window tells what it does; called in the listening thread."""

    def __init__(
        self,
        step: Callable[[object], object],
        told: Callable[[object], object],
        done: Callable[[object], object],
        failed: Callable[[object], object],
    ) -> None:
        self.step, self.told, self.done, self.failed = step, told, done, failed

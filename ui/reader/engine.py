"""One thread that owns every PDFium call of the window: papers are opened, drawn and read here."""

from __future__ import annotations

import heapq
import itertools
import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from ui.reader.paper import Abandoned

if TYPE_CHECKING:
    from ui.reader.paper import Paper, PaperFacts

T = TypeVar("T")
log = logging.getLogger(__name__)

_one_at_a_time = threading.Lock()  # a thread that is still ending never meets its successor


class Urgency(IntEnum):
    """What is done first: what the eye rests on, then what it will need."""

    SEEN = 0
    TEXT = 1
    SOON = 2
    THUMBNAIL = 3
    COUNT = 4


class EngineStopped(Exception):
    """The thread ended before this was done."""


@dataclass(order=True)
class _Task:
    urgency: int
    number: int
    handle: PaperHandle = field(compare=False)
    work: Callable[[Paper], Any] = field(compare=False)
    future: Future[Any] = field(compare=False)
    wanted: Callable[[], bool] | None = field(compare=False, default=None)


@dataclass(frozen=True)
class _Answer:
    handle: PaperHandle
    done: Callable[[Any], None]
    failed: Callable[[BaseException], None] | None
    future: Future[Any]


class PaperHandle:
    """A paper as the GUI thread holds it: ask for work on it, close it at the end."""

    def __init__(self, engine: Engine, opener: Callable[[], Paper]) -> None:
        self._engine = engine
        self.opener = opener
        self.closed = False
        self.paper: Paper | None = None  # touched by the rendering thread only

    def ask(
        self,
        work: Callable[[Paper], T],
        done: Callable[[T], None],
        *,
        urgency: Urgency = Urgency.SEEN,
        failed: Callable[[BaseException], None] | None = None,
        wanted: Callable[[], bool] | None = None,
    ) -> None:
        """Do `work` in the rendering thread and bring its result to `done` in the GUI thread.

        Work no longer `wanted` when its turn comes is dropped; after `close` nothing is delivered.
        """
        self._engine.ask(self, work, done, urgency=urgency, failed=failed, wanted=wanted)

    def wait_for(self, work: Callable[[Paper], T], urgency: Urgency = Urgency.SOON) -> T:
        """The result of `work`, waited for: for the threads of jobs, never for the GUI thread."""
        return self._engine.wait_for(self, work, urgency)

    def facts(
        self,
        done: Callable[[PaperFacts], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Open the paper and tell its page sizes, labels and outline."""
        self.ask(lambda paper: paper.facts(), done, failed=failed)

    def close(self) -> None:
        """Let the paper go; its file is closed in the rendering thread."""
        if not self.closed:
            self.closed = True
            self._engine.release(self)


class Engine(QObject):
    """The rendering thread: it starts with the first paper and ends with the last."""

    _answered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._tasks: list[_Task] = []
        self._numbers = itertools.count()
        self._news = threading.Condition()
        self._held: set[PaperHandle] = set()
        self._leaving: list[PaperHandle] = []
        self._thread: threading.Thread | None = None
        self._stopping = threading.Event()
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def open(self, opener: Callable[[], Paper]) -> PaperHandle:
        """A handle for the paper that `opener` opens in the rendering thread when it is needed."""
        handle = PaperHandle(self, opener)
        with self._news:
            self._held.add(handle)
        return handle

    def ask(
        self,
        handle: PaperHandle,
        work: Callable[[Paper], T],
        done: Callable[[T], None],
        *,
        urgency: Urgency,
        failed: Callable[[BaseException], None] | None,
        wanted: Callable[[], bool] | None,
    ) -> None:
        """See `PaperHandle.ask`."""
        future: Future[T] = Future()
        answer = _Answer(handle, done, failed, future)
        future.add_done_callback(lambda _: self._answered.emit(answer))
        self._put(handle, work, future, urgency, wanted)

    def wait_for(self, handle: PaperHandle, work: Callable[[Paper], T], urgency: Urgency) -> T:
        """See `PaperHandle.wait_for`."""
        future: Future[T] = Future()
        self._put(handle, work, future, urgency, None)
        return future.result()

    def release(self, handle: PaperHandle) -> None:
        """Close one paper; with the last one the thread ends."""
        with self._news:
            self._held.discard(handle)
            self._leaving.append(handle)
            self._news.notify()

    def rest(self, seconds: float = 3.0) -> None:
        """Let go of every paper and wait until the thread has ended (closing the window)."""
        with self._news:
            for handle in tuple(self._held):
                handle.closed = True
                self._leaving.append(handle)
            self._held.clear()
            thread = self._thread
            self._stopping.set()
            self._news.notify()
        if thread is not None:
            thread.join(seconds)

    @property
    def running(self) -> bool:
        """Whether the rendering thread lives."""
        return self._thread is not None and self._thread.is_alive()

    def _put(
        self,
        handle: PaperHandle,
        work: Callable[[Paper], Any],
        future: Future[Any],
        urgency: Urgency,
        wanted: Callable[[], bool] | None,
    ) -> None:
        with self._news:
            if handle.closed:
                future.set_exception(EngineStopped())
                return
            heapq.heappush(
                self._tasks, _Task(urgency, next(self._numbers), handle, work, future, wanted)
            )
            self._wake()

    def _wake(self) -> None:
        if self._thread is None or not self._thread.is_alive():
            self._stopping = threading.Event()
            self._thread = threading.Thread(
                target=self._run, args=(self._stopping,), name="pages", daemon=True
            )
            self._thread.start()
        self._news.notify()

    def _run(self, stopping: threading.Event) -> None:
        with _one_at_a_time:
            while (task := self._next(stopping)) is not None:
                self._do(task, stopping)

    def _next(self, stopping: threading.Event) -> _Task | None:
        """The next task, or None when there is nothing left to keep open (the thread then ends)."""
        with self._news:
            while True:
                self._let_go()
                while self._tasks and not stopping.is_set():
                    task = heapq.heappop(self._tasks)
                    if not task.handle.closed and (task.wanted is None or task.wanted()):
                        return task
                    task.future.cancel()
                if stopping.is_set() or not self._held:
                    self._end()
                    return None
                self._news.wait()

    def _end(self) -> None:
        self._let_go()
        for task in self._tasks:
            task.future.set_exception(EngineStopped())
        self._tasks.clear()
        self._thread = None

    def _let_go(self) -> None:
        while self._leaving:
            handle = self._leaving.pop()
            if handle.paper is not None:
                handle.paper.close()
                handle.paper = None

    def _do(self, task: _Task, stopping: threading.Event) -> None:
        handle = task.handle
        try:
            if handle.paper is None:
                handle.paper = handle.opener()
            handle.paper.abandoned = lambda: handle.closed or stopping.is_set()
            task.future.set_result(task.work(handle.paper))
        except Exception as error:  # a fault of one page is told where it was asked
            known = isinstance(error, (RuntimeError, OSError, MemoryError, Abandoned))
            log.log(
                logging.INFO if known else logging.ERROR,
                "work on a page failed: %r",
                error,
                exc_info=None if known else error,
            )
            task.future.set_exception(error)

    def _deliver(self, answer: _Answer) -> None:
        if answer.handle.closed or answer.future.cancelled():
            return
        error = answer.future.exception()
        if error is None:
            answer.done(answer.future.result())
        elif answer.failed is not None and not isinstance(error, EngineStopped):
            answer.failed(error)


_engine: Engine | None = None


def engine() -> Engine:
    """The one engine of this process. Call it from the GUI thread first."""
    global _engine  # noqa: PLW0603 - PDFium is one per process, and so is its owner
    if _engine is None:
        _engine = Engine()
    return _engine

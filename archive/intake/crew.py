"""The reading processes: fed, watched, and replaced when they die or stand still."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, Protocol, TypeVar

from archive.intake.readings import Beat

STALL_SECONDS = 20.0  # without a finished page
AHEAD = 2  # tasks a reader has: one in hand, one so that it never waits


class Given(Protocol):
    """Any task: a plain value with a number that its answer repeats."""

    @property
    def item(self) -> int: ...


Task = TypeVar("Task", bound=Given)
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Lost(Generic[Task]):
    """A task whose reader died or stood still; `slow` tells which."""

    task: Task
    slow: bool


@dataclass(slots=True)
class _Reader(Generic[Task]):
    process: BaseProcess
    pipe: Connection
    tasks: deque[Task] = field(default_factory=deque)
    heard: float = field(default_factory=time.monotonic)


class Crew(Generic[Task, Answer]):
    """So many reading processes. `give` them tasks while `free`, and `hear` what they answer.

    `attend` is what each runs: a function of a module, called with its pipe and `given`; it takes
    tasks from the pipe and sends answers and `Beat`s until the pipe closes. A task without a sign
    of life for `stall` seconds is taken from it.
    """

    def __init__(
        self,
        attend: Callable[..., None],
        *given: Any,
        size: int | None = None,
        stall: float | None = None,
    ) -> None:
        self._attend, self._given = attend, given
        self._stall = STALL_SECONDS if stall is None else stall
        self._size = size or max(1, os.cpu_count() or 1)
        self._spawn = multiprocessing.get_context("spawn")
        self._readers: list[_Reader[Task]] = []

    @property
    def free(self) -> int:
        """How many more tasks can be given now."""
        return self._size * AHEAD - self.busy

    @property
    def busy(self) -> int:
        """How many tasks are given and not answered."""
        return sum(len(reader.tasks) for reader in self._readers)

    def give(self, task: Task) -> None:
        """Give a task to the reader with the least to do."""
        if len(self._readers) < self._size and all(each.tasks for each in self._readers):
            self._readers.append(self._start())
        reader = min(self._readers, key=lambda each: len(each.tasks))
        if not reader.tasks:
            reader.heard = time.monotonic()
        reader.tasks.append(task)
        try:
            reader.pipe.send(task)
        except OSError:
            return  # it is dead; `hear` will find that out

    def hear(self, seconds: float) -> Iterator[Answer | Beat | Lost[Task]]:
        """What has been answered, and what was lost; waits so long for a first word."""
        pipes = {reader.pipe: reader for reader in self._readers}
        for ready in wait(list(pipes), seconds):
            if isinstance(ready, Connection):
                yield from self._listen(pipes[ready])
        for reader in list(self._readers):
            if reader.tasks and time.monotonic() - reader.heard > self._stall:
                yield self._end(reader, slow=True)

    def dismiss(self) -> None:
        """End all readers now; what they had in hand is not done."""
        for reader in self._readers:
            reader.process.kill()
        for reader in self._readers:
            reader.process.join()
            reader.pipe.close()
        self._readers.clear()

    def _listen(self, reader: _Reader[Task]) -> Iterator[Answer | Beat | Lost[Task]]:
        reader.heard = time.monotonic()
        try:
            answer: Answer | Beat = reader.pipe.recv()
        except (EOFError, OSError):
            if reader.tasks:
                yield self._end(reader, slow=False)
            else:
                self._bury(reader)
            return
        if not isinstance(answer, Beat):
            reader.tasks.popleft()
        yield answer

    def _end(self, reader: _Reader[Task], *, slow: bool) -> Lost[Task]:
        """Its task in hand is lost; the next one goes to another reader."""
        self._bury(reader)
        lost, *others = reader.tasks
        for task in others:
            self.give(task)
        return Lost(lost, slow)

    def _bury(self, reader: _Reader[Task]) -> None:
        self._readers.remove(reader)
        reader.process.kill()
        reader.process.join()
        reader.pipe.close()

    def _start(self) -> _Reader[Task]:
        ours, theirs = self._spawn.Pipe()
        process = self._spawn.Process(
            target=self._attend, args=(theirs, *self._given), name="kembar-reader", daemon=True
        )
        with _deaf_to_ctrl_c():
            process.start()
        theirs.close()
        return _Reader(process, ours)


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """What is started inside hears no Ctrl+C: it would complain of it before it can be told not to.

    Windows has no such mask; there a reader is deaf from its first line on.
    """
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # its own start would lift the mask
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)

"""The reading process: reads files as it is told, and ends when nobody tells it any more."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from pathlib import Path

from archive.intake.reading import take_in
from archive.intake.readings import Beat, Task
from archive.storage.files import Originals

BEAT_SECONDS = 0.5
MEMORY = 4 << 30  # bytes of address space; a page that wants more is a trap, not a paper


def attend(pipe: Connection, files: Path) -> None:
    """Read one file after another until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the importing process's to answer
    bound_memory()
    threading.Thread(target=die_with_parent, daemon=True).start()
    originals = Originals(files)
    with suppress(EOFError, OSError):
        while True:
            task: Task = pipe.recv()
            pipe.send(take_in(task, originals, Pulse(pipe, task.item)))


class Pulse:
    """Tells the parent now and then that pages get done."""

    def __init__(self, pipe: Connection, item: int) -> None:
        self._pipe, self._item, self._last = pipe, item, time.monotonic()

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._last >= BEAT_SECONDS:
            self._last = now
            self._pipe.send(Beat(self._item, done, total))


def die_with_parent() -> None:
    """A page may keep PDFium busy for long; nobody waits for it when the parent is gone."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def bound_memory() -> None:
    """On POSIX a process can be held to a size; Windows has no call for it in the library."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, hard))

"""Tries a password on kept files, in a process of its own; a hostile file costs only that."""

from __future__ import annotations

import signal
import threading
from contextlib import suppress
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from pathlib import Path

from archive.intake.reading import Beat, read_pdf, trouble_of
from archive.intake.readings import FileRead
from archive.intake.worker import Pulse, bound_memory, die_with_parent
from archive.records import Outcome


@dataclass(frozen=True, slots=True)
class Attempt:
    """One file to be tried; `known` is what is kept of it, without pages."""

    item: int
    path: str
    known: FileRead
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class StillLocked:
    """The password is not the one, or the file cannot be read."""

    item: int


Tried = FileRead | StillLocked


def attend_locked(pipe: Connection) -> None:
    """Try one file after another until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's to answer
    bound_memory()
    threading.Thread(target=die_with_parent, daemon=True).start()
    with suppress(EOFError, OSError):
        while True:
            task: Attempt = pipe.recv()
            pipe.send(attempt(task, Pulse(pipe, task.item)))


def attempt(task: Attempt, beat: Beat) -> Tried:
    """All that the file holds, read as at an import. Never raises for what is wrong with it."""
    try:
        found = read_pdf(Path(task.path), beat, task.password)
    except (OSError, MemoryError):
        return StillLocked(task.item)
    trouble = trouble_of(found.reason)
    if found.outcome is Outcome.PASSWORD or (not found.pages and trouble == "damaged"):
        return StillLocked(task.item)
    return replace(
        task.known,
        outcome=found.outcome,
        reason=found.reason,
        title=found.title or task.known.title,
        pages=found.pages,
        trouble=trouble,
    )

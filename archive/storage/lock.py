"""One writer at a time.

An operating-system lock, free the moment its owner dies, and a note of who holds it.
"""

from __future__ import annotations

import getpass
import json
import os
import platform
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from archive.errors import ArchiveInUse, FolderUnusable, Writer

LOCK, NOTE = "writer.lock", "writer.json"
PATIENCE = 0.4  # seconds; someone asking `holder` holds the lock for an instant


class WriterLock:
    """The writer's lock of one archive, held from `take` to `release`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = FileLock(folder / LOCK, thread_local=False)

    def take(self) -> None:
        """Become the writer. Raises `ArchiveInUse` with who holds it, `FolderUnusable`."""
        try:
            self._lock.acquire(timeout=PATIENCE, poll_interval=0.05)
        except Timeout:
            raise ArchiveInUse(self._folder, _noted(self._folder)) from None
        except OSError as error:
            raise FolderUnusable(self._folder, error.strerror or str(error)) from error
        self._sign()

    def release(self) -> None:
        """Stop being the writer."""
        if self._lock.is_locked:
            (self._folder / NOTE).unlink(missing_ok=True)
            self._lock.release()

    def _sign(self) -> None:
        note = json.dumps(asdict(_ourselves()), ensure_ascii=False)
        try:
            (self._folder / NOTE).write_text(note, encoding="utf-8")
        except OSError:
            self._lock.release()
            raise


def held(folder: Path) -> bool:
    """Whether a living process holds the lock now.

    Where the lock cannot even be opened nobody can write.
    """
    if not (folder / LOCK).is_file():
        return False
    lock = FileLock(folder / LOCK, thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return True
    except OSError:
        return False
    lock.release()
    return False


def lent(folder: Path) -> bool:
    """Whether this process may write under the lock of the one that started it."""
    writer = holder(folder)
    return writer is not None and writer.process in (os.getpid(), os.getppid())


def holder(folder: Path) -> Writer | None:
    """Who writes to the archive now; None when nobody does or the owner left no note."""
    return _noted(folder) if held(folder) else None


def _noted(folder: Path) -> Writer | None:
    with suppress(OSError, ValueError, TypeError):
        return Writer(**json.loads((folder / NOTE).read_text(encoding="utf-8")))
    return None


def _ourselves() -> Writer:
    since = datetime.now().astimezone().isoformat(timespec="seconds")
    return Writer(_user(), platform.node(), os.getpid(), since)


def _user() -> str:
    with suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return ""

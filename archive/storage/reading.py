"""Where a catalogue can be read from when it must not or cannot be written.

Itself, or a copy of it.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from archive.storage.address import address


class Reading(NamedTuple):
    """A catalogue to read: `immutable` on media where SQLite can make no side files.

    `copy` is set when a log that an ended writer left cannot be folded in where it is: the
    catalogue is then a copy, to be removed with `copy.cleanup()`.
    """

    catalogue: Path
    immutable: bool = False
    copy: TemporaryDirectory[str] | None = None


def place(catalogue: Path) -> Reading:
    """How this catalogue can be read here and now."""
    if _opens(catalogue):
        return Reading(catalogue)
    log = catalogue.with_name(catalogue.name + "-wal")
    if log.is_file() and log.stat().st_size:
        return _copied(catalogue, log)
    return Reading(catalogue, immutable=True)


def _opens(catalogue: Path) -> bool:
    try:
        with closing(sqlite3.connect(address(catalogue, readonly=True), uri=True)) as connection:
            connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        return False
    except sqlite3.DatabaseError:
        return True  # reachable, but no database: for the caller to find and say
    return True


def _copied(catalogue: Path, log: Path) -> Reading:
    folder = TemporaryDirectory(prefix="kembar-", ignore_cleanup_errors=True)
    copy = Path(folder.name) / catalogue.name
    shutil.copyfile(catalogue, copy)
    shutil.copyfile(log, copy.with_name(log.name))
    return Reading(copy, copy=folder)

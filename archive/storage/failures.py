"""What the disk and SQLite refuse, told as our own errors: the one place where that is decided."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archive.errors import ArchiveDamaged, ArchiveError, ArchiveInUse, DiskFull, FolderUnusable

FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
UNREACHABLE = {
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_READONLY,
}
DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
PRIMARY = 0xFF  # SQLite's extended codes carry the primary one in their lowest byte


@contextmanager
def room_for(path: Path) -> Iterator[None]:
    """Writing to `path`.

    A full disk becomes `DiskFull(path)`; every other failure passes as it is.
    """
    try:
        yield
    except OSError as error:
        if error.errno in FULL:
            raise DiskFull(path) from error
        raise


@contextmanager
def database_told(folder: Path) -> Iterator[None]:
    """Work on the catalogue in `folder`.

    Failures of SQLite become an `ArchiveError`, all others pass.
    """
    try:
        yield
    except ArchiveError:
        raise
    except Exception as error:
        known = of_sqlite(error, folder)
        if known is None:
            raise
        raise known from error


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Work on the files of the archive in `folder`.

    Failures of SQLite and the disk become an `ArchiveError`.
    """
    try:
        with database_told(folder):
            yield
    except OSError as error:
        raise of_disk(error, folder) from error


def of_disk(error: OSError, folder: Path) -> ArchiveError:
    """What an `OSError` on an archive's own files means."""
    if error.errno in FULL:
        return DiskFull(folder)
    return FolderUnusable(folder, error.strerror or str(error))


def of_sqlite(error: Exception, folder: Path) -> ArchiveError | None:
    """What an error of SQLite (bare, or as SQLAlchemy wraps it) means.

    None when it is none of these.
    """
    cause = getattr(error, "orig", error)
    code = getattr(cause, "sqlite_errorcode", None)
    if not isinstance(cause, sqlite3.Error) or code is None:
        return None
    return _meaning(code & PRIMARY, str(cause), folder)


def _meaning(code: int, words: str, folder: Path) -> ArchiveError | None:
    if code == sqlite3.SQLITE_FULL:
        return DiskFull(folder)
    if code in DAMAGED:
        return ArchiveDamaged(folder, words)
    if code in UNREACHABLE:
        return FolderUnusable(folder, words)
    if code == sqlite3.SQLITE_BUSY:
        return ArchiveInUse(folder, None)
    return None

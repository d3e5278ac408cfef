"""What lies where in an archive folder."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from archive.errors import FolderNotEmpty
from archive.storage import lock, marker

CATALOGUE = "catalogue.db"
FILES, PRINTS = "files", "prints"
INDEX, THUMBNAILS, BACKUPS = "index", "thumbnails", "backups"
FOLDERS = (FILES, PRINTS, INDEX, THUMBNAILS, BACKUPS)
SIDE_FILES = tuple(CATALOGUE + end for end in ("-wal", "-shm", "-journal"))
OURS = {CATALOGUE, marker.NAME, lock.LOCK, lock.NOTE, *SIDE_FILES, *FOLDERS}


def catalogue(folder: Path) -> Path:
    """The database of an archive."""
    return folder / CATALOGUE


def settle(folder: Path) -> None:
    """Make sure a folder is there and that nothing in it is lost. Raises `FolderNotEmpty`."""
    folder.mkdir(parents=True, exist_ok=True)
    if not is_blank(folder):
        raise FolderNotEmpty(folder)


def is_blank(folder: Path) -> bool:
    """Whether the folder is empty, or holds an attempt that never came to keep anything."""
    names = {entry.name for entry in folder.iterdir()}
    return names <= OURS - {marker.NAME} and _nothing_kept(folder)


def complete(folder: Path) -> None:
    """Make the folders that are not there."""
    for name in FOLDERS:
        (folder / name).mkdir(exist_ok=True)


@contextmanager
def undone(folder: Path) -> Iterator[None]:
    """Lay out the folder; what is made in it is taken away again when the work inside fails."""
    if not is_blank(folder):  # another was quicker, before the lock was ours
        raise FolderNotEmpty(folder)
    try:
        complete(folder)
        yield
    except BaseException:
        _clear(folder)
        raise


def _clear(folder: Path) -> None:
    for name in FOLDERS:
        shutil.rmtree(folder / name, ignore_errors=True)
    for name in OURS.difference(FOLDERS):
        with suppress(OSError):
            (folder / name).unlink(missing_ok=True)


def _nothing_kept(folder: Path) -> bool:
    if any(entry.is_file() for name in FOLDERS for entry in (folder / name).rglob("*")):
        return False
    return not _has_info(catalogue(folder))


def _has_info(path: Path) -> bool:
    if not path.exists() or not path.stat().st_size:
        return False
    with closing(sqlite3.connect(path)) as connection:
        try:
            return connection.execute("SELECT 1 FROM info").fetchone() is not None
        except sqlite3.OperationalError:
            return False  # no such table: the attempt ended before its only transaction

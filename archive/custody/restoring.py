"""From a backup file to an archive folder: checked wholly before it appears, or nothing appears."""

from __future__ import annotations

import shutil
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from glob import escape
from pathlib import Path
from uuid import uuid4
from zipfile import ZipFile

from sqlalchemy import select

from archive.custody import box
from archive.custody.box import Contents, Tally
from archive.errors import BackupFaulty, DiskFull, FolderNotEmpty
from archive.progress import Progress
from archive.storage import foundation, layout, lock
from archive.storage.database import Database
from archive.storage.failures import told
from archive.storage.files import protect, sync_file, sync_folder
from archive.storage.tables import OriginalRow, ReadingCopyRow

UNFINISHED = ".restoring"


def restore(file: Path, folder: Path, progress: Progress) -> None:
    """Make an archive in a new or empty folder from a backup file; it starts a new epoch.

    Raises `FolderNotEmpty`, `BackupFaulty`, `ArchiveTooNew`, `FileUnusable`, `FolderUnusable`,
    `DiskFull`; after any of them `folder` is as it was before.
    """
    folder = folder.absolute()
    with told(folder), box.opened(file) as (zipped, contents):
        _check_place(folder, contents)
        with _finished(folder) as unfinished:
            _unpack(file, zipped, contents, unfinished, progress)
            _check_catalogue(file, contents, unfinished)
            foundation.start_epoch(unfinished)
            _settle(unfinished)


def _check_place(folder: Path, contents: Contents) -> None:
    if folder.exists() and any(folder.iterdir()):
        raise FolderNotEmpty(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(folder.parent).free < contents.size:
        raise DiskFull(folder)


@contextmanager
def _finished(folder: Path) -> Iterator[Path]:
    """A hidden folder beside `folder`, which becomes it when the work inside succeeds."""
    _sweep(folder)
    unfinished = folder.with_name(f".{folder.name}.{uuid4().hex}{UNFINISHED}")
    unfinished.mkdir()
    working = lock.WriterLock(unfinished)
    try:
        working.take()
        yield unfinished
        working.release()
        _put(unfinished, folder)
    finally:
        working.release()
        _remove(unfinished)


def _sweep(folder: Path) -> None:
    """Take away what a restore of this folder left when it was killed."""
    for left in folder.parent.glob(f".{escape(folder.name)}.*{UNFINISHED}"):
        if not lock.held(left):
            _remove(left)


def _remove(unfinished: Path) -> None:
    for path in unfinished.rglob("*"):
        with suppress(OSError):
            path.chmod(stat.S_IRWXU)  # Windows removes no file that is read-only
    shutil.rmtree(unfinished, ignore_errors=True)


def _put(unfinished: Path, folder: Path) -> None:
    try:
        unfinished.rename(folder)  # takes the place of an empty folder in one step
    except (FileExistsError, PermissionError):  # which Windows does not do
        folder.rmdir()
        unfinished.rename(folder)
    sync_folder(folder.parent)


def _unpack(
    file: Path, zipped: ZipFile, contents: Contents, target: Path, progress: Progress
) -> None:
    tally = Tally(contents.size, progress)
    for name, entry in contents.entries.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as goes:
            box.unpack(file, zipped, name, entry, goes.write, tally)
            sync_file(goes)


def _check_catalogue(file: Path, contents: Contents, unfinished: Path) -> None:
    """The catalogue is sound, is the one the backup says, and every file it names is there."""
    catalogue = layout.catalogue(unfinished)
    fault = foundation.fault(catalogue)
    if fault:
        raise BackupFaulty(file, f"{layout.CATALOGUE}: {fault}")
    with closing(Database(catalogue, readonly=True)) as database:
        if foundation.info(database).uuid != contents.uuid:
            raise BackupFaulty(file, layout.CATALOGUE)
        with database.reading() as session:
            known = set(session.scalars(select(OriginalRow.sha256)))
            known |= set(session.scalars(select(ReadingCopyRow.sha256)))
    packed = {Path(name).stem for name in contents.entries}
    if missing := known - packed - set(contents.absent):
        raise BackupFaulty(file, ", ".join(sorted(missing)[:3]))


def _settle(unfinished: Path) -> None:
    """Lay out what a backup leaves out, and protect originals and prints again."""
    layout.complete(unfinished)
    for kept in (unfinished / layout.FILES, unfinished / layout.PRINTS):
        for path in kept.glob("*/*"):
            protect(path)
        for folder in (*kept.iterdir(), kept):
            sync_folder(folder)
    sync_folder(unfinished)

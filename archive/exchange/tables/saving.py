"""A file of something exported: whole or not there, and never inside an archive."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from archive.errors import DiskFull, FileUnusable
from archive.exchange.tables.table import Table
from archive.exchange.tables.text import as_text
from archive.progress import Progress
from archive.storage.failures import FULL

FORMATS = ("xlsx", "csv")


def save_table(
    table: Table, path: Path, format_: str, parted_by: str, progress: Progress | None = None
) -> None:
    """Write a table as `xlsx` or `csv`; what stands there is replaced only by the whole.

    Raises `TableTooLarge`, `DiskFull`, `FileUnusable`, `Cancelled`.
    """
    if format_ == "xlsx":
        from archive.exchange.tables.workbook import write_workbook

        whole(path, lambda part: write_workbook(table, part, progress))
    else:
        words = as_text(table, parted_by).encode("utf-8")
        whole(path, lambda part: part.write_bytes(words))


def whole(path: Path, write: Callable[[Path], object]) -> None:
    """Have a file written under a temporary name beside it, then give it its own.

    Raises `DiskFull`, `FileUnusable`, and whatever `write` does.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
        os.close(handle)
        _take_name(Path(name), path, write)
    except OSError as error:
        if error.errno in FULL:
            raise DiskFull(path) from error
        raise FileUnusable(path, error.strerror or str(error)) from error


def _take_name(part: Path, path: Path, write: Callable[[Path], object]) -> None:
    try:
        write(part)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.chmod(0o644)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def outside(path: Path, archive: Path) -> None:
    """Raises `FileUnusable` for a place inside an archive: what lies there is the archive's own."""
    if path.resolve().is_relative_to(archive.resolve()):
        raise FileUnusable(path, "inside_archive")

"""Reads a sheet of an XLSX file: values, formulas as they were last reckoned, dates as dates."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from archive.custody.box import told
from archive.errors import ArchiveError, SheetUnusable
from archive.exchange.register.sheets import Grid, kept
from archive.progress import Cancelled, Progress, Step

CHUNK = 1 << 20
LOWEST = 1 << 20  # the row below which no sheet goes
UNPACKED = 2 << 30  # bytes of one sheet: more is no register, but a trap
ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*?\sr=\"(\d+)\"")
VALUES = (b"<v>", b":v>", b"<v ", b"<is>", b":is>", b"<is ")


def read_workbook(path: Path, sheet: str | None, progress: Progress) -> Grid:
    """The lines of a sheet; that many formatted but empty rows come after them does not matter.

    Raises `FileUnusable`; `SheetUnusable`: broken, empty, no such sheet.
    """
    try:
        with told(path):
            return _read(path, sheet, progress)
    except (ArchiveError, Cancelled):
        raise
    except Exception as error:  # openpyxl has no errors of its own for what is broken
        raise SheetUnusable(path, "broken", str(error)) from error


def _read(path: Path, sheet: str | None, progress: Progress) -> Grid:
    from openpyxl import load_workbook

    with path.open("rb") as file:
        book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
        try:
            names = tuple(page.title for page in book.worksheets)
            page = _page(path, book, names, sheet)
            last = _last_row(file, getattr(page, "_worksheet_path", ""), progress)
            page.reset_dimensions()
            rows = page.iter_rows(max_row=last, values_only=True) if last else ()
            return Grid(path, names, page.title, tuple(kept(path, rows, progress)))
        finally:
            book.close()


def _page(path: Path, book: Any, names: tuple[str, ...], wanted: str | None) -> Any:
    """The wanted sheet, else the first that is not hidden."""
    if not names:
        raise SheetUnusable(path, "empty")
    if wanted is not None and wanted not in names:
        raise SheetUnusable(path, "no_sheet", wanted)
    seen = (page.title for page in book.worksheets if page.sheet_state == "visible")
    return book[wanted if wanted is not None else next(seen, names[0])]


def _last_row(file: Any, name: str, progress: Progress) -> int:
    """The number of the last row with a value, found without reading the cells; 0 when none.

    Offices format whole columns: a sheet of forty rows can have a million more without a value.
    """
    last, row, tail, done = 0, 0, b"", 0
    try:
        with ZipFile(file) as box, box.open(name.lstrip("/")) as source:
            while chunk := source.read(CHUNK):
                done += len(chunk)
                if done > UNPACKED:
                    raise SheetUnusable(Path(file.name), "too_large")
                progress.report(Step(0, 0))
                tail += chunk
                row, last = _seen(tail, row, last)
                tail = tail[-200:]
    except (BadZipFile, KeyError):
        raise SheetUnusable(Path(file.name), "broken") from None
    return last


def _seen(part: bytes, row: int, last: int) -> tuple[int, int]:
    """The row this part of a sheet ends in, and the last one so far that holds a value."""
    value = max(part.rfind(mark) for mark in VALUES)
    if value >= 0:
        before = ROW.findall(part, 0, value)
        last = max(last, int(before[-1]) if before else row or LOWEST)
    begun = part.rfind(b"row ")
    named = ROW.findall(part, max(0, begun - 60)) if begun >= 0 else []
    return (int(named[-1]) if named else row), last

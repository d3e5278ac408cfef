"""Reads a spreadsheet, CSV or XLSX, as it stands: lines of typed cells. Never writes to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from archive.custody.box import told
from archive.errors import SheetUnusable
from archive.progress import Progress, Step

Cell = str | int | float | bool | date | datetime | None
MOST_ROWS = 50_000
MOST_COLUMNS = 256
LARGEST = 64 * 1024 * 1024  # bytes; a register of 50,000 agreements has a tenth of it
STEP = 500
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True)
class Line:
    """One line that holds something: its number in the file, from 1, and its cells."""

    number: int
    cells: tuple[Cell, ...]

    def cell(self, column: int) -> Cell:
        """The cell in this column; None where the line is shorter."""
        return self.cells[column] if column < len(self.cells) else None


@dataclass(frozen=True, slots=True)
class Grid:
    """All lines of one sheet up to the last that holds something.

    `lines` holds those that are not empty; `last` is the number of the last. `sheets` are the
    names of all sheets (none for CSV), `delimiter` is empty for XLSX.
    """

    path: Path
    sheets: tuple[str, ...]
    sheet: str
    lines: tuple[Line, ...]
    delimiter: str = ""

    @property
    def last(self) -> int:
        """The number of the last line that holds something."""
        return self.lines[-1].number if self.lines else 0

    @property
    def width(self) -> int:
        """How many columns the widest line has."""
        return max((len(line.cells) for line in self.lines), default=0)


def read(path: Path, sheet: str | None = None, progress: Progress | None = None) -> Grid:
    """One sheet of a file, the first one when none is named; what it is, its content tells.

    Raises `FileUnusable`; `SheetUnusable` with `password`, `xls`, `broken`, `not_text`, `empty`,
    `too_large`, `too_many_rows`, `too_wide`, `no_sheet`; `Cancelled`.
    """
    progress = progress or Progress()
    with told(path):
        if path.stat().st_size > LARGEST:
            raise SheetUnusable(path, "too_large")
        with path.open("rb") as file:
            start = file.read(8)
    if start == OLE:
        raise SheetUnusable(path, "password" if _encrypted(path) else "xls")
    if start.startswith(ZIP):
        from archive.exchange.register.workbook import read_workbook

        grid = read_workbook(path, sheet, progress)
    else:
        from archive.exchange.register.text_table import read_text_table

        grid = read_text_table(path, progress)
    if not grid.lines:
        raise SheetUnusable(path, "empty")
    return grid


def kept(path: Path, rows: Iterable[Iterable[object]], progress: Progress) -> Iterator[Line]:
    """The rows that hold something. Raises `SheetUnusable`: too many rows, too wide."""
    count = 0
    for number, row in enumerate(rows, start=1):
        if number % STEP == 0:
            progress.report(Step(number, 0))
        cells = trimmed(row)
        if not cells:
            continue
        count += 1
        if count > MOST_ROWS:
            raise SheetUnusable(path, "too_many_rows", str(MOST_ROWS))
        if len(cells) > MOST_COLUMNS:
            raise SheetUnusable(path, "too_wide", str(MOST_COLUMNS))
        yield Line(number, cells)


def trimmed(row: Iterable[object]) -> tuple[Cell, ...]:
    """The cells of a row up to the last that holds something; white space is nothing."""
    cells = [_cell(value) for value in row]
    while cells and cells[-1] is None:
        cells.pop()
    return tuple(cells)


def _cell(value: object) -> Cell:
    """A value as one of the kinds of cells; what has no kind of its own is text."""
    if isinstance(value, str):
        return value if value.strip() else None
    if value is None or isinstance(value, bool | int | float | datetime | date):
        return value
    if isinstance(value, time | timedelta):
        return None if not value else str(value)
    return str(value)


def _encrypted(path: Path) -> bool:
    """Whether an OLE file is a workbook of today behind a password, and not one of before 2007."""
    with told(path):
        return "EncryptedPackage".encode("utf-16-le") in path.read_bytes()

"""Writes the rows that were left into a file of their own, as they came, with what is wrong."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import StringIO
from pathlib import Path
from typing import Any
from uuid import uuid4

from archive.custody.box import told
from archive.exchange.register.cells import shown
from archive.exchange.register.checking import Row
from archive.exchange.register.columns import Table, is_faults
from archive.exchange.register.rows import RowFault
from archive.exchange.register.sheets import Cell
from archive.storage.files import sync_file, sync_folder

CELL = 32_767  # signs; a cell of XLSX holds no more
WIDTHS = 60, 18  # of the column of faults and of the others, in signs


@dataclass(frozen=True, slots=True)
class Mending:
    """Where the rows that are left go (a name near it when it is taken), and their words."""

    file: Path
    heading: str
    say: Callable[[RowFault], str]


def ending(table: Table) -> str:
    """The ending of the file: the format the rows came in."""
    return ".csv" if table.grid.delimiter else ".xlsx"


def prepare(mending: Mending, table: Table, rows: Sequence[Row]) -> Path:
    """Write the rows into a file beside their place, safe from a power cut; answers that file.

    Raises `DiskFull`, `FileUnusable`.
    """
    part = mending.file.with_name(f".{uuid4().hex}.part")
    lines = [_headings(mending, table), *(_line(mending, table, row) for row in rows)]
    write = _write_text if table.grid.delimiter else _write_workbook
    with told(mending.file):
        try:
            write(part, table, lines)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    return part


def put_in_place(part: Path, wanted: Path) -> Path:
    """Give a prepared file its name; what has that name already stays. Answers the file."""
    with told(wanted):
        file, number = wanted, 1
        while file.exists():
            number += 1
            file = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
        part.replace(file)
        sync_folder(file.parent)
    return file


def _headings(mending: Mending, table: Table) -> list[Cell]:
    return [mending.heading, *(table.headings[column] for column in _columns(table))]


def _line(mending: Mending, table: Table, row: Row) -> list[Cell]:
    said = "\n".join(map(mending.say, row.faults))
    return [said, *(row.line.cell(column) for column in _columns(table))]


def _columns(table: Table) -> list[int]:
    """The columns as they came, but for an earlier column of faults."""
    return [at for at, words in enumerate(table.headings) if not is_faults(words)]


def _write_text(part: Path, table: Table, lines: Iterable[list[Cell]]) -> None:
    """CSV with the delimiter it came with, in UTF-8 with the mark that Excel looks for."""
    words = StringIO(newline="")
    writer = csv.writer(words, delimiter=table.grid.delimiter, lineterminator="\r\n")
    for line in lines:
        writer.writerow([shown(cell) for cell in line])
    with part.open("wb") as file:
        file.write(words.getvalue().encode("utf-8-sig", "replace"))
        sync_file(file)


def _write_workbook(part: Path, table: Table, lines: Iterable[list[Cell]]) -> None:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    page: Any = book.create_sheet(table.grid.sheet or None)
    page.freeze_panes = "A2"
    for at in range(len(_columns(table)) + 1):
        page.column_dimensions[_letter(at)].width = WIDTHS[min(at, 1)]
    for number, line in enumerate(lines):
        page.append([_styled(page, cell, head=number == 0) for cell in line])
    with part.open("wb") as file:
        book.save(file)
        sync_file(file)


def _styled(page: Any, value: Cell, *, head: bool) -> Any:
    """A cell as it came: text stays text even where it looks like a formula."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment, Font

    if isinstance(value, str):
        value = ILLEGAL_CHARACTERS_RE.sub(" ", value)[:CELL]
    cell: Any = WriteOnlyCell(page)
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
        cell.alignment = Alignment(wrap_text="\n" in value, vertical="top")
    if isinstance(value, date):
        cell.number_format = "dd/mm/yyyy hh:mm" if _has_time(value) else "dd/mm/yyyy"
    if head:
        cell.font = Font(bold=True)
    return cell


def _has_time(value: date) -> bool:
    return isinstance(value, datetime) and bool(value.hour or value.minute or value.second)


def _letter(column: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(column + 1))

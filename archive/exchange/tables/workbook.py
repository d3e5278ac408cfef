"""A table as XLSX: typed cells, a frozen head with filters; texts are texts, never formulas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

from archive.errors import TableTooLarge
from archive.exchange.tables.table import Cell, Column, Sort, Table, plain
from archive.progress import Progress, Step

if TYPE_CHECKING:
    from pathlib import Path

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
LONGEST = 32_767  # UTF-16 units of one cell
CUT = " […]"
EARLIEST_DAY = date(1900, 3, 1)  # before it Excel counts a day that never was
NARROWEST, WIDEST = 8, 60  # characters
LOOKED_AT = 500  # rows, for the widths
STEP = 500
SHEET_NAME = 31
FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
FORMATS = {Sort.DATE: "yyyy-mm-dd", Sort.YEAR: "0", Sort.NUMBER: "General", Sort.TEXT: "@"}


def write_workbook(table: Table, path: Path, progress: Progress | None = None) -> None:
    """Write the table to `path`. Raises `TableTooLarge`, `OSError`, `Cancelled`.

    A text longer than a cell holds is cut, and says so at its end.
    """
    if len(table.rows) >= MOST_ROWS or len(table.columns) > MOST_COLUMNS:
        raise TableTooLarge(len(table.rows), MOST_ROWS - 1)
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet(_sheet_name(table.title))
    _dress(sheet, table)
    for row in _rows(sheet, table, progress or Progress()):
        sheet.append(row)
    _save(book, path)


def _save(book: Any, path: Path) -> None:
    """Write the workbook; where that fails, nothing tries once more to end what was begun."""
    from openpyxl.writer.excel import ExcelWriter

    with path.open("wb") as file:
        box = ZipFile(file, "w", ZIP_DEFLATED, allowZip64=True)
        try:
            ExcelWriter(book, box).save()
        except BaseException:
            box.fp = None  # else it writes its end when it is let go, into the same full disk
            raise


def _dress(sheet: Any, table: Table) -> None:
    """The head stays in sight and filters; columns are as wide as their first rows."""
    from openpyxl.utils import get_column_letter

    sheet.freeze_panes = "A2"
    if table.columns:
        last = get_column_letter(len(table.columns))
        sheet.auto_filter.ref = f"A1:{last}{len(table.rows) + 1}"
    for number, width in enumerate(_widths(table), start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width


def _rows(sheet: Any, table: Table, progress: Progress) -> Iterator[list[Any]]:
    from openpyxl.styles import Font

    yield [_cell(sheet, column.title, bold=Font(bold=True)) for column in table.columns]
    for done, row in enumerate(table.rows):
        if done % STEP == 0:
            progress.report(Step(done, len(table.rows), table.title))
        yield [_typed(sheet, cell, column) for cell, column in zip(row, table.columns, strict=True)]


def _typed(sheet: Any, cell: Cell, column: Column) -> Any:
    """A value as its kind of cell; a day Excel cannot count is told as text."""
    if isinstance(cell, date) and cell < EARLIEST_DAY:
        cell = cell.isoformat()
    if isinstance(cell, str):
        return _cell(sheet, cell) if cell else None
    if isinstance(cell, date) or (cell is not None and column.sort is Sort.YEAR):
        from openpyxl.cell import WriteOnlyCell

        made: Any = WriteOnlyCell(sheet)
        made.value = cell
        made.number_format = FORMATS[Sort.DATE if isinstance(cell, date) else Sort.YEAR]
        return made
    return cell


def _cell(sheet: Any, text: str, bold: Any = None) -> Any:
    """A text, whatever it begins with; most need no cell of their own."""
    shown = fitting(plain(text))
    if bold is None and not shown.startswith(("=", "#")):
        return shown
    from openpyxl.cell import WriteOnlyCell

    made = WriteOnlyCell(sheet, shown)
    made.data_type = "s"
    if bold is not None:
        made.font = bold
    return made


def fitting(text: str) -> str:
    """As much of a text as one cell holds, counted as Excel counts."""
    if len(text) * 2 <= LONGEST or _units(text) <= LONGEST:
        return text
    raw = text.encode("utf-16-le")[: (LONGEST - len(CUT)) * 2]
    return raw.decode("utf-16-le", errors="ignore") + CUT


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _widths(table: Table) -> Iterator[int]:
    for place, column in enumerate(table.columns):
        cells = (row[place] for row in table.rows[:LOOKED_AT])
        yield min(WIDEST, max(NARROWEST, len(column.title) + 4, _longest(cells) + 2))


def _longest(cells: Iterable[Cell]) -> int:
    lines = (len(line) for cell in cells for line in str(cell or "")[:400].split("\n"))
    return max(lines, default=0)


def _sheet_name(title: str) -> str:
    return plain(title).translate(FORBIDDEN).replace("\n", " ").strip(" '")[:SHEET_NAME] or "1"

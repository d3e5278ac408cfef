"""A table as CSV, as spreadsheets open it with a double click: no text becomes a formula.

Excel reads UTF-8 only after a byte order mark, and parts cells at the list separator of Windows: a
semicolon wherever numbers have a decimal comma, as in Indonesian, else a comma.
"""

from __future__ import annotations

import csv
import io
from datetime import date

from archive.exchange.tables.table import Cell, Table, plain

MARK = "\ufeff"
DELIMITERS = {"id": ";", "en": ","}
STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")  # also as wide signs
GUARD = "'"


def delimiter(language: str) -> str:
    """What parts the cells where this language is the computer's own."""
    return DELIMITERS.get(language, ",")


def as_text(table: Table, parted_by: str, *, marked: bool = True) -> str:
    """The whole table as CSV; `marked` with a byte order mark. Days are ISO 8601."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=parted_by, lineterminator="\r\n")
    writer.writerow([_words(column.title) for column in table.columns])
    writer.writerows([_words(cell) for cell in row] for row in table.rows)
    return (MARK if marked else "") + out.getvalue()


def _words(cell: Cell) -> str | int | float:
    if isinstance(cell, str):
        return guarded(plain(cell))
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else cell


def guarded(text: str) -> str:
    """The text, behind an apostrophe where a spreadsheet would reckon it."""
    return GUARD + text if text.startswith(STARTS_FORMULA) else text

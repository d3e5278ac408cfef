"""Any table of the catalogue as a file other programs open: CSV or XLSX."""

from archive.exchange.tables.saving import FORMATS, outside, save_table, whole
from archive.exchange.tables.table import Cell, Column, Sort, Table, day
from archive.exchange.tables.text import as_text

__all__ = [
    "FORMATS",
    "Cell",
    "Column",
    "Sort",
    "Table",
    "as_text",
    "day",
    "outside",
    "save_table",
    "whole",
]

"""A table of plain values, as it is written to files: what each column holds, and its rows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from archive.dates import show

Cell = str | int | float | date | None
YEAR = re.compile(r"\d{4}", re.ASCII)
FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
LINE_ENDS = re.compile(r"\r\n?|[\x85\u2028\u2029]")


class Sort(StrEnum):
    """What the cells of a column are; text may stand in any of them."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what its head says, and what its cells are."""

    title: str
    sort: Sort = Sort.TEXT


@dataclass(frozen=True, slots=True)
class Table:
    """A title, columns, and rows with as many cells each as there are columns; None is empty."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def day(edtf: str | None, language: str) -> Cell:
    """An EDTF date as a cell: a real day or a year where it is one, else the words for what is
    known. A year alone is a number, and never made the first of January.
    """
    if edtf and FULL_DAY.fullmatch(edtf):
        return date.fromisoformat(edtf)
    if edtf and YEAR.fullmatch(edtf):
        return int(edtf)
    return show(edtf, language) if edtf else None


def plain(text: str) -> str:
    """A text as every program can read it: without control characters, lines ended alike."""
    return UNFIT.sub("", LINE_ENDS.sub("\n", text))

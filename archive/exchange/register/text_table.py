"""Reads a table of text (CSV): which signs part its cells, and in which encoding it is."""

from __future__ import annotations

import csv
from collections import Counter
from io import StringIO
from pathlib import Path

from archive.custody.box import told
from archive.errors import SheetUnusable
from archive.exchange.register.sheets import Grid, kept
from archive.progress import Progress

DELIMITERS = ";,\t"
LOOKED_AT = 60  # lines that are looked at for the delimiter
BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
NAMED = "sep="  # how Excel names the delimiter in the first line
LONGEST_CELL = 1 << 20


def read_text_table(path: Path, progress: Progress) -> Grid:
    """The lines of a CSV file.

    Raises `FileUnusable`; `SheetUnusable`: not text, broken (a quote that is never closed).
    """
    with told(path):
        raw = path.read_bytes()
    text = decoded(path, raw)
    delimiter = _delimiter(text)
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    rows = ([] if _names_delimiter(row, number) else row for number, row in enumerate(reader))
    try:
        lines = tuple(kept(path, rows, progress))
    except csv.Error as error:
        raise SheetUnusable(path, "broken", str(error)) from error
    return Grid(path, (), "", lines, delimiter)


def decoded(path: Path, raw: bytes) -> str:
    """The text: as its first bytes say, else UTF-8, else the Windows code page of the West."""
    for mark, encoding in BOMS.items():
        if raw.startswith(mark):
            return raw.decode(encoding, "replace").replace("\0", " ")
    if b"\0" in raw:
        raise SheetUnusable(path, "not_text")
    for encoding in ("utf-8", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")


def _delimiter(text: str) -> str:
    """The sign that parts most lines into the same number of cells."""
    if text[:4].lower() == NAMED and text[4:5] in (*DELIMITERS, "|"):
        return text[4:5]
    return max(DELIMITERS, key=lambda sign: _evenness(text, sign))


def _evenness(text: str, delimiter: str) -> tuple[int, int]:
    """How many of the first lines have the most frequent number of cells above one; that number."""
    counts: Counter[int] = Counter()
    try:
        for row in csv.reader(StringIO(text[:200_000], newline=""), delimiter=delimiter):
            if len(row) > 1:
                counts[len(row)] += 1
            if counts.total() >= LOOKED_AT:
                break
    except csv.Error:
        return 0, 0
    if not counts:
        return 0, 0
    width, lines = counts.most_common(1)[0]
    return lines, width


def _names_delimiter(row: list[str], number: int) -> bool:
    return number == 0 and bool(row) and row[0].lower().startswith(NAMED)

"""Reads the tables of a PDF's pages: with rules or without, also those that go on over a page.

pdfplumber is slow and easily drowned, so it is asked for the pages a person wants, never while
files are brought in, and only where a page is no drawing.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from archive.errors import TablesRefused
from archive.intake.table_grid import Bounds, Found, Word, ruled
from archive.intake.table_gutters import unruled
from archive.intake.table_joining import Box, Part, Table, joined
from archive.progress import Progress, Step

__all__ = ["Box", "Read", "Table", "TablesRefused", "Word", "read_tables"]

Read = Mapping[int, Sequence[Word]]  # by the page's number, as it is shown

MOST_PAGES = 60  # read at once
MOST_CHARACTERS = 30_000  # of a page; a full one of small print has 12,000
MOST_SHAPES = 20_000  # strokes and rectangles; a large ruled table has 8,000
MOST_CROSSINGS = 1_500_000  # of lines with lines that would be looked at
SECONDS = 30.0  # for one question
DEEPEST = 6  # forms within forms whose shapes are counted
MERGED = 3, 3, 3, 3  # points: pdfplumber's own for snapping and joining lines
LINES = {"vertical_strategy": "lines", "horizontal_strategy": "lines"}


def read_tables(
    path: Path,
    pages: Sequence[int],
    box: Bounds | None = None,
    read: Read | None = None,
    progress: Progress | None = None,
) -> tuple[Table, ...]:
    """The tables of these pages (from 1), in order; those that go on over a page break are one.

    `box` (left, top, right, bottom in points of the page as shown) takes only what lies in it, on
    each page, and believes that it is a table. `read` are the words of pages that were read from
    their pictures: only the white between them tells their tables. Raises `TablesRefused`,
    `OSError`, `Cancelled`.
    """
    wanted = sorted(set(pages))
    if len(wanted) > MOST_PAGES:
        raise TablesRefused("too_many")
    _check(path, wanted)
    until = time.monotonic() + SECONDS
    parts: list[Part] = []
    for done, page in enumerate(wanted):
        (progress or Progress()).report(Step(done, len(wanted)))
        parts += _parts(path, page, box, until, (read or {}).get(page, ()))
    tables = [table for table in joined(parts) if box is not None or len(table.rows) > 1]
    return tuple(tables)


def _check(path: Path, pages: Sequence[int]) -> None:
    """Refuse what pdfplumber would not come back from; PDFium counts quickly."""
    path.open("rb").close()  # a file that is not there says so
    try:
        with closing(pypdfium2.PdfDocument(path)) as document:
            for page in pages:
                if not 1 <= page <= len(document):
                    raise TablesRefused("no_page", page)
                _check_page(document, page)
    except pypdfium2.PdfiumError as error:
        raise TablesRefused("damaged") from error


def _check_page(document: Any, number: int) -> None:
    with closing(document[number - 1]) as page:
        with closing(page.get_textpage()) as text:
            characters = text.count_chars()
        if characters > MOST_CHARACTERS or _shapes(page) > MOST_SHAPES:
            raise TablesRefused("too_complex", number)


def _shapes(page: Any) -> int:
    """How many strokes and rectangles a page draws, counted until there are too many."""
    count = 0
    for shape in page.get_objects(max_depth=DEEPEST):
        if shape.type == pdfium.FPDF_PAGEOBJ_PATH:  # type: ignore[attr-defined]
            count += pdfium.FPDFPath_CountSegments(shape.raw)  # type: ignore[attr-defined]
        count += 1
        if count > 2 * MOST_SHAPES + MOST_CHARACTERS:
            break
    return count


def _parts(
    path: Path, number: int, box: Bounds | None, until: float, read: Sequence[Word]
) -> Iterator[Part]:
    import pdfplumber

    if time.monotonic() > until:
        raise TablesRefused("too_slow", number)
    try:
        with pdfplumber.open(path, pages=[number]) as document:
            page = document.pages[0]
            origin = _origin(page)
            shown = page.cropbox[3] - page.cropbox[1]
            if read:
                found = _pictured(read, box, origin)
            else:
                wanted = None if box is None else _moved(box, origin)
                found = list(_tables(page, number, wanted))
    except (TablesRefused, MemoryError, OSError):
        raise
    except Exception as error:  # pdfminer raises whatever it stumbles over
        raise TablesRefused("damaged", number) from error
    back = (-origin[0], -origin[1])
    for each in found:
        yield Part(number, shown, replace(each, place=_moved(each.place, back)))


def _pictured(read: Sequence[Word], box: Bounds | None, origin: tuple[float, float]) -> list[Found]:
    """The tables among the words of a picture, whose rules nobody knows."""
    words = [word for word in read if box is None or _holds(box, word)]
    found = unruled(words, certain=box is not None) if words else []
    return [replace(each, place=_moved(each.place, origin)) for each in found]


def _origin(page: Any) -> tuple[float, float]:
    """Where the shown part of a page begins on the whole sheet."""
    return float(page.cropbox[0]), float(page.cropbox[1])


def _moved(box: Bounds, by: tuple[float, float]) -> Bounds:
    return box[0] + by[0], box[1] + by[1], box[2] + by[0], box[3] + by[1]


def _tables(page: Any, number: int, box: Bounds | None) -> Iterator[Found]:
    """Those with rules, and those without among the words that are left."""
    _check_crossings(page, number)
    words = _words(page)
    found = []
    for table in page.find_tables(LINES):
        inside = [word for word in words if _holds(table.bbox, word)]
        made = ruled(table.cells, inside) if box is None else _cut(table.cells, inside, box)
        if made is not None:
            found.append(made)
            words = [word for word in words if not _holds(table.bbox, word)]
    if not (box is not None and found):
        left = [word for word in words if box is None or _holds(box, word)]
        found += unruled(left, certain=box is not None) if left else []
    yield from sorted(found, key=lambda each: (each.place[1], each.place[0]))


def _cut(cells: Sequence[Bounds], words: Sequence[Word], box: Bounds) -> Found | None:
    """Of a table with rules those rows and columns whose middle lies in a box.

    The words of a merged cell stay in what is left of it.
    """
    left, right = _kept((edge for cell in cells for edge in (cell[0], cell[2])), box[0], box[2])
    top, bottom = _kept((edge for cell in cells for edge in (cell[1], cell[3])), box[1], box[3])
    kept, held = list[Bounds](), list[Word]()
    for cell in cells:
        part = max(cell[0], left), max(cell[1], top), min(cell[2], right), min(cell[3], bottom)
        if part[0] < part[2] and part[1] < part[3]:
            kept.append(part)
            held += (_drawn_in(word, cell, part) for word in words if _holds(cell, word))
    return ruled(kept, held)


def _drawn_in(word: Word, cell: Bounds, part: Bounds) -> Word:
    """A word of a cell at its like place in a part of it."""
    across = (part[2] - part[0]) / (cell[2] - cell[0])
    down = (part[3] - part[1]) / (cell[3] - cell[1])
    return replace(
        word,
        left=part[0] + (word.left - cell[0]) * across,
        top=part[1] + (word.top - cell[1]) * down,
        right=part[0] + (word.right - cell[0]) * across,
        bottom=part[1] + (word.bottom - cell[1]) * down,
    )


def _kept(edges: Iterable[float], low: float, high: float) -> tuple[float, float]:
    """From where to where go the rows, or columns, whose middle lies between two places."""
    bands = pairwise(sorted(set(edges)))
    kept = [(one, other) for one, other in bands if low <= (one + other) / 2 <= high]
    return (kept[0][0], kept[-1][1]) if kept else (0.0, 0.0)


def _check_crossings(page: Any, number: int) -> None:
    """Each line is looked at with each that may cross it, once they are merged."""
    from pdfplumber.table import merge_edges

    straight = [edge for edge in page.edges if edge["orientation"]]  # curves have none
    edges = merge_edges(straight, *MERGED)
    upright = sum(edge["orientation"] == "v" for edge in edges)
    if upright * (len(edges) - upright) > MOST_CROSSINGS:
        raise TablesRefused("too_complex", number)


def _words(page: Any) -> list[Word]:
    found = page.extract_words(x_tolerance=1.5, y_tolerance=3, extra_attrs=["fontname"])
    return [
        Word(
            each["text"],
            float(each["x0"]),
            float(each["top"]),
            float(each["x1"]),
            float(each["bottom"]),
            "bold" in each["fontname"].lower() or "black" in each["fontname"].lower(),
        )
        for each in found
    ]


def _holds(box: Bounds, word: Word) -> bool:
    across = (word.left + word.right) / 2
    return box[0] <= across <= box[2] and box[1] <= word.middle <= box[3]

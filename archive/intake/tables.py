"""Reads the tables of a PDF's pages: with rules or without, also those that go on over a page.

pdfplumber is slow and easily drowned, so it is asked for the pages a person wants, never while
files are brought in, and only where a page is no drawing.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
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
                if box is not None:
                    page = page.crop(_moved(box, origin), strict=False)
                found = list(_tables(page, number, certain=box is not None))
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


def _tables(page: Any, number: int, *, certain: bool) -> Iterator[Found]:
    """Those with rules, and those without among the words that are left."""
    _check_crossings(page, number)
    words = _words(page)
    found = []
    for table in page.find_tables(LINES):
        inside = [word for word in words if _holds(table.bbox, word)]
        made = ruled(table.cells, inside)
        if made is not None:
            found.append(made)
            words = [word for word in words if not _holds(table.bbox, word)]
    if not (certain and found):
        found += unruled(words, certain=certain)
    yield from sorted(found, key=lambda each: (each.place[1], each.place[0]))


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

"""Prints chosen pages of a document, with or without its marks, on the system's printers."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from archive.errors import FileUnusable
from archive.progress import Progress, Step
from ui.reader.engine import PaperHandle, engine
from ui.reader.hits import HitFinder
from ui.reader.layout import FULL_SIZE, Layout
from ui.reader.marking import Ink, Quote, Words, read
from ui.reader.painting import paint_marks
from ui.reader.paper import MAX_PIXELS, Paper, Shot

DOTS = 300  # an inch; more only fills the printer's memory


@dataclass(frozen=True)
class PrintOrder:
    """What to print: how the paper is opened, its pages (from 1), and which marks go on them."""

    opener: Callable[[], Paper]
    pages: tuple[int, ...]
    finder: HitFinder | None = None
    quotes: Sequence[Quote] = field(default=())


def print_pages(order: PrintOrder, printer: QPrinter, progress: Progress) -> int:
    """Print and tell how many pages. Runs in a job; the engine draws. Raises `FileUnusable`."""
    handle = engine().open(order.opener)
    painter = QPainter()
    try:
        sizes = handle.wait_for(lambda paper: paper.facts()).sizes
        for number, page in enumerate(order.pages):
            progress.report(Step(number, len(order.pages), str(page)))
            _begin_sheet(painter, printer, first=number == 0)
            _print_page(painter, handle, order, page, sizes[page - 1])
    finally:
        painter.end()
        handle.close()
    return len(order.pages)


def _begin_sheet(painter: QPainter, printer: QPrinter, *, first: bool) -> None:
    if not (painter.begin(printer) if first else printer.newPage()):
        target = printer.outputFileName() or printer.printerName()
        raise FileUnusable(Path(target), "printer")


def _print_page(
    painter: QPainter,
    handle: PaperHandle,
    order: PrintOrder,
    page: int,
    size: tuple[float, float],
) -> None:
    sheet = QRectF(painter.viewport())
    turn = int((size[0] > size[1]) != (sheet.width() > sheet.height()))
    picture = handle.wait_for(lambda paper: drawn(paper, page, size, turn, order))
    painter.drawImage(fitted(sheet, picture.width() / picture.height()), picture)


def drawn(
    paper: Paper, page: int, size: tuple[float, float], turn: int, order: PrintOrder
) -> QImage:
    """A page as it is printed, marks included. In the rendering thread."""
    sheet = Layout([size], (0.0, 0.0), _fine(size) / FULL_SIZE, turn)
    place = sheet.rect(1)
    image = paper.draw(Shot(page, round(place.width), round(place.height), turn))
    if order.finder is not None or order.quotes:
        _mark(image, read(paper, page, order.finder, order.quotes, None), sheet)
    return image


def fitted(sheet: QRectF, shape: float) -> QRectF:
    """The largest rectangle of a shape (width by height) in the middle of a sheet."""
    width = min(sheet.width(), sheet.height() * shape)
    height = width / shape
    left, top = (sheet.width() - width) / 2, (sheet.height() - height) / 2
    return QRectF(left, top, width, height)


def _fine(size: tuple[float, float]) -> float:
    """Dots for a point: the printer's own, or fewer where a page is enormous."""
    return min(DOTS / 72, math.sqrt(MAX_PIXELS / (size[0] * size[1])))


def _mark(image: QImage, words: Words, sheet: Layout) -> None:
    place = sheet.rect(1)
    spans = [(Ink.QUOTE, quoted.span) for quoted in words.quoted if quoted.span]
    spans += [(Ink.HIT, hit) for hit in words.hits]
    marks = [
        (ink, [sheet.to_view(1, box) for box in words.text.boxes(*span)]) for ink, span in spans
    ]
    painter = QPainter(image)
    painter.translate(-place.left, -place.top)
    paint_marks(painter, marks, ())
    painter.end()

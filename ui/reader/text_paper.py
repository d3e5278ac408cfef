"""Plain text as a paper: its pages are set in one fixed face on sheets of A4's width."""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QImage, QPainter, QTransform

from ui.reader.page_text import PageText
from ui.reader.paper import A4, PaperFacts, Shot

MARGIN = 56.0
FACE_SIZE = 10.0
ROW = 14.0
TAB = 8
INK = QColor(0x20, 0x20, 0x20)


@dataclass(frozen=True, slots=True)
class Row:
    """Characters start..end of a page that fit on one row of the sheet."""

    start: int
    end: int


def rows(text: str, columns: int) -> tuple[Row, ...]:
    """Break a text into rows of at most `columns` places, between words where that is possible."""
    found: list[Row] = []
    start = 0
    for line in text.split("\n"):
        found.extend(_rows_of_line(line, start, columns))
        start += len(line) + 1
    return tuple(found)


def _rows_of_line(line: str, offset: int, columns: int) -> Iterable[Row]:
    start = used = 0
    gap: int | None = None
    for index, character in enumerate(line):
        width = _places(character, used)
        if used + width > columns and index > start:
            end = gap if gap is not None else index
            yield Row(offset + start, offset + end)
            start, gap = end, None
            used = sum(_places(kept, 0) for kept in line[start:index])
        used += width
        if character in " \t":
            gap = index + 1
    yield Row(offset + start, offset + len(line))


def _places(character: str, used: int) -> int:
    if character == "\t":
        return TAB - used % TAB
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


class TextPaper:
    """The pages of a text document as the archive keeps them."""

    def __init__(self, pages: Sequence[str], labels: Sequence[str] = ()) -> None:
        self.abandoned: Callable[[], bool] = lambda: False
        self._pages = [page.replace("\r\n", "\n").replace("\r", "\n") for page in pages]
        self._labels = tuple(labels) or ("",) * len(pages)
        self._face = _face()
        self._metrics = QFontMetricsF(self._face)
        self._place = self._metrics.horizontalAdvance("0") or FACE_SIZE * 0.6
        self._columns = max(20, int((A4[0] - 2 * MARGIN) / self._place))

    def facts(self) -> PaperFacts:
        """Sheets as high as their text needs, A4 at least."""
        sizes = tuple((A4[0], self._height(page)) for page in self._pages)
        return PaperFacts(sizes, self._labels, ())

    def draw(self, shot: Shot) -> QImage:
        """The picture of a sheet on white."""
        x, y, width, height = shot.pixels
        image = QImage(width, height, QImage.Format.Format_RGB32)
        if image.isNull():
            raise MemoryError
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        painter.setTransform(self._turned(shot) * QTransform.fromTranslate(-x, -y))
        self._paint(painter, self._pages[shot.page - 1])
        painter.end()
        return image

    def words(self, page: int) -> PageText:
        """A page's characters, each with its box."""
        text = self._pages[page - 1]
        boxes = array("f", bytes(16 * len(text)))
        for number, row in enumerate(rows(text, self._columns)):
            top = MARGIN + number * ROW
            for index, left, right in self._across(text, row):
                boxes[4 * index : 4 * index + 4] = array("f", (left, top, right, top + ROW))
        found = PageText(text, boxes)
        _ = found.lines
        return found

    def text(self, page: int) -> str:
        """A page's characters alone."""
        return self._pages[page - 1]

    def close(self) -> None:
        """Nothing is open."""

    def _height(self, page: str) -> float:
        return max(A4[1], 2 * MARGIN + ROW * len(rows(page, self._columns)))

    def _turned(self, shot: Shot) -> QTransform:
        page = self._pages[shot.page - 1]
        width, height = A4[0], self._height(page)
        across = height if shot.turn % 2 else width
        down = width if shot.turn % 2 else height
        to_middle = QTransform.fromTranslate(-width / 2, -height / 2)
        turned = to_middle * QTransform().rotate(90 * shot.turn)
        back = turned * QTransform.fromTranslate(across / 2, down / 2)
        return back * QTransform.fromScale(shot.width / across, shot.height / down)

    def _paint(self, painter: QPainter, text: str) -> None:
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setFont(self._face)
        painter.setPen(INK)
        for number, row in enumerate(rows(text, self._columns)):
            base = MARGIN + number * ROW + (ROW + self._metrics.ascent()) / 2 - 1
            for start, end in _pieces(text, row):
                left = MARGIN + self._before(text, row, start)
                painter.drawText(QPointF(left, base), text[start:end])

    def _before(self, text: str, row: Row, index: int) -> float:
        used = 0
        for character in text[row.start : index]:
            used += _places(character, used)
        return used * self._place

    def _across(self, text: str, row: Row) -> Iterable[tuple[int, float, float]]:
        used = 0
        for index in range(row.start, row.end):
            left = MARGIN + used * self._place
            used += _places(text[index], used)
            yield index, left, MARGIN + used * self._place


def _pieces(text: str, row: Row) -> Iterable[tuple[int, int]]:
    """Stretches drawn in one go: tabs part them, and letters of another width stand alone."""
    start, alone = row.start, False
    for index in range(row.start, row.end):
        character = text[index]
        if unicodedata.combining(character):
            continue
        other = character >= "\u0300"
        if alone or other or character == "\t":
            if start < index:
                yield start, index
            start = index + (character == "\t")
        alone = other
    if start < row.end:
        yield start, row.end


def _face() -> QFont:
    face = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    face.setPixelSize(round(FACE_SIZE))
    face.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return face

"""Paints what the window shows of a paper: sheets, pictures, marks, and what a page has to say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen

from ui.reader.layout import Layout, Rect
from ui.reader.marking import Ink
from ui.reader.pictures import shots_of

if TYPE_CHECKING:
    from ui.reader.scroll import PageScroll

INKS = {
    Ink.HIT: QColor(0xFF, 0xE6, 0x6B),
    Ink.CURRENT: QColor(0xFF, 0xAE, 0x42),
    Ink.QUOTE: QColor(0xB9, 0xE6, 0xC4),
    Ink.FINDING: QColor(0xDC, 0xCF, 0xF7),
    Ink.SELECTED: QColor(0xA6, 0xCB, 0xF7),
}
BARS = {Ink.QUOTE: QColor(0x2E, 0x9E, 0x5B), Ink.FINDING: QColor(0x7A, 0x56, 0xC4)}
CURRENT_EDGE = QColor(0xB3, 0x5C, 0x00)
EDGE = QColor(0, 0, 0, 70)
NOTE_PAPER = QColor(0xFF, 0xF4, 0xD6)
NOTE_INK = QColor(0x4A, 0x3A, 0x00)


def rectangle(rect: Rect) -> QRectF:
    """A rectangle of the layout as Qt's."""
    return QRectF(rect.left, rect.top, rect.width, rect.height)


def paint(view: PageScroll, painter: QPainter, area: QRectF) -> None:
    """Paint the part `area` of the viewport."""
    painter.fillRect(area, desk_colour(view.palette()))
    if view.sheets is None:
        return
    origin = view.origin()
    painter.translate(-origin)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    seen = area.translated(origin)
    for page in view.sheets.seen(seen.top(), seen.bottom()):
        _paint_page(view, view.sheets, painter, page)


def desk_colour(palette: QPalette) -> QColor:
    """What lies around the sheets: a shade off the window's own colour."""
    window = palette.color(QPalette.ColorRole.Window)
    return window.darker(108) if window.lightness() > 128 else window.darker(130)


def paint_marks(
    painter: QPainter,
    marks: Sequence[tuple[Ink, Sequence[Rect]]],
    bars: Sequence[tuple[Ink, Rect]],
) -> None:
    """Colour the marked words, as a felt pen would, and the bars beside quotes."""
    painter.save()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    for ink, rects in marks:
        for rect in rects:
            painter.fillRect(rectangle(rect), INKS[ink])
    painter.restore()
    painter.setPen(QPen(CURRENT_EDGE, 1))
    for rect in (rect for ink, rects in marks if ink is Ink.CURRENT for rect in rects):
        painter.drawRect(rectangle(rect))
    for ink, bar in bars:
        painter.fillRect(rectangle(bar), BARS[ink])


def _paint_page(view: PageScroll, sheets: Layout, painter: QPainter, page: int) -> None:
    place = _on_pixels(view, rectangle(sheets.rect(page)))
    painter.fillRect(place, Qt.GlobalColor.white)
    _paint_pictures(view, sheets, painter, page, place)
    view.paint_over(painter, page)
    painter.setPen(QPen(EDGE, 0))
    painter.drawRect(place)
    _paint_note(view, painter, page, place)


def _on_pixels(view: PageScroll, place: QRectF) -> QRectF:
    """The rectangle moved to whole pixels of the screen, so that pictures stay sharp."""
    ratio = view.devicePixelRatioF()

    def whole(value: float) -> float:
        return round(value * ratio) / ratio

    width, height = max(1, round(place.width() * ratio)), max(1, round(place.height() * ratio))
    return QRectF(whole(place.left()), whole(place.top()), width / ratio, height / ratio)


def _paint_pictures(
    view: PageScroll, sheets: Layout, painter: QPainter, page: int, place: QRectF
) -> None:
    ratio = view.devicePixelRatioF()
    shots = shots_of(page, sheets.rect(page), sheets.turn, ratio, view.window_on_scroll())
    pictures = [(shot, view.pictures.get(shot)) for shot in shots]
    if any(picture is None for _, picture in pictures):
        stand_in = view.pictures.stand_in(page, sheets.turn)
        if stand_in is not None:
            painter.drawImage(place, stand_in)
    for shot, picture in pictures:
        if picture is not None:
            x, y, width, height = shot.pixels
            part = QRectF(x / ratio, y / ratio, width / ratio, height / ratio)
            painter.drawImage(part.translated(place.topLeft()), picture)


def _paint_note(view: PageScroll, painter: QPainter, page: int, place: QRectF) -> None:
    """Say on the page what cannot be seen or searched, in a strip along its upper edge."""
    note = view.note_of(page)
    if not note:
        return
    painter.save()
    painter.setFont(view.font())
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
    room = place.adjusted(1, 1, -1, 0)
    text = painter.boundingRect(room.adjusted(12, 8, -12, 0), flags, note)
    strip = QRectF(room.left(), room.top(), room.width(), text.height() + 16)
    painter.fillRect(strip, NOTE_PAPER)
    painter.setPen(NOTE_INK)
    painter.drawText(strip.adjusted(12, 0, -12, 0), flags, note)
    painter.restore()

"""Paints the boxes and the arrows of a chain in the colours of the window."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPalette,
    QPen,
    QPolygonF,
    QTextLayout,
)

from archive.catalogue.register import Registered
from ui.agreements.dots import SIZE, dot
from ui.agreements.words import date_words, term

ROLE = QPalette.ColorRole
INSET, HEAD, LINES = 9, 6, 2


def paint_box(
    painter: QPainter, palette: QPalette, box: QRectF, each: Registered, here: bool, focus: bool
) -> None:
    """A paper: when it was signed and where it stands, and its title on two lines."""
    rim = palette.color(ROLE.Accent if here else ROLE.Dark)
    painter.setPen(QPen(rim, 2.5 if focus else 2 if here else 1))
    painter.setBrush(palette.color(ROLE.Base if here else ROLE.AlternateBase))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
    inner = box.adjusted(INSET, INSET - 3, -INSET, -INSET + 4)
    _paint_date(painter, palette, inner, each)
    font = QFont(painter.font())
    font.setWeight(QFont.Weight.DemiBold if here else QFont.Weight.Normal)
    painter.save()
    painter.setFont(font)
    painter.setPen(palette.color(ROLE.Text))
    spacing = QFontMetricsF(font).lineSpacing()
    for number, line in enumerate(_lines(each.agreement.title, font, inner.width()), start=1):
        painter.drawText(QPointF(inner.left(), inner.top() + spacing * (number + 0.8)), line)
    painter.restore()


def paint_arrow(
    painter: QPainter,
    palette: QPalette,
    later: QRect,
    earlier: QRect,
    words: str,
    height: int | None,
) -> None:
    """From the later paper to the earlier one: straight, or at a height over those between."""
    painter.setPen(QPen(palette.color(ROLE.PlaceholderText), 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if height is None:
        middle = earlier.center().y() + 8
        start, end = QPointF(later.left(), middle), QPointF(earlier.right() + 1, middle)
        painter.drawLine(start, end + QPointF(HEAD, 0))
        _paint_head(painter, palette, end, QPointF(1, 0))
        _paint_words(painter, palette, QPointF((start.x() + end.x()) / 2 + 3, middle - 6), words)
        return
    start = QPointF(later.center().x() - 12, later.top())
    end = QPointF(earlier.center().x() + 12, earlier.top())
    painter.drawPath(_over(start, end, height))
    _paint_head(painter, palette, end, QPointF(0, -1))
    _paint_words(painter, palette, QPointF((start.x() + end.x()) / 2, height + 4), words)


def _over(start: QPointF, end: QPointF, height: int) -> QPainterPath:
    path = QPainterPath(start)
    path.lineTo(start.x(), height + 5)
    path.quadTo(start.x(), height, start.x() - 5, height)
    path.lineTo(end.x() + 5, height)
    path.quadTo(end.x(), height, end.x(), height + 5)
    path.lineTo(end.x(), end.y() - HEAD)
    return path


def _paint_head(painter: QPainter, palette: QPalette, tip: QPointF, back: QPointF) -> None:
    """A small triangle with its tip at the paper that is spoken of."""
    side = QPointF(back.y(), back.x()) * (HEAD * 0.6)
    foot = tip + back * (HEAD + 2)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.color(ROLE.PlaceholderText))
    painter.drawPolygon(QPolygonF([tip, foot + side, foot - side]))
    painter.restore()


def _paint_words(painter: QPainter, palette: QPalette, middle: QPointF, words: str) -> None:
    """Words with the ground behind them, so that no line runs through."""
    metrics = QFontMetricsF(painter.font())
    wide = metrics.horizontalAdvance(words)
    area = QRectF(middle.x() - wide / 2 - 3, middle.y() - metrics.ascent(), wide + 6, 0)
    area.setHeight(metrics.height())
    painter.save()
    painter.fillRect(area, palette.color(ROLE.Window))
    painter.setPen(palette.color(ROLE.PlaceholderText))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()


def _paint_date(painter: QPainter, palette: QPalette, inner: QRectF, each: Registered) -> None:
    agreement, metrics = each.agreement, QFontMetricsF(painter.font())
    said = date_words(agreement.signed) or term("agreement_kinds", agreement.kind)
    painter.drawPixmap(QPointF(inner.left(), inner.top() + 2), dot(each.standing))
    line = inner.adjusted(SIZE + 5, 0, 0, 0)
    line.setHeight(metrics.lineSpacing())
    painter.setPen(palette.color(ROLE.PlaceholderText))
    shown = metrics.elidedText(said, Qt.TextElideMode.ElideRight, line.width())
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def _lines(text: str, font: QFont, width: float) -> list[str]:
    """At most two lines; what does not fit is elided."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    first = text[: line.textLength()].strip()
    layout.endLayout()
    rest = text[line.textLength() :].strip()
    last = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return [each for each in (first, last) if each][:LINES]

"""The coloured dot beside a standing; the word beside it says the same."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from ui.theme import is_dark

SIZE, SCALE = 12, 2
LIGHT = {
    "expiring": "#c26a00",
    "active": "#1e7d46",
    "indefinite": "#0f6b63",
    "unknown": "#7d8784",
    "expired": "#7d8784",
    "terminated": "#b3261e",
}
DARK = {
    "expiring": "#f2b04c",
    "active": "#63cf8f",
    "indefinite": "#5cc2b6",
    "unknown": "#97a29f",
    "expired": "#97a29f",
    "terminated": "#ff8a80",
}
HOLLOW = ("unknown", "indefinite")


def colour(standing: str) -> QColor:
    """The colour of a standing in the theme in use."""
    return QColor((DARK if is_dark() else LIGHT).get(standing, "#7d8784"))


def dot(standing: str) -> QPixmap:
    """A small round picture; a ring where no end is known."""
    return _dot(colour(standing).name(), standing in HOLLOW)


@cache
def _dot(colour_name: str, hollow: bool) -> QPixmap:
    picture = QPixmap(SIZE * SCALE, SIZE * SCALE)
    picture.setDevicePixelRatio(SCALE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = QColor(colour_name)
    painter.setPen(QPen(ink, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else ink)
    painter.drawEllipse(QRectF(2.5, 2.5, SIZE - 5, SIZE - 5))
    painter.end()
    return picture

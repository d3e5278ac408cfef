"""Line icons in the colour of the text beside them, light or dark."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

SIZES = (16, 20, 24, 32, 48, 64)


def icon(name: str) -> QIcon:
    """The icon of that name in the palette's colours; ask again when the theme changes."""
    palette = QApplication.palette()
    text = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.WindowText).name()
    faint = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText).name()
    bright = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.HighlightedText).name()
    return _icon(name, text, faint, bright)


@cache
def _icon(name: str, text: str, faint: str, bright: str) -> QIcon:
    drawing = (files("resources") / "icons" / f"{name}.svg").read_bytes()
    made = QIcon()
    for mode, colour in (
        (QIcon.Mode.Normal, text),
        (QIcon.Mode.Disabled, faint),
        (QIcon.Mode.Selected, bright),
    ):
        for size in SIZES:
            made.addPixmap(_drawn(drawing, colour, size), mode)
    return made


def _drawn(drawing: bytes, colour: str, size: int) -> QPixmap:
    coloured = drawing.replace(b"#000", QColor(colour).name().encode())
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(coloured)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap

"""The marks of the matrix: each state has its own shape, told apart also without colours."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from archive.catalogue.matrix import Cell
from ui.programs.model import CELL, Index

SIDE = 20  # of a mark, in pixels
WIDTH, HEIGHT = 40, 30  # of a cell
KEPT = 500  # pictures of marks
MOST = 99  # more pages are not counted out in a mark
ROLE = QPalette.ColorRole
CENTRE = Qt.AlignmentFlag.AlignCenter


class CellDelegate(QStyledItemDelegate):
    """Paints a cell's mark, and a frame around the chosen one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures: dict[tuple[str, int, int, float], QPixmap] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        cell = index.data(CELL)
        if not isinstance(cell, Cell):
            return
        palette = option.palette
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, palette.color(ROLE.Midlight))
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(palette.color(ROLE.Text if focused else ROLE.Dark), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        drawn = self._picture(cell, palette, painter.device().devicePixelRatioF())
        place = QRect(0, 0, SIDE + 2, SIDE + 2)
        place.moveCenter(option.rect.center())
        painter.drawPixmap(place, drawn)
        painter.restore()

    def _picture(self, cell: Cell, palette: QPalette, ratio: float) -> QPixmap:
        """A mark drawn once for all cells that look alike."""
        pages = min(len(cell.evidence), MOST + 1)
        key = cell.state, pages, palette.cacheKey(), ratio
        if key not in self._pictures:
            if len(self._pictures) > KEPT:
                self._pictures.clear()
            self._pictures[key] = picture(cell.state, palette, ratio, pages)
        return self._pictures[key]

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All cells are of one size."""
        return QSize(WIDTH, HEIGHT)


class NameDelegate(QStyledItemDelegate):
    """Rows of programs, as high as the cells beside them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the name, as high as a cell."""
        return QSize(super().sizeHint(option, index).width(), HEIGHT)


def paint_mark(
    painter: QPainter, area: QRect, state: str, palette: QPalette, pages: int = 0
) -> None:
    """Paint the mark of a state in the middle of an area, with the number of its pages."""
    square = QRectF(0, 0, SIDE, SIDE)
    square.moveCenter(QRectF(area).center())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    {
        "primary": _filled,
        "secondary": _hollow,
        "below": _lighter,
        "claimed": _asked,
        "planned": _dotted,
        "postponed": _bars,
        "cancelled": _cross,
        "gap": _hatched,
    }.get(state, _nothing)(painter, square, palette, pages)


def picture(state: str, palette: QPalette, ratio: float, pages: int = 0) -> QPixmap:
    """A mark as a picture."""
    made = QPixmap(QSize(SIDE + 2, SIDE + 2) * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    paint_mark(painter, QRect(0, 0, SIDE + 2, SIDE + 2), state, palette, pages)
    painter.end()
    return made


def _filled(painter: QPainter, square: QRectF, palette: QPalette, pages: int) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.color(ROLE.Highlight))
    painter.drawRoundedRect(square, 3, 3)
    _number(painter, square, palette.color(ROLE.HighlightedText), pages)


def _hollow(painter: QPainter, square: QRectF, palette: QPalette, pages: int) -> None:
    colour = palette.color(ROLE.Accent)
    painter.setPen(QPen(colour, 2))
    painter.drawRoundedRect(square.adjusted(1, 1, -1, -1), 3, 3)
    _number(painter, square, colour, pages)


def _lighter(painter: QPainter, square: QRectF, palette: QPalette, _pages: int) -> None:
    """A tinted square that points to the rows under it."""
    colour = QColor(palette.color(ROLE.Highlight))
    colour.setAlpha(60)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(square, 3, 3)
    pen = QPen(palette.color(ROLE.Accent), 2)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    tip = QPointF(square.center().x(), square.bottom() - 6.5)
    painter.drawLine(tip, tip + QPointF(-4.5, -4.5))
    painter.drawLine(tip, tip + QPointF(4.5, -4.5))


def _asked(painter: QPainter, square: QRectF, palette: QPalette, _pages: int) -> None:
    painter.setPen(QPen(palette.color(ROLE.Dark), 1))
    painter.setBrush(palette.color(ROLE.Midlight))
    painter.drawRoundedRect(square.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    _write(painter, square, palette.color(ROLE.Text), "?")


def _dotted(painter: QPainter, square: QRectF, palette: QPalette, _pages: int) -> None:
    pen = QPen(palette.color(ROLE.Text), 2, Qt.PenStyle.CustomDashLine)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.1, 2.1])
    painter.setPen(pen)
    painter.drawRect(square.adjusted(2, 2, -2, -2))


def _bars(painter: QPainter, square: QRectF, palette: QPalette, _pages: int) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.color(ROLE.Text))
    for left in (5.0, 11.5):
        painter.drawRect(QRectF(square.left() + left, square.top() + 4, 3.5, 12))


def _cross(painter: QPainter, square: QRectF, palette: QPalette, _pages: int) -> None:
    pen = QPen(palette.color(ROLE.Text), 2.4)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    inner = square.adjusted(5, 5, -5, -5)
    painter.drawLine(inner.topLeft(), inner.bottomRight())
    painter.drawLine(inner.topRight(), inner.bottomLeft())


def _hatched(painter: QPainter, square: QRectF, palette: QPalette, _pages: int) -> None:
    colour = QColor(palette.color(ROLE.BrightText))
    inner = square.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(colour, 1))
    painter.drawRoundedRect(inner, 3, 3)
    colour.setAlpha(150)
    painter.setPen(QPen(QBrush(colour), 1))
    for step in (6.0, 12.0, 18.0):
        painter.drawLine(
            QPointF(inner.left(), inner.top() + step), QPointF(inner.left() + step, inner.top())
        )
        painter.drawLine(
            QPointF(inner.right() - step, inner.bottom()),
            QPointF(inner.right(), inner.bottom() - step),
        )


def _nothing(_painter: QPainter, _square: QRectF, _palette: QPalette, _pages: int) -> None:
    """Years outside the agreements stay empty."""


def _number(painter: QPainter, square: QRectF, colour: QColor, pages: int) -> None:
    if pages:
        _write(painter, square, colour, str(pages) if pages <= MOST else f"{MOST}+")


def _write(painter: QPainter, square: QRectF, colour: QColor, words: str) -> None:
    font = QFont(painter.font())
    font.setPixelSize(12 if len(words) < 3 else 9)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(square, CENTRE, words)

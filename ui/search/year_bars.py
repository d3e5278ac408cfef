"""How what was found lies over the years: one bar a year; a click or a drag narrows the search."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.language import _

HEIGHT = 54
FOOT = 16
GAP = 1.0


class YearBars(QWidget):
    """Bars from the first year to the last; `chosen` brings the years a person wants."""

    chosen = Signal(int, int)
    shut_out = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: dict[int, int] = {}
        self._marked: tuple[int, int] | None = None
        self._without: frozenset[int] = frozenset()
        self._from: int | None = None
        self._focus = self._anchor = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_years(
        self,
        counts: dict[int, int],
        marked: tuple[int, int] | None,
        without: frozenset[int] = frozenset(),
    ) -> None:
        """Show so many documents for each year; `marked` are asked for, `without` shut out."""
        self._counts, self._marked, self._without = counts, marked, without
        if self._focus not in self.years():
            self._focus = self._anchor = max(self.years(), default=0)
        self.update()

    def years(self) -> range:
        """All years from the first to the last."""
        return range(min(self._counts), max(self._counts) + 1) if self._counts else range(0)

    def sizeHint(self) -> QSize:
        """As wide as it is let be."""
        return QSize(160, HEIGHT + FOOT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars, and the first and last year beneath."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for year in self.years():
            colour = QPalette.ColorRole.Accent if self._is_marked(year) else QPalette.ColorRole.Dark
            painter.fillRect(self._bar(year), self.palette().color(colour))
        self._write_ends(painter)
        if self.hasFocus() and self._counts:
            painter.setPen(self.palette().color(QPalette.ColorRole.Text))
            around = self._slot(self._focus).united(self._slot(self._anchor))
            painter.drawRect(around.adjusted(0, 0, -1, -1))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a range."""
        self._from = self._year_at(event.position())
        self._focus = self._anchor = self._from or self._focus
        self._drag(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Widen the range."""
        if self._from is not None:
            self._drag(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the range."""
        last, first = self._year_at(event.position()), self._from
        self._from = None
        if first is not None and last is not None:
            self.chosen.emit(min(first, last), max(first, last))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right walk over the years, with Shift over several; Enter or Space chooses
        them, minus shuts one out."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if key in steps and self._focus + steps[key] in self.years():
            shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._walk(steps[key], widen=bool(shifted))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._counts:
            first, last = sorted((self._anchor, self._focus))
            self._anchor = self._focus
            self.chosen.emit(first, last)
        elif key == Qt.Key.Key_Minus and self._counts:
            self.shut_out.emit(self._focus)
        else:
            super().keyPressEvent(event)

    def _walk(self, step: int, *, widen: bool) -> None:
        self._focus += step
        if not widen:
            self._anchor = self._focus
        self.setAccessibleDescription(self._said(self._focus))
        self.update()

    def event(self, event: QEvent) -> bool:
        """Say a year and its number where the pointer rests."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            year = self._year_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._said(year), self)
            return True
        return super().event(event)

    def _said(self, year: int | None) -> str:
        if year is None:
            return ""
        words = _("{year}: {count} documents").format(year=year, count=self._counts.get(year, 0))
        return f"{words} ({_('without')})" if year in self._without else words

    def _drag(self, event: QMouseEvent) -> None:
        year = self._year_at(event.position())
        if year is not None and self._from is not None:
            self._marked = min(year, self._from), max(year, self._from)
            self.update()

    def _is_marked(self, year: int) -> bool:
        if year in self._without:
            return False
        return self._marked is None or self._marked[0] <= year <= self._marked[1]

    def _slot(self, year: int) -> QRectF:
        width = self.width() / max(1, len(self.years()))
        left = (year - self.years().start) * width
        return QRectF(left, 0, width, HEIGHT)

    def _bar(self, year: int) -> QRectF:
        slot, most = self._slot(year), max(self._counts.values(), default=1)
        count = self._counts.get(year, 0)
        height = max(2.0, (HEIGHT - 2) * count / most) if count else 0.0
        return QRectF(slot.left(), HEIGHT - height, max(1.0, slot.width() - GAP), height)

    def _year_at(self, point: QPointF) -> int | None:
        years = self.years()
        if not years:
            return None
        step = int(point.x() * len(years) / max(1, self.width()))
        return years[min(max(0, step), len(years) - 1)]

    def _write_ends(self, painter: QPainter) -> None:
        years = self.years()
        if not years:
            return
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        foot = QRectF(0, HEIGHT, self.width(), FOOT)
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, str(years[0]))
        if len(years) > 1:
            painter.drawText(foot, Qt.AlignmentFlag.AlignRight, str(years[-1]))

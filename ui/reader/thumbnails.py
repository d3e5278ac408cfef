"""Small pictures of all pages, to see where one is and to go elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QWidget

from ui.reader.engine import PaperHandle, Urgency
from ui.reader.painting import rectangle
from ui.reader.paper import PaperFacts
from ui.reader.pictures import Pictures
from ui.reader.scroll import PageScroll

KEPT_BYTES = 16 * 1024 * 1024
STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -5,
    Qt.Key.Key_PageDown: 5,
}


class Thumbnails(PageScroll):
    """The pages of a paper that another view has opened, as small as the panel is wide."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        urgencies = (Urgency.THUMBNAIL, Urgency.THUMBNAIL)
        self.pictures = Pictures(self.viewport().update, KEPT_BYTES, urgencies)
        self._marked = 0

    def share(self, handle: PaperHandle, facts: PaperFacts, turn: int) -> None:
        """Show the paper that `handle` holds."""
        self.clear()
        self.handle, self.turn = handle, turn
        self._opened(1, facts)

    def mark(self, page: int) -> None:
        """Frame the page being read and keep it in sight."""
        self._marked = page
        if self.sheets is not None and 1 <= page <= self.page_count:
            self.show_rect(self.sheets.rect(page))
        self.viewport().update()

    def _close(self, handle: PaperHandle) -> None:
        """The paper is another's: only its pictures are let go."""

    def paint_over(self, painter: QPainter, page: int) -> None:
        """Frame the page being read and write every page's number on it."""
        assert self.sheets is not None
        sheet = rectangle(self.sheets.rect(page))
        if page == self._marked:
            pen = QPen(self.palette().color(QPalette.ColorRole.Highlight), 3)
            painter.setPen(pen)
            painter.drawRect(sheet.adjusted(-2, -2, 2, 2))
        self._paint_number(painter, sheet, self.label(page) or str(page))

    def _paint_number(self, painter: QPainter, sheet: QRectF, number: str) -> None:
        wide = painter.fontMetrics().horizontalAdvance(number) + 12
        badge = QRectF(sheet.right() - wide - 4, sheet.bottom() - 24, wide, 20)
        painter.fillRect(badge, QColor(40, 44, 52, 200))
        painter.setPen(Qt.GlobalColor.white)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, number)

    def note_of(self, page: int) -> str:
        """Small pages say nothing."""
        return ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the page under the pointer."""
        if self.sheets is None or event.button() != Qt.MouseButton.LeftButton:
            return
        _, y = self.on_scroll(event.position())
        self.chosen.emit(min(self.sheets.page_at(y), self.page_count))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the pages."""
        step = STEPS.get(Qt.Key(event.key()))
        if step is None or not self.page_count:
            super().keyPressEvent(event)
            return
        self.chosen.emit(min(max(1, self._marked + step), self.page_count))

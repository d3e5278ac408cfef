"""Pages one below the other, drawn as they come into sight: opening, moving, zooming, turning."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui.reader.engine import PaperHandle, engine
from ui.reader.layout import FULL_SIZE, GAP, Fit, Layout, Rect, Zoom, next_zoom
from ui.reader.painting import paint
from ui.reader.paper import Paper, PaperFacts, Shot
from ui.reader.pictures import Pictures, shots_of


class PageScroll(QAbstractScrollArea):
    """Shows the pages of one paper, physical from 1; all work on the file is done by the engine."""

    opened = Signal()
    failed = Signal(object)
    page_changed = Signal(int)
    zoom_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.handle: PaperHandle | None = None
        self.facts: PaperFacts | None = None
        self.sheets: Layout | None = None
        self.zoom: Zoom = Fit.WIDTH
        self.turn = 0
        self.pictures = Pictures(self.viewport().update)
        self._notes: Mapping[int, str] = {}
        self._broken_note = ""
        self._page = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._ask)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        )  # else the width jumps
        self.verticalScrollBar().setSingleStep(48)
        self.horizontalScrollBar().setSingleStep(48)

    # what is shown

    def show_paper(self, opener: Callable[[], Paper], page: int = 1) -> None:
        """Open a paper in the rendering thread, show it at `page`; then `opened` or `failed`."""
        before, self.handle = self.handle, engine().open(opener)
        self._forget()
        if before is not None:
            self._close(before)
        self.handle.facts(partial(self._opened, page), self.failed.emit)

    def clear(self) -> None:
        """Show nothing and let the paper go."""
        if self.handle is not None:
            self._close(self.handle)
        self.handle = None
        self._forget()

    @property
    def page_count(self) -> int:
        """How many pages there are; 0 while nothing is shown."""
        return len(self.facts.sizes) if self.facts else 0

    @property
    def page(self) -> int:
        """The page being looked at; 0 while nothing is shown."""
        return self._page

    def label(self, page: int) -> str:
        """The printed number of a page, where the file has one."""
        return self.facts.labels[page - 1] if self.facts else ""

    def set_notes(self, notes: Mapping[int, str], broken: str) -> None:
        """What single pages have to say, and what a page says that cannot be drawn."""
        self._notes, self._broken_note = notes, broken
        self.viewport().update()

    def note_of(self, page: int) -> str:
        """What a page has to say."""
        return self._broken_note if page in self.pictures.faulty else self._notes.get(page, "")

    # moving, zooming, turning

    def go_to(self, page: int, y: float = 0.0) -> None:
        """Bring a page into sight, `y` points below its upper edge."""
        if self.sheets is None or not self.page_count:
            return
        page = min(max(1, page), self.page_count)
        rect = self.sheets.rect(page)
        self.verticalScrollBar().setValue(round(rect.top - GAP + y * self.sheets.scale(page)))
        self._moved(page)

    def set_zoom(self, zoom: Zoom) -> None:
        """Follow the window's width or a page's size, or a factor (1.0: as large as on paper)."""
        self.zoom = zoom
        self._lay_out()
        self.zoom_changed.emit()

    def zoom_by(self, step: int) -> None:
        """One step larger (1) or smaller (-1)."""
        self.set_zoom(next_zoom(self.zoom_factor(), step))

    def zoom_factor(self) -> float:
        """The zoom of the page being looked at as a number."""
        if self.sheets is None or not self._page:
            return self.zoom if isinstance(self.zoom, float) else 1.0
        return self.sheets.scale(self._page) / FULL_SIZE

    def rotate(self, quarters: int) -> None:
        """Turn all pages clockwise."""
        self.turn = (self.turn + quarters) % 4
        self.pictures.clear()
        self._lay_out()

    # where things are

    def origin(self) -> QPointF:
        """The place on the scroll at the viewport's upper left corner."""
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return QPointF(across, down)

    def window_on_scroll(self) -> Rect:
        """The part of the scroll in the window."""
        origin, size = self.origin(), self.viewport().size()
        return Rect(origin.x(), origin.y(), size.width(), size.height())

    def pages_in_sight(self) -> range:
        """The pages the window shows."""
        window = self.window_on_scroll()
        return self.sheets.seen(window.top, window.bottom) if self.sheets else range(0)

    def show_rect(self, rect: Rect) -> None:
        """Bring a rectangle of the scroll into sight, a third down the window unless in sight."""
        window = self.window_on_scroll()
        if not window.top + 8 <= rect.top <= rect.bottom <= window.bottom - 8:
            self.verticalScrollBar().setValue(round(rect.top - window.height / 3))
        if not window.left <= rect.left <= rect.left + rect.width <= window.left + window.width:
            self.horizontalScrollBar().setValue(round(rect.left - 24))
        self._moved()

    # what subclasses add to

    def _close(self, handle: PaperHandle) -> None:
        handle.close()

    def paint_over(self, painter: QPainter, page: int) -> None:
        """Paint on a page's picture, in places of the scroll."""

    def _forget(self) -> None:
        self.facts = self.sheets = None
        self._page = 0
        self._notes, self._broken_note = {}, ""
        self.pictures.clear()
        self.verticalScrollBar().setRange(0, 0)
        self.viewport().update()

    def _opened(self, page: int, facts: PaperFacts) -> None:
        self.facts = facts
        self._lay_out()
        self.go_to(page)
        self.opened.emit()

    def _ask(self) -> None:
        """Ask the engine for the pictures of what is in sight, and of the pages beside."""
        if self.handle is None or self.sheets is None:
            return
        seen = self.pages_in_sight()
        beside = (page for page in (seen.stop, seen.start - 1) if 1 <= page <= self.page_count)
        now = [shot for page in seen for shot in self._shots(page)]
        soon = [shot for page in beside for shot in self._shots(page) if shot.part is None]
        self.pictures.want(self.handle, now, soon)

    # inside

    def _shots(self, page: int) -> tuple[Shot, ...]:
        assert self.sheets is not None
        rect, ratio = self.sheets.rect(page), self.devicePixelRatioF()
        return shots_of(page, rect, self.turn, ratio, self.window_on_scroll())

    def _lay_out(self) -> None:
        """Place all pages anew; what stands at the window's upper edge stays there."""
        if self.facts is None:
            return
        page, share = self._anchor()
        size = self.viewport().size()
        room = (float(size.width()), float(size.height()))
        self.sheets = Layout(self.facts.sizes, room, self.zoom, self.turn)
        self._set_bars()
        if page:
            rect = self.sheets.rect(page)
            self.verticalScrollBar().setValue(round(rect.top + share * rect.height))
        self._moved()

    def _anchor(self) -> tuple[int, float]:
        if self.sheets is None or not self._page:
            return 0, 0.0
        top = self.origin().y()
        page = self.sheets.page_at(top)
        rect = self.sheets.rect(page)
        return page, (top - rect.top) / rect.height

    def _set_bars(self) -> None:
        assert self.sheets is not None
        size = self.viewport().size()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, round(self.sheets.height) - size.height()))
        down.setPageStep(max(1, size.height() - 48))
        spare = round(self.sheets.width) - size.width()
        across.setRange(0, max(0, spare))
        across.setPageStep(size.width())
        across.setValue(max(0, spare) // 2)

    def _moved(self, page: int | None = None) -> None:
        """Tell which page is looked at now, and ask for what has come into sight."""
        if self.sheets is not None and self.page_count:
            window = self.window_on_scroll()
            now = page or self.sheets.page_at(window.top + window.height / 3)
            if now != self._page:
                self._page = now
                self.page_changed.emit(now)
        self._soon.start(0)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the changed part of the window."""
        painter = QPainter(self.viewport())
        paint(self, painter, QRectF(event.rect()))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window's size."""
        super().resizeEvent(event)
        self._lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move the scroll."""
        self._moved()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def on_scroll(self, point: QPoint | QPointF) -> tuple[float, float]:
        """A point of the viewport as a place on the scroll."""
        origin = self.origin()
        return origin.x() + point.x(), origin.y() + point.y()

"""Mouse and keys on the page view: select by dragging, by word and line, by Shift and arrows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent

from ui.reader.page_text import PageText, Span
from ui.reader.selection import Place, Selection

if TYPE_CHECKING:
    from ui.reader.view import PageView

SCROLL_EVERY = 30  # milliseconds
STEPS = {
    Qt.Key.Key_Left: ("beside", -1),
    Qt.Key.Key_Right: ("beside", 1),
    Qt.Key.Key_Up: ("below", -1),
    Qt.Key.Key_Down: ("below", 1),
}


class Pointer:
    """Turns what hands do into a selection of the view."""

    def __init__(self, view: PageView) -> None:
        self._view = view
        self._dragging = False
        self._whole: Callable[[PageText, int], Span] | None = None
        self._first: tuple[Place, Place] | None = None
        self._at = QPointF()
        self._since_double = QElapsedTimer()
        self._scrolling = QTimer(view)
        self._scrolling.setInterval(SCROLL_EVERY)
        self._scrolling.timeout.connect(self._scroll_on)

    def press(self, event: QMouseEvent) -> None:
        """Begin to select; with Shift, go on from where the selection began."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._at = event.position()
        place = self._view.place_at(self._at)
        if place is None:
            return
        self._dragging = True
        if self._third_click():
            self._begin_whole(place, PageText.line)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._view.selection:
            self._view.select(self._view.selection.to(place))
        else:
            self._whole = None
            self._view.select(Selection(place, place))

    def double_click(self, event: QMouseEvent) -> None:
        """Select a word; dragging on selects word by word."""
        place = self._view.place_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self._dragging = True
            self._since_double.start()
            self._begin_whole(place, PageText.word)

    def move(self, event: QMouseEvent) -> None:
        """Select up to the pointer; scroll on past the edge."""
        self._at = event.position()
        if not self._dragging:
            self._show_shape()
            return
        self._reach()
        height = self._view.viewport().height()
        if 0 <= self._at.y() <= height:
            self._scrolling.stop()
        elif not self._scrolling.isActive():
            self._scrolling.start()

    def release(self, event: QMouseEvent) -> None:
        """End selecting."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragging = False
            self._scrolling.stop()

    def key(self, event: QKeyEvent) -> bool:
        """Shift and an arrow select on; whether the key was one of these."""
        step = STEPS.get(Qt.Key(event.key()))
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if step is None or not shift:
            return self._jump(event)
        selection = self._view.selection or self._beginning()
        if selection is not None:
            focus = self._stepped(selection.focus, *step)
            self._view.select(selection.to(focus))
            self._show(focus)
        return True

    def _jump(self, event: QKeyEvent) -> bool:
        """Home and End go to the first and the last page."""
        if event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        if event.key() == Qt.Key.Key_Home:
            self._view.go_to(1)
        elif event.key() == Qt.Key.Key_End:
            self._view.verticalScrollBar().setValue(self._view.verticalScrollBar().maximum())
        else:
            return False
        return True

    def _third_click(self) -> bool:
        interval = QGuiApplication.styleHints().mouseDoubleClickInterval()
        third = self._since_double.isValid() and self._since_double.elapsed() < interval
        self._since_double.invalidate()
        return third

    def _begin_whole(self, place: Place, whole: Callable[[PageText, int], Span]) -> None:
        self._whole = whole
        start, end = self._around(place)
        self._first = (start, end)
        self._view.select(Selection(start, end))

    def _around(self, place: Place) -> tuple[Place, Place]:
        words = self._view.words(place[0])
        if words is None or self._whole is None:
            return place, place
        start, end = self._whole(words.text, place[1])
        return (place[0], start), (place[0], end)

    def _reach(self) -> None:
        place = self._view.place_at(self._at)
        if place is None or self._view.selection is None:
            return
        if self._whole is None or self._first is None:
            self._view.select(self._view.selection.to(place))
            return
        start, end = self._around(place)
        if start < self._first[0]:
            self._view.select(Selection(self._first[1], start))
        else:
            self._view.select(Selection(self._first[0], max(end, self._first[1])))

    def _scroll_on(self) -> None:
        height = self._view.viewport().height()
        over = self._at.y() if self._at.y() < 0 else max(0.0, self._at.y() - height)
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + round(over / 2))
        self._reach()

    def _show_shape(self) -> None:
        on_ink = self._view.on_ink(self._at)
        shape = Qt.CursorShape.IBeamCursor if on_ink else Qt.CursorShape.ArrowCursor
        if self._view.viewport().cursor().shape() != shape:
            self._view.viewport().setCursor(shape)

    def _beginning(self) -> Selection | None:
        """Where selecting by keys begins: at the current hit, else at the first word in sight."""
        view = self._view
        current = view.hits.current
        words = view.words(current[0]) if current else None
        if current and words and 0 <= current[1] < len(words.hits):
            start, end = words.hits[current[1]]
            return Selection((current[0], start), (current[0], end))
        place = view.place_at(QPointF(0, view.viewport().height() / 4))
        return Selection(place, place) if place is not None else None

    def _stepped(self, place: Place, way: str, step: int) -> Place:
        page, index = place
        words = self._view.words(page)
        if words is None:
            return place
        if way == "beside":
            there: int | None = words.text.beside(index, step)
            there = None if there == index else there
        else:
            there = words.text.below(index, step)
        return (page, there) if there is not None else self._over_edge(place, step)

    def _over_edge(self, place: Place, step: int) -> Place:
        page = place[0] + step
        beside = self._view.words(page)
        if beside is None:
            return place
        return page, 0 if step > 0 else len(beside.text)

    def _show(self, place: Place) -> None:
        words = self._view.words(place[0])
        if words is not None and len(words.text):
            index = min(place[1], len(words.text) - 1)
            for rect in self._view.rects(place[0], index, index + 1):
                self._view.show_rect(rect)

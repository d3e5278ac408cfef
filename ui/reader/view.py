"""The page view: the scroll of pages with words to select, hits, links and findings marked."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPointF, Signal
from PySide6.QtGui import QGuiApplication, QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QToolTip, QWidget

from ui.reader.engine import Urgency
from ui.reader.hits import Hit, HitFinder, Hits
from ui.reader.layout import Rect
from ui.reader.marking import Ink, Quote, Words, read
from ui.reader.painting import paint_marks
from ui.reader.paper import Paper
from ui.reader.pointer import Pointer
from ui.reader.scroll import PageScroll
from ui.reader.selection import Place, Selected, Selection

KEPT_WORDS = 40
BAR = 4.0


class PageView(PageScroll):
    """One paper to be read: select, copy, find, and see what is linked."""

    selection_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.selection: Selection | None = None
        self.hits = Hits(self)
        self._quotes: tuple[Quote, ...] = ()
        self._words: OrderedDict[int, Words] = OrderedDict()
        self._asked_words: dict[int, object] = {}
        self._question = object()
        self._hit_to_show: Hit | None = None
        self._pointer = Pointer(self)
        self.hits.reached.connect(self._show_hit)
        self.hits.changed.connect(self.viewport().update)
        self.viewport().setMouseTracking(True)

    # hits and quotes

    def seek(self, finder: HitFinder | None, at: int | None = None) -> None:
        """Mark and count what `finder` finds, and go to the first from page `at`; None: clear."""
        if finder is None or self.handle is None or not self.page_count:
            self.hits.clear()
        else:
            start = min(max(1, at or self.page), self.page_count)
            self.hits.start(self.handle, self.page_count, finder, start)
        self._ask_anew()

    def set_quotes(self, quotes: Sequence[Quote]) -> None:
        """Mark the quotes of links and findings."""
        self._quotes = tuple(quotes)
        self._ask_anew()

    def read_anew(self, renewing: Callable[[Paper], None]) -> None:
        """The words of pages have changed: `renewing` tells the paper, in the rendering thread."""
        if self.handle is not None:
            self.handle.ask(renewing, self._reread, urgency=Urgency.TEXT)

    def _reread(self, _done: None) -> None:
        if self.handle is not None:
            self.hits.recount(self.handle)
            self._ask_anew()

    def quotes_at(self, page: int, place: int) -> tuple[Quote, ...]:
        """The quotes around a place; those that mean the whole page are everywhere on it."""
        words = self._words.get(page)
        if words is None:
            return ()
        return tuple(
            quoted.quote
            for quoted in words.quoted
            if quoted.span is None or quoted.span[0] <= place <= quoted.span[1]
        )

    # selecting

    def select(self, selection: Selection | None) -> None:
        """Change what is selected."""
        if selection != self.selection:
            self.selection = selection
            self.viewport().update()
            self.selection_changed.emit()

    @property
    def has_selection(self) -> bool:
        """Whether any text is selected."""
        return self.selection is not None and not self.selection.empty

    def take_selection(self, done: Callable[[Selected], None]) -> None:
        """Bring the selected text to `done`: at once when its pages have been read."""
        selection = self.selection
        if selection is None or selection.empty or self.handle is None:
            return
        if all(page in self._words for page in selection.pages):
            done(selection.read(self._copied))
        else:
            self.handle.ask(partial(_read_selection, selection), done)

    def copy(self) -> None:
        """Put the selected text on the clipboard."""
        self.take_selection(lambda selected: QGuiApplication.clipboard().setText(selected.text))

    # where words are

    def words(self, page: int) -> Words | None:
        """A page's characters and marks, if it has been read."""
        return self._words.get(page)

    def rects(self, page: int, start: int, end: int) -> list[Rect]:
        """Where characters start..end of a page lie on the scroll, one rectangle a line."""
        words = self._words.get(page)
        if words is None or self.sheets is None or start >= end:
            return []
        return [self.sheets.to_view(page, box) for box in words.text.boxes(start, end)]

    def place_at(self, point: QPointF) -> Place | None:
        """The place between characters nearest to a point of the viewport."""
        if self.sheets is None or not self.page_count:
            return None
        x, y = self.on_scroll(point)
        page = min(self.sheets.page_at(y), self.page_count)
        words = self._words.get(page)
        if words is None:
            return None
        return page, words.text.nearest(*self.sheets.to_page(page, x, y))

    def on_ink(self, point: QPointF) -> bool:
        """Whether a point of the viewport is on a word."""
        place = self.place_at(point)
        if place is None or self.sheets is None:
            return False
        words = self._words[place[0]].text
        return words.on_ink(*self.sheets.to_page(place[0], *self.on_scroll(point)))

    # inside

    def paint_over(self, painter: QPainter, page: int) -> None:
        """Paint the marks of a page."""
        words = self._words.get(page)
        if words is None:
            return
        paint_marks(painter, self._marks(page, words), self._bars(page, words))

    def _marks(self, page: int, words: Words) -> list[tuple[Ink, list[Rect]]]:
        spans = [(each.quote.ink, each.span) for each in words.quoted if each.span is not None]
        for index, hit in enumerate(words.hits):
            current = self.hits.current == (page, index)
            spans.append((Ink.CURRENT if current else Ink.HIT, hit))
        if self.selection is not None:
            spans.append((Ink.SELECTED, self.selection.span(page, len(words.text))))
        return [(ink, self.rects(page, *span)) for ink, span in spans]

    def _bars(self, page: int, words: Words) -> list[tuple[Ink, Rect]]:
        """Bars at the edges beside quotes, links left and findings right; all along whole pages."""
        assert self.sheets is not None
        sheet = self.sheets.rect(page)
        bars = []
        for quoted in words.quoted:
            ink = quoted.quote.ink
            left = sheet.left if ink is Ink.QUOTE else sheet.left + sheet.width - BAR
            for line in self.rects(page, *quoted.span) if quoted.span is not None else [sheet]:
                bars.append((ink, Rect(left, line.top, BAR, line.height)))
        return bars

    def _forget(self) -> None:
        super()._forget()
        self._quotes = ()
        self._question = object()
        self._words.clear()
        self._asked_words.clear()
        self._hit_to_show = None
        self.hits.clear()
        self.select(None)

    def _ask_anew(self) -> None:
        """Other marks are wanted: what has been read keeps its words until it is read again."""
        self._question = object()
        self._ask()
        self.viewport().update()

    def _ask(self) -> None:
        super()._ask()
        seen = self.pages_in_sight()
        for page in (*seen, seen.stop, seen.start - 1):
            if 1 <= page <= self.page_count:
                self._ask_words(page)

    def _ask_words(self, page: int) -> None:
        known = self._words.get(page)
        question = self._question
        fresh = known is not None and known.asked is question
        if fresh or self._asked_words.get(page) is question or self.handle is None:
            return
        self._asked_words[page] = question
        finder, quotes = self.hits.finder, self._quotes
        self.handle.ask(
            lambda paper: read(paper, page, finder, quotes, question),
            partial(self._take_words, page),
            urgency=Urgency.TEXT,
            wanted=lambda: question is self._question,
        )

    def _take_words(self, page: int, words: Words) -> None:
        self._asked_words.pop(page, None)
        self._words[page] = words
        self._words.move_to_end(page)
        while len(self._words) > KEPT_WORDS:
            self._words.popitem(last=False)
        if self._hit_to_show is not None and self._hit_to_show[0] == page:
            self._show_hit(self._hit_to_show)
        self.viewport().update()

    def _show_hit(self, hit: Hit) -> None:
        """Bring a hit into sight; the page first, the words when they have been read."""
        page, index = hit
        words = self._words.get(page)
        if words is None or words.asked is not self._question:
            self._hit_to_show = hit
            if page not in self.pages_in_sight():
                self.go_to(page)
            self._ask_words(page)
            return
        self._hit_to_show = None
        if index < len(words.hits) and (lines := self.rects(page, *words.hits[index])):
            self.show_rect(lines[0])

    def _copied(self, page: int, selection: Selection) -> str:
        text = self._words[page].text
        return text.copied(*selection.span(page, len(text)))

    # events: the pointer knows what to do with them

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select."""
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select on."""
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End selecting."""
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        self._pointer.double_click(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, or with Shift select on."""
        if not self._pointer.key(event):
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what a linked quote supports when the pointer rests on it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell_quote(event)
            return True
        return super().viewportEvent(event)

    def _tell_quote(self, event: QHelpEvent) -> None:
        place = self.place_at(QPointF(event.pos()))
        quotes = self.quotes_at(*place) if place is not None else ()
        QToolTip.showText(event.globalPos(), "\n".join(quote.told for quote in quotes), self)


def _read_selection(selection: Selection, paper: Paper) -> Selected:
    def copied(page: int, chosen: Selection) -> str:
        text = paper.words(page)
        return text.copied(*chosen.span(page, len(text)))

    return selection.read(copied)

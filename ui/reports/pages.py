"""The pages of the print just made; those before stay in sight until the new ones can be seen."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from archive.progress import Step
from ui.language import _
from ui.reader.preview import PagePreview
from ui.reports.making_sign import MakingSign

if TYPE_CHECKING:
    from ui.desk import Desk

LATE = 200  # milliseconds after which it is said that pages are being made
LOOK = 8  # milliseconds between two looks whether the new page has been drawn
LOOKS = 250


class PrintPages(QWidget):
    """Two previews, one above the other: the lower one gets ready while the upper one is seen."""

    shown = Signal()
    stop_wanted = Signal()
    make_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.front, self._back = PagePreview(desk, self), PagePreview(desk, self)
        self._layers = QStackedLayout(self)
        self._layers.setStackingMode(QStackedLayout.StackingMode.StackAll)
        self.making = MakingSign(self)
        self.making.hide()
        self.making.button.clicked.connect(self._press_button)
        self._late = self._timer(LATE, self._say_making, once=True)
        self._look = self._timer(LOOK, self._swap_when_drawn)
        self._looks, self._page = 0, 0
        for preview in (self.front, self._back):
            self._layers.addWidget(preview)
            preview.view.opened.connect(partial(self._opened, preview))
            preview.view.failed.connect(partial(self._opened, preview))
        self._raise()
        self.retranslate()

    def begin(self) -> None:
        """Pages are being made; said only when that takes a moment."""
        self._page = 0
        if self.making.isVisible():
            self._say_making()
        else:
            self._late.start()

    def tell(self, step: Step) -> None:
        """So many pages are made."""
        self._page = step.done
        if self.making.isVisible():
            self._say_making()

    def stop(self) -> None:
        """The making was stopped; what is seen is the print before."""
        self._late.stop()
        self._look.stop()
        self._back.clear()
        self.making.say(_("Stopped before all pages were made."), _("Make the pages"))
        self._place_making()

    def show_file(self, path: Path) -> None:
        """Show a print at the page that was looked at, in place of the one before."""
        self._look.stop()
        self._back.view.set_zoom(self.front.view.zoom)
        self._back.show_file(path)

    def say(self, words: str) -> None:
        """Show words in place of pages."""
        self.settle()
        self._look.stop()
        self._back.clear()
        self.front.view.clear()
        self.front.say(words)

    def clear(self) -> None:
        """Show nothing and let both papers go."""
        self.settle()
        self._look.stop()
        self.front.clear()
        self._back.clear()

    def settle(self) -> None:
        """Nothing is being made any more."""
        self._late.stop()
        self.making.hide()

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.front.retranslate()
        self._back.retranslate()
        self._put_making()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the word in its place."""
        super().resizeEvent(event)
        self._put_making()

    def _opened(self, preview: PagePreview, _error: object = None) -> None:
        """The new paper is open; go to the page that was looked at, and wait for its picture."""
        if preview is not self._back:
            return
        self._back.view.go_to(max(1, self.front.view.page))
        self._back.view.verticalScrollBar().setValue(self._scrolled())
        self._looks = 0
        self._look.start()

    def _scrolled(self) -> int:
        """Where the old pages stand; a print hardly differs from the one before."""
        old, new = self.front.view, self._back.view
        return (
            old.verticalScrollBar().value() if old.page_count else new.verticalScrollBar().value()
        )

    def _swap_when_drawn(self) -> None:
        view = self._back.view
        self._looks += 1
        drawn = view.pictures.stand_in(view.page, view.turn) or view.page in view.pictures.faulty
        if drawn or not view.page_count or self._looks >= LOOKS or not self.isVisible():
            self._look.stop()
            self._swap()

    def _swap(self) -> None:
        focused = self.front.view.hasFocus()
        self.front, self._back = self._back, self.front
        self._raise()
        if focused:
            self.front.view.setFocus()
        self._back.clear()
        self.settle()
        self.shown.emit()

    def _raise(self) -> None:
        self._layers.setCurrentWidget(self.front)
        self.front.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._back.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.making.raise_()

    def _say_making(self) -> None:
        words = _("Making page {n}…").format(n=self._page) if self._page else _("Making the pages…")
        self.making.say(words, _("Stop"), making=True)
        self._place_making()

    def _place_making(self) -> None:
        self._put_making()
        self.making.show()
        self.making.raise_()

    def _press_button(self) -> None:
        (self.stop_wanted if self.making.busy else self.make_wanted).emit()

    def _put_making(self) -> None:
        self.making.adjustSize()
        self.making.move((self.width() - self.making.width()) // 2, 16)

    def _timer(self, interval: int, action: object, *, once: bool = False) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval)
        timer.setSingleShot(once)
        timer.timeout.connect(action)
        return timer

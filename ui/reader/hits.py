"""Which pages hold hits and which hit is the current one; counted beside the drawing."""

from __future__ import annotations

import time
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from ui.reader.engine import PaperHandle, Urgency
from ui.reader.page_text import Span, reading
from ui.reader.paper import Paper

SLICE = 0.012  # seconds of counting before the thread looks for something more urgent

HitFinder = Callable[[str], Iterable[Span]]
Hit = tuple[int, int]  # page (physical, from 1), which hit on it, from 0


@dataclass(frozen=True, slots=True)
class HitState:
    """The current hit's number (None: none, or not known yet) and the hits counted so far."""

    number: int | None
    total: int
    complete: bool


class Hits(QObject):
    """The hits of one question in one paper."""

    changed = Signal()
    reached = Signal(object)  # Hit: it became the current one

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.finder: HitFinder | None = None
        self.current: Hit | None = None
        self._counts: dict[int, int] = {}
        self._pages: list[int] = []
        self._left: list[int] = []
        self._count = 0
        self._step = 0
        self._round = 0

    def clear(self) -> None:
        """No question, no hits."""
        self._round += 1
        self.finder, self.current = None, None
        self._counts, self._pages, self._left, self._step = {}, [], [], 0
        self.changed.emit()

    def start(self, handle: PaperHandle, pages: int, finder: HitFinder, at: int) -> None:
        """Count over all pages, from page `at` on; the first hit from there becomes current."""
        self.clear()
        self.finder, self._count = finder, pages
        self._left = [*range(at, pages + 1), *range(1, at)]
        self.current, self._step = (at, -1), 1
        self._go_on(handle, self._round)

    def recount(self, handle: PaperHandle) -> None:
        """The words of pages have changed: count again, and stay where one is."""
        if self.finder is None:
            return
        at = self.current[0] if self.current is not None else 1
        self._round += 1
        self._counts, self._pages, self._step = {}, [], 0
        self._left = [*range(at, self._count + 1), *range(1, at)]
        self._go_on(handle, self._round)

    def state(self) -> HitState:
        """Where the current hit stands among all."""
        number = None
        if self.current is not None and self.current[1] >= 0 and self._known_before():
            before = sum(self._counts[page] for page in self._pages if page < self.current[0])
            number = before + self.current[1] + 1
        return HitState(number, sum(self._counts.values()), not self._left)

    def step(self, step: int) -> None:
        """Go to the next hit (1) or the one before (-1); past the last comes the first."""
        if self.finder is None:
            return
        self._step = step
        self._try_step()

    def choose(self, hit: Hit) -> None:
        """Make a hit the current one."""
        self.current, self._step = hit, 0
        self.reached.emit(hit)
        self.changed.emit()

    def _go_on(self, handle: PaperHandle, turn: int) -> None:
        if turn != self._round or self.finder is None or not self._left:
            return
        left, finder = tuple(self._left), self.finder
        handle.ask(
            lambda paper: _counted(paper, left, finder),
            lambda counts: self._take(handle, turn, counts),
            urgency=Urgency.COUNT,
            wanted=lambda: turn == self._round,
        )

    def _take(self, handle: PaperHandle, turn: int, counts: dict[int, int]) -> None:
        if turn != self._round:
            return
        self._counts |= counts
        self._left = self._left[len(counts) :]
        self._pages = sorted(page for page, count in self._counts.items() if count)
        self._try_step()
        self.changed.emit()
        self._go_on(handle, turn)

    def _try_step(self) -> None:
        """Go where the last step pointed, as soon as it is known where that is."""
        if self._step == 0 or self.current is None:
            return
        page, index = self.current
        inside = index + self._step
        if 0 <= inside < self._counts.get(page, 0):
            self.choose((page, inside))
        elif (found := self._page_after(page)) is not None:
            self.choose((found, 0 if self._step > 0 else self._counts[found] - 1))
        elif not self._left:
            self._step = 0

    def _page_after(self, page: int) -> int | None:
        """The next page with hits that way, going round; None while a page between is uncounted."""
        if not self._pages:
            return None
        place = bisect_right(self._pages, page)
        if self._step < 0:
            place = bisect_right(self._pages, page - 1) - 1
        found = self._pages[place % len(self._pages)]
        return found if not self._left or self._all_known(page, found) else None

    def _all_known(self, page: int, found: int) -> bool:
        low, high = min(page, found), max(page, found)
        straight = (found > page) == (self._step > 0) and found != page
        return straight and not any(low < left < high for left in self._left)

    def _known_before(self) -> bool:
        return self.current is not None and not any(left < self.current[0] for left in self._left)


def _counted(paper: Paper, pages: Iterable[int], finder: HitFinder) -> dict[int, int]:
    """Hits on the first pages of these, as many pages as fit in one slice of time."""
    counts: dict[int, int] = {}
    end = time.monotonic() + SLICE
    for page in pages:
        counts[page] = _on_page(paper, page, finder)
        if time.monotonic() > end or paper.abandoned():
            break
    return counts


def _on_page(paper: Paper, page: int, finder: HitFinder) -> int:
    try:
        text = paper.text(page)
    except Exception:  # a page that cannot be read has no hits; the view says why
        return 0
    return sum(1 for start, end in finder(reading(text).text) if start < end)

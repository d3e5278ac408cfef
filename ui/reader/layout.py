"""Where each page lies on the long scroll: sizes and zoom in, rectangles out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from ui.reader.paper import Box

GAP = 12.0
SIDE = 16.0
FULL_SIZE = 96.0 / 72.0  # screen units for a point at 100 %
ZOOMS = (0.1, 0.25, 0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0, 6.0, 8.0)


class Fit(Enum):
    """Zooms that follow the window."""

    WIDTH = "width"
    PAGE = "page"


Zoom = Fit | float


@dataclass(frozen=True, slots=True)
class Rect:
    """A page on the scroll, in screen units."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height


class Layout:
    """Pages one below the other; each page's scale follows the zoom. Pages are physical, from 1."""

    def __init__(
        self,
        sizes: Sequence[tuple[float, float]],
        window: tuple[float, float],
        zoom: Zoom = Fit.WIDTH,
        turn: int = 0,
    ) -> None:
        self.turn = turn % 4
        self._sizes = [_turned(size, self.turn) for size in sizes]
        self._scales = _scales(self._sizes, window, zoom)
        self._tops: list[float] = []
        self.width, self.height = self._stack(window[0])

    def __len__(self) -> int:
        return len(self._sizes)

    def scale(self, page: int) -> float:
        """Screen units for a point of this page."""
        return self._scales[page - 1]

    def rect(self, page: int) -> Rect:
        """Where a page lies."""
        width, height = self._sizes[page - 1]
        scale = self._scales[page - 1]
        left = (self.width - width * scale) / 2
        return Rect(left, self._tops[page - 1], width * scale, height * scale)

    def page_at(self, y: float) -> int:
        """The page at a height of the scroll (the one above, between two)."""
        return max(1, bisect_right(self._tops, y))

    def seen(self, top: float, bottom: float) -> range:
        """The pages that a stretch of the scroll touches."""
        if not self._sizes:
            return range(0)
        first = self.page_at(top)
        if self.rect(first).bottom < top and first < len(self):
            first += 1
        return range(first, self.page_at(bottom) + 1)

    def to_page(self, page: int, x: float, y: float) -> tuple[float, float]:
        """A place on the scroll in the page's own points."""
        rect, scale = self.rect(page), self.scale(page)
        across, down = (x - rect.left) / scale, (y - rect.top) / scale
        width, height = self._sizes[page - 1]
        if self.turn == 1:
            return down, width - across
        if self.turn == 2:
            return width - across, height - down
        if self.turn == 3:
            return height - down, across
        return across, down

    def to_view(self, page: int, box: Box) -> Rect:
        """A box of the page on the scroll."""
        rect, scale = self.rect(page), self.scale(page)
        turned = self._turned_box(page, box)
        return Rect(
            rect.left + turned.left * scale,
            rect.top + turned.top * scale,
            (turned.right - turned.left) * scale,
            (turned.bottom - turned.top) * scale,
        )

    def _turned_box(self, page: int, box: Box) -> Box:
        width, height = self._sizes[page - 1]
        if self.turn == 1:
            return Box(width - box.bottom, box.left, width - box.top, box.right)
        if self.turn == 2:
            return Box(width - box.right, height - box.bottom, width - box.left, height - box.top)
        if self.turn == 3:
            return Box(box.top, height - box.right, box.bottom, height - box.left)
        return box

    def _stack(self, window: float) -> tuple[float, float]:
        top = GAP
        widest = 0.0
        for (width, height), scale in zip(self._sizes, self._scales, strict=True):
            self._tops.append(top)
            top += height * scale + GAP
            widest = max(widest, width * scale)
        return max(window, widest + 2 * SIDE), top


def next_zoom(now: float, step: int) -> float:
    """The next larger (step 1) or smaller (step -1) of the usual zooms."""
    if step > 0:
        return next((zoom for zoom in ZOOMS if zoom > now * 1.01), ZOOMS[-1])
    return next((zoom for zoom in reversed(ZOOMS) if zoom < now * 0.99), ZOOMS[0])


def _turned(size: tuple[float, float], turn: int) -> tuple[float, float]:
    return (size[1], size[0]) if turn % 2 else size


def _scales(
    sizes: Sequence[tuple[float, float]], window: tuple[float, float], zoom: Zoom
) -> list[float]:
    if isinstance(zoom, float):
        return [zoom * FULL_SIZE] * len(sizes)
    room = max(40.0, window[0] - 2 * SIDE)
    across = [room / width for width, _ in sizes]
    if zoom is Fit.WIDTH:
        return across
    tall = max(40.0, window[1] - 2 * GAP)
    return [min(scale, tall / size[1]) for scale, size in zip(across, sizes, strict=True)]

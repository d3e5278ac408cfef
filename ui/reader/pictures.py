"""Pictures of pages, kept within a bound of bytes and asked for only while they are wanted."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection

from PySide6.QtGui import QImage

from ui.reader.engine import PaperHandle, Urgency
from ui.reader.layout import Rect
from ui.reader.paper import MAX_PIXELS, Abandoned, Shot

TILE = 1024
KEPT_BYTES = 96 * 1024 * 1024


class Pictures:
    """The pictures of one paper. `arrived` is called (GUI thread) after each new one."""

    def __init__(
        self,
        arrived: Callable[[], None],
        kept_bytes: int = KEPT_BYTES,
        urgencies: tuple[Urgency, Urgency] = (Urgency.SEEN, Urgency.SOON),
    ) -> None:
        self._arrived = arrived
        self._urgencies = urgencies
        self._bound = kept_bytes
        self._kept: OrderedDict[Shot, QImage] = OrderedDict()
        self._last: dict[int, Shot] = {}
        self._asked: set[Shot] = set()
        self._wanted: frozenset[Shot] = frozenset()
        self.bytes = 0
        self.faulty: dict[int, BaseException] = {}

    def clear(self) -> None:
        """Forget everything (another paper, another turn)."""
        self._kept.clear()
        self._last.clear()
        self._asked.clear()
        self._wanted = frozenset()
        self.faulty.clear()
        self.bytes = 0

    def get(self, shot: Shot) -> QImage | None:
        """The picture, if it is here."""
        found = self._kept.get(shot)
        if found is not None:
            self._kept.move_to_end(shot)
        return found

    def stand_in(self, page: int, turn: int) -> QImage | None:
        """Any whole picture of the page, to be stretched until the right one is here."""
        shot = self._last.get(page)
        return self._kept.get(shot) if shot is not None and shot.turn == turn else None

    def want(self, handle: PaperHandle, now: Collection[Shot], soon: Collection[Shot]) -> None:
        """Ask for what is missing; what was asked before and is no longer wanted is dropped."""
        self._wanted = frozenset(now) | frozenset(soon)
        self._asked &= self._wanted
        for shots, urgency in zip((now, soon), self._urgencies, strict=True):
            for shot in shots:
                if self._missing(shot):
                    self._ask(handle, shot, urgency)

    def _missing(self, shot: Shot) -> bool:
        return not (shot in self._kept or shot in self._asked or shot.page in self.faulty)

    def _ask(self, handle: PaperHandle, shot: Shot, urgency: Urgency) -> None:
        self._asked.add(shot)
        handle.ask(
            lambda paper: paper.draw(shot),
            lambda image: self._keep(shot, image),
            urgency=urgency,
            failed=lambda error: self._failed(shot, error),
            wanted=lambda: shot in self._wanted,
        )

    def _keep(self, shot: Shot, image: QImage) -> None:
        self._asked.discard(shot)
        if shot not in self._wanted:
            return
        self._kept[shot] = image
        self.bytes += image.sizeInBytes()
        if shot.part is None:
            self._last[shot.page] = shot
        self._make_room()
        self._arrived()

    def _make_room(self) -> None:
        while self.bytes > self._bound and len(self._kept) > 1:
            shot, image = self._kept.popitem(last=False)
            self.bytes -= image.sizeInBytes()
            if self._last.get(shot.page) == shot:
                del self._last[shot.page]

    def _failed(self, shot: Shot, error: BaseException) -> None:
        self._asked.discard(shot)
        if not isinstance(error, Abandoned):
            self.faulty[shot.page] = error
            self._arrived()


def shots_of(page: int, rect: Rect, turn: int, ratio: float, seen: Rect) -> tuple[Shot, ...]:
    """What to draw of a page that lies at `rect`: one picture, or the seen tiles of a large one.

    `ratio` is device pixels for a screen unit; `seen` is the part of the scroll in the window.
    """
    width, height = max(1, round(rect.width * ratio)), max(1, round(rect.height * ratio))
    whole = Shot(page, width, height, turn)
    if width * height <= MAX_PIXELS:
        return (whole,)
    left, top = (seen.left - rect.left) * ratio, (seen.top - rect.top) * ratio
    right, bottom = left + seen.width * ratio, top + seen.height * ratio
    return tuple(
        Shot(page, width, height, turn, (x, y, min(TILE, width - x), min(TILE, height - y)))
        for y in _tiles(top, bottom, height)
        for x in _tiles(left, right, width)
    )


def _tiles(start: float, end: float, length: int) -> range:
    first = max(0, int(start)) // TILE * TILE
    return range(first, max(first, min(length, int(end) + 1)), TILE)

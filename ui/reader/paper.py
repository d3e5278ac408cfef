"""What the page view asks of a paper, PDF or plain text: sizes, pictures, words, places."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from ui.reader.page_text import PageText

A4 = (595.0, 842.0)
MAX_PIXELS = 12_000_000  # of one picture: 48 MB; a larger page is drawn in the part that is seen


class Box(NamedTuple):
    """A rectangle on a page in points, from the page's upper left corner as it stands unrotated."""

    left: float
    top: float
    right: float
    bottom: float

    def united(self, other: Box) -> Box:
        """The smallest box around both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


@dataclass(frozen=True, slots=True)
class Heading:
    """One entry of a paper's outline; `page` is physical, from 1; None leads nowhere."""

    level: int
    title: str
    page: int | None


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """Page sizes in points (width, height), printed labels (empty where none), the outline."""

    sizes: tuple[tuple[float, float], ...]
    labels: tuple[str, ...]
    outline: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture of a page: pixels of the whole turned page, and its part (x, y, w, h) or all.

    `turn` is in quarters, clockwise; width and height are those of the turned page.
    """

    page: int
    width: int
    height: int
    turn: int = 0
    part: tuple[int, int, int, int] | None = None

    @property
    def pixels(self) -> tuple[int, int, int, int]:
        """The part to draw."""
        return self.part or (0, 0, self.width, self.height)


class Abandoned(Exception):
    """A picture was given up because its paper is closed."""


class Paper(Protocol):
    """An open paper. Every call comes from the rendering thread; pages are physical, from 1."""

    abandoned: Callable[[], bool]

    def facts(self) -> PaperFacts:
        """Sizes, labels and outline, without loading pages."""

    def draw(self, shot: Shot) -> QImage:
        """The picture of a page on white; `Abandoned` when the paper was closed meanwhile."""

    def words(self, page: int) -> PageText:
        """A page's characters, each with its box."""

    def text(self, page: int) -> str:
        """A page's characters alone, the same as in `words` (quicker)."""

    def close(self) -> None:
        """Close the file."""

"""What is selected: from one place between characters to another, over any number of pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ui.reader.page_text import Span

Place = tuple[int, int]  # page (physical, from 1), place between its characters


@dataclass(frozen=True, slots=True)
class Selected:
    """Selected text and the pages it stands on."""

    first_page: int
    last_page: int
    text: str


@dataclass(frozen=True, slots=True)
class Selection:
    """From where the selecting began to where it is now."""

    anchor: Place
    focus: Place

    @property
    def start(self) -> Place:
        """The earlier end."""
        return min(self.anchor, self.focus)

    @property
    def end(self) -> Place:
        """The later end."""
        return max(self.anchor, self.focus)

    @property
    def empty(self) -> bool:
        """Whether nothing lies between."""
        return self.anchor == self.focus

    @property
    def pages(self) -> range:
        """The pages it touches."""
        return range(self.start[0], self.end[0] + 1)

    def to(self, focus: Place) -> Selection:
        """The same beginning, another end."""
        return Selection(self.anchor, focus)

    def span(self, page: int, length: int) -> Span:
        """The stretch of one page's `length` characters."""
        if self.empty or page not in self.pages:
            return 0, 0
        first = self.start[1] if page == self.start[0] else 0
        last = self.end[1] if page == self.end[0] else length
        return min(first, length), min(last, length)

    def read(self, copied: Callable[[int, Selection], str]) -> Selected:
        """The text, page by page; pages that gave nothing at either end are not counted."""
        parts = [(page, copied(page, self)) for page in self.pages]
        while len(parts) > 1 and not parts[0][1].strip():
            parts.pop(0)
        while len(parts) > 1 and not parts[-1][1].strip():
            parts.pop()
        text = "\n".join(part for _, part in parts if part)
        return Selected(parts[0][0], parts[-1][0], text.strip())

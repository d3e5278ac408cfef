"""The piece of a page that shows best why it was found."""

from __future__ import annotations

from bisect import bisect_left

from search.marks import Span
from search.records import Snippet

LENGTH = 220  # characters
BEFORE = 60  # of them, before the first hit
REACH = 24  # how far a cut may move to stand between words


def snippet(text: str, marks: tuple[Span, ...]) -> Snippet:
    """The piece with the most hits; the beginning of the text where there are none."""
    start = _densest(marks)
    start = 0 if start is None else max(0, start - BEFORE)
    start = _between_words(text, start) if start else 0
    end = min(len(text), start + LENGTH)
    end = _between_words(text, end) if end < len(text) else end
    inside = [(a - start, b - start) for a, b in marks if a >= start and b <= end]
    return _one_line(text[start:end], inside, start > 0, end < len(text))


def _densest(marks: tuple[Span, ...]) -> int | None:
    """Where the stretch begins that holds the most hits; the first of several."""
    if not marks:
        return None
    starts = [start for start, _ in marks]
    reach = LENGTH - BEFORE
    held = [bisect_left(starts, start + reach) - at for at, start in enumerate(starts)]
    return starts[held.index(max(held))]


def _between_words(text: str, at: int) -> int:
    found = text.find(" ", at, at + REACH)
    return found + 1 if found >= 0 else at


def _one_line(text: str, marks: list[Span], cut_before: bool, cut_after: bool) -> Snippet:
    """Line ends become blanks, one for one, so that the marks stay where they are."""
    flat = text.replace("\n", " ").rstrip()
    before = "… " if cut_before else ""
    moved = [(start + len(before), min(end, len(flat)) + len(before)) for start, end in marks]
    return Snippet(before + flat + (" …" if cut_after else ""), tuple(moved))

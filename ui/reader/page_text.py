"""The characters of one page with their places: picking, selecting, copying, marking."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from archive.text import clean
from ui.reader.paper import Box

LINE_HYPHEN = "\x02"  # PDFium's mark for a hyphen that a line's end made
LEANING = 1.8  # times as thick as its letters: a line that leans, no raised figure
_BREAKS = "\r\n"
_WORD = re.compile(r"\S+")
_CUT = re.compile(
    r"(?P<left>[^\W_]+)(?:(?P<hyphen>[-\u2010\u00ad])(?P<gap>[ \t]*\r?\n[ \t]*)|(?P<mark>\x02))"
    r"(?=(?P<right>[^\W_]+))"
)

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """Characters start..end of a page that stand on one line, and the box around them."""

    start: int
    end: int
    box: Box


@dataclass(frozen=True, slots=True)
class Reading:
    """A page's text as it is searched and copied; `origin[i]` is the character it came from."""

    text: str
    origin: array[int]

    def span(self, start: int, end: int) -> Span:
        """A stretch of this text as a stretch of the page's characters."""
        return self.origin[start], self.origin[end - 1] + 1


def reading(characters: str) -> Reading:
    """The text as the archive cleans it, each character with the place it came from."""
    unseen = _between_halves(characters)
    text: list[str] = []
    origin = array("l")
    for index, character in enumerate(characters):
        if index in unseen or not _seen(characters, index):
            continue
        for part in _spelled(character):
            text.append(part)
            origin.append(index)
    return Reading("".join(text), origin)


def _between_halves(characters: str) -> set[int]:
    """What stands between the halves of words that a line's end has cut, as `clean` joins them."""
    unseen: set[int] = set()
    for cut in _CUT.finditer(characters):
        unseen.update(range(*cut.span("gap")))
        if "-" not in clean(f"{cut['left']}{LINE_HYPHEN}{cut['right']}"):
            unseen.update(range(cut.end("left"), cut.end("left") + 1))
    return unseen


def _seen(characters: str, index: int) -> bool:
    character = characters[index]
    if character == "\r":
        return characters[index + 1 : index + 2] != "\n"
    return character >= " " or character in "\t\n" or character == LINE_HYPHEN


def _spelled(character: str) -> str:
    if "\ufb00" <= character <= "\ufb06":
        return unicodedata.normalize("NFKC", character)
    return {"\r": "\n", LINE_HYPHEN: "-", "\u00ad": ""}.get(character, character)


class PageText:
    """A page's characters and their boxes, four numbers each, in points from the upper left.

    `turns` are characters that begin a line on the page though none begins in the text.
    """

    def __init__(
        self, characters: str, boxes: array[float], turns: frozenset[int] = frozenset()
    ) -> None:
        self.characters = characters
        self._boxes = boxes
        self._turns = turns

    def __len__(self) -> int:
        return len(self.characters)

    @cached_property
    def reading(self) -> Reading:
        """The text as it is searched and copied."""
        return reading(self.characters)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines in reading order; lines without ink are left out."""
        return tuple(self._lines())

    def box(self, index: int) -> Box:
        """The box of one character; empty for breaks and spaces that were added."""
        return Box(*self._boxes[4 * index : 4 * index + 4])

    def marks(self, finder: Callable[[str], Iterable[Span]]) -> tuple[Span, ...]:
        """Where `finder` finds something in this page, as stretches of characters."""
        seen = self.reading
        return tuple(seen.span(*found) for found in finder(seen.text) if found[0] < found[1])

    def boxes(self, start: int, end: int) -> tuple[Box, ...]:
        """One box a line for the characters start..end; on a line that leans, one a word."""
        found: list[Box] = []
        for line in self.lines:
            first, last = max(start, line.start), min(end, line.end)
            if first < last and (box := self._around(first, last)) is not None:
                found += self._by_words(first, last) if self._leans(box, first, last) else [box]
        return tuple(found)

    def copied(self, start: int, end: int) -> str:
        """The text of the characters start..end, words broken at line ends joined."""
        return clean(self.characters[start:end])

    def nearest(self, x: float, y: float) -> int:
        """The place between characters (0..len) nearest to a point; 0 on an empty page."""
        if not self.lines:
            return 0
        around = [line for line in self.lines if _distance(line.box, x, y) == 0]
        if len(around) > 1:  # lines that lean: the boxes around them overlap
            return self._place(min(around, key=lambda line: self._from_ink(line, x, y)), x, y)
        return self._place(min(self.lines, key=lambda line: _distance(line.box, x, y)), x, y)

    def on_ink(self, x: float, y: float) -> bool:
        """Whether a point is on a line of text."""
        return any(_distance(line.box, x, y) == 0 for line in self.lines)

    def word(self, place: int) -> Span:
        """The word around a place."""
        start = end = min(place, len(self))
        while start > 0 and _in_word(self.characters[start - 1]):
            start -= 1
        while end < len(self) and _in_word(self.characters[end]):
            end += 1
        return (start, end) if start < end else (start, min(start + 1, len(self)))

    def line(self, place: int) -> Span:
        """The line around a place."""
        starts = [line.start for line in self.lines]
        if not starts:
            return 0, 0
        found = self.lines[max(0, bisect_right(starts, place) - 1)]
        return found.start, found.end

    def beside(self, place: int, step: int) -> int:
        """The place one character on (step 1) or back (step -1); a line break is one step."""
        place += step
        while 0 < place < len(self) and self._in_break(place):
            place += step
        return max(0, min(place, len(self)))

    def below(self, place: int, step: int) -> int | None:
        """The place one line down (step 1) or up (step -1), or None past the page's end."""
        starts = [line.start for line in self.lines]
        row = max(0, bisect_right(starts, place) - 1) + step
        if not 0 <= row < len(starts):
            return None
        line = self.lines[row]
        return self._place(line, self._across(place), (line.box.top + line.box.bottom) / 2)

    def _in_break(self, place: int) -> bool:
        around = self.characters[place - 1 : place + 1]
        return all(character in _BREAKS + LINE_HYPHEN for character in around)

    def _across(self, place: int) -> float:
        """How far right a place is; at a line's end, its last character's right side."""
        here = self.box(place) if place < len(self) else Box(0, 0, 0, 0)
        return self.box(place - 1).right if here.right <= here.left and place > 0 else here.left

    def _lines(self) -> Iterable[Line]:
        start = 0
        for end, following in (*self._breaks(), (len(self), len(self))):
            box = self._around(start, end)
            if box is not None:
                yield Line(start, end, box)
            start = following

    def _breaks(self) -> Iterable[tuple[int, int]]:
        """Where lines end and the next begin; a hyphen made by a line's end stays on its line."""
        for index, character in enumerate(self.characters):
            if character in _BREAKS:
                yield index, index + 1
            elif character == LINE_HYPHEN and index + 1 < len(self):
                yield index + 1, index + 1
            elif index in self._turns:
                yield index, index

    def _around(self, start: int, end: int) -> Box | None:
        around: Box | None = None
        for index in range(start, end):
            box = self.box(index)
            if box.right > box.left and box.bottom > box.top:
                around = box if around is None else around.united(box)
        return around

    def _from_ink(self, line: Line, x: float, y: float) -> float:
        """How far a point is from the nearest character of a line."""
        boxes = (self.box(index) for index in range(line.start, line.end))
        return min(_distance(box, x, y) for box in boxes if box.right > box.left)

    def _leans(self, around: Box, start: int, end: int) -> bool:
        """Whether the characters climb or fall so far that one box covers other lines, too."""
        boxes = [self.box(index) for index in range(start, end)]
        thick = min(
            (around.bottom - around.top) / max(box.bottom - box.top for box in boxes),
            (around.right - around.left) / max(box.right - box.left for box in boxes),
        )
        return thick > LEANING

    def _by_words(self, start: int, end: int) -> Iterable[Box]:
        """A box around each word, each reaching to the next where there is room between them."""
        spans = (found.span() for found in _WORD.finditer(self.characters, start, end))
        boxes = [box for span in spans if (box := self._around(*span)) is not None]
        for box, following in zip(boxes, [*boxes[1:], boxes[-1]], strict=True):
            reach = following.left if box.right < following.left else box.right
            yield Box(box.left, box.top, reach, box.bottom)

    def _place(self, line: Line, x: float, y: float) -> int:
        """The place on a line; on a page that lies turned a line may run left, or up."""
        upright = _upright(line)
        middles = [
            (index, (box.top + box.bottom) / 2 if upright else (box.left + box.right) / 2)
            for index in range(line.start, line.end)
            if (box := self.box(index)).right > box.left
        ]
        at = y if upright else x
        back = middles[0][1] > middles[-1][1]
        for index, middle in middles:
            if (middle < at) if back else (at < middle):
                return index
        return line.end


def _upright(line: Line) -> bool:
    """Whether a line runs down the page (vertical writing, text on its side)."""
    width, height = line.box.right - line.box.left, line.box.bottom - line.box.top
    return line.end - line.start > 2 and height > 2 * width


def _distance(box: Box, x: float, y: float) -> float:
    """How far a point is from a box; up and down weigh more, so a row reaches far sideways."""
    across = max(box.left - x, 0.0, x - box.right)
    down = max(box.top - y, 0.0, y - box.bottom)
    return across * across + 9 * down * down


def _in_word(character: str) -> bool:
    return (
        character.isalnum()
        or character in "'’_" + LINE_HYPHEN
        or bool(unicodedata.combining(character))
    )

"""A paper of which pages were read from their pictures: the words stand where they were seen."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING

from archive.records import TextSource
from archive.records.scans import Box, Reading
from ui.reader.page_text import PageText
from ui.reader.paper import Paper, PaperFacts, Shot

if TYPE_CHECKING:
    from PySide6.QtGui import QImage


class ReadPaper:
    """Gives the pages of `paper` as they are, and the text of `readings` for those that have one.

    Pages are physical, from 1.
    """

    def __init__(self, paper: Paper, readings: Mapping[int, Reading]) -> None:
        self._paper, self._readings = paper, readings

    def take(self, readings: Mapping[int, Reading]) -> None:
        """The pages have been read anew."""
        self._readings = readings

    @property
    def abandoned(self) -> Callable[[], bool]:
        """Whether the paper was closed meanwhile."""
        return self._paper.abandoned

    @abandoned.setter
    def abandoned(self, asked: Callable[[], bool]) -> None:
        self._paper.abandoned = asked

    def facts(self) -> PaperFacts:
        """Sizes, labels and outline, without loading pages."""
        return self._paper.facts()

    def draw(self, shot: Shot) -> QImage:
        """The picture of a page on white; `Abandoned` when the paper was closed meanwhile."""
        return self._paper.draw(shot)

    def words(self, page: int) -> PageText:
        """A page's characters, each with its box."""
        if page not in self._readings:
            return self._paper.words(page)
        found = page_text(self._readings[page])
        _ = found.lines  # worked out here, not while painting
        return found

    def text(self, page: int) -> str:
        """A page's characters alone."""
        return self._readings[page].text if page in self._readings else self._paper.text(page)

    def close(self) -> None:
        """Close the file."""
        self._paper.close()


def page_text(reading: Reading) -> PageText:
    """The characters of a reading; each word's box is shared out among its letters."""
    boxes = array("f", bytes(16 * len(reading.text)))
    way = _way(reading)
    for word in reading.words:
        letters = _letters(word.box, word.end - word.start, way)
        for index, letter in zip(range(word.start, len(reading.text)), letters, strict=False):
            boxes[4 * index : 4 * index + 4] = array("f", letter)
    return PageText(reading.text, boxes, frozenset(_turns(reading)))


class Way(Enum):
    """Where the words of a line go on a page, which may lie turned."""

    RIGHT, DOWN, LEFT, UP = range(4)


def _way(reading: Reading) -> Way:
    """Where most words go from the one before on their line."""
    across = down = 0.0
    for before, word in pairwise(reading.words):
        if "\n" not in reading.text[before.end : word.start]:
            across += word.box[0] + word.box[2] - before.box[0] - before.box[2]
            down += word.box[1] + word.box[3] - before.box[1] - before.box[3]
    if abs(down) > abs(across):
        return Way.DOWN if down > 0 else Way.UP
    return Way.LEFT if across < 0 else Way.RIGHT


def _letters(box: Box, count: int, way: Way) -> Iterator[Box]:
    """The box of a word shared out among its letters."""
    left, top, right, bottom = box
    for place in range(count):
        first, last = place / count, (place + 1) / count
        if way in (Way.LEFT, Way.UP):
            first, last = 1 - last, 1 - first
        if way in (Way.RIGHT, Way.LEFT):
            width = right - left
            yield left + first * width, top, left + last * width, bottom
        else:
            height = bottom - top
            yield left, top + first * height, right, top + last * height


def _turns(reading: Reading) -> Iterator[int]:
    """Words that begin a line of the paper; who types a page may write several lines as one."""
    if reading.source != TextSource.TRANSCRIPTION:
        return
    for before, word in pairwise(reading.words):
        left, top, _right, _bottom = word.box
        further_down = top > (before.box[1] + before.box[3]) / 2
        if further_down and left < before.box[2]:
            yield word.start

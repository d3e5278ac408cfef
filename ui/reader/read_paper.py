"""A paper of which pages were read from their pictures: the words stand where they were seen."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from archive.records.scans import Reading
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
    for word in reading.words:
        left, top, right, bottom = word.box
        step = (right - left) / max(1, word.end - word.start)
        for place, index in enumerate(range(word.start, min(word.end, len(reading.text)))):
            letter = left + place * step, top, left + (place + 1) * step, bottom
            boxes[4 * index : 4 * index + 4] = array("f", letter)
    return PageText(reading.text, boxes, frozenset(_turns(reading)))


def _turns(reading: Reading) -> Iterator[int]:
    """Words that begin a line of the paper; who types a page may write several lines as one."""
    for before, word in pairwise(reading.words):
        left, top, _right, _bottom = word.box
        further_down = top > (before.box[1] + before.box[3]) / 2
        if further_down and left < before.box[2]:
            yield word.start

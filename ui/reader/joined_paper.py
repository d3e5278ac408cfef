"""A paper whose pages come from several files, or are some of the pages of one."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from archive.records import Page
from archive.records.papers import PageFile
from ui.reader.page_text import PageText
from ui.reader.paper import Heading, Paper, PaperFacts, Shot
from ui.reader.text_paper import TextPaper

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

log = logging.getLogger(__name__)
Open = Callable[[Path, str | None], Paper]


class JoinedPaper:
    """Gives each page from its own file, each file opened once.

    A page whose file is not here, is no PDF or cannot be opened is shown by its words alone.
    `pages` are those of the document, in order, as `files` are. Pages are physical, from 1.
    """

    def __init__(self, files: Sequence[PageFile], pages: Sequence[Page], open_file: Open) -> None:
        self._labels = tuple(page.label for page in pages)
        self._words: Paper = TextPaper([page.text for page in pages], list(self._labels))
        opened = {each.path: _opened(each, open_file) for each in _distinct(files)}
        self._open = [paper for paper in opened.values() if paper is not None]
        lengths = {path: len(paper.facts().sizes) if paper else 0 for path, paper in opened.items()}
        self._places: list[tuple[Paper, int]] = []
        for number, each in enumerate(files, start=1):
            paper = opened.get(each.path)
            there = paper is not None and each.page <= lengths[each.path]
            self._places.append((paper, each.page) if paper and there else (self._words, number))

    @property
    def abandoned(self) -> Callable[[], bool]:
        """Whether the paper was closed meanwhile."""
        return self._words.abandoned

    @abandoned.setter
    def abandoned(self, asked: Callable[[], bool]) -> None:
        for paper in (self._words, *self._open):
            paper.abandoned = asked

    def facts(self) -> PaperFacts:
        """Sizes, labels and outline of the pages that are shown, without loading them."""
        facts = {id(paper): paper.facts() for paper in (self._words, *self._open)}
        sizes = tuple(facts[id(paper)].sizes[page - 1] for paper, page in self._places)
        return PaperFacts(sizes, self._labels, tuple(self._headings(facts)))

    def draw(self, shot: Shot) -> QImage:
        """The picture of a page on white; `Abandoned` when the paper was closed meanwhile."""
        paper, page = self._places[shot.page - 1]
        return paper.draw(replace(shot, page=page))

    def words(self, page: int) -> PageText:
        """A page's characters, each with its box."""
        paper, own = self._places[page - 1]
        return paper.words(own)

    def text(self, page: int) -> str:
        """A page's characters alone."""
        paper, own = self._places[page - 1]
        return paper.text(own)

    def close(self) -> None:
        """Close all files."""
        for paper in (self._words, *self._open):
            paper.close()

    def _headings(self, facts: dict[int, PaperFacts]) -> list[Heading]:
        """The outlines of the files one after another, as far as their pages are shown."""
        shown = {(id(paper), page): at for at, (paper, page) in enumerate(self._places, start=1)}
        found: list[Heading] = []
        for paper in self._open:
            for heading in facts[id(paper)].outline:
                at = shown.get((id(paper), heading.page or 0))
                found += [replace(heading, page=at)] if at else []
        return found


def _distinct(files: Sequence[PageFile]) -> list[PageFile]:
    return list({each.path: each for each in files}.values())


def _opened(file: PageFile, open_file: Open) -> Paper | None:
    if file.path is None or file.path.suffix != ".pdf":
        return None
    try:
        return open_file(file.path, file.password)
    except Exception:  # PDFium's errors, whatever they are: its other files are shown
        log.exception("a file of a joined document cannot be shown: %s", file.path)
        return None

"""Our own archive of made-up pages: grown, indexed and asked as the program does it."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from archive.archive import Archive, Mode
from archive.catalogue.facts import Filters
from archive.progress import Progress
from archive.records import Access
from search.finder import Finder
from search.indexing import Keeper
from search.records import SearchRequest
from tests.benchmarks import made_pages
from tests.benchmarks.made_pages import PAGES
from tests.benchmarks.searching.asked import Question, Times, beginnings, timed, times
from tests.benchmarks.searching.peers import SHOWN, folder_size

OFFERED = "completion"


@dataclass(frozen=True, slots=True)
class Stand:
    """What was measured when the archive had so many pages.

    `rate` is pages indexed in a second in the last step, `index` and `text` are bytes, `opened` and
    `named` the milliseconds of the first question and of the first completion after opening.
    `widened` is how many questions had words of the table added; `plain` the times without them.
    """

    pages: int
    rate: float
    index: int
    text: int
    opened: float
    named: float
    asked: Times
    plain: Times
    widened: int
    offered: Times


class Grown:
    """One archive that gets more and more documents; `passed` are ids that others have taken."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.pages, self.passed = folder, 0, 0
        self._text = 0
        Archive.create(folder, "Ukuran").close()

    def to(self, pages: int, asked: Sequence[Question]) -> Stand:
        """Fill up to so many pages, index them, ask everything."""
        fresh, first = pages - self.pages, self.pages // PAGES + self.passed + 1
        with Archive.open(self.folder, Mode.WRITE, max(Access)) as archive:
            self._text += made_pages.fill(archive, first, pages // PAGES + self.passed)
            seconds = timed(lambda: index(archive))
        self.pages = pages
        size = folder_size(self.folder) / 1e6
        told(
            f"{pages:,} pages: {size:.0f} MB with its index; {fresh / seconds:.0f} indexed a second"
        )
        return self._asked(asked, fresh / seconds)

    def _asked(self, asked: Sequence[Question], rate: float) -> Stand:
        size = folder_size(self.folder / "index")
        with opened(self.folder) as (_archive, finder):
            first = 1000 * timed(lambda: finder.search(SearchRequest("pemuda")))
            named = 1000 * timed(lambda: finder.help.complete("pem"))
            widened: list[bool] = []
            took = times(
                asked, lambda each: widened.append(bool(finder.search(request(each)).added))
            )
            plain = times(asked, lambda each: finder.search(replace(request(each), synonyms=False)))
            typed = [Question(OFFERED, begun) for begun in beginnings()]
            offered = times(typed, lambda each: finder.help.complete(each.query))
        sizes = self.pages, rate, size, self._text
        return Stand(*sizes, first, named, took, plain, sum(widened), offered)


@contextmanager
def opened(folder: Path) -> Iterator[tuple[Archive, Finder]]:
    """An archive and its search, the garbage collector as the program has it then."""
    with Archive.open(folder, Mode.WRITE, max(Access)) as archive:
        gc.collect()
        gc.freeze()  # what the program has made when it has started, it is not looked through again
        try:
            with closing(Finder(archive)) as finder:
                yield archive, finder
        finally:
            gc.unfreeze()


def request(question: Question) -> SearchRequest:
    """As the window asks: with synonyms, facets and the best page of each document."""
    return SearchRequest(question.query, Filters(years=question.years), limit=SHOWN, pages=1)


def index(archive: Archive) -> None:
    """Make its index true."""
    with closing(Keeper(archive)) as keeper:
        keeper.catch_up(Progress())


def told(words: str) -> None:
    """Say how far it is: the whole run takes long."""
    print(words, file=sys.stderr, flush=True)  # noqa: T201

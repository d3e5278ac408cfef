"""Questions to a big archive, with snippets of the first hits, beside Whoosh's own index."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from statistics import quantiles
from typing import Any

from archive.archive import Archive
from archive.catalogue.facts import Filters
from archive.progress import Progress
from search.finder import Finder
from search.indexing import Keeper
from search.records import SearchRequest
from tests.benchmarks import made_pages
from tests.benchmarks.made_pages import FIRST_YEAR, KNOWN, LAST_YEAR, PAGES
from tests.benchmarks.rows import Row

SIZE = int(os.environ.get("KEMBAR_PAGES", "240000"))  # pages
QUICK_SIZE = 10_000
PEER_SECONDS = float(os.environ.get("KEMBAR_PEER_SECONDS", "150"))  # for Whoosh to index in
EACH = 20  # questions of each form, without and with a year
SHOWN = 20  # hits with snippets
GOAL = 20.0  # milliseconds, for 95 of 100 questions
GOAL_WHOOSH = 10.0  # times as quick as Whoosh
FORMS = ("one word", "two words", "phrase", "prefix", "one of three")


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked; the years it is narrowed to, if any."""

    form: str
    query: str
    years: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of each question."""

    each: list[tuple[str, float]]

    def at(self, percent: int, form: str = "") -> float:
        """So many of 100 questions (of one form) took no longer than this."""
        chosen = [ms for named, ms in self.each if named.startswith(form)]
        return quantiles(chosen, n=100, method="inclusive")[percent - 1]


def measure(quick: bool) -> list[Row]:
    """First on as many pages as Whoosh can index in its time, then on all of them."""
    asked, size = list(_questions()), (QUICK_SIZE if quick else SIZE) // PAGES
    with tempfile.TemporaryDirectory(prefix="kembar-search-") as place:
        peer = _Whoosh(Path(place) / "whoosh", size)
        theirs = peer.times(asked)
        folder = Path(place) / "archive"
        with Archive.create(folder, "Ukuran") as archive:
            made_pages.fill(archive, 1, peer.documents)
            rate = peer.documents * PAGES / _timed(lambda: _index(archive))
            rows = _indexing(peer, rate, quick)
            rows += _beside(_kembar(archive, asked), theirs, peer.documents * PAGES, quick)
            if size > peer.documents:
                made_pages.fill(archive, peer.documents + 1, size)
                _index(archive)
            rows += _alone(_kembar(archive, asked), theirs, peer.documents, size, quick)
        return rows


def _questions() -> Iterator[Question]:
    """The same questions every time: words from frequent to rare, all forms mixed."""
    chance = Random(made_pages.SEED)
    for _ in range(EACH):
        for form in FORMS:
            yield Question(form, _query(form, chance))
            first = chance.randint(FIRST_YEAR, LAST_YEAR)
            years = (first, min(LAST_YEAR, first + chance.randint(0, 10)))
            yield Question(f"{form}, years", _query(form, chance), years)


def _query(form: str, chance: Random) -> str:
    words = [made_pages.vocabulary()[int(KNOWN ** chance.uniform(0.2, 0.9))] for _ in range(3)]
    return {
        "one word": words[0],
        "two words": " ".join(words[:2]),
        "phrase": f'"{chance.choice(made_pages.phrases())}"',
        "prefix": f"{words[0][:4]}*",
        "one of three": " OR ".join(words),
    }[form]


def _index(archive: Archive) -> None:
    with closing(Keeper(archive)) as keeper:
        keeper.catch_up(Progress())


def _kembar(archive: Archive, asked: list[Question]) -> Times:
    with closing(Finder(archive)) as finder:
        finder.search(SearchRequest("pemuda"))
        return _times(
            asked,
            lambda question: finder.search(
                SearchRequest(question.query, Filters(years=question.years), limit=SHOWN)
            ),
        )


def _times(asked: list[Question], answer: Callable[[Question], object]) -> Times:
    each = [(question.form, 1000 * _timed(partial(answer, question))) for question in asked]
    return Times(each)


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


class _Whoosh:
    """Whoosh's own index of the same pages, or of as many as it takes in in its time."""

    def __init__(self, folder: Path, size: int) -> None:
        from whoosh import fields, index

        folder.mkdir()
        self.documents = 0
        text = fields.TEXT(stored=True)
        year = fields.NUMERIC(stored=True)
        self._index = index.create_in(folder, fields.Schema(text=text, year=year))
        self.seconds = _timed(lambda: self._take(size))

    def _take(self, size: int) -> None:
        end = time.monotonic() + PEER_SECONDS
        writer = self._index.writer(limitmb=512)
        for made in made_pages.documents(1, size):
            for text in made.texts:
                writer.add_document(text=text, year=made.year)
            self.documents = made.number
            if time.monotonic() > end:
                break
        writer.commit()

    def times(self, asked: list[Question]) -> Times:
        """How long it needs for the questions, the pieces of text shown included."""
        from whoosh import qparser

        parser = qparser.QueryParser("text", self._index.schema)
        with self._index.searcher() as searcher:
            return _times(asked, lambda question: self._answer(searcher, parser, question))

    def _answer(self, searcher: Any, parser: Any, question: Question) -> list[str]:
        from whoosh.query import NumericRange

        years = NumericRange("year", *question.years) if question.years else None
        found = searcher.search(parser.parse(question.query), limit=SHOWN, filter=years)
        return [hit.highlights("text") for hit in found]


def _indexing(peer: _Whoosh, rate: float, quick: bool) -> list[Row]:
    theirs = peer.documents * PAGES / peer.seconds
    name = f"indexing of {peer.documents * PAGES} pages; peer: Whoosh's own index"
    figures = (f"{rate:.0f} pages/s", f"{theirs:.0f} pages/s", f"{rate / theirs:.1f}")
    return [Row(name, *figures)]


def _beside(ours: Times, theirs: Times, pages: int, quick: bool) -> list[Row]:
    """Equal pages, equal questions."""
    return [
        Row(
            f"{len(ours.each)} questions to {pages} pages, p{percent}; peer: Whoosh, same pages",
            *_figures(ours.at(percent), theirs.at(percent)),
            f"≥ {GOAL_WHOOSH:.0f} × Whoosh",
            None if quick else theirs.at(percent) / ours.at(percent) >= GOAL_WHOOSH,
        )
        for percent in (50, 95)
    ]


def _alone(ours: Times, theirs: Times, fewer: int, size: int, quick: bool) -> list[Row]:
    """All pages; the peer has its part of them only."""
    said = f"{size * PAGES} pages; peer: Whoosh, {fewer * PAGES} pages"
    rows = [
        Row(f"{said}: p50 of all", *_figures(ours.at(50), theirs.at(50))),
        Row(
            f"{said}: p95 of all",
            *_figures(ours.at(95), theirs.at(95)),
            f"≤ {GOAL:.0f} ms",
            None if quick else ours.at(95) <= GOAL,
        ),
    ]
    forms = dict.fromkeys(form for form, _ in ours.each)
    return rows + [
        Row(f"… p95 of {form}", *_figures(ours.at(95, form), theirs.at(95, form))) for form in forms
    ]


def _figures(ours: float, theirs: float) -> tuple[str, str, str]:
    return f"{ours:.1f} ms", f"{theirs:.1f} ms", f"{theirs / ours:.1f}"

"""Whoosh's own index of pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks.made_pages import Made
from tests.benchmarks.searching.asked import Question, Times, timed, times
from tests.benchmarks.searching.peers import SHOWN

MEMORY = 512  # megabytes


class WhooshIndex:
    """One entry for each page, its text stored for the pieces shown."""

    def __init__(self, folder: Path) -> None:
        from whoosh import fields, index

        text, year = fields.TEXT(stored=True), fields.NUMERIC(stored=True)
        self._index = index.create_in(folder, fields.Schema(text=text, year=year))
        self._writer = self._index.writer(limitmb=MEMORY)

    def take(self, made: Made) -> float:
        """Take in the pages of a document; seconds."""
        return timed(lambda: self._add(made))

    def finish(self) -> None:
        """Write it all out."""
        self._writer.commit()

    def times(self, asked: Sequence[Question]) -> Times:
        """Milliseconds of each question, the pieces of text shown included."""
        from whoosh import qparser

        parser = qparser.QueryParser("text", self._index.schema)
        with self._index.searcher() as searcher:
            return times(asked, lambda question: _answer(searcher, parser, question))

    def _add(self, made: Made) -> None:
        for text in made.texts:
            self._writer.add_document(text=text, year=made.year)


def _answer(searcher: Any, parser: Any, question: Question) -> list[str]:
    from whoosh.query import NumericRange

    years = NumericRange("year", *question.years) if question.years else None
    found = searcher.search(parser.parse(question.query), limit=SHOWN, filter=years)
    return [hit.highlights("text") for hit in found]

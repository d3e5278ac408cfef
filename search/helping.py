"""Help for who asks: completions, other queries that find, more like one paper."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from archive.archive import Archive
from search import spelling, values
from search.catalogue import Catalogue
from search.completion import Completer
from search.lexicon import Lexicon
from search.query import parse
from search.ranking import Found
from search.records import MEANT, Completion, Suggestion
from search.resembling import query_like
from search.soundness import Stumbled, engine_told

T = TypeVar("T")

log = logging.getLogger(__name__)


class Help:
    """The help of one archive's search. Safe from several threads; nothing of it raises."""

    def __init__(
        self,
        archive: Archive,
        lexicon: Callable[[], Lexicon | None],
        found: Callable[[str], Found],
    ) -> None:
        """`lexicon` brings the words of the index as it is now, `found` what a query finds."""
        self._archive, self._lexicon, self._found = archive, lexicon, found
        self._completer, self._catalogue = Completer(archive), Catalogue(archive)

    def complete(self, typed: str) -> tuple[Completion, ...]:
        """What the end of what is being typed may become."""
        return or_nothing(typed, (), lambda: self._completer.complete(typed, self._lexicon()))

    def suggest(self, query: str) -> tuple[Suggestion, ...]:
        """Other queries that find: with what was meant, or with what scans misread.

        Takes some tens of milliseconds in a large archive.
        """
        return or_nothing(query, (), lambda: self._suggested(query))

    def like(self, document: int) -> str:
        """A query for papers that resemble this one; empty where nothing sets it apart."""
        return or_nothing(str(document), "", lambda: self._like(document))

    def _suggested(self, query: str) -> tuple[Suggestion, ...]:
        known, lexicon = self._catalogue, self._lexicon()
        of_filters = tuple(values.suggestions(query, known.names, known.knows, self._total))
        if lexicon is None or of_filters:
            return of_filters
        mended = values.mended(query, known.names, known.knows)
        of_words = spelling.suggestions(mended, parse(mended).tree, lexicon, self._total)
        if mended == query:
            return tuple(of_words)
        return tuple(replace(each, other=each.query) for each in of_words if each.kind == MEANT)

    def _total(self, query: str) -> int:
        return len(self._found(query))

    def _like(self, document: int) -> str:
        lexicon = self._lexicon()
        if lexicon is None:
            return ""
        entries = self._archive.documents.entries([document])
        found = (query_like(paper.description.title, pages, lexicon) for paper, pages in entries)
        return next(found, "")


def or_nothing(typed: str, nothing: T, help: Callable[[], T]) -> T:
    """Help is worth no failure: what the engine stumbles over is logged, and nothing is offered."""
    try:
        with engine_told():
            return help()
    except (ValueError, Stumbled):
        log.warning("no help for %.200r", typed, exc_info=True)
        return nothing

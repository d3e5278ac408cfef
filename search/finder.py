"""Answers what a person asks: which documents, on which pages, and how they divide."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from dataclasses import replace

from archive.archive import Archive
from archive.catalogue.facts import Facet, Filters
from archive.changes import Kind
from archive.records import SearchStatement
from search import ranking
from search.beginning import begun
from search.catalogue import Catalogue
from search.compiling import Compiler
from search.finding import Answering, answering
from search.helping import Help, or_nothing
from search.index import Generation
from search.lexicon import Lexicon
from search.narrowing import ORDER, Narrowed, apart, narrowed
from search.passages import weigher
from search.query import Parsed, plain
from search.questions import asked_in
from search.ranking import Found
from search.records import (
    BEST,
    INCOMPLETE,
    MOST_WORDS,
    PLAIN_WORDS,
    Answer,
    DocumentHit,
    IndexState,
    SearchRequest,
)
from search.shelf import Shelf
from search.showing import Showing
from search.soundness import Stumbled, engine_told
from search.stating import HITS, Stating
from search.synonyms import Added, Table
from search.thesaurus import Thesaurus
from search.tree import Node
from search.undisturbed import undisturbed

MANY_CHANGES = 2_000  # so far behind, it does not matter any more of what kind they are

log = logging.getLogger(__name__)


class Finder:
    """The search of one archive. Only reads; safe from several threads; `close` it at the end."""

    def __init__(self, archive: Archive, table: Table | None = None) -> None:
        """`table` are the words that mean the same; by default those of the archive."""
        self.words = Thesaurus(archive, table)
        self._archive = archive
        self._catalogue = Catalogue(archive)
        self._shelf = Shelf(archive)
        self._kept: tuple[Generation, Compiler] | None = None
        self.help = Help(archive, self._lexicon, self._passed)

    def search(self, request: SearchRequest) -> Answer:
        """Answer one question. Never raises for what was typed."""
        began = time.perf_counter()
        parsed, opened = self.words.parse(request.query), self._shelf.current()
        try:
            return self._tried(request, parsed, opened, began)
        except (ValueError, Stumbled):
            log.warning("the engine refuses %.200r", request.query, exc_info=True)
        simple = Parsed(plain(request.query[:1000]), (PLAIN_WORDS,))
        try:
            if self._shelf.is_damaged(opened):
                return self._tried(request, parsed, self._shelf.current(), began)
            return self._tried(request, simple, opened, began)  # most likely too large a pattern
        except (ValueError, Stumbled):
            log.warning("the engine does not answer", exc_info=True)
            return self._answered(request, simple, None, began)

    def completed(
        self, request: SearchRequest, hits: Sequence[DocumentHit]
    ) -> tuple[DocumentHit, ...]:
        """Documents found before, with the pages that follow those shown. Never raises."""
        return or_nothing(request.query, tuple(hits), lambda: self._completed(request, hits))

    def documents(self, query: str) -> frozenset[int]:
        """The ids of all documents a query finds. Never raises."""
        return or_nothing(query, frozenset(), lambda: frozenset(self._passed(query).ids.tolist()))

    def statement(self, request: SearchRequest) -> SearchStatement:
        """What is said on paper of a search, with its first documents."""
        answer = self.search(replace(request, limit=HITS, offset=0))
        compiler = self._compiler(self._shelf.current())
        return Stating(self._archive, self.words, compiler).of(request, answer, self.state())

    def reload(self) -> None:
        """Look at the index anew; it is also done by itself when the index has changed."""
        self._kept = None
        self._shelf.forget()

    def state(self) -> IndexState:
        """How true the index is."""
        return self._state_of(self._shelf.current())

    def close(self) -> None:
        """Let the index go, and hear no more of the archive."""
        self.words.close()
        self.reload()

    def _tried(
        self, request: SearchRequest, parsed: Parsed, opened: Generation | None, began: float
    ) -> Answer:
        with engine_told(), undisturbed:
            return self._answered(request, parsed, opened, began)

    def _answered(
        self, request: SearchRequest, parsed: Parsed, opened: Generation | None, began: float
    ) -> Answer:
        compiler = self._compiler(opened)
        state = self._state_of(opened)
        parsed = self._begun(parsed, request.query, compiler)
        tree, added = self._widened(parsed.tree, request, compiler)
        narrowed = self._narrowed(tree, request.filters, compiler, _in_sight(request))
        if not narrowed.passed.reaches(_in_sight(request) or 0):
            narrowed = self._narrowed(tree, request.filters, compiler)
        found = self._in_order(narrowed.passed, request.order)
        hits = self._window(tree, found, compiler, request)
        truth = () if state.complete and not state.behind else (INCOMPLETE,)
        most = () if narrowed.whole else (MOST_WORDS,)
        return Answer(
            query=request.query,
            total=len(found),
            hits=hits,
            facets=self._facets(narrowed),
            suggestion=None,
            notices=(*parsed.notices, *most, *truth),
            ms=(time.perf_counter() - began) * 1000,
            sequence=request.sequence,
            costs=narrowed.costs(),
            added=added,
        )

    def _widened(
        self, tree: Node | None, request: SearchRequest, compiler: Compiler | None
    ) -> tuple[Node | None, tuple[Added, ...]]:
        """The query with the words of the table beside its own."""
        return self.words.widened(tree, request, compiler.together) if compiler else (tree, ())

    def _tree(self, request: SearchRequest, compiler: Compiler | None) -> Node | None:
        """A query as it is looked for."""
        parsed = self._begun(self.words.parse(request.query), request.query, compiler)
        return self._widened(parsed.tree, request, compiler)[0]

    def _begun(self, parsed: Parsed, query: str, compiler: Compiler | None) -> Parsed:
        """Words the index or the table knows are whole."""
        if compiler is None:
            return parsed
        known, seen = self.words.table.of, self._archive.facts.matching(Filters())
        return begun(parsed, query, lambda word: not known((word,)) and compiler.begins(word, seen))

    def _passed(self, query: str) -> Found:
        compiler = self._compiler(self._shelf.current())
        tree = self._tree(SearchRequest(query), compiler)
        return self._narrowed(tree, Filters(), compiler).passed

    def _completed(
        self, request: SearchRequest, hits: Sequence[DocumentHit]
    ) -> tuple[DocumentHit, ...]:
        tree = self._tree(request, self._compiler(self._shelf.current()))
        with undisturbed:
            return Showing(self._archive.documents, tree).completed(hits)

    def _lexicon(self) -> Lexicon | None:
        compiler = self._compiler(self._shelf.current())
        return Lexicon(compiler, self._archive.facts.matching(Filters())) if compiler else None

    def _state_of(self, opened: Generation | None) -> IndexState:
        """Changes that touch no document are nothing to the index."""
        sequence = opened.state.sequence if opened else 0
        last = self._archive.sequence()
        behind = last - sequence
        if 0 < behind < MANY_CHANGES and not self._archive.changes_since(sequence).touches(
            Kind.DOCUMENT
        ):
            sequence, behind = last, 0
        return IndexState(sequence, behind, opened is not None and opened.state.complete)

    def _narrowed(
        self,
        tree: Node | None,
        filters: Filters,
        compiler: Compiler | None,
        first: int | None = None,
    ) -> Narrowed:
        """All documents that answer and may be seen, the best first, and what filters leave.

        `first`: so many are to be in order, the others need not be.
        """
        asked, rest = apart(tree)
        allowed = self._archive.facts.matching(filters)
        if rest is None:
            told = Answering(self._newest(allowed))
        elif compiler is None:
            told = Answering(ranking.nothing())
        else:
            told = answering(compiler, rest, allowed, None if asked else first)
        return narrowed(told.found, asked, self._catalogue.documents, whole=told.whole)

    def _in_order(self, found: Found, order: str) -> Found:
        """Documents by relevance, as they are, or by what the catalogue says of them."""
        if order == BEST:
            return found
        places = self._archive.facts.ordered(order)
        ids = found.ids.tolist()
        return found.at(sorted(range(len(ids)), key=lambda at: places.get(ids[at], len(places))))

    def _facets(self, narrowed: Narrowed) -> tuple[Facet, ...]:
        """How the answer divides; a facet that filters, how it would without them."""
        facts = self._archive.facts
        divided: dict[str, Facet] = {}
        for name in ("", *narrowed.names):
            left = narrowed.found.ids[narrowed.left(beside=name)]
            counted = {facet.name: facet for facet in facts.counts(left)}
            divided |= {name: counted[name]} if name in counted else {} if name else counted
        return tuple(divided[name] for name in ORDER if name in divided)

    def _newest(self, chosen: frozenset[int] | None) -> Found:
        return ranking.newest(self._archive.documents.ids() if chosen is None else chosen)

    def _compiler(self, opened: Generation | None) -> Compiler | None:
        """The same one as long as the index stays as it is."""
        if opened is None:
            return None
        kept = self._kept
        if kept is None or kept[0] is not opened:
            compiler = Compiler(opened.index.searcher(), self._catalogue.documents)
            self._kept = kept = opened, compiler
        return kept[1]

    def _weigher(
        self, tree: Node | None, compiler: Compiler | None, showing: Showing
    ) -> ranking.Weigh | None:
        """What looks closer at the best answers to plain words."""
        asked, _beside = asked_in(tree)
        if asked is None or compiler is None:
            return None
        return weigher(showing.marked, asked, compiler)

    def _window(
        self,
        tree: Node | None,
        found: Found,
        compiler: Compiler | None,
        request: SearchRequest,
    ) -> tuple[DocumentHit, ...]:
        """The rows that are to be seen, with what is shown of their pages."""
        showing = Showing(self._archive.documents, tree)
        part = range(request.offset, request.offset + request.limit)
        by_score, weigh = request.order == BEST, self._weigher(tree, compiler, showing)
        ranked = ranking.window(found, tree, compiler, part, by_score=by_score, weigh=weigh)
        return showing.hits(ranked, request.pages)


def _in_sight(request: SearchRequest) -> int | None:
    """How many documents must be in order to show the rows asked for; None: all."""
    if request.order != BEST:
        return None
    last = request.offset + request.limit
    return last + -last % ranking.BLOCK

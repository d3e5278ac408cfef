"""Answers what a person asks: which documents, on which pages, and how they divide."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import tantivy
from platformdirs import user_cache_path

from archive.archive import Archive
from archive.catalogue.facts import Filters
from archive.changes import Kind
from archive.progress import Progress
from archive.records import Document
from search import index as keeping
from search.catalogue import Catalogue
from search.compiling import Compiler
from search.index import State
from search.indexing import Keeper
from search.marks import Marker, marker
from search.query import Parsed, parse
from search.records import (
    INCOMPLETE,
    Answer,
    DocumentHit,
    IndexState,
    PageHit,
    SearchRequest,
)
from search.snippets import snippet
from search.tree import Node

RANKED = 100  # documents whose best page counts towards their place
PAGES_SHOWN = 3  # pages with a snippet for each document
PAGES_SEEN = 4_000  # page hits looked at for one window of documents


@dataclass(frozen=True, slots=True)
class _Ranked:
    """All documents found, best first, with their scores."""

    ids: np.ndarray[tuple[int], np.dtype[np.int64]]
    scores: np.ndarray[tuple[int], np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class _Open:
    """One opened state of the index."""

    index: tantivy.Index
    place: Path
    stamp: int
    state: State


class Finder:
    """The search of one archive. Only reads; safe from several threads; `close` it at the end."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._catalogue = Catalogue(archive)
        self._lock = threading.Lock()
        self._open: _Open | None = None
        self._root = archive.folder / keeping.FOLDER

    def search(self, request: SearchRequest) -> Answer:
        """Answer one question. Never raises for what was typed."""
        began = time.perf_counter()
        parsed = parse(request.query)
        opened = self._current()
        if parsed.tree is None:
            ranked = self._all(request.filters)
        else:
            ranked = self._ranked(opened, parsed.tree, request)
        hits = self._window(opened, parsed.tree, ranked, request)
        return self._answer(request, parsed, ranked, hits, began)

    def reload(self) -> None:
        """Look at the index anew; it is also done by itself when the index has changed."""
        with self._lock:
            self._open = None

    def state(self) -> IndexState:
        """How true the index is."""
        opened = self._current()
        sequence = opened.state.sequence if opened else 0
        behind = len(self._archive.changes_since(sequence).ids(Kind.DOCUMENT))
        return IndexState(sequence, behind, opened is not None and opened.state.complete)

    def close(self) -> None:
        """Let the index go."""
        self.reload()

    # the index

    def _current(self) -> _Open | None:
        """The index as it is now; None when there is none yet."""
        with self._lock:
            if self._open is None or _stamp(self._open.place) != self._open.stamp:
                self._open = self._find() or self._private()
            return self._open

    def _find(self, root: Path | None = None) -> _Open | None:
        info = self._archive.info
        found = keeping.best(self._readable(root or self._root), info.uuid, info.epoch)
        if found is None:
            return None
        place, index, state = found
        return _Open(index, place, _stamp(place), state)

    def _readable(self, root: Path) -> Path:
        """Where the index can be opened: a copy in the cache when its own place is read-only."""
        newest = next(iter(keeping.generations(root)), None)
        if newest is None or keeping.writable(newest):
            return root
        copies = self._cache() / "copies"
        copy = copies / newest.name
        if not copy.is_dir() or _stamp(copy) < _stamp(newest):
            shutil.rmtree(copies, ignore_errors=True)
            shutil.copytree(newest, copy)
        return copies

    def _private(self) -> _Open | None:
        """An index of one's own, for an archive that has none and nobody to make it."""
        if self._archive.writable or self._archive.writer() is not None:
            return None
        own = self._cache() / "own"
        keeper = Keeper(self._archive, own)
        try:
            keeper.catch_up(Progress())
        finally:
            keeper.close()
        return self._find(own)

    def _cache(self) -> Path:
        return user_cache_path("kembar") / keeping.FOLDER / self._archive.info.uuid

    # documents

    def _all(self, filters: Filters) -> _Ranked:
        """Everything the filters leave, the newest first."""
        chosen = self._archive.facts.matching(filters)
        ids = self._archive.documents.ids() if chosen is None else chosen
        ordered = np.array(sorted(ids, reverse=True), dtype=np.int64)
        return _Ranked(ordered, np.zeros(len(ordered)))

    def _ranked(self, opened: _Open | None, tree: Node, request: SearchRequest) -> _Ranked:
        if opened is None:
            return _Ranked(np.array([], dtype=np.int64), np.array([], dtype=np.float64))
        searcher = opened.index.searcher()
        compiler = self._compiler(opened)
        query = compiler.documents(tree)
        narrowed = self._archive.facts.matching(request.filters)
        if narrowed is not None:
            query = query.and_must_match(compiler.among(narrowed))
        found = searcher.search(query, max(1, searcher.num_docs), count=False).hits
        addresses = [address for _, address in found]
        ids = np.array(searcher.fast_field_values("document", addresses), dtype=np.int64)
        scores = np.array([score for score, _ in found], dtype=np.float64)
        return self._with_best_pages(searcher, compiler, tree, _Ranked(ids, scores))

    def _with_best_pages(
        self, searcher: tantivy.Searcher, compiler: Compiler, tree: Node, ranked: _Ranked
    ) -> _Ranked:
        """The first documents in the order of their own score and their best page's together."""
        first = ranked.ids[:RANKED].tolist()
        best: dict[int, float] = {}
        for document, _page, score in _pages(searcher, compiler.pages(tree, first)):
            best[document] = max(best.get(document, 0.0), score)
        head = ranked.scores[:RANKED] + np.array([best.get(each, 0.0) for each in first])
        order = np.argsort(-head, kind="stable")
        return _Ranked(
            np.concatenate([ranked.ids[:RANKED][order], ranked.ids[RANKED:]]),
            np.concatenate([head[order], ranked.scores[RANKED:]]),
        )

    def _compiler(self, opened: _Open) -> Compiler:
        return Compiler(opened.index.schema, self._catalogue.documents)

    # what is shown

    def _window(
        self, opened: _Open | None, tree: Node | None, ranked: _Ranked, request: SearchRequest
    ) -> tuple[DocumentHit, ...]:
        part = slice(request.offset, request.offset + request.limit)
        ids = ranked.ids[part].tolist()
        documents = self._archive.documents.some(ids)
        pages = self._pages_of(opened, tree, ids)
        shown = self._page_hits(tree, {each: found[:PAGES_SHOWN] for each, found in pages.items()})
        return tuple(
            _hit(documents[each], score, shown.get(each, ()), len(pages.get(each, ())))
            for each, score in zip(ids, ranked.scores[part].tolist(), strict=True)
            if each in documents
        )

    def _pages_of(
        self, opened: _Open | None, tree: Node | None, ids: Sequence[int]
    ) -> dict[int, list[int]]:
        """The pages with hits of these documents, the best first."""
        found: dict[int, list[int]] = {}
        if opened is None or tree is None:
            return found
        query = self._compiler(opened).pages(tree, ids)
        for document, page, _score in _pages(opened.index.searcher(), query):
            found.setdefault(document, []).append(page)
        return found

    def _page_hits(
        self, tree: Node | None, wanted: dict[int, list[int]]
    ) -> dict[int, tuple[PageHit, ...]]:
        mark = marker(tree)
        places = [(document, page) for document, pages in wanted.items() for page in pages]
        found = self._archive.documents.pages_at(places)
        shown: dict[int, list[PageHit]] = {}
        for document, number in places:
            if page := found.get((document, number)):
                hit = PageHit(number, page.label, snippet(page.text, mark(page.text)))
                shown.setdefault(document, []).append(hit)
        return {document: tuple(hits) for document, hits in shown.items()}

    def _answer(
        self,
        request: SearchRequest,
        parsed: Parsed,
        ranked: _Ranked,
        hits: tuple[DocumentHit, ...],
        began: float,
    ) -> Answer:
        state = self.state()
        incomplete = () if state.complete and not state.behind else (INCOMPLETE,)
        return Answer(
            query=request.query,
            total=len(ranked.ids),
            hits=hits,
            facets=self._archive.facts.counts(ranked.ids.tolist()),
            suggestion=None,
            notices=(*parsed.notices, *incomplete),
            ms=(time.perf_counter() - began) * 1000,
            sequence=request.sequence,
        )


def marks_of(query: str) -> Marker:
    """What finds a query's words in a text."""
    return marker(parse(query).tree)


def _pages(
    searcher: tantivy.Searcher, query: tantivy.Query | None
) -> Iterable[tuple[int, int, float]]:
    """Document, page and score of the page entries a query finds, the best first."""
    if query is None:
        return ()
    hits = searcher.search(query, PAGES_SEEN, count=False).hits
    addresses = [address for _, address in hits]
    documents = searcher.fast_field_values("document", addresses)
    pages = searcher.fast_field_values("page", addresses)
    scores = (float(score) for score, _ in hits)
    return zip(map(_whole, documents), map(_whole, pages), scores, strict=True)


def _whole(value: float | bool | None) -> int:
    return int(value or 0)


def _hit(document: Document, score: float, pages: tuple[PageHit, ...], count: int) -> DocumentHit:
    return DocumentHit(document, round(score, 4), pages, count)


def _stamp(place: Path) -> int:
    """Changes with every commit of the index; 0 when it is gone."""
    try:
        return (place / keeping.META).stat().st_mtime_ns
    except OSError:
        return 0

"""What is said on paper of a search: how it was asked, what was looked through, what came."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from archive.archive import Archive
from archive.catalogue.facts import Filters
from archive.records import SearchStatement, StatedFilter, StatedHit, Status
from search.beginning import found_by
from search.catalogue import Catalogue
from search.compiling import Compiler
from search.helping import or_nothing
from search.narrowing import ONE_VALUE, apart, narrowed
from search.query import LONGEST, plain
from search.questions import asked_in
from search.ranking import newest
from search.records import (
    PLAIN_WORDS,
    Answer,
    DocumentHit,
    IndexState,
    PageHit,
    SearchRequest,
)
from search.stated_words import Counted, counted
from search.synonyms import Added
from search.thesaurus import Thesaurus
from search.tree import Node

HITS = 25  # documents listed; of more only the number is told
NAMED = 30  # papers named that could not be searched whole
NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Stating:
    """States searches of an archive; without a `compiler` there is no index to count in."""

    archive: Archive
    words: Thesaurus
    compiler: Compiler | None

    def of(self, request: SearchRequest, answer: Answer, index: IndexState) -> SearchStatement:
        """The statement of an answer, which should hold the first `HITS` documents."""
        tree, status = self._tree(request, answer), self.archive.status()
        passing = self._passing(tree, request.filters)
        told = or_nothing(answer.query, Counted(), lambda: self._counted(tree, request, passing))
        return SearchStatement(
            query=answer.query,
            added=_words(answer.added),
            filters=(*self._written(answer), *self._given(request.filters, status)),
            documents=status.documents,
            pages=status.pages,
            unread=status.pages_without_text,
            unreadable=status.pages_unreadable,
            complete=index.complete and not index.behind,
            level=self.archive.access,
            total=answer.total,
            hits=tuple(_hit(hit, told) for hit in answer.hits[:HITS]),
            searched=datetime.now().astimezone().isoformat(timespec="seconds"),
            notices=answer.notices,
            words=told.words,
            synonyms=request.synonyms,
            taken_out=self._taken_out(tree, request, answer),
            behind=index.behind,
            passing=len(passing),
            whole=told.whole,
            unsearched=self.archive.facts.unsearched(NAMED),
        )

    def _tree(self, request: SearchRequest, answer: Answer) -> Node | None:
        """What was searched; the engine may have refused what was parsed."""
        if PLAIN_WORDS in answer.notices:
            return plain(request.query[:LONGEST])
        return self.words.parse(found_by(request, answer).query).tree

    def _passing(self, tree: Node | None, filters: Filters) -> frozenset[int]:
        """The documents that pass the filters, those of the query too."""
        allowed = self.archive.facts.matching(filters)
        ids = self.archive.documents.ids() if allowed is None else allowed
        typed, _rest = apart(tree)
        left = narrowed(newest(ids), typed, Catalogue(self.archive).documents)
        return frozenset(left.passed.ids.tolist())

    def _counted(
        self, tree: Node | None, request: SearchRequest, passing: frozenset[int]
    ) -> Counted:
        if self.compiler is None:
            return Counted()
        widened, added = self.words.widened(tree, request, self.compiler.together)
        told = counted(request.query, tree, widened, added, self._held)
        asked, rest = asked_in(widened)[0], apart(widened)[1]
        if asked is None or rest is None or len(asked.parts) < 2:
            return told
        return replace(told, whole=len(self._held(rest) & passing))

    def _held(self, node: Node) -> frozenset[int]:
        """The documents that answer a node, as far as the reader may see them."""
        if self.compiler is None:
            return NONE
        found = frozenset(self.compiler.ids(self.compiler.documents(node)).tolist())
        seen = self.archive.facts.matching(Filters())
        return found if seen is None else found & seen

    def _taken_out(
        self, tree: Node | None, request: SearchRequest, answer: Answer
    ) -> tuple[str, ...]:
        """The words that the table would have added, had the asker not taken them out."""
        if self.compiler is None:
            return ()
        every = replace(request, synonyms=True, without=frozenset())
        _tree, offered = self.words.widened(tree, every, self.compiler.together)
        kept = set(_words(answer.added))
        return tuple(word for word in _words(offered) if word not in kept)

    def _written(self, answer: Answer) -> Iterator[StatedFilter]:
        """The filters of the query itself."""
        catalogue = Catalogue(self.archive)
        for cost in answer.costs:
            for fact in () if cost.of_all else cost.facts:
                true_of = catalogue.documents(fact)
                count = None if true_of is None else len(true_of)
                either = fact.name in ONE_VALUE and len(cost.facts) > 1
                yield StatedFilter(fact.name, fact.value, cost.without, count, either)

    def _given(self, filters: Filters, status: Status) -> Iterator[StatedFilter]:
        """The filters that were given beside the query."""
        for name, value, alone, of in self._each(filters):
            true_of = self.archive.facts.matching(alone)
            count = status.documents if true_of is None else len(true_of)
            yield StatedFilter(name, value, documents=count, either=of > 1)

    def _each(self, filters: Filters) -> Iterator[tuple[str, str, Filters, int]]:
        """Name and value of each filter, the filter by itself, and of how many of its name."""
        if filters.years is not None:
            first, last = filters.years
            yield "year", f"{first}..{last}", Filters(years=filters.years), 1
        for kind in filters.kinds:
            yield "kind", kind, Filters(kinds=(kind,)), len(filters.kinds)
        for field in filters.fields:
            yield "field", field, Filters(fields=(field,)), len(filters.fields)
        for spoken in filters.languages:
            yield "language", spoken, Filters(languages=(spoken,)), len(filters.languages)
        known = self.archive.partnerships.all() if filters.partnerships else ()
        titles = {each.id: each.title for each in known}
        for item in filters.partnerships:
            title = titles.get(item, str(item))
            yield "partnership", title, Filters(partnerships=(item,)), len(filters.partnerships)
        for item in filters.programs:
            name = self.archive.programs.find(str(item)).name
            yield "program", name, Filters(programs=(item,)), len(filters.programs)


def _words(added: tuple[Added, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for each in added for word in each.words))


def _hit(hit: DocumentHit, told: Counted) -> StatedHit:
    said, document = hit.document.description, hit.document.id
    pages = tuple(map(_page, sorted(hit.pages, key=lambda page: page.page)))
    named = document, said.title, said.kind, said.date, pages, hit.page_count
    return StatedHit(*named, said.reference_code, told.missing(document))


def _page(page: PageHit) -> str:
    return page.label or str(page.page)

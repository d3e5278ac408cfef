"""A query tree as Tantivy queries: whole documents decide what is found, pages decide where."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, reduce
from itertools import takewhile
from math import log

import numpy as np
import tantivy
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from tantivy import Query

from search.index import DOCUMENT, NUMBER, PAGE, RECORD, STEMMED, WHOLE, schema
from search.joined import joined
from search.language import stem
from search.tree import (
    ANYWHERE,
    CODE,
    CREATOR,
    NAME,
    TEXT,
    TITLE,
    Asked,
    Between,
    Both,
    Either,
    Everything,
    Fact,
    Fuzzy,
    Leaf,
    Node,
    Nothing,
    Pattern,
    Without,
    Words,
    ends,
    wanted,
)

Clause = tuple[tantivy.Occur, Query]
Facts = Callable[[Fact], Iterable[int] | None]
MUST, SHOULD, NOT = tantivy.Occur.Must, tantivy.Occur.Should, tantivy.Occur.MustNot
FIELDS = {  # the fields of document entries that a named field stands for, with their weights
    ANYWHERE: {WHOLE: 1.0, TITLE: 3.0, RECORD: 1.0},
    TEXT: {WHOLE: 1.0},
    TITLE: {TITLE: 1.0},
    NAME: {NAME: 1.0},
    CREATOR: {CREATOR: 1.0},
    CODE: {CODE: 1.0},
}
AS_TYPED, AS_STEM, ALIKE = 1.0, 0.4, 0.3  # a word as typed counts more than its stem or a likeness
FEW = 64  # documents
MOST_AROUND = 64  # queries one around the other: each is copied with all it holds
MOST_WORDS = 128  # that a range, or a likeness with a sure beginning, may stand for
MOST_LOOKED_AT = 20_000  # words of the index compared for it


class Compiler:
    """Compiles trees for one state of the index.

    `facts` tells the documents a fact of the catalogue is true of; None: of all.
    """

    def __init__(self, searcher: tantivy.Searcher, facts: Facts) -> None:
        self.searcher = searcher
        self._schema = schema()
        self._facts = facts

    @cached_property
    def every(self) -> NDArray[np.int64]:
        """The ids of all documents in the index, in no order."""
        return self.ids(self._entries())

    @cached_property
    def matching(self) -> Compiler:
        """The same for what is only to be found, in no order."""
        return _Matching(self.searcher, self._facts)

    def ids(self, query: Query) -> NDArray[np.int64]:
        """The ids of the documents that answer a query over their entries, in no order."""
        alone = Query.const_score_query(query, 0.0)
        found = self.searcher.search(alone, max(1, self.size), False, DOCUMENT).hits  # panics at 0
        return np.fromiter((item for item, _ in found), np.int64, len(found))

    @cached_property
    def size(self) -> int:
        """How many documents there are."""
        return int(self.searcher.doc_freq(NUMBER, 0))

    def true_of(self, fact: Fact) -> frozenset[int]:
        """The documents a fact of the catalogue is true of; none where it says nothing."""
        return frozenset(self._facts(fact) or ())

    def documents(self, node: Node) -> Query:
        """The query over document entries."""
        query = self._document(node)
        if not any(isinstance(end, Fact) for end in ends(node)):
            return query  # words stand in fields that only these entries have
        return Query.boolean_query([(MUST, query), (MUST, self._entries())])

    def most(self, asked: Asked, beside: Sequence[Node]) -> Query:
        """Document entries with any of the parts asked for, and all that must hold beside."""
        parts = [way for part in asked.parts for way in self._either(part)]
        weak = [way for word in asked.weak for way in self._either(word)]
        any_part = (MUST, Query.boolean_query(parts))
        return Query.boolean_query([any_part, *weak, *self._beside(beside)])

    def shares(self, asked: Asked, beside: Sequence[Node], weights: Sequence[float]) -> Query:
        """The same entries; the score is the sum of the weights of the parts they have."""
        parts = [
            (SHOULD, Query.const_score_query(self._document(part), weight))
            for part, weight in zip(asked.parts, weights, strict=True)
        ]
        return Query.boolean_query([(MUST, Query.boolean_query(parts)), *self._beside(beside)])

    def rarity(self, node: Node) -> float:
        """How much it says that what was typed stands in a document; not what was added to it."""
        first = node.parts[0] if isinstance(node, Either) else node
        return self.rarest(word for leaf in wanted(first) for word in _all_words(leaf))

    def rarest(self, words: Iterable[str]) -> float:
        """How much words say that stand together: as much as the rarest of them."""
        return max((self.says(STEMMED[WHOLE], stem(word)) for word in words), default=1.0)

    def begins(self, word: str, seen: frozenset[int] | None) -> bool:
        """Whether words begin so, and none is or means just this, in the documents that may be
        seen (None: in all)."""
        fields = FIELDS[ANYWHERE]
        if not any(self.searcher.terms_with_prefix(field, word, limit=1) for field in fields):
            return False
        if seen is not None:
            known = self._stands(Words((word,)), seen)
            return not known and self._stands(Pattern(f"{word}*"), seen)
        forms = [(field, word) for field in fields]
        forms += [(STEMMED[field], stem(word)) for field in fields]
        return not any(self.searcher.doc_freq(field, form) for field, form in forms)

    def _stands(self, leaf: Leaf, seen: frozenset[int]) -> bool:
        """Whether it is found in any of the documents that may be seen."""
        return not seen.isdisjoint(self.ids(self.matching.documents(leaf)).tolist())

    def together(self, words: Sequence[str]) -> float:
        """How much it says that words stand side by side, as far as that is known at once."""
        one = joined(words) if len(words) > 1 else None
        return self.rarest(words) if one is None else self.says(STEMMED[WHOLE], one)

    def says(self, field: str, word: str) -> float:
        """How much it says that a word stands in a field, as BM25 has it: rare words say more."""
        entries = self.size
        if field in (PAGE, STEMMED[PAGE]):
            entries = self.searcher.num_docs - entries
        count = self.searcher.doc_freq(field, word)
        return log(1 + (max(entries, count) - count + 0.5) / (count + 0.5))

    def _beside(self, nodes: Sequence[Node]) -> list[tuple[tantivy.Occur, Query]]:
        return [(MUST, Query.const_score_query(self._document(node), 0.0)) for node in nodes] + [
            (MUST, self._entries())
        ]

    def pages(self, node: Node, documents: Sequence[int]) -> Query | None:
        """All entries of these documents, of which those with wanted words score; None when no
        words are wanted.

        The ways in which words can stand are put around these entries one by one: the engine then
        looks for each among these only, several times as quick as to look for all and keep these.
        """
        leaves = tuple(dict.fromkeys(wanted(node)))
        if not leaves or not documents:
            return None
        ways = [way for leaf in leaves for way in self._leaf_ways(leaf, {PAGE: 1.0})]
        size = 1 + len(ways) // MOST_AROUND
        around = (ways[start : start + size] for start in range(0, len(ways), size))
        return reduce(
            lambda query, some: Query.boolean_query([(MUST, query), *some]),
            around,
            self._among(documents),
        )

    def _among(self, documents: Iterable[int]) -> Query:
        """Entries of these documents only; adds nothing to a score."""
        return Query.const_score_query(self._any_document(list(documents)), 0.0)

    def _any_document(self, documents: list[int]) -> Query:
        """Of a few each by itself, which is quicker than the set of them."""
        if not 0 < len(documents) <= FEW:
            return Query.term_set_query(self._schema, DOCUMENT, documents)
        terms = (Query.term_query(self._schema, DOCUMENT, each, "basic") for each in documents)
        return Query.boolean_query([(SHOULD, term) for term in terms])

    def _entries(self) -> Query:
        """All document entries; adds nothing to a score."""
        entries = Query.term_query(self._schema, NUMBER, 0, "basic")
        return Query.const_score_query(entries, 0.0)

    def _document(self, node: Node) -> Query:
        if isinstance(node, Leaf):
            return self._leaf(node, FIELDS[node.field])
        if isinstance(node, Fact):
            documents = self._facts(node)
            return self._entries() if documents is None else self._among(documents)
        if isinstance(node, Nothing):
            return Query.empty_query()
        return self._entries() if isinstance(node, Everything) else self._joined(node)

    def _joined(self, node: Both | Asked | Either | Without) -> Query:
        if isinstance(node, Without):
            return Query.boolean_query([(MUST, self._entries()), (NOT, self._document(node.part))])
        if isinstance(node, Both):
            return Query.boolean_query([(MUST, self._document(part)) for part in node.parts])
        if isinstance(node, Asked):
            weak = [way for word in node.weak for way in self._either(word)]
            return Query.boolean_query([(MUST, self._document(part)) for part in node.parts] + weak)
        if node.optional:
            beside = [(SHOULD, self._document(part)) for part in node.parts[1:]]
            return Query.boolean_query([(MUST, self._document(node.parts[0])), *beside])
        return Query.boolean_query([way for part in node.parts for way in self._either(part)])

    def _either(self, part: Node) -> Iterable[Clause]:
        """The ways of a part, not gathered: the engine takes longer for each level of them."""
        if isinstance(part, Leaf):
            return self._leaf_ways(part, FIELDS[part.field])
        if isinstance(part, Either) and not part.optional:
            return [way for each in part.parts for way in self._either(each)]
        return [(SHOULD, self._document(part))]

    def _leaf(self, leaf: Leaf, fields: dict[str, float]) -> Query:
        """Any of the ways a leaf can stand in any of the fields."""
        ways = self._leaf_ways(leaf, fields)
        return ways[0][1] if len(ways) == 1 else Query.boolean_query(ways)

    def _leaf_ways(self, leaf: Leaf, fields: dict[str, float]) -> list[Clause]:
        return [
            (SHOULD, Query.boost_query(query, weight * counts * leaf.boost))
            for field, weight in fields.items()
            for query, counts in self._ways(leaf, field)
        ]

    def _ways(self, leaf: Leaf, field: str) -> list[tuple[Query, float]]:
        """How a leaf can stand in one field, and how much each way counts."""
        if isinstance(leaf, Words):
            return self._words(leaf, field)
        if isinstance(leaf, Fuzzy):
            exact = self._term(field, leaf.word)
            return [(exact, AS_TYPED - ALIKE), (self._alike(leaf, field), ALIKE)]
        if isinstance(leaf, Pattern):
            return [(self._pattern(leaf.pattern, field), ALIKE)]
        return [(self._between(leaf, field), ALIKE)]

    def _words(self, leaf: Words, field: str) -> list[tuple[Query, float]]:
        if is_one(leaf) and field in STEMMED:
            return [(self._term(STEMMED[field], str(joined(leaf.words))), AS_TYPED)]
        if len(leaf.words) > 1:
            phrase = Query.phrase_query(self._schema, field, list(leaf.words), leaf.slop)
            return [(phrase, AS_TYPED)]
        typed = [(self._term(field, leaf.words[0]), AS_TYPED)]
        if leaf.quoted or field not in STEMMED:
            return typed
        return [*typed, (self._term(STEMMED[field], stem(leaf.words[0])), AS_STEM)]

    def _term(self, field: str, word: str) -> Query:
        return Query.term_query(self._schema, field, word, "freq")

    def _pattern(self, pattern: str, field: str) -> Query:
        start = pattern.removesuffix("*")
        if start == pattern or "*" in start or "?" in start:
            return Query.regex_query(self._schema, field, _regex(pattern))
        return Query.fuzzy_term_query(self._schema, field, start, 0, prefix=True)  # made at once

    def _alike(self, leaf: Fuzzy, field: str) -> Query:
        if not leaf.sure:
            return Query.fuzzy_term_query(self._schema, field, leaf.word, leaf.distance)
        known = self._beginning_with(field, leaf.word[: leaf.sure])
        near = [word for word in known if OSA.distance(word, leaf.word) <= leaf.distance]
        return self._any_of(field, near)

    def _between(self, leaf: Between, field: str) -> Query:
        first, last = leaf.first or "", leaf.last or "\U0010ffff"
        known = self._beginning_with(field, _common(first, last))
        return self._any_of(field, [word for word in known if first <= word <= last])

    def _beginning_with(self, field: str, start: str) -> list[str]:
        found = self.searcher.terms_with_prefix(field, start, limit=MOST_LOOKED_AT)
        return [word for word, _count in found]

    def _any_of(self, field: str, words: Sequence[str]) -> Query:
        chosen = Query.term_set_query(self._schema, field, list(words[:MOST_WORDS]))
        return Query.const_score_query(chosen, 1.0)


class _Matching(Compiler):
    """Asks for less: who has a word as typed has its stem."""

    def _words(self, leaf: Words, field: str) -> list[tuple[Query, float]]:
        return super()._words(leaf, field)[-1:]


def is_one(leaf: Words) -> bool:
    """Whether several words side by side are one in the index."""
    return len(leaf.words) > 1 and not leaf.slop and joined(leaf.words) is not None


def _all_words(leaf: Leaf) -> tuple[str, ...]:
    return leaf.words if isinstance(leaf, Words) else ()


def _regex(pattern: str) -> str:
    """A pattern with `*` and `?` in the engine's regular expressions; all else is literal."""
    signs = {"*": ".*", "?": "."}
    return "".join(signs.get(sign, re.escape(sign)) for sign in pattern)


def _common(first: str, last: str) -> str:
    """What two words begin with alike."""
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    return "".join(letter for letter, _ in alike)

"""A query tree as Tantivy queries: whole documents decide what is found, pages decide where."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

import tantivy

from search.index import DESCRIBED, PAGE, STEMMED, WHOLE
from search.language import stem
from search.tree import (
    ANY_FIELD,
    Between,
    Both,
    Either,
    Fact,
    Fuzzy,
    Leaf,
    Node,
    Pattern,
    Without,
    Words,
    leaves,
)

Facts = Callable[[Fact], Iterable[int]]
MUST, SHOULD, NOT = tantivy.Occur.Must, tantivy.Occur.Should, tantivy.Occur.MustNot
EXACT, STEM, LOOSE = 1.0, 0.45, 0.4  # a word as typed counts more than its stem or a likeness


class Compiler:
    """Compiles trees for one schema. `facts` tells the documents a fact is true of."""

    def __init__(self, schema: tantivy.Schema, facts: Facts) -> None:
        self._schema = schema
        self._facts = facts

    def documents(self, node: Node) -> tantivy.Query:
        """The query over document entries."""
        return tantivy.Query.boolean_query([(MUST, self._document(node)), (MUST, self._entries())])

    def pages(self, node: Node, documents: Sequence[int]) -> tantivy.Query | None:
        """Any wanted word on the pages of these documents; None when no words are wanted."""
        wanted = [(SHOULD, self._leaf(leaf, {PAGE: EXACT})) for leaf in leaves(node)]
        if not wanted or not documents:
            return None
        return tantivy.Query.boolean_query(
            [(MUST, tantivy.Query.boolean_query(wanted)), (MUST, self.among(documents))]
        )

    def among(self, documents: Iterable[int]) -> tantivy.Query:
        """Entries of these documents only; adds nothing to a score."""
        chosen = tantivy.Query.term_set_query(self._schema, "document", list(documents))
        return tantivy.Query.const_score_query(chosen, 0.0)

    def _entries(self) -> tantivy.Query:
        entries = tantivy.Query.term_query(self._schema, "page", 0, "basic")
        return tantivy.Query.const_score_query(entries, 0.0)

    def _document(self, node: Node) -> tantivy.Query:
        if isinstance(node, Words | Pattern | Fuzzy):
            return self._leaf(node, _fields(node.field))
        if isinstance(node, Both | Either | Without):
            return tantivy.Query.boolean_query(self._parts(node))
        if isinstance(node, Between):
            return self._between(node)
        return self.among(self._facts(node)) if isinstance(node, Fact) else self._entries()

    def _parts(self, node: Both | Either | Without) -> list[tuple[tantivy.Occur, tantivy.Query]]:
        if isinstance(node, Without):
            return [(MUST, self._entries()), (NOT, self._document(node.part))]
        if isinstance(node, Both):
            return [(MUST, self._document(part)) for part in node.parts]
        first = MUST if node.optional else SHOULD
        rest = [(SHOULD, self._document(part)) for part in node.parts[1:]]
        return [(first, self._document(node.parts[0])), *rest]

    def _leaf(self, leaf: Leaf, fields: dict[str, float]) -> tantivy.Query:
        found = [
            (SHOULD, _boosted(query, weight * boost * leaf.boost))
            for field, weight in fields.items()
            for query, boost in self._in_field(leaf, field)
        ]
        return found[0][1] if len(found) == 1 else tantivy.Query.boolean_query(found)

    def _in_field(self, leaf: Leaf, field: str) -> list[tuple[tantivy.Query, float]]:
        """How a leaf can stand in one field, and how much each way counts."""
        match leaf:
            case Words():
                stemmed = tuple(map(stem, leaf.words))
                return [
                    (self._words(field, leaf.words, leaf.slop), EXACT),
                    (self._words(field + STEMMED, stemmed, leaf.slop), STEM),
                ][: 1 if len(leaf.words) > 1 else 2]
            case Pattern():
                pattern = tantivy.Query.regex_query(self._schema, field, _regex(leaf.pattern))
                return [(pattern, LOOSE)]
            case Fuzzy():
                exact = tantivy.Query.term_query(self._schema, field, leaf.word)
                loose = tantivy.Query.fuzzy_term_query(
                    self._schema, field, leaf.word, leaf.distance
                )
                return [(exact, EXACT), (loose, LOOSE)]

    def _words(self, field: str, words: Sequence[str], slop: int) -> tantivy.Query:
        if len(words) == 1:
            return tantivy.Query.term_query(self._schema, field, words[0], "freq")
        return tantivy.Query.phrase_query(self._schema, field, list(words), slop)

    def _between(self, node: Between) -> tantivy.Query:
        ranges = [
            (SHOULD, self._range(field, node.first, node.last)) for field in _fields(node.field)
        ]
        return tantivy.Query.boolean_query(ranges)

    def _range(self, field: str, first: str | None, last: str | None) -> tantivy.Query:
        return tantivy.Query.range_query(
            self._schema, field, tantivy.FieldType.Text, first, last, use_inverted_index=True
        )


def _fields(field: str) -> dict[str, float]:
    """The fields of document entries a typed field stands for, with their weights."""
    return {WHOLE: 1.0, **DESCRIBED} if field == ANY_FIELD else {field: DESCRIBED[field]}


def _boosted(query: tantivy.Query, boost: float) -> tantivy.Query:
    return query if boost == 1.0 else tantivy.Query.boost_query(query, max(boost, 0.0))


def _regex(pattern: str) -> str:
    """A pattern with `*` and `?` in the engine's regular expressions; all else is literal."""
    parts = {"*": ".*", "?": "."}
    return "".join(parts.get(part, re.escape(part)) for part in pattern)

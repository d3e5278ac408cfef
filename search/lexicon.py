"""The words of an archive, as its index has them; only those a reader may see are ever told."""

from __future__ import annotations

from tantivy import Query

from search.compiling import Compiler
from search.index import DOCUMENT, WHOLE
from search.tree import TEXT, TITLE, Between, Words

FIELDS = (WHOLE, TITLE)
FIRST_LOOK = 100  # documents with a word looked at before all of them are


class Lexicon:
    """The words of one state of the index, for a reader who sees these documents (None: all)."""

    def __init__(self, compiler: Compiler, visible: frozenset[int] | None) -> None:
        self._compiler = compiler
        self._visible = visible

    def beginning_with(self, start: str, most: int | None = None) -> list[tuple[str, int]]:
        """Words with the number of entries that have them, the commonest first; not yet `seen`."""
        counts: dict[str, int] = {}
        for field in FIELDS:
            for word, count in self._compiler.searcher.terms_with_prefix(field, start, limit=most):
                counts[word] = max(count, counts.get(word, 0))
        return sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:most]

    @property
    def size(self) -> int:
        """How many documents there are that may be seen."""
        return self._compiler.size if self._visible is None else len(self._visible)

    def is_seen(self, word: str) -> bool:
        """Whether a document that may be seen has just this word."""
        found = self._documents(word, FIRST_LOOK)
        if self._visible is None or not found:
            return bool(found)
        return not found.isdisjoint(self._visible) or self.count(word) > 0

    def count(self, word: str) -> int:
        """In how many documents that may be seen just this word stands."""
        return self._seen(self._query(word))

    def of(self, word: str, entries: int) -> int:
        """How often a word stands, told quickly: by its entries where all may be seen."""
        return entries if self._visible is None else self.count(word)

    def family(self, word: str) -> int:
        """In how many documents that may be seen this word stands, or another of its stem."""
        return self._seen(self._compiler.matching.documents(Words((word,), TEXT)))

    def _seen(self, query: Query) -> int:
        found = frozenset(self._compiler.ids(query).tolist())
        return len(found if self._visible is None else found & self._visible)

    def _documents(self, word: str, most: int) -> frozenset[int]:
        searcher = self._compiler.searcher
        hits = searcher.search(self._query(word), most, count=False).hits
        ids = searcher.fast_field_values(DOCUMENT, [address for _, address in hits])
        return frozenset(int(each or 0) for each in ids)

    def _query(self, word: str) -> Query:
        return self._compiler.documents(Between(word, word))

"""The words of a search one by one: in how many documents each stands, and who holds them all.

Only documents that the reader may see are counted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from archive.records import StatedWord
from search.language import SIGNS, tokens
from search.naming import FIELDS
from search.questions import asked_in
from search.synonyms import Added
from search.tree import (
    ANYWHERE,
    Asked,
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
)

Held = Callable[[Node], frozenset[int]]


@dataclass(frozen=True, slots=True)
class Part:
    """One or several words that are looked for as one: what holds them or their like, and each."""

    held: frozenset[int]
    words: tuple[tuple[str, frozenset[int]], ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """The words of a search with their documents, and the parts of which all are asked for.

    Of the documents that pass the filters, `whole` hold all parts; None where not all are asked.
    """

    words: tuple[StatedWord, ...] = ()
    whole: int | None = None
    parts: tuple[Part, ...] = ()

    def missing(self, document: int) -> tuple[str, ...]:
        """The words that a document does not hold, nor any that mean the same."""
        lacking = (part for part in self.parts if document not in part.held)
        return tuple(text for part in lacking for text, held in part.words if document not in held)


@dataclass(frozen=True, slots=True)
class Spelling:
    """Writes words of a tree as they were typed, where they can be told in the query."""

    query: str

    def of(self, node: Node) -> str:
        """What was typed for a part of the tree."""
        if isinstance(node, Both):
            return " ".join(map(self.of, node.parts))
        if isinstance(node, Either):
            return self.of(node.parts[0])
        return f"{self._field(node.field)}{self._leaf(node)}" if isinstance(node, Leaf) else ""

    def _leaf(self, leaf: Leaf) -> str:
        if isinstance(leaf, Words):
            said = self._words(leaf.words)
            far = f"~{leaf.slop + 1}" if leaf.slop else ""
            return f"“{said}”{far}" if leaf.quoted else said
        if isinstance(leaf, Pattern):
            return leaf.pattern
        if isinstance(leaf, Fuzzy):
            return f"{leaf.word}~{leaf.distance}"
        return f"[{leaf.first or ''} … {leaf.last or ''}]"

    def _words(self, words: tuple[str, ...]) -> str:
        together = r"[\W_]*".join(map(re.escape, words))
        found = re.search(rf"(?<![^\W_]){together}(?![^\W_])", self.query, re.IGNORECASE)
        plain = ("" if SIGNS.match(words[0]) else " ").join(words)
        return found[0] if found and '"' not in found[0] else plain

    def _field(self, field: str) -> str:
        """`judul:` or `title:`, as it was typed."""
        names = [name for name, known in FIELDS.items() if known == field and name]
        typed = self.query.casefold()
        named = next((name for name in names if f"{name}:" in typed), field)
        return f"{named}:" if field != ANYWHERE else ""


def counted(
    query: str, tree: Node | None, widened: Node | None, added: Iterable[Added], held: Held
) -> Counted:
    """The words of a query with their documents, those that were added behind those typed.

    `held` tells the documents that answer a node; `widened` is the tree with the words added.
    """
    spelling, held = Spelling(query), cache(held)
    typed = (_typed_word(each, spelling, held) for each in _typed(tree))
    beside = _added(widened, added, held)
    asked, _beside = asked_in(widened)
    parts = [_part(part, spelling, held) for part in asked.parts] if asked else []
    return Counted((*dict.fromkeys(typed), *beside), parts=tuple(parts))


def _part(part: Node, spelling: Spelling, held: Held) -> Part:
    """A part of what was asked, told apart into the words that were typed for it."""
    first = part.parts[0] if isinstance(part, Either) and not _is_one(part) else part
    each = first.parts if isinstance(first, Both) else (first,)
    return Part(held(part), tuple((spelling.of(word), held(word)) for word in each))


def _added(widened: Node | None, added: Iterable[Added], held: Held) -> Iterator[StatedWord]:
    """The words added, each where it was looked for: those of a title in titles only."""
    found = ends(widened) if widened else ()
    leaves = {each.words: each for each in found if isinstance(each, Words)}
    for word in dict.fromkeys(word for each in added for word in each.words):
        key = tuple(tokens(word))
        yield StatedWord(word, len(held(leaves.get(key, Words(key)))), added=True)


def _typed_word(each: tuple[Node, bool, bool], spelling: Spelling, held: Held) -> StatedWord:
    node, weak, without = each
    count = None if weak else len(held(node))
    return StatedWord(spelling.of(node), count, without=without)


def _typed(node: Node | None, *, without: bool = False) -> Iterator[tuple[Node, bool, bool]]:
    """The words of a tree in their order; whether each need not be found, and must not."""
    if isinstance(node, Asked):
        for each in node.typed:
            yield each, each in node.weak, without
    elif isinstance(node, Without):
        yield from _typed(node.part, without=not without)
    elif isinstance(node, Both) or (isinstance(node, Either) and not _is_one(node)):
        for part in node.parts:
            yield from _typed(part, without=without)
    elif node is not None and not isinstance(node, Fact | Everything | Nothing):
        yield node, False, without


def _is_one(node: Either) -> bool:
    """Whether it is one typed word that a hyphen makes several."""
    first = node.parts[0]
    return isinstance(first, Words) and len(first.words) > 1 and not first.quoted

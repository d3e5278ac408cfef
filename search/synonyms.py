"""Words that mean the same, in any language: the table, and how a query is widened by it.

The table is the archive's own. It acts when something is asked, never on what is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain

from archive.records import Synonym
from search.language import SIGNS, stem, tokens
from search.questions import WEAK
from search.tree import ANYWHERE, TEXT, TITLE, Asked, Both, Either, Node, Words

BRIDGED = 0.4  # what a word added counts at most beside the one typed
BRIDGED_IN = (ANYWHERE, TEXT, TITLE)  # a name or a code is meant as it is typed

Key = tuple[str, ...]
Says = Callable[[Key], float]


@dataclass(frozen=True, slots=True)
class Added:
    """What was looked for beside words that were typed, as the table writes it."""

    typed: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """The table ready to be asked."""

    rows: tuple[Synonym, ...]
    _found: dict[Key, tuple[str, ...]] = field(init=False, repr=False, compare=False)
    _stems: dict[str, Key] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        found: dict[Key, dict[str, None]] = {}
        for row in self.rows:
            for asked, others in _directions(row):
                found.setdefault(tuple(tokens(asked)), {}).update(dict.fromkeys(others))
        kept = {key: tuple(others) for key, others in found.items() if key}
        object.__setattr__(self, "_found", kept)
        object.__setattr__(self, "_stems", {stem(key[0]): key for key in kept if len(key) == 1})

    def of(self, words: Key) -> tuple[str, ...]:
        """What else to look for with these words (as the index has them), as the table has it."""
        if words in self._found:
            return self._found[words]
        key = self._stems.get(stem(words[0])) if len(words) == 1 else None
        return self._found[key] if key else ()

    @property
    def longest(self) -> int:
        """How many words the longest entry has."""
        return max(map(len, self._found), default=0)


@dataclass(frozen=True)
class Bridge:
    """Widens queries by one table; `without` are words added, in lower case, that are
    not wanted.

    `says` tells how rare words are: what is added never counts more than what was typed.
    """

    table: Table
    says: Says
    without: Collection[str] = ()

    def widened(self, tree: Node | None) -> tuple[Node | None, tuple[Added, ...]]:
        """The query with the words of the table beside its own, and what was added."""
        added: dict[str, Added] = {}
        return (self._node(tree, added) if tree else None), tuple(added.values())

    def _node(self, node: Node, added: dict[str, Added]) -> Node:
        if isinstance(node, Asked):
            return self._asked(node, added)
        if isinstance(node, Both):
            found = self._together(tuple(_flat(node)), added)
            return replace(node, parts=tuple(one or self._node(part, added) for part, one in found))
        if isinstance(node, Either) and not _is_hyphened(node):
            return replace(node, parts=tuple(self._node(part, added) for part in node.parts))
        return self._span((node,), added) or node

    def _asked(self, asked: Asked, added: dict[str, Added]) -> Asked:
        found = self._together(asked.typed, added)
        parts = [one or part for part, one in found if one or part in asked.parts]
        return replace(asked, parts=tuple(dict.fromkeys(parts)))

    def _together(
        self, nodes: tuple[Node, ...], added: dict[str, Added]
    ) -> Iterator[tuple[Node, Node | None]]:
        """Words that stand side by side are looked up together, the most first: the first node of
        each such span, and what takes the span's place (None: it stays)."""
        at = 0
        while at < len(nodes):
            size, found = self._longest(nodes[at:], added)
            yield nodes[at], found
            at += size

    def _longest(self, nodes: tuple[Node, ...], added: dict[str, Added]) -> tuple[int, Node | None]:
        for size in range(min(len(nodes), self.table.longest), 0, -1):
            found = self._span(nodes[:size], added)
            if found:
                return size, found
        return 1, None

    def _span(self, nodes: tuple[Node, ...], added: dict[str, Added]) -> Node | None:
        """These words with what the table has for them beside; None when it has nothing."""
        keys = [_key(node) for node in nodes]
        key = tuple(chain.from_iterable(keys))
        if not all(keys) or len(set(map(_field, nodes))) > 1:
            return None
        others = {other: tuple(tokens(other)) for other in self.table.of(key)}
        more = {other: found for other, found in others.items() if found and found != key}
        if not more:
            return None
        kept = {
            other: found for other, found in more.items() if other.casefold() not in self.without
        }
        if kept:
            typed_as = ("" if SIGNS.match(key[0]) else " ").join(key)
            added[typed_as] = Added(typed_as, tuple(kept))
        strong = [node for node in nodes if not _is_weak(node)] or nodes
        typed: Node = Both(tuple(strong)) if len(strong) > 1 else strong[0]
        beside = self._beside(key, kept.values(), _field(nodes[0]))
        return Either((typed, *beside)) if kept else typed

    def _beside(self, key: Key, others: Iterable[Key], field: str) -> Iterator[Words]:
        said = max(self.says((word,)) for word in key)
        for words in dict.fromkeys(others):
            yield Words(words, field, boost=BRIDGED * min(1.0, said / (self.says(words) or 1.0)))


def _key(node: Node) -> Key:
    """The words of a node as they can be looked up; none for what means more than words."""
    first = _typed(node)
    plain = isinstance(first, Words) and not first.quoted and first.field in BRIDGED_IN
    return first.words if plain and isinstance(first, Words) else ()


def _flat(node: Both) -> Iterator[Node]:
    """The parts of a query all of which must hold, however the operators group them."""
    for part in node.parts:
        yield from _flat(part) if isinstance(part, Both) else (part,)


def _field(node: Node) -> str:
    first = _typed(node)
    return first.field if isinstance(first, Words) else ANYWHERE


def _typed(node: Node) -> Node:
    """The words as they were typed, of which a hyphen may have made several."""
    return node.parts[0] if isinstance(node, Either) and _is_hyphened(node) else node


def _is_hyphened(node: Node) -> bool:
    """Whether it is one typed word that a hyphen makes several."""
    first = node.parts[0] if isinstance(node, Either) else node
    return isinstance(first, Words) and len(first.words) > 1 and not first.quoted


def _is_weak(node: Node) -> bool:
    return isinstance(node, Words) and node.boost == WEAK


def _directions(row: Synonym) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield row.term, row.equivalents
    if row.both:
        for each in row.equivalents:
            yield each, (row.term, *(other for other in row.equivalents if other != each))

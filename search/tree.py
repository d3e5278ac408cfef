"""A query as a tree, whatever language it was typed in and whatever engine answers it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

ANY_FIELD = "text"


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand side by side; `slop` words may stand between. One word is just that word."""

    words: tuple[str, ...]
    field: str = ANY_FIELD
    slop: int = 0
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Pattern:
    """One word with wildcards: `*` any letters, `?` one letter."""

    pattern: str
    field: str = ANY_FIELD
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """One word with up to `distance` letters wrong (1 or 2)."""

    word: str
    distance: int
    field: str = ANY_FIELD
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Between:
    """Words of a field from one to another in the order of the alphabet; None: open."""

    first: str | None
    last: str | None
    field: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the catalogue: kind, year (or a range `a..b`), partnership or program."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Both:
    """All parts hold."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one part holds; `optional`: the first must, the others only raise the score."""

    parts: tuple[Node, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Without:
    """The part does not hold."""

    part: Node


@dataclass(frozen=True, slots=True)
class Everything:
    """Every document."""


Leaf = Words | Pattern | Fuzzy
Node = Words | Pattern | Fuzzy | Between | Fact | Both | Either | Without | Everything


def leaves(node: Node) -> Iterator[Leaf]:
    """What is looked for on the pages: the wanted words of any field that pages have."""
    if isinstance(node, Words | Pattern | Fuzzy):
        if node.field == ANY_FIELD:
            yield node
    elif isinstance(node, Both | Either):
        for part in node.parts:
            yield from leaves(part)

"""A query as a tree, whatever language it was typed in and whatever engine answers it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

ANYWHERE = ""  # no field was named: the pages and the catalogue record alike
TEXT, TITLE, NAME, CREATOR, CODE = "text", "title", "name", "creator", "code"
DATE = "date"  # the fact that a paper is of a day or month


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand side by side; `slop` words may stand between. One word is just that word.

    `quoted`: they are meant as they are.
    """

    words: tuple[str, ...]
    field: str = ANYWHERE
    slop: int = 0
    boost: float = 1.0
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """One word with wildcards: `*` any letters, `?` one letter."""

    pattern: str
    field: str = ANYWHERE
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """One word with up to `distance` letters wrong, none of them among the first `sure`."""

    word: str
    distance: int
    sure: int = 0
    field: str = ANYWHERE
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Between:
    """Words from one to another in the order of the alphabet; None: open."""

    first: str | None
    last: str | None
    field: str = ANYWHERE
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the catalogue.

    `name` is kind, year, partnership, program, field, language or date; a year is `a..b`, a date a
    plain EDTF day or month, the others as typed.
    """

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Both:
    """All parts hold."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked in plain words: all parts hold or, where no document has all, most of them.

    `weak` words only raise the score; `typed` are parts and weak words in their order. Of a
    `question` most of its words will do in any case.
    """

    parts: tuple[Node, ...]
    typed: tuple[Node, ...] = ()
    weak: tuple[Words, ...] = ()
    question: bool = False


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


@dataclass(frozen=True, slots=True)
class Nothing:
    """No document: what was typed has no words."""


Leaf = Words | Pattern | Fuzzy | Between
Node = Leaf | Fact | Both | Asked | Either | Without | Everything | Nothing


def wanted(node: Node | None) -> Iterator[Leaf]:
    """What is looked for on the pages: the wanted words, where no field of the record was named."""
    if isinstance(node, Leaf):
        if node.field in (ANYWHERE, TEXT):
            yield node
    elif isinstance(node, Both | Asked | Either):
        for part in node.parts:
            yield from wanted(part)


def ends(node: Node) -> Iterator[Node]:
    """All parts of a tree that have no parts."""
    if isinstance(node, Both | Asked | Either):
        for part in node.parts:
            yield from ends(part)
        if isinstance(node, Asked):
            yield from node.weak
    elif isinstance(node, Without):
        yield from ends(node.part)
    else:
        yield node


def scaled(node: Node, boost: float) -> Node:
    """A tree whose every word counts so many times as much."""
    if isinstance(node, Both | Asked | Either):
        return replace(node, parts=tuple(scaled(part, boost) for part in node.parts))
    return replace(node, boost=node.boost * boost) if isinstance(node, Leaf) else node

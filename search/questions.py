"""Plain words as a person asks them: which must be found, which weigh little."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any

from search.tree import ANYWHERE, TEXT, Asked, Both, Either, Fact, Node, Without, Words

WEAK = 0.2  # what a word that only asks or joins counts beside the others
ASKING = frozenset(
    word
    for words in (
        "apa apakah apakan siapa siapakah kapan kapankah bilamana mana manakah dimana dimanakah",
        "kemana darimana berapa berapakah bagaimana bagaimanakah mengapa mengapakah kenapa",
        "bagaimanapun adakah sejauhmana",
        "what who whom whose when where which why how",
    )
    for word in words.split()
)
JOINING = frozenset(
    word
    for words in (
        "yang dan atau di ke dari pada untuk dengan oleh itu ini adalah ialah dalam sebagai saja",
        "the a an of and or in on at to for by with is was were are did do does",
    )
    for word in words.split()
)


def asked(node: Node, *, question: bool) -> Node:
    """A query of plain words with its parts told apart; others, and single words, as they are.

    `question`: whether it ended with a question mark.
    """
    parts = node.parts if isinstance(node, Both) else (node,)
    aside: tuple[Node, ...] = tuple(part for part in parts if isinstance(part, Fact | Without))
    words = tuple(part for part in parts if part not in aside)
    aside += tuple(part for part in words if _is_firm(part))  # a word too: it is shown and weighed
    weak = tuple(
        part for part in words if isinstance(part, Words) and _is_in(part, ASKING | JOINING)
    )
    strong = tuple(part for part in words if part not in weak)
    if not strong:
        return node
    if question or any(_is_in(part, ASKING) for part in weak):
        told: Node = Asked(strong, _weakened(words, weak), _weakened(weak, weak), question=True)
    elif len(words) > 1:
        told = Asked(strong, _weakened(words, weak), _weakened(weak, weak))
    else:
        return node
    return Both((*aside, told)) if aside else told


def asked_in(node: Node | None) -> tuple[Asked | None, tuple[Node, ...]]:
    """The plain words of a query, and what must hold beside them."""
    parts: Sequence[Node] = (
        node.parts if isinstance(node, Both) else () if node is None else (node,)
    )
    found = next((part for part in parts if isinstance(part, Asked)), None)
    return found, tuple(part for part in parts if part is not found)


def _is_firm(part: Node) -> bool:
    """Whether it must hold whatever else does: a quoted title, name or code."""
    if isinstance(part, Either):
        return all(map(_is_firm, part.parts))
    return isinstance(part, Words) and part.quoted and part.field not in (ANYWHERE, TEXT)


def _is_in(part: Node, words: frozenset[str]) -> bool:
    """Whether a part is one of these words, with nothing said of how much it counts or where."""
    return isinstance(part, Words) and part == Words(part.words[:1]) and part.words[0] in words


def _weakened(nodes: Iterable[Node], weak: Collection[Node]) -> tuple[Any, ...]:
    """Nodes in their order, the weak of them with less weight."""
    return tuple(
        replace(node, boost=WEAK) if isinstance(node, Words) and node in weak else node
        for node in nodes
    )

"""The last word of a query, of which perhaps only the beginning has been typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from search.query import Parsed
from search.records import BEGUN, Answer, SearchRequest
from search.tree import ANYWHERE, Asked, Both, Node, Pattern, Words

SHORTEST = 3  # letters; less is the beginning of too many words

Test = Callable[[str], bool]


def begun(parsed: Parsed, typed: str, begins: Test) -> Parsed:
    """The query with its last word as the beginning of one, where `begins` says it is no more.

    As it is where the word has ended, or is meant to the letter.
    """
    tree = _begun(parsed.tree, begins) if typed[-1:].isalnum() else None
    return Parsed(tree, (*parsed.notices, BEGUN)) if tree else parsed


def found_by(request: SearchRequest, answer: Answer | None) -> SearchRequest:
    """What was asked, its last word as the beginning it was taken for in the answer."""
    if answer is None or BEGUN not in answer.notices:
        return request
    return replace(request, query=f"{request.query}*")


def _begun(node: Node | None, begins: Test) -> Node | None:
    if isinstance(node, Words):
        return _pattern(node, begins)
    if isinstance(node, Both):
        last = _begun(node.parts[-1], begins)
        return last and replace(node, parts=(*node.parts[:-1], last))
    if isinstance(node, Asked) and node.typed and node.typed[-1] == node.parts[-1]:
        last = _begun(node.parts[-1], begins)
        return last and replace(
            node, parts=(*node.parts[:-1], last), typed=(*node.typed[:-1], last)
        )
    return None


def _pattern(words: Words, begins: Test) -> Node | None:
    word = words.words[0]
    plain = words == Words((word,)) and len(word) >= SHORTEST and words.field == ANYWHERE
    return Pattern(f"{word}*") if plain and begins(word) else None

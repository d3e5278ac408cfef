"""What a person typed, in Whoosh's query language, as a tree.

What cannot be parsed is searched as plain words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from search.dates import glued
from search.habits import finished, shut_out
from search.language import tokens
from search.naming import FACTS, FIELDS, QUOTES
from search.questions import asked
from search.records import PLAIN_WORDS, SHORTENED
from search.tree import (
    ANYWHERE,
    Between,
    Both,
    Fuzzy,
    Node,
    Nothing,
    Pattern,
    Words,
    ends,
)
from search.turning import Unclear, one, turned

LONGEST = 1_000  # characters; more is a page pasted by mistake
MOST_ENDS = 64  # words and facts of one query
MOST_OPEN = 6  # of them wildcards, fuzzy words and ranges: each stands for many words
MOST_AFLOAT = 3  # of them wildcards with no sure beginning: every word of the archive is tried
DEEPEST = 24  # brackets in brackets
TITLE = 4  # words in capitals that are rather a title copied than a query

QUOTED = re.compile(r'"[^"]*"')
BOTH, EITHER, NOT = ("AND", "DAN"), ("OR", "ATAU"), ("NOT", "BUKAN", "TIDAK")
RARE = ("ANDNOT", "ANDMAYBE", "REQUIRE")
NEAR = ("NEAR", "DEKAT")
BETWEEN = "|".join((*BOTH, *EITHER, *RARE))
DANGLING = re.compile(
    rf"(?:^|\()\s*(?:{BETWEEN})(?=[\s)]|$)|(?:^|[\s(])(?:{BETWEEN}|{'|'.join(NOT)})\s*(?:\)|$)"
)
OPERATORS = {*BOTH, *EITHER, *NOT, *RARE}
SHUT_OUT = re.compile(rf'(?<!\S)(?:{"|".join(NOT)})\s+(?i:{"|".join(FACTS)}):(?:"[^"]*"|\S+)(?!\S)')
SIDE = r'([^\W_]+|"[^"]*")'
CLOSE = re.compile(rf"(?<!\S){SIDE}\s+(?:{'|'.join(NEAR)})(?:/(\d{{1,3}}))?\s+{SIDE}(?!\S)")
USUALLY_NEAR = 10  # words apart
QUESTION = re.compile(r"(?<=[\w\"')])\s*\?+\s*$")
STRAIGHT = str.maketrans({"\0": " ", **dict.fromkeys(QUOTES, '"')})


@dataclass(frozen=True, slots=True)
class Parsed:
    """A query understood: its tree (None: nothing was asked), and what is to be said of it."""

    tree: Node | None
    notices: tuple[str, ...] = ()


@lru_cache(maxsize=128)
def parse(typed: str) -> Parsed:
    """Understand what was typed. Never raises: what is no query is searched as plain words."""
    straight = finished(" ".join(typed.translate(STRAIGHT).split()))
    text = QUESTION.sub("", straight) if " " in straight else straight
    if len(text) > LONGEST:
        return Parsed(plain(text[:LONGEST]), (PLAIN_WORDS, SHORTENED))
    try:
        return Parsed(_tree(text, question=text != straight) if text else None)
    except (Unclear, RecursionError):
        return Parsed(plain(text), (PLAIN_WORDS,))


def plain(text: str) -> Node:
    """All words of a text, whatever signs stand between."""
    typed = " ".join(word for word in text.split() if word not in OPERATORS)
    found = list(dict.fromkeys(tokens(typed)))[:MOST_ENDS]
    words = one([Words((word,)) for word in found], Both)
    return asked(words, question=False) if words else Nothing()


def _tree(typed: str, *, question: bool) -> Node:
    text = typed if is_title(typed) else glued(shut_out(typed, NOT[0]))
    if not _sound(text):
        raise Unclear
    try:
        parsed = _parser(bool(operators_of(text))).parse(_close(text), normalize=False)
    except Exception as error:  # the parser raises many kinds on odd input
        raise Unclear from error
    node = turned(parsed)
    if node is None:
        return plain(text)
    _check_size(node)
    words = SHUT_OUT.sub(" ", typed)  # neither a filter nor a minus is a way to join words
    return node if operators_of(words) else asked(node, question=question)


def operators_of(text: str) -> frozenset[str]:
    """The operators that are meant as such: not in a title, which is written in capitals."""
    return frozenset() if is_title(text) else frozenset(OPERATORS.intersection(_words(text)))


def is_title(text: str) -> bool:
    """Whether it is rather a title copied than a query: many words, all in capitals."""
    return text.isupper() and len(_words(text)) > TITLE


def _words(text: str) -> list[str]:
    return QUOTED.sub(" ", text).replace("(", " ").replace(")", " ").split()


def _close(text: str) -> str:
    """Words that stand near each other as phrases with room, in either order."""
    return CLOSE.sub(_phrases, text)


def _phrases(found: re.Match[str]) -> str:
    first, room, last = found[1].strip('"'), found[2] or USUALLY_NEAR, found[3].strip('"')
    return f'("{first} {last}"~{room} OR "{last} {first}"~{room})'


def _sound(text: str) -> bool:
    """Whether quotes and brackets close and no operator stands without its words."""
    if text.count('"') % 2 or (operators_of(text) and DANGLING.search(text)):
        return False
    depth = 0
    for character in QUOTED.sub("", text):
        depth += (character == "(") - (character == ")")
        if not 0 <= depth <= DEEPEST:
            return False
    return depth == 0


def _check_size(node: Node) -> None:
    """Refuse trees with more words or wildcards than anyone means."""
    found = list(ends(node))
    wide = sum(isinstance(end, Pattern | Fuzzy | Between) for end in found)
    afloat = sum(isinstance(end, Pattern) and end.pattern[0] in "*?" for end in found)
    if len(found) > MOST_ENDS or wide > MOST_OPEN or afloat > MOST_AFLOAT:
        raise Unclear


@cache
def _parser(operators: bool) -> Any:
    from whoosh import qparser

    named = "|".join(sorted({*FIELDS, *FACTS}, key=len, reverse=True))
    plugins = [
        qparser.FieldsPlugin(rf"(?<![^\s(])(?i:(?P<text>{named})):(?=\S)"),
        qparser.WildcardPlugin(),
        qparser.PhrasePlugin(),
        qparser.RangePlugin(),
        qparser.GroupPlugin(),
        *([_operators()] if operators else []),
        qparser.BoostPlugin(),
        qparser.FuzzyTermPlugin(),
        qparser.EveryPlugin(),
    ]
    return qparser.QueryParser(ANYWHERE, None, plugins=plugins, group=qparser.AndGroup)


def _operators() -> Any:
    from whoosh import qparser

    return qparser.OperatorsPlugin(
        And=rf"(?<=\s)(?:{'|'.join(BOTH)})(?=\s)",
        Or=rf"(?<=\s)(?:{'|'.join(EITHER)})(?=\s)",
        Not=rf"(^|(?<=(\s|[()])))(?:{'|'.join(NOT)})(?=\s)",
    )

"""What a person typed, in Whoosh's query language, as a tree; else as plain words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from search.language import tokens
from search.records import PLAIN_WORDS, SHORTENED
from search.tree import (
    ANY_FIELD,
    Between,
    Both,
    Either,
    Everything,
    Fact,
    Fuzzy,
    Node,
    Pattern,
    Without,
    Words,
)

LONGEST = 1_000  # characters; more is a page pasted by mistake
MOST_LEAVES = 64
MOST_PATTERNS = 8
MOST_STARS = 4

FIELDS = {  # as typed in either language → as the index or the catalogue knows it
    "text": ANY_FIELD,
    "teks": ANY_FIELD,
    "title": "title",
    "judul": "title",
    "name": "name",
    "nama": "name",
    "creator": "creator",
    "pencipta": "creator",
    "code": "code",
    "kode": "code",
}
FACTS = {
    "kind": "kind",
    "jenis": "kind",
    "year": "year",
    "tahun": "year",
    "partnership": "partnership",
    "kemitraan": "partnership",
    "program": "program",
}
YEARS = re.compile(r"\d{4}(?:\.\.\d{4})?")
YEAR_RANGE = re.compile(r"\d{4}\.\.\d{4}")
DANGLING = re.compile(r"(?:^|\()\s*(?:AND|OR)\b|\b(?:AND|OR|NOT)\s*(?:\)|$)")
QUESTION = re.compile(r"(?<=\w)\s*\?+\s*$")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A query understood: its tree (None: nothing was asked), and what is to be said of it."""

    tree: Node | None
    notices: tuple[str, ...] = ()


class _Unclear(Exception):
    """The parser's answer makes no sense as a query."""


def parse(typed: str) -> Parsed:
    """Understand what was typed. Never raises: what is no query is searched as plain words."""
    text = _tidied(typed)
    notices: tuple[str, ...] = (SHORTENED,) if len(text) > LONGEST else ()
    text = text[:LONGEST]
    if not text:
        return Parsed(None, notices)
    try:
        return Parsed(_limited(_tree(text)), notices)
    except (_Unclear, RecursionError):
        return Parsed(_plain(text), (PLAIN_WORDS, *notices))


def _tidied(typed: str) -> str:
    text = " ".join(typed.replace("\0", " ").replace("“", '"').replace("”", '"').split())
    return QUESTION.sub("", text) if " " in text else text


def _plain(text: str) -> Node | None:
    found = tuple(Words((word,)) for word in tokens(text)[:MOST_LEAVES])
    return Both(found) if found else None


def _tree(text: str) -> Node:
    if not _sound(text):
        raise _Unclear
    try:
        parsed = _parser().parse(text, normalize=False)
    except RecursionError:
        raise
    except Exception as error:  # the parser raises many kinds on odd input
        raise _Unclear from error
    node = _node(parsed)
    if node is None:
        raise _Unclear
    return node


def _sound(text: str) -> bool:
    """Whether quotes and brackets close and no operator stands without its words."""
    if text.count('"') % 2 or DANGLING.search(text):
        return False
    depth = 0
    for character in re.sub(r'"[^"]*"', "", text):
        depth += (character == "(") - (character == ")")
        if depth < 0:
            return False
    return depth == 0


@cache
def _parser() -> Any:
    from whoosh import qparser

    plugins = [
        qparser.WhitespacePlugin(),
        qparser.FieldsPlugin(),
        qparser.WildcardPlugin(),
        qparser.PhrasePlugin(),
        qparser.RangePlugin(),
        qparser.GroupPlugin(),
        qparser.OperatorsPlugin(),
        qparser.BoostPlugin(),
        qparser.FuzzyTermPlugin(),
        qparser.EveryPlugin(),
    ]
    return qparser.QueryParser(ANY_FIELD, None, plugins=plugins, group=qparser.AndGroup)


def _node(query: Any) -> Node | None:
    """Whoosh's tree as ours; None where nothing is left to look for."""
    turn = _turns().get(type(query).__name__)
    return turn(query) if turn else None


@cache
def _turns() -> dict[str, Callable[[Any], Node | None]]:
    return {
        "And": lambda query: _joined(query, Both),
        "Or": lambda query: _joined(query, Either),
        "Not": _without,
        "AndNot": lambda query: _pair(query, lambda a, b: Both((a, Without(b)))),
        "AndMaybe": lambda query: _pair(query, lambda a, b: Either((a, b), optional=True)),
        "Require": lambda query: _pair(query, lambda a, b: Both((a, b))),
        "Term": _term,
        "Phrase": _phrase,
        "Prefix": lambda query: _pattern(query, query.text + "*"),
        "Wildcard": lambda query: _pattern(query, query.text),
        "FuzzyTerm": _fuzzy,
        "TermRange": _range,
        "Every": lambda _query: Everything(),
    }


def _joined(query: Any, join: Callable[[tuple[Node, ...]], Node]) -> Node | None:
    parts = tuple(node for part in query.subqueries if (node := _node(part)) is not None)
    return parts[0] if len(parts) == 1 else join(parts) if parts else None


def _pair(query: Any, join: Callable[[Node, Node], Node]) -> Node | None:
    first, second = _node(query.a), _node(query.b)
    return join(first, second) if first and second else first or second


def _without(query: Any) -> Node | None:
    part = _node(query.query)
    return Without(part) if part is not None else None


def _term(query: Any) -> Node | None:
    field, text = query.fieldname or ANY_FIELD, str(query.text)
    if field in FACTS:
        return _fact(FACTS[field], text)
    if field == ANY_FIELD and YEAR_RANGE.fullmatch(text):
        return Fact("year", text)
    return _words(text, field, 0, query.boost)


def _words(text: str, field: str, slop: int, boost: float) -> Node | None:
    """Words side by side; a field that there is not was no field but a word with a colon."""
    if field not in FIELDS:
        text, field = f"{field} {text}", ANY_FIELD
    found = tuple(tokens(text))
    return Words(found, FIELDS[field], slop, boost) if found else None


def _phrase(query: Any) -> Node | None:
    field = query.fieldname or ANY_FIELD
    text = " ".join(query.words)
    if field in FACTS:
        return _fact(FACTS[field], text)
    return _words(text, field, max(0, query.slop - 1), query.boost)


def _fact(name: str, value: str) -> Node:
    if name == "year" and not YEARS.fullmatch(value):
        raise _Unclear
    return Fact(name, value)


def _pattern(query: Any, pattern: str) -> Node | None:
    field = FIELDS.get(query.fieldname or ANY_FIELD)
    letters = pattern.replace("*", "").replace("?", "")
    if not letters and "*" in pattern:
        return Everything()
    if field is None or not tokens(letters) or pattern.count("*") > MOST_STARS:
        return _words(letters, query.fieldname or ANY_FIELD, 0, query.boost)
    folded = "".join(part if part in "*?" else "".join(tokens(part)) for part in _parts(pattern))
    return Pattern(folded, field, query.boost)


def _parts(pattern: str) -> list[str]:
    return [part for part in re.split(r"([*?])", pattern) if part]


def _fuzzy(query: Any) -> Node | None:
    field = FIELDS.get(query.fieldname or ANY_FIELD)
    found = tokens(query.text)
    if field is None or len(found) != 1:
        return _words(query.text, query.fieldname or ANY_FIELD, 0, query.boost)
    return Fuzzy(found[0], min(int(query.maxdist), 2), field, query.boost)


def _range(query: Any) -> Node | None:
    first, last = query.start or None, query.end or None
    field = query.fieldname or ANY_FIELD
    years = bool(YEARS.fullmatch(first or last or "")) and field == ANY_FIELD
    if FACTS.get(field) == "year" or years:
        return _fact("year", f"{first or '0001'}..{last or '9999'}")
    if field not in FIELDS:
        raise _Unclear
    return Between(_folded(first), _folded(last), FIELDS[field])


def _folded(text: str | None) -> str | None:
    return " ".join(tokens(text)) if text else None


def _limited(node: Node) -> Node:
    """Refuses trees with more words or wildcards than anyone means."""
    found = list(_all(node))
    if len(found) > MOST_LEAVES or sum(isinstance(leaf, Pattern) for leaf in found) > MOST_PATTERNS:
        raise _Unclear
    return node


def _all(node: Node) -> list[Node]:
    if isinstance(node, Both | Either):
        return [leaf for part in node.parts for leaf in _all(part)]
    return _all(node.part) if isinstance(node, Without) else [node]

"""Whoosh's tree of a parsed query as ours, with what nobody can mean refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from search.dates import date_node
from search.language import SIGNS, tokens
from search.naming import FACTS, FIELDS, is_kind
from search.together import spellings
from search.tree import (
    ANYWHERE,
    TEXT,
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
    scaled,
)
from search.years import BARE, ONE, years

MOST_STARS = 4  # wildcards in one word
LOWEST, HIGHEST = 0.001, 100.0  # what a boost can multiply with
FARTHEST = 20  # words between two words of a phrase

WILD = re.compile(r"[\w*?]+")


class Unclear(Exception):
    """The parser's answer makes no sense as a query."""


def turned(query: Any) -> Node | None:
    """Whoosh's tree as ours; None where nothing is left to look for."""
    turn = _turns().get(type(query).__name__)
    return turn(query) if turn else None


@cache
def _turns() -> dict[str, Callable[[Any], Node | None]]:
    return {
        "And": lambda query: _group(query, Both),
        "Or": lambda query: _group(query, Either),
        "Not": _without,
        "AndNot": lambda query: _pair(query, lambda a, b: Both((a, Without(b)))),
        "AndMaybe": lambda query: _pair(query, lambda a, b: Either((a, b), optional=True)),
        "Require": lambda query: _pair(query, lambda a, b: Both((a, b))),
        "Term": _term,
        "Phrase": _phrase,
        "Prefix": lambda query: _wild(query, query.text + "*"),
        "Wildcard": lambda query: _wild(query, query.text),
        "FuzzyTerm": _fuzzy,
        "TermRange": _range,
        "Every": lambda _query: Everything(),
    }


def _group(query: Any, join: Callable[[tuple[Node, ...]], Node]) -> Node | None:
    parts = [node for part in query.subqueries if (node := turned(part)) is not None]
    node, boost = one(parts, join), _boost(query)
    return node if node is None or boost == 1.0 else scaled(node, boost)


def one(parts: list[Any], join: Callable[[tuple[Node, ...]], Node]) -> Node | None:
    """Parts joined; a single one as it is, None when there are none."""
    return parts[0] if len(parts) == 1 else join(tuple(parts)) if parts else None


def _pair(query: Any, join: Callable[[Node, Node], Node]) -> Node | None:
    first, second = turned(query.a), turned(query.b)
    return join(first, second) if first and second else first


def _without(query: Any) -> Node | None:
    part = turned(query.query)
    return Without(part) if part is not None else None


def _term(query: Any) -> Node | None:
    name, text = _name(query), str(query.text)
    if name in FACTS:
        return _fact(FACTS[name], text)
    if not name and BARE.fullmatch(text):
        return _fact("year", text)
    date = date_node(text, FIELDS[name]) if FIELDS[name] in (ANYWHERE, TEXT) else None
    return date or _compound(tokens(text), FIELDS[name], _boost(query))


def _compound(words: list[str], field: str, boost: float) -> Node | None:
    """One typed word; a hyphen or stroke may make it several, that stand side by side.

    Of words (`kota-kota`, `kerja-sama`) their stems will do; numbers are meant to the letter.
    """
    if not words:
        return None
    together = Words(tuple(words), field, 0, boost)
    if len(words) == 1 or not all(word.isalpha() and not SIGNS.match(word) for word in words):
        return together
    each = [Words((word,), field, 0, boost) for word in dict.fromkeys(words)]
    return Either((together, one(each, Both) or together))


def _phrase(query: Any) -> Node | None:
    name, text = _name(query), " ".join(query.words)
    if name in FACTS:
        return _fact(FACTS[name], text)
    slop, boost = min(max(0, int(query.slop) - 1), FARTHEST), _boost(query)
    ways = spellings(tokens(text))
    phrases: list[Any] = [Words(way, FIELDS[name], slop, boost, quoted=True) for way in ways if way]
    return one(phrases, Either)


def _fact(name: str, value: str) -> Node:
    """A fact as it can be asked of the catalogue; what cannot be a year or a kind is unclear."""
    if name == "kind" and not is_kind(value):
        raise Unclear
    if name != "year":
        return Fact(name, value)
    found = years(value)
    if found is None:
        raise Unclear
    return Fact("year", f"{found[0]:04}..{found[1]:04}")


def _wild(query: Any, pattern: str) -> Node | None:
    if not pattern.strip("*"):
        return Everything()
    field, boost = _field(query), _boost(query)
    found = [_piece(piece, field, boost) for piece in WILD.findall(pattern)]
    return one([node for node in found if node is not None], Both)


def _piece(piece: str, field: str, boost: float) -> Node | None:
    """Part of a word with wildcards: `jakarta-tok*` is a word and a pattern."""
    if "*" not in piece and "?" not in piece:
        return _compound(tokens(piece), field, boost)
    parts = [part for part in re.split(r"([*?])", piece) if part]
    folded = "".join(part if part in "*?" else "".join(tokens(part)) for part in parts)
    pattern = re.sub(r"\*+", "*", folded)
    if pattern.count("*") > MOST_STARS:
        raise Unclear
    return Pattern(pattern, field, boost) if pattern.strip("*?") else None


def _fuzzy(query: Any) -> Node | None:
    words, field, boost = tokens(query.text), _field(query), _boost(query)
    if len(words) != 1 or not int(query.maxdist):
        return _compound(words, field, boost)
    distance = min(int(query.maxdist), 2 if len(words[0]) > 4 else 1)
    return Fuzzy(words[0], distance, int(query.prefixlength), field, boost)


def _range(query: Any) -> Node | None:
    """Words from … to …; of years, the catalogue's."""
    first, last = query.start or None, query.end or None
    name = _name(query)
    known = [ONE.fullmatch(year) for year in (first, last) if year]
    if FACTS.get(name) == "year" or (not name and known and all(known)):
        return _fact("year", f"{first or '0001'}..{last or '9999'}")
    if name in FACTS:
        raise Unclear
    return Between(_folded(first), _folded(last), FIELDS[name], _boost(query))


def _folded(text: str | None) -> str | None:
    return "".join(tokens(text)[:1]) or None if text else None


def _name(query: Any) -> str:
    return str(query.fieldname or ANYWHERE).lower()


def _field(query: Any) -> str:
    """The field a query names; a fact of the catalogue cannot be asked for in parts."""
    name = _name(query)
    if name in FACTS:
        raise Unclear
    return FIELDS[name]


def _boost(query: Any) -> float:
    return float(min(max(query.boost, LOWEST), HIGHEST))

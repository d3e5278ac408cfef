"""Which parts of what was typed the search takes for more than words, so that they can be shown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from search.dates import places
from search.habits import MINUS
from search.naming import FACTS, FIELDS
from search.query import NEAR, OPERATORS, is_title, operators_of, parse
from search.records import PLAIN_WORDS
from search.years import RANGE

OPERATOR, FIELD, FACT, YEARS = "operator", "field", "fact", "years"
PHRASE, PATTERN = "phrase", "pattern"
VALUE = r'(?:"[^"]*"|\[[^\]]*\]|[^\s()]+)'


@dataclass(frozen=True, slots=True)
class Part:
    """A part of what was typed: offsets, end excluded, and what it was taken for."""

    start: int
    end: int
    kind: str


def recognised(typed: str) -> tuple[Part, ...]:
    """The parts in order, none overlapping; none where all was searched as plain words."""
    if PLAIN_WORDS in parse(typed).notices:
        return ()
    operators, title = operators_of(typed), is_title(typed)
    found = [
        Part(found.start(), found.end(), found.lastgroup or "")
        for found in _parts().finditer(typed)
        if found.lastgroup != OPERATOR
        or (not title if found[0] == "-" else operators or found[0].startswith(NEAR))
    ]
    dates = () if title else (Part(start, end, YEARS) for start, end in places(typed))
    return tuple(sorted([*found, *(date for date in dates if _is_free(date, found))], key=_start))


def _start(part: Part) -> int:
    return part.start


def _is_free(date: Part, others: Iterable[Part]) -> bool:
    return not any(date.start < each.end and each.start < date.end for each in others)


@cache
def _parts() -> re.Pattern[str]:
    """What may be meant, each kind a group; the first that fits is taken."""
    kinds = {
        FACT: rf"(?<![^\s(])-?(?i:{'|'.join(FACTS)}):{VALUE}",
        FIELD: rf"(?<![^\s(])-?(?i:{'|'.join(filter(None, FIELDS))}):{VALUE}",
        YEARS: rf"(?<!\S){RANGE}(?!\S)",
        OPERATOR: rf"{MINUS}|{_between()}",
        PHRASE: r'"[^"]*"(?:~\d+)?',
        PATTERN: r'[^\s()":]*(?:\*|\?(?=\w)|(?<=\w)~)[^\s()":]*',
    }
    return re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in kinds.items()))


def _between() -> str:
    """What stands between words as an operator."""
    near = f"(?:{'|'.join(NEAR)})(?:/\\d+)?"
    return rf"(?<![^\s(])(?:{'|'.join(OPERATORS)}|{near})(?![^\s)])"

"""A date as a person types it, and the usual ways it stands in papers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from archive.dates import find
from archive.vocabulary import data
from search.language import tokens
from search.tree import DATE, Either, Fact, Node, Words

SPELLED = re.compile(r"[^\W_]+(?:(?:,? |[./-])[^\W_]+){1,3}")
MONTH_ONLY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
PLAIN = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
ROOM = 2  # words between the parts of a date
GLUE = "_"  # holds a date of several words together while the query is parsed


def places(text: str) -> Iterator[tuple[int, int]]:
    """Where dates stand in a query, as words of their own: offsets, end excluded."""
    for found in re.finditer(r'"[^"]*"|[^\s"()]+(?: +[^\s"()]+)*', text):
        if not found[0].startswith('"'):
            yield from _inside(found[0], found.start())


def glued(text: str) -> str:
    """The query with its dates of several words as one word each."""
    for start, end in reversed(list(places(text))):
        text = text[:start] + text[start:end].replace(" ", GLUE) + text[end:]
    return text


def date_node(text: str, field: str) -> Node | None:
    """A word of a query that is a date: as it was typed, as papers write it, as papers are dated.

    None where it is none.
    """
    typed = text.replace(GLUE, " ").rstrip(",.")
    edtf = _date(typed)
    if edtf is None:
        return None
    forms = dict.fromkeys([Words(tuple(tokens(typed)), field), *_forms(edtf, field)])
    return Either((*forms, Fact(DATE, edtf)))


def _inside(text: str, at: int) -> Iterator[tuple[int, int]]:
    for found in find(text):
        start, end = found.start, found.end
        whole = (not start or text[start - 1] == " ") and text[end : end + 1] in ("", " ", ",", ".")
        if whole and _date(text[start:end]):
            yield at + start, at + end
    for month in re.finditer(rf"(?<!\S){MONTH_ONLY.pattern}(?!\S)", text):
        yield at + month.start(), at + month.end()


def _date(text: str) -> str | None:
    """The day or month that is all of a text; None where it says more, or less."""
    if MONTH_ONLY.fullmatch(text):
        return text
    found = find(text) if SPELLED.fullmatch(text) else []
    whole = len(found) == 1 and (found[0].start, found[0].end) == (0, len(text))
    return found[0].edtf if whole and PLAIN.fullmatch(found[0].edtf) else None


def _forms(edtf: str, field: str) -> Iterator[Words]:
    """The usual ways to write a day or month; `3 (tiga) September` is one of them."""
    year, month, *rest = edtf.split("-")
    names = _months()[int(month)]
    if not rest:
        yield from (Words((name, year), field, ROOM) for name in names)
        yield Words((year, month), field)
        return
    day, short = rest[0], str(int(rest[0]))
    yield from (Words((short, name, year), field, ROOM) for name in names)
    yield Words((day, names[0], year), field, ROOM)
    yield from (Words((name, short, year), field) for name in names[:2])
    numbers = (short, str(int(month)), year), (day, month, year), (year, month, day)
    yield from (Words(words, field) for words in numbers)


@cache
def _months() -> dict[int, tuple[str, ...]]:
    """The names of each month as words of the index, the Indonesian first, then the English."""
    return {
        int(number): tuple(tokens(name)[0] for name in names if not re.fullmatch("[IVX]+", name))
        for number, names in data("dates")["months"].items()
    }

"""Words of dates that scanning has damaged, put right where nothing else can be meant.

`24 Septernber 1997`, `tang gal`, `Agus tus`: only words that are nearly a month's name or a number are
changed, and every character remembers where it stood.
"""

from __future__ import annotations

import re
from functools import cache

from rapidfuzz import fuzz, process

from archive.dates import Dated, find
from archive.vocabulary import data

TOKEN = re.compile(r"[^\W_]+|[\W_]+")
ALIKE, SHORTEST = 76, 5
DAY_OR_YEAR = re.compile(r"\d|belas|puluh|ribu|ratus")


def dates(text: str) -> list[Dated]:
    """The dates of a short text, those of damaged words too when it shows no others."""
    found = find(text)
    if found or not DAY_OR_YEAR.search(text):
        return found
    repaired, places = _repaired(text)
    return [Dated(places[one.start], places[one.end - 1] + 1, one.edtf) for one in find(repaired)]


def _repaired(text: str) -> tuple[str, list[int]]:
    """The text with its words put right, and where each character stood."""
    parts: list[str] = []
    places: list[int] = []
    tokens = list(TOKEN.finditer(text))
    at = 0
    while at < len(tokens):
        said, size = _word(tokens, at)
        start, end = tokens[at].start(), tokens[at + size - 1].end()
        parts.append(said)
        places += [min(start + step, end - 1) for step in range(len(said))]
        places[-1] = end - 1
        at += size
    return "".join(parts), places


def _word(tokens: list[re.Match[str]], at: int) -> tuple[str, int]:
    """What a token means, alone or drawn together with the one after the next space."""
    alone = tokens[at][0]
    if at + 2 < len(tokens) and tokens[at + 1][0] == " " and alone.isalpha():
        glued = alone + tokens[at + 2][0]
        if glued.isalpha() and glued in _known():
            return glued, 3
    if not any(one.isalpha() for one in alone) or len(alone) < SHORTEST or alone in _known():
        return alone, 1
    found = process.extractOne(alone, _known(), scorer=fuzz.ratio, score_cutoff=ALIKE)
    return (str(found[0]), 1) if found else (alone, 1)


@cache
def _known() -> tuple[str, ...]:
    """The words of dates that are long enough to be told apart."""
    tables = (data("dates")["months"], data("dates")["numbers"], data("dates")["multiples"])
    words = {word.casefold() for table in tables for words in table.values() for word in words}
    return tuple(sorted(word for word in words if len(word) >= SHORTEST and word.isalpha()))

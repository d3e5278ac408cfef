"""Words of dates that scanning has damaged, put right where nothing else can be meant.

`24 Septernber 1997`, `tang gal`, `Agus tus`: only words that are nearly a month's name or a number
are changed, and every character remembers where it stood.
"""

from __future__ import annotations

import re
from functools import cache

from rapidfuzz import fuzz, process

from archive.dates import Dated, find
from archive.vocabulary import data

TOKEN = re.compile(r"[^\W_]+|[\W_]+")
ALIKE, SHORTEST, FEWEST = 76, 5, 3  # likeness; letters of a word that is compared, or taken whole
DAY = 10  # characters of a day in EDTF
MISTAKES: tuple[tuple[str, str], ...] = (
    ("rn", "m"),
    ("ii", "u"),
    ("li", "h"),
    ("0", "o"),
    ("1", "l"),
    ("1", "i"),
    ("5", "s"),
)
MISTAKES += (("c", "e"), ("ri", "n"), ("6", "b"), ("l", "i"), ("l", "t"), ("o", "a"))
MOST_FORMS = 64
OTHERS = frozenset({"tanggal", "bulan", "tahun", "year", "month", "day"})
DAY_OR_YEAR = re.compile(r"\d|belas|puluh|ribu|ratus")


def dates(text: str) -> list[Dated]:
    """The dates of a short text; those of damaged words too when it shows no day otherwise."""
    found = find(text)
    if any(len(one.edtf) == DAY for one in found) or not DAY_OR_YEAR.search(text):
        return found
    repaired, places = _repaired(text)
    again = [Dated(places[one.start], places[one.end - 1] + 1, one.edtf) for one in find(repaired)]
    return again if any(len(one.edtf) == DAY for one in again) else found


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
    if not any(one.isalpha() for one in alone):
        return alone, 1
    if at + 2 < len(tokens) and tokens[at + 1][0] == " ":
        for form in _forms(alone + tokens[at + 2][0]):
            if form in _known():
                return form, 3
    for form in _forms(alone):
        if form in _known():
            return form, 1
    if len(alone) < SHORTEST:
        return alone, 1
    long = [word for word in _known() if len(word) >= SHORTEST]
    found = process.extractOne(alone, long, scorer=fuzz.ratio, score_cutoff=ALIKE)
    return (str(found[0]), 1) if found else (alone, 1)


def _forms(said: str) -> list[str]:
    """A word as it was read, and as it would be without each usual mistake of reading."""
    found = [said]
    for read, meant in MISTAKES:
        found += [form.replace(read, meant) for form in found if read in form]
    return found[:MOST_FORMS]


@cache
def _known() -> frozenset[str]:
    """The words of dates."""
    tables = (data("dates")["months"], data("dates")["numbers"], data("dates")["multiples"])
    words = {word.casefold() for table in tables for words in table.values() for word in words}
    return frozenset(word for word in words if len(word) >= FEWEST and word.isalpha()) | OTHERS

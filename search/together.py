"""Words that are written as one or as two: a phrase in each of its spellings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, islice, product

from search.indonesian import TOGETHER

MOST = 8  # spellings of one phrase
ENDINGS = r"(?:an|kan|i|nya|lah|kah|an?nya)?"
BEGINNINGS = r"(?:ber|be|me|pe|di|ter|se|ke)?"

Phrase = tuple[str, ...]


def spellings(words: Sequence[str]) -> tuple[Phrase, ...]:
    """The phrase as it stands and with `kerjasama` for `kerja sama` and the other way round."""
    found = (tuple(chain.from_iterable(chosen)) for chosen in product(*_places(words)))
    return tuple(islice(found, MOST))


def _places(words: Sequence[str]) -> Iterator[tuple[Phrase, ...]]:
    """What can stand at each place of a phrase, as it is first."""
    at = 0
    while at < len(words):
        two = tuple(words[at : at + 2])
        if len(two) == 2 and _one().fullmatch(" ".join(two)):
            yield two, ("".join(two),)
            at += 2
            continue
        found = _two().fullmatch(words[at])
        if found:
            first = words[at][: _cut(found)]
            yield (words[at],), (first, words[at][len(first) :])
        else:
            yield ((words[at],),)
        at += 1


def _cut(found: re.Match[str]) -> int:
    """Where the second of the two words begins."""
    return next(found.end(group) for group in range(1, (found.lastindex or 0) + 1) if found[group])


@cache
def _one() -> re.Pattern[str]:
    """Two words that may be one."""
    pairs = "|".join(each.replace("-", " ") for each in TOGETHER.split())
    return re.compile(f"{BEGINNINGS}(?:{pairs}){ENDINGS}")


@cache
def _two() -> re.Pattern[str]:
    """One word that may be two; the first of them ends with a group."""
    pairs = (each.split("-") for each in TOGETHER.split())
    either = "|".join(f"({first}){last}" for first, last in pairs)
    return re.compile(f"{BEGINNINGS}(?:{either}){ENDINGS}")

"""Entries of the table that are several words: each is also one word of the index.

To find words side by side, the engine reads every place where each of them stands, and in such
entries they are frequent ones (`pemerintah daerah`). What is known beforehand is indexed as one
word among the stems, and found at once. Entries of an archive's own stay phrases.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import sha256
from itertools import chain

from archive.synonyms import shipped
from search.language import tokens

JOINT = "_"  # stands in no word of the index

Entry = tuple[str, ...]


def joined(words: Sequence[str]) -> str | None:
    """The one word that stands for these; None where they are no entry."""
    entry = tuple(words)
    return JOINT.join(entry) if entry in _beginning().get(entry[0], ()) else None


def in_text(words: Sequence[str]) -> Iterator[str]:
    """The entries that stand in a text, as words, as often as they stand there."""
    beginning = _beginning()
    for at, word in enumerate(words):
        if word in beginning:
            for entry in beginning[word]:
                if tuple(words[at : at + len(entry)]) == entry:
                    yield JOINT.join(entry)


def across(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    """The entries that begin in one text, of which this is the `end`, and end in the next."""
    beginning, around = _beginning(), (*before, *after[: _longest() - 1])
    for at, word in enumerate(before):
        for entry in beginning.get(word, ()):
            last = at + len(entry)
            if last > len(before) and around[at:last] == entry:
                yield JOINT.join(entry)


def end(before: Sequence[str], after: Sequence[str]) -> list[str]:
    """The last words of two texts in which an entry may begin that goes on behind them."""
    return [*before, *after][1 - _longest() :]


@cache
def fingerprint() -> str:
    """Another one for other entries: an index made with others does not have these."""
    entries = sorted(map(JOINT.join, chain.from_iterable(_beginning().values())))
    return sha256("\n".join(entries).encode()).hexdigest()[:16]


@cache
def _longest() -> int:
    """Words; two at least."""
    return max((len(entry) for entry in chain.from_iterable(_beginning().values())), default=2)


@cache
def _beginning() -> dict[str, tuple[Entry, ...]]:
    """The entries by their first word."""
    found: dict[str, dict[Entry, None]] = {}
    for row in shipped():
        for term in (row.term, *row.equivalents):
            entry = tuple(tokens(term))
            if len(entry) > 1:
                found.setdefault(entry[0], {})[entry] = None
    return {first: tuple(entries) for first, entries in found.items()}

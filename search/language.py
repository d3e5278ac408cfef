"""One reading of words for indexing and asking: tokens and stems, Indonesian and English."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache, lru_cache

import Stemmer
import tantivy

from search.indonesian import TOGETHER, restored, root

LONGEST = 80  # bytes; what is longer is no word
REMEMBERED = 400_000  # stems kept; a big archive has about as many different words
# Japanese, Chinese and Korean are written without spaces: each sign is a word of its own.
SIGNS = re.compile("([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff])")
HALVES = re.compile("[\ud800-\udfff]")


def tokens(text: str) -> list[str]:
    """The words of a text as the index knows them: without case, accents and punctuation."""
    found: list[str] = _analyzer().analyze(_spaced(text))
    return found


def stems(words: Iterable[str]) -> list[str]:
    """The stems of words, and those of words that are written as one or as two alike.

    They have no places: more may come than there are words.
    """
    found = list(map(stem, words))
    joined = [name for _, name in pairs(found)]
    parts = [part for each in found if each in _compounds() for part in _compounds()[each]]
    return found + joined + parts


@lru_cache(maxsize=REMEMBERED)
def stem(word: str) -> str:
    """The stem: of Indonesian, then of English; of `bekerjasama` and its like what they share."""
    if word.isdigit():
        return word
    found = _joined().search(word) or _joined().search(restored(word))
    return found[0] if found else str(_english().stemWord(root(word)))


def pairs(found: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Where two stems stand side by side that are often written as one word, and its stem."""
    first, both = _pairs()
    for at, each in enumerate(found[:-1]):
        if each in first and (each, found[at + 1]) in both:
            yield at, both[each, found[at + 1]]


def pairs_among(found: Collection[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The stems, of words written as one or two, whose both halves are there."""
    for name, parts in _compounds().items():
        if all(part in found for part in parts):
            yield name, parts


def halves(word: str) -> tuple[str, ...]:
    """The stems of the two words that a stem is made of; none for others."""
    return _compounds().get(word, ())


@cache
def _analyzer() -> tantivy.TextAnalyzer:
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.remove_long(LONGEST))
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.ascii_fold())
        .build()
    )


@cache
def _english() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english", 0)


@cache
def _joined() -> re.Pattern[str]:
    return re.compile("|".join(each.replace("-", "") for each in TOGETHER.split()))


@cache
def _compounds() -> dict[str, tuple[str, ...]]:
    """The stems of words written together, and of what they are made."""
    return {each.replace("-", ""): tuple(map(stem, each.split("-"))) for each in TOGETHER.split()}


@cache
def _pairs() -> tuple[frozenset[str], dict[tuple[str, ...], str]]:
    both = {parts: name for name, parts in _compounds().items()}
    return frozenset(first for first, _ in both), both


def _spaced(text: str) -> str:
    """Signs that are words of their own stand apart; halves of characters are none."""
    if text.isascii():
        return text
    return SIGNS.sub(r" \1 ", HALVES.sub("\ufffd", text))

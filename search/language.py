"""One reading of words for indexing and asking: tokens and stems, Indonesian and English."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

import Stemmer
import tantivy

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
    """The stems of words, in their places."""
    return list(map(stem, words))


@lru_cache(maxsize=REMEMBERED)
def stem(word: str) -> str:
    """The Snowball stem: Indonesian, or English where Indonesian finds nothing to take off."""
    indonesian, english = _stemmers()
    found = str(indonesian.stemWord(word))
    return found if found != word else str(english.stemWord(word))


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
def _stemmers() -> tuple[Stemmer.Stemmer, Stemmer.Stemmer]:
    return Stemmer.Stemmer("indonesian", 0), Stemmer.Stemmer("english", 0)


def _spaced(text: str) -> str:
    """Signs that are words of their own stand apart; halves of characters are none."""
    if text.isascii():
        return text
    return SIGNS.sub(r" \1 ", HALVES.sub("\ufffd", text))

"""Whether one word can be what a machine read where another was printed."""

from __future__ import annotations

import re

from rapidfuzz.distance import Levenshtein

from search.function_words import function_words

# Letters of one shape: strokes, rounds, arches, tails, and what is like two of one letter.
SHAPES = {
    **dict.fromkeys("iltfjr1", "i"),
    **dict.fromkeys("oceas069g", "o"),
    **dict.fromkeys("nuhmvbkw", "n"),
    **dict.fromkeys("pqy", "q"),
    **dict.fromkeys("zx2", "z"),
}
SEVERAL = {"rn": "m", "ni": "m", "in": "m", "cl": "d", "li": "h", "vv": "w", "ii": "u", "nn": "m"}
THIN = frozenset("iltfjr")  # letters that get lost, or come from a speck


def is_misreading(word: str, other: str) -> bool:
    """Whether `other`, of about as many letters, is most likely a misread form of `word`.

    What is itself a word everybody writes is none.
    """
    return other not in function_words() and (_lost(word, other) or _shape(word) == _shape(other))


def as_several(word: str) -> frozenset[str]:
    """The word with one letter read as the two it looks like (`pernuda`), or two as one."""
    pairs = (*SEVERAL.items(), *((one, several) for several, one in SEVERAL.items()))
    return frozenset(
        f"{word[: found.start()]}{into}{word[found.end() :]}"
        for printed, into in pairs
        for found in re.finditer(printed, word)
    )


def _lost(word: str, other: str) -> bool:
    """Whether they differ by thin letters only, which one of them lacks."""
    long, short = sorted((word, other), key=len, reverse=True)
    changed = [each for each in Levenshtein.opcodes(long, short) if each.tag != "equal"]
    return all(
        each.tag == "delete" and THIN.issuperset(long[each.src_start : each.src_end])
        for each in changed
    )


def _shape(word: str) -> str:
    for several, one in SEVERAL.items():
        word = word.replace(several, one)
    return "".join(SHAPES.get(letter, letter) for letter in word)

"""What sets a paper apart, as a query that can be seen and edited: it finds more like it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from heapq import nlargest

from archive.records import Page
from search.language import stem, tokens
from search.lexicon import Lexicon

TERMS = 8
SHORTEST = 4  # letters
LOOKED_AT = 60  # words of the paper whose documents are counted
MOST_TEXT = 60_000  # characters read; the rest of a long paper says the same


def query_like(title: str, pages: Iterable[Page], lexicon: Lexicon) -> str:
    """The words that stand often here and seldom elsewhere, any of which will do; may be empty."""
    text = "\n".join([title, title, *(page.text for page in pages)])[:MOST_TEXT]
    counts = Counter(word for word in tokens(text) if len(word) >= SHORTEST and word.isalpha())
    total = max(2, lexicon.size)
    weighed: dict[str, tuple[float, str]] = {}
    for word, often in counts.most_common(LOOKED_AT):
        known = lexicon.count(word)
        if 1 < known < total:  # a word of this paper alone finds no other
            weight = (1 + math.log(often)) * math.log(total / known)
            weighed[stem(word)] = max(weighed.get(stem(word), (0.0, "")), (weight, word))
    best = nlargest(TERMS, weighed.values())
    return " OR ".join(word for _weight, word in best)

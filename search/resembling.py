"""What sets a paper apart, as a query that can be seen and edited: it finds more like it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from heapq import nlargest

from archive.records import Page
from search.function_words import function_words
from search.language import stem, tokens
from search.lexicon import Lexicon

TERMS = 8
SHORTEST = 4  # letters
LOOKED_AT = 120  # words of the paper whose documents are counted
WIDEST = 0.5  # of all documents: a word that stands in more of them tells little of one
IN_TITLE = 1.5  # times as much as a word of the text alone
MOST_TEXT = 60_000  # characters read; the rest of a long paper says the same


def query_like(title: str, pages: Iterable[Page], lexicon: Lexicon) -> str:
    """The words that stand often here and seldom elsewhere, any of which will do; may be empty."""
    titled = frozenset(tokens(title))
    text = "\n".join([title, title, *(page.text for page in pages)])[:MOST_TEXT]
    counts = Counter(word for word in tokens(text) if _may_tell(word))
    total = max(2, lexicon.size)
    known = [(word, often, lexicon.count(word)) for word, often in counts.most_common(LOOKED_AT)]
    known = [each for each in known if 1 < each[2] < total]  # of this paper alone: finds no other
    telling = [each for each in known if each[2] <= total * WIDEST] or known
    weighed: dict[str, tuple[float, str]] = {}
    for word, often, documents in telling:
        weight = (1 + math.log(often)) * math.log(total / documents)
        weight *= IN_TITLE if word in titled else 1.0
        weighed[stem(word)] = max(weighed.get(stem(word), (0.0, "")), (weight, word))
    return " OR ".join(word for _weight, word in nlargest(TERMS, weighed.values()))


def _may_tell(word: str) -> bool:
    return len(word) >= SHORTEST and word.isalpha() and word not in function_words()

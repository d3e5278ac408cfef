"""Words of the archive that are nearly those typed: what was meant, and what a scan misread."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from string import ascii_lowercase

from rapidfuzz import process
from rapidfuzz.distance import OSA

from search.language import stem, tokens
from search.lexicon import Lexicon
from search.records import MEANT, MISREAD, Suggestion
from search.tree import Node, Words, wanted

SHORTEST = 4  # letters; what is shorter has too many neighbours
LONG = 8  # letters from which two may be wrong
RARE = 8  # a slip is so many times rarer than the word it stands for
LOOKED_AT = 24  # nearest words whose documents are counted
OFFERED = 3
MOST_WORDS = 6  # of one query
WORD = re.compile(r"\w+(?!\w*:)")

Total = Callable[[str], int]
Near = tuple[int, int, str]  # letters wrong, documents (as a negative number), the word


def suggestions(query: str, tree: Node | None, lexicon: Lexicon, total: Total) -> list[Suggestion]:
    """Queries with one word put right, or with its misreadings beside it; all of them find.

    `total` tells how many documents a query finds.
    """
    found: list[Suggestion] = []
    for word in _typed(tree)[:MOST_WORDS]:
        known = lexicon.count(word)
        found += _meant(query, word, known, lexicon)[:OFFERED]
        if known:
            found += _misread(query, word, known, lexicon)
    counted = ((each, total(each.query)) for each in found)
    return [_with_total(each, number) for each, number in counted if number]


def _typed(tree: Node | None) -> list[str]:
    """The plain words of a query."""
    words = (word for leaf in wanted(tree) if isinstance(leaf, Words) for word in leaf.words)
    return list(dict.fromkeys(word for word in words if _may_be_wrong(word)))


def _may_be_wrong(word: str) -> bool:
    return len(word) >= SHORTEST and word.isascii() and word.isalpha()


def _meant(query: str, word: str, known: int, lexicon: Lexicon) -> list[Suggestion]:
    """Better known words, where a word stands nowhere or is far rarer than its neighbour."""
    beginnings = (word[0], *(each for each in ascii_lowercase if each != word[0]))
    near = _near(word, lexicon, beginnings if not known else beginnings[:1])
    better = (each for each in near if -each[1] > known * RARE)
    return [
        Suggestion(MEANT, word, other, replaced(query, word, other), 0)
        for _wrong, _count, other in sorted(better)
    ]


def _misread(query: str, word: str, known: int, lexicon: Lexicon) -> list[Suggestion]:
    """Slips of a scanner: words that hardly ever stand anywhere, near one that does."""
    near = sorted(_near(word, lexicon, word[:1]))
    slips = [other for _wrong, count, other in near if _is_slip(word, known, -count)][:OFFERED]
    if not slips:
        return []
    both = f"({' OR '.join((word, *slips))})"
    return [Suggestion(MISREAD, word, ", ".join(slips), replaced(query, word, both), 0)]


def _is_slip(word: str, known: int, count: int) -> bool:
    """Long words have few neighbours; of short ones only the very rare can be slips."""
    return count * RARE <= known or (count == 1 < known and len(word) >= LONG)


def _near(word: str, lexicon: Lexicon, beginnings: Iterable[str]) -> list[Near]:
    """The nearest words that may be seen, as soon as some begin so; `beginnings` by likelihood."""
    for start in beginnings:
        found = _beginning_so(word, lexicon, start)
        if found:
            return found
    return []


def _beginning_so(word: str, lexicon: Lexicon, start: str) -> list[Near]:
    """Those of the same stem are found anyway."""
    most, root = 2 if len(word) >= LONG else 1, stem(word)
    known = [each for each, _count in lexicon.beginning_with(start) if _may_be_wrong(each)]
    alike = process.extract(word, known, scorer=OSA.distance, score_cutoff=most, limit=LOOKED_AT)
    other = [(int(wrong), each) for each, wrong, _at in alike if wrong > 0 and stem(each) != root]
    counted = ((wrong, -lexicon.count(each), each) for wrong, each in other)
    return [each for each in counted if each[1]]


def replaced(query: str, word: str, other: str) -> str:
    """The query with one word of it put as another; names of fields stay."""
    return WORD.sub(lambda found: other if tokens(found[0]) == [word] else found[0], query)


def _with_total(each: Suggestion, total: int) -> Suggestion:
    return Suggestion(each.kind, each.word, each.other, each.query, total)

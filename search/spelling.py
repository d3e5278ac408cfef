"""Words of the archive that are nearly those typed: what was meant, and what a scan misread."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from string import ascii_lowercase

from rapidfuzz import process
from rapidfuzz.distance import OSA

from search.function_words import function_words
from search.language import stem, tokens
from search.lexicon import Lexicon
from search.misreading import as_several, is_misreading
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
    """Queries with words put right, or with misreadings beside one; all of them find.

    Where several words are unknown, first the query with all of them put right. `total` tells how
    many documents a query finds.
    """
    words = _typed(query, tree)[:MOST_WORDS]
    known = {word: lexicon.count(word) for word in words}
    meant = {word: others for word in words if (others := _meant(word, known[word], lexicon))}
    found = [_mended(query, meant)] if len(meant) > 1 else []
    for word in words:
        others = meant.get(word, [])[:OFFERED]
        found += [_instead(query, word, other) for other in others]
        if known[word]:
            found += _misread(query, word, known[word], lexicon)
    counted = ((each, total(each.query)) for each in found)
    return [_with_total(each, number) for each, number in counted if number]


def _typed(query: str, tree: Node | None) -> list[str]:
    """The plain words of a query, without those that only stand for what was typed."""
    words = (word for leaf in wanted(tree) if isinstance(leaf, Words) for word in leaf.words)
    typed = frozenset(tokens(query))
    return list(dict.fromkeys(word for word in words if word in typed and _may_be_wrong(word)))


def _may_be_wrong(word: str) -> bool:
    return len(word) >= SHORTEST and word.isascii() and word.isalpha()


def _meant(word: str, known: int, lexicon: Lexicon) -> list[str]:
    """Better known words, where a word stands nowhere or is far rarer than its neighbour."""
    if word in function_words() or _has_forms(word, known, lexicon):
        return []
    beginnings = (word[0], *(each for each in ascii_lowercase if each != word[0]))
    near = _near(word, lexicon, beginnings if not known else beginnings[:1])
    better = [each for each in near if -each[1] > known * RARE and each[2] not in function_words()]
    most = max((-count for _wrong, count, _other in better), default=0)
    return [other for _wrong, count, other in sorted(better) if -count * RARE > most]


def _instead(query: str, word: str, other: str) -> Suggestion:
    return Suggestion(MEANT, word, other, replaced(query, word, other), 0)


def _mended(query: str, meant: dict[str, list[str]]) -> Suggestion:
    """The query with every word put right."""
    mended = query
    for word, others in meant.items():
        mended = replaced(mended, word, others[0])
    return Suggestion(MEANT, " ".join(meant), mended, mended, 0)


def _misread(query: str, word: str, known: int, lexicon: Lexicon) -> list[Suggestion]:
    """Slips of a scanner: words that hardly ever stand anywhere, near one that does."""
    if len(word) <= SHORTEST:
        return []
    near = {other: -count for _wrong, count, other in sorted(_near(word, lexicon, word[:1]))}
    near |= {other: lexicon.count(other) for other in sorted(as_several(word) - {*near})}
    slips = [other for other, count in near.items() if count and _is_slip(word, known, count)]
    slips = [each for each in slips if is_misreading(word, each) and _is_alone(each, lexicon)]
    if not slips:
        return []
    both = f"({' OR '.join((word, *slips[:OFFERED]))})"
    told = ", ".join(slips[:OFFERED])
    return [Suggestion(MISREAD, word, told, replaced(query, word, both), 0)]


def _has_forms(word: str, known: int, lexicon: Lexicon) -> bool:
    """Whether other forms of it stand somewhere; of a short root, it may be by chance."""
    return len(stem(word)) >= SHORTEST and lexicon.family(word) > known


def _is_alone(word: str, lexicon: Lexicon) -> bool:
    """Whether it has no other forms: what has is a word of its own."""
    return lexicon.family(word) <= max(1, lexicon.count(word))


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

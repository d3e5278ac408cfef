"""Where the words of a query stand in a text: for snippets, and for the reader's marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz.distance import OSA

from search.language import SIGNS, stem, tokens
from search.query import parse
from search.tree import Fuzzy, Node, Pattern, Words, leaves

# A word of the text; a hyphen at a line's end (also PDFium's marks of one) does not end it.
WORD = re.compile(
    r"[^\W_]+(?:[-\u2010\u00ad\u0002\ufffe]\s*[\r\n]+\s*[^\W_]+|[\u00ad\u0002\ufffe]+[^\W_]+)?"
)
BREAK = re.compile(r"[-\u2010\u00ad\u0002\ufffe]\s*[\r\n]*\s*")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text as the index knows it, and where it stands."""

    word: str
    start: int
    end: int


@dataclass(slots=True)
class Marker:
    """Finds the words of one query in any number of texts."""

    words: set[str] = field(default_factory=set)
    stems: set[str] = field(default_factory=set)
    phrases: list[Words] = field(default_factory=list)
    patterns: list[re.Pattern[str]] = field(default_factory=list)
    fuzzy: list[Fuzzy] = field(default_factory=list)

    def __call__(self, text: str) -> tuple[Span, ...]:
        """Where hits stand: offsets, end excluded, in order, none overlapping another."""
        found = list(_tokens(text))
        single = [(token.start, token.end) for token in found if self._meant(token.word)]
        together = [span for phrase in self.phrases for span in _phrase(phrase, found)]
        return _merged([*single, *together])

    def _meant(self, word: str) -> bool:
        return (
            word in self.words
            or (bool(self.stems) and stem(word) in self.stems)
            or any(pattern.fullmatch(word) for pattern in self.patterns)
            or any(
                OSA.distance(word, near.word, score_cutoff=near.distance) <= near.distance
                for near in self.fuzzy
            )
        )


def marker(tree: Node | None) -> Marker:
    """What finds the wanted words of a query tree."""
    made = Marker()
    for leaf in leaves(tree) if tree is not None else ():
        if isinstance(leaf, Words) and len(leaf.words) > 1:
            made.phrases.append(leaf)
        elif isinstance(leaf, Words):
            made.words.add(leaf.words[0])
            made.stems.add(stem(leaf.words[0]))
        elif isinstance(leaf, Pattern):
            made.patterns.append(_pattern(leaf))
        else:
            made.fuzzy.append(leaf)
    return made


def spans(query: str, text: str) -> tuple[Span, ...]:
    """Where a typed query's words stand in a text, as offsets into just that text."""
    return _marker_of(query)(text)


@lru_cache(maxsize=8)
def _marker_of(query: str) -> Marker:
    return marker(parse(query).tree)


def _pattern(leaf: Pattern) -> re.Pattern[str]:
    parts = {"*": r"\w*", "?": r"\w"}
    return re.compile("".join(parts.get(part, re.escape(part)) for part in leaf.pattern))


def _tokens(text: str) -> Iterator[Token]:
    for found in WORD.finditer(text):
        yield from _word(found[0], found.start())


def _word(text: str, start: int) -> Iterator[Token]:
    """The tokens of what looks like one word; it may be two around a kept hyphen, or many signs."""
    if text.isascii() and text.isalnum():
        yield Token(text.lower(), start, start + len(text))
    elif SIGNS.search(text):
        yield from _signs(text, start)
    else:
        yield from _folded(text, start)


def _signs(text: str, start: int) -> Iterator[Token]:
    at = start
    for part in SIGNS.split(text):
        if part:
            yield Token("".join(tokens(part)), at, at + len(part))
        at += len(part)


def _folded(text: str, start: int) -> Iterator[Token]:
    broken = BREAK.search(text)
    if broken is None:
        yield Token(_fold(text), start, start + len(text))
        return
    first, second = _fold(text[: broken.start()]), _fold(text[broken.end() :])
    if _kept_apart(first, second):
        yield Token(first, start, start + broken.start())
        yield Token(second, start + broken.end(), start + len(text))
    else:
        yield Token(first + second, start, start + len(text))


def _kept_apart(first: str, second: str) -> bool:
    """Numbers and doubled words (`kota-kota`) keep their hyphen, as `archive.text.clean` has it."""
    if not first or not second or first[-1].isdigit() or second[0].isdigit():
        return True
    return min(len(first), len(second)) >= 3 and (
        first.endswith(second) or second.startswith(first)
    )


def _fold(text: str) -> str:
    return "".join(tokens(text))


def _phrase(phrase: Words, found: Sequence[Token]) -> Iterator[Span]:
    """Where words stand side by side, in order, with at most `slop` others between."""
    size = len(phrase.words)
    for at, token in enumerate(found):
        if token.word == phrase.words[0]:
            places = _following(phrase.words, found[at : at + size + phrase.slop])
            if places:
                yield token.start, found[at + places].end


def _following(words: Sequence[str], found: Sequence[Token]) -> int:
    """How far the last word stands behind the first; 0 when they do not all follow."""
    at = 0
    for word in words[1:]:
        at = next((i for i in range(at + 1, len(found)) if found[i].word == word), 0)
        if at == 0:
            return 0
    return at


def _merged(found: Sequence[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(found):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)

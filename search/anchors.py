"""Where a text may hold a hit, found without reading all of it: pages are many, hits are few."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from search.language import stem
from search.reading import Span, may_be_broken
from search.tree import Leaf, Pattern, Words

SHORTEST = 2  # letters; less stands in nearly every word
LONG = 5  # letters of a stem of which one can be spared
FOREIGN = re.compile(r"[^\x00-\x7f]+")  # the index folds what stands there
WILD = re.compile(r"[*?]")
TAKEN = {"k": "ng", "n": "n", "p": "m", "s": "ny", "t": "n"}  # by prefixes, for these letters
BETWEEN = frozenset("\u00a0·–—‘’“”•…")  # signs of every text that stand between words


def anchors(leaf: Leaf) -> tuple[str, ...] | None:
    """Parts one of which stands in every plain word that is a hit; None when there are none."""
    if isinstance(leaf, Words):
        parts = leaf.words[:1] if len(leaf.words) > 1 else of_stem(stem(leaf.words[0]))
    elif isinstance(leaf, Pattern):
        parts = (max(WILD.split(leaf.pattern), key=len),)
    else:
        return None
    plain = tuple(filter(str.isascii, parts))  # others stand in no plain word
    return plain if all(len(part) >= SHORTEST for part in plain) else None


def of_stem(root: str) -> tuple[str, ...]:
    """What stands in all words of a stem: stemmers cut at both ends, and alter only these letters.

    The first, in Indonesian: `menyapu`, `sapu`; `menulis`, `tulis`. The last, in English:
    `cities`, `citi`; `hoping`, `hope`; `ability`, `able`; `visibility`, `visibl`; `dying`, `die`;
    `skies`, `sky`.
    """
    return tuple(sorted({part for begun in _begun(root) for part in _ended(begun)}))


def _begun(root: str) -> tuple[str, ...]:
    """A long stem without a first letter that may be lost; a short one, as it may begin."""
    taken = TAKEN.get(root[:1])
    if taken is None:
        return (root,)
    return (root[1:],) if len(root) > LONG else (root, taken + root[1:])


def _ended(root: str) -> tuple[str, ...]:
    """A stem as it may go on in words."""
    if root.endswith(("ble", "ie")):
        return root, root[:-2]
    if root.endswith(("bl", "e")):
        return root, root[:-1]
    if root.endswith("i"):
        return root, root[:-1] + "y"
    return (root, root[:-1] + "ie") if root.endswith("y") else (root,)


class Glance:
    """One text looked over for parts of words."""

    def __init__(self, text: str) -> None:
        lowered = text.lower()
        self._plain = len(lowered) == len(text) and not may_be_broken(text)
        # Other white space only makes some pieces longer.
        self._flat = lowered.replace("\n", " ").replace("\t", " ").replace("\r", " ")
        strange = [] if text.isascii() else list(FOREIGN.finditer(text))
        self._foreign = [found.start() for found in strange]
        self._simple = self._plain and all(BETWEEN.issuperset(found[0]) for found in strange)

    def phrases(self, phrase: Words) -> list[Span] | None:
        """Where words stand side by side; None: it must be read word by word.

        What stands between two words of a plain text is all that is neither letter nor digit.
        """
        pattern = _side_by_side(phrase) if self._simple and not phrase.slop else None
        return None if pattern is None else list(self._whole(pattern))

    def pieces(self, parts: Iterable[str] | None) -> list[Span] | None:
        """The stretches between white space that may hold a hit; None: all must be read."""
        if parts is None or not self._plain:
            return None
        found: set[Span] = set()
        for part in parts:
            self._add_holding(part, found)
        found.update(map(self._piece, self._foreign))
        return sorted(found)

    def up_to_white(self, at: int) -> int:
        """The next white space from a place on, or the end."""
        found = self._flat.find(" ", at)
        return found if found >= 0 else len(self._flat)

    def _add_holding(self, part: str, found: set[Span]) -> None:
        # Written out: pages are looked over by hundreds for each question.
        flat = self._flat
        at = flat.find(part)
        while at >= 0:
            end = flat.find(" ", at)
            end = end if end >= 0 else len(flat)
            found.add((flat.rfind(" ", 0, at) + 1, end))
            at = flat.find(part, end)

    def _whole(self, pattern: re.Pattern[str]) -> Iterator[Span]:
        """Where a pattern stands that begins and ends with whole words."""
        flat = self._flat
        found = pattern.search(flat)
        while found is not None:
            start, end = found.span()
            if not (flat[start - 1 : start].isalnum() or flat[end : end + 1].isalnum()):
                yield start, end
            found = pattern.search(flat, start + 1)

    def _piece(self, at: int) -> Span:
        return self._flat.rfind(" ", 0, at) + 1, self.up_to_white(at)


@lru_cache(maxsize=256)
def _side_by_side(phrase: Words) -> re.Pattern[str] | None:
    """Finds the words of a phrase in a lowered text; None where they are not plain."""
    if not all(word.isascii() and word.isalnum() for word in phrase.words):
        return None
    return re.compile("[^a-z0-9]+".join(phrase.words))  # it begins with letters: quickly found

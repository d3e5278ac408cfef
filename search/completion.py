"""What a word that is being typed may become: names of the catalogue, words of the papers."""

from __future__ import annotations

import re
import threading
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import islice

from archive import vocabulary
from archive.archive import Archive
from archive.records import Called
from archive.text import fold
from search.language import stem, tokens
from search.lexicon import Lexicon
from search.naming import CODED, FACTS, folded
from search.records import WORD, Completion

SHORTEST = 2  # letters
NAMES, TITLES, WORDS = 3, 2, 5  # offered at most
RARE = 4  # a form of a word so many times rarer than another is not what is being typed
LOOKED_AT = 60  # words, or places in names, looked at for them
TYPED = re.compile(r"[^\s\"()]+\Z")
OF_FIELD = re.compile(r"(\w+):(.*)")
VALUES = 8  # of a filter, offered at most


class Completer:
    """Completes what is typed in one archive; remembers its names until something changes."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._names = Names((), -1)
        self._reading = threading.Lock()

    def complete(self, typed: str, lexicon: Lexicon | None) -> tuple[Completion, ...]:
        """What the end of `typed` may become, the catalogue's names first."""
        last = TYPED.search(typed)
        if last is None or len(last[0]) < SHORTEST:
            return ()
        if (of_field := OF_FIELD.match(last[0])) is not None:
            values = self._values(FACTS.get(of_field[1].lower(), ""), folded(of_field[2]))
            return tuple(Completion(*each, last.start()) for each in values)
        names = list(self._named(typed, last.start()))
        words = islice(_words(last[0], lexicon), WORDS) if lexicon is not None else ()
        return (*names, *(Completion(WORD, word, last.start()) for word in words))

    def _values(self, fact: str, start: str) -> list[tuple[str, str]]:
        """Values of a filter a word of whose name begins so; those of vocabularies as codes."""
        if fact in CODED:
            terms = vocabulary.known(CODED[fact])
            names = ((term.code, (*term.labels.values(), *term.alike)) for term in terms)
        else:
            called = (each for each in self._known().called if each.kind == fact)
            names = ((each.name, (each.name,)) for each in called)
        fitting = [value for value, known in names if _any_begins(known, start)]
        return [(fact, value) for value in fitting[:VALUES]]

    def _named(self, typed: str, last: int) -> Iterator[Completion]:
        """Names with all that was typed, then names with its last word."""
        known, left = self._known(), {"title": TITLES}
        seen: set[Called] = set()
        for start in dict.fromkeys((len(typed) - len(typed.lstrip()), last)):
            for each in known.with_start(_folded(typed[start:])):
                kind = "title" if each.kind == "title" else "name"
                if each not in seen and left.setdefault(kind, NAMES) > 0:
                    left[kind] -= 1
                    seen.add(each)
                    yield Completion(each.kind, each.name, start)

    def _known(self) -> Names:
        sequence = self._archive.sequence()
        with self._reading:
            if self._names.sequence != sequence:
                self._names = Names(self._archive.facts.called(), sequence)
            return self._names


class Names:
    """Names in one long text, to be looked through at once."""

    def __init__(self, called: Iterable[Called], sequence: int) -> None:
        self.sequence = sequence
        self.called = tuple(called)
        self._starts: list[int] = []
        parts, at = [], 0
        for each in self.called:
            part = f"\n {_folded(each.name)}"
            self._starts.append(at)
            parts.append(part)
            at += len(part)
        self._text = "".join(parts)

    def with_start(self, start: str) -> list[Called]:
        """Names a word of which begins so, the shortest first."""
        found: dict[int, None] = {}
        at = self._text.find(f" {start}") if start else -1
        while at >= 0 and len(found) < LOOKED_AT:
            found[bisect_right(self._starts, at) - 1] = None
            at = self._text.find(f" {start}", at + 1)
        called = [self.called[number] for number in found]
        return sorted(called, key=lambda each: (each.kind == "title", len(each.name)))


def _any_begins(names: Iterable[str], start: str) -> bool:
    return any(f" {start}" in f" {folded(name)}" for name in names)


def _folded(text: str) -> str:
    """As `fold` has it, sooner where there is nothing to fold but the case."""
    return " ".join(text.lower().split()) if text.isascii() else fold(text)


def _words(start: str, lexicon: Lexicon) -> Iterator[str]:
    """Words that begin so and may be seen, the commonest first."""
    known = tokens(start)
    if len(known) != 1 or not start[-1].isalnum():
        return
    best: dict[str, int] = {}
    for word, count in lexicon.beginning_with(known[0], LOOKED_AT):
        seen = lexicon.of(word, count)
        if not seen:
            continue
        worn = seen * RARE < best.setdefault(stem(word), seen)  # `samanya` beside `sama`
        if word != known[0] and not worn and lexicon.is_seen(word):
            yield word

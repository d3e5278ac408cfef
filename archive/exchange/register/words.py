"""The terms of a vocabulary as cells have them: by code, label or another name, in any language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from archive.catalogue.names import key
from archive.exchange.register.cells import IN_BRACKETS, Unclear, several
from archive.vocabulary import terms

LIKE, OFFERED = 70, 3


@dataclass(frozen=True, slots=True)
class Words:
    """One vocabulary: codes by comparable names, and the names as they are written."""

    codes: Mapping[str, str]
    written: Mapping[str, str]

    @classmethod
    def of(cls, vocabulary: str) -> Words:
        """The words of a vocabulary as they are now."""
        known = [
            (each.code, name)
            for each in terms(vocabulary)
            for name in (each.code, *each.labels.values(), *each.alike)
        ]
        codes = {key(name): code for code, name in reversed(known)}
        return cls(codes, {key(name): name for code, name in reversed(known) if name != code})

    def code(self, said: str) -> str:
        """The code that is meant. Raises `Unclear` with names it may have meant."""
        found = self.codes.get(key(said)) or self.codes.get(key(IN_BRACKETS.sub(" ", said)))
        if found is None:
            raise Unclear("unknown_term", said, near(said, self.written))
        return found

    def several(self, said: str) -> tuple[str, ...]:
        """The codes of a list; the whole is tried first, for a name may hold a comma.

        Raises `Unclear`.
        """
        if key(said) in self.codes:
            return (self.codes[key(said)],)
        return tuple(dict.fromkeys(map(self.code, several(said))))


def near(said: str, written: Mapping[str, str]) -> tuple[str, ...]:
    """Of names by what is compared of them, those most like this one, the likest first."""
    if not said:
        return ()
    found: Iterable[tuple[str, float, object]] = process.extract(
        key(said), list(written), scorer=fuzz.WRatio, limit=OFFERED, score_cutoff=LIKE
    )
    return tuple(dict.fromkeys(written[name] for name, _score, _at in found))

"""The programs of the catalogue that a paper names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.intake.suggestions.cues import any_of
from archive.intake.suggestions.paper import KnownProgram, Suggestion, Value
from archive.intake.suggestions.reading import Reading

SHORTEST = 5  # letters of a name; shorter ones are words of every day
OFTEN = 2


def suggest(reading: Reading) -> Iterator[Suggestion]:
    """Each program named in the head, or more than once."""
    for program in reading.known.programs:
        found = _found(reading, program)
        if found:
            score, page, match = found
            value: dict[str, Value] = {"id": program.id, "name": program.name}
            yield reading.suggestion("programs", value, score, page, *match.span())


def _found(reading: Reading, program: KnownProgram) -> tuple[float, int, re.Match[str]] | None:
    names = [name.lower() for name in (program.name, *program.aliases) if len(name) >= SHORTEST]
    likely = [name for name in names if _anywhere(reading, name.split()[0])]
    if not likely:
        return None
    places = list(reading.find(re.compile(any_of(likely))))
    head = [place for place in places if place[0] in reading.head]
    if not head and len(places) < OFTEN:
        return None
    return 0.85 if head and len(places) >= OFTEN else 0.7, *(head or places)[0]


def _anywhere(reading: Reading, word: str) -> bool:
    return any(word in reading.folded(page) for page in reading.pages)

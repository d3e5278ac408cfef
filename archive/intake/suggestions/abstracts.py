"""Where the abstracts of a work stand, in each language it has one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive.intake.suggestions.cues import any_of
from archive.intake.suggestions.reading import Reading

PAGES = 12
HEADING = re.compile(
    r"(?:^|\n)[^\w\n]{0,6}(?P<word>abstraks?i?|abstract|intisari|ringkasan|summary)(?![^\W_])"
    r"[ ]{0,3}(?P<sign>[:.\u2010-\u2015-]{0,2})"
)
KEYWORDS = re.compile(
    any_of(("kata kunci", "kata-kata kunci", "keywords", "key words", "keyword", "katakunci"))
    + r"[ ]{0,3}[:;=.\u2010-\u2015-]?"
)
CLOSES = re.compile(
    r"\n[^\w\n]{0,6}(?:(?:[\divx]{1,4}\.?\s{0,3})?(?:pendahuluan|introduction)\s*(?=\n)|bab i\b|daftar isi|"
    r"abstraks?i?\s{0,3}(?=\n)|abstract\s{0,3}(?=\n|:)|ringkasan\s{0,3}(?=\n)|judul\b)"
)
SHORTEST, LONGEST = 120, 4500  # characters


@dataclass(frozen=True, slots=True)
class Abstract:
    """One abstract: its page, and where it begins and ends there."""

    page: int
    start: int
    end: int


def abstracts(reading: Reading) -> tuple[Abstract, ...]:
    """The abstracts, in their order."""
    return reading.once(_abstracts)


def _abstracts(reading: Reading) -> tuple[Abstract, ...]:
    found = []
    for page, heading in reading.find(HEADING, reading.pages[:PAGES]):
        text = reading.folded(page)
        if not heading["sign"] and not _alone(text, heading):
            continue
        end = _end(text, heading.end())
        start = heading.end()
        if SHORTEST <= end - start:
            found.append(Abstract(page, start, end))
    return tuple(found)


def _alone(text: str, heading: re.Match[str]) -> bool:
    """Whether the word fills its line, or opens a long one as `Abstrak Penelitian ini …` does."""
    line = text[heading.end() : (text + "\n").index("\n", heading.end())].strip(" :.-")
    return len(line) < 4 or len(line) > 40


def _end(text: str, start: int) -> int:
    limit = min(len(text), start + LONGEST)
    ends = [limit]
    for pattern in (KEYWORDS, CLOSES):
        found = pattern.search(text, start + 40, limit)
        if found:
            ends.append(found.start())
    return min(ends)

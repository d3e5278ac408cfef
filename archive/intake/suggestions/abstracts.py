"""Where the abstracts of a work stand, in each language it has one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

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
    r"\n[^\w\n]{0,6}(?:(?:[\divx]{1,4}\.?\s{0,3})?(?:pendahuluan|introduction)\s*(?=\n)|bab i\b|"
    r"daftar isi|abstraks?i?\s{0,3}(?=\n)|abstract\s{0,3}(?=\n|:)|ringkasan\s{0,3}(?=\n)|judul\b)"
)
SHORTEST, LONGEST = 120, 4500  # characters
MOST = 12  # headings looked at


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
    found: list[Abstract] = []
    headings = islice(reading.find(HEADING, reading.pages[:PAGES]), MOST)
    for page, heading in headings:
        text = reading.folded(page)
        if heading["sign"] or _alone(text, heading.end()):
            end = _end(text, heading.end())
            if end - heading.end() >= SHORTEST:
                found.append(Abstract(page, heading.end(), end))
    return tuple(found)


def _alone(text: str, start: int) -> bool:
    """Whether the word fills its line, or opens a long one as `Abstrak Penelitian ini …` does."""
    stop = text.find("\n", start)
    line = text[start : stop if stop >= 0 else len(text)].strip(" :.-")
    return len(line) < 4 or len(line) > 40


def _end(text: str, start: int) -> int:
    limit = min(len(text), start + LONGEST)
    ends = [limit]
    for pattern in (KEYWORDS, CLOSES):
        found = pattern.search(text, start + 40, limit)
        if found:
            ends.append(found.start())
    return min(ends)

"""The abstracts and keywords of a thesis or an article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from archive.intake.suggestions.abstracts import KEYWORDS, MOST, PAGES, abstracts
from archive.intake.suggestions.paper import Suggestion
from archive.intake.suggestions.reading import Reading
from archive.intake.suggestions.rules import language
from archive.intake.suggestions.rules.kind import is_scholarly

ENDS = re.compile(
    r"\n[ ]*\n|\.\s*(?:\n|$)|"
    r"\n[^\w\n]{0,6}(?:(?:[\divx]{1,4}\.?\s{0,3})?(?:pendahuluan|introduction)\b|abstra|bab\s|"
    r"kata kunci|keywords?\b|key words|doi\b|https?:|copyright|universitas|judul|"
    r"[ivxl\d]{1,5}\s*(?:\n|$))"
)
LONGEST = 420  # characters of all keywords
CUTS = re.compile(r"\s*[;,•·]\s*")
MOST_WORDS, LONGEST_WORD = 12, 60


def suggest(reading: Reading) -> Iterator[Suggestion]:
    """Abstracts, one a language; keywords, one list a language."""
    if not is_scholarly(reading):
        return
    for part in abstracts(reading):
        said = reading.words(part.page, part.start, part.end).lstrip(":.–- ")
        spoken = language.of(said.lower())
        if spoken:
            value = {"text": said, "language": spoken}
            yield reading.suggestion("abstract", value, 0.85, part.page, part.start, part.end)
    yield from _keywords(reading)


def _keywords(reading: Reading) -> Iterator[Suggestion]:
    for page, cue in islice(reading.find(KEYWORDS, reading.pages[:PAGES]), MOST):
        text = reading.folded(page)
        if not cue[0].rstrip().endswith((":", ";", "=", "-", "–", "—", ".")):
            continue
        limit = min(len(text), cue.end() + LONGEST)
        stop = ENDS.search(text, cue.end(), limit)
        end = stop.start() if stop else limit
        said = reading.words(page, cue.end(), end).strip(" .:;,")
        words = [word.strip(" .") for word in CUTS.split(said) if word.strip(" .")]
        if 1 < len(words) <= MOST_WORDS and all(len(word) <= LONGEST_WORD for word in words):
            yield reading.suggestion("keywords", words, 0.88, page, cue.end(), end)

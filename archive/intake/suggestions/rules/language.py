"""The languages a paper is written in, by the small words each of them cannot do without."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from archive.intake.suggestions.cues import table
from archive.intake.suggestions.paper import Suggestion
from archive.intake.suggestions.reading import Reading

WORD = re.compile(r"[^\W\d_]+")
LOOKED_AT = 3000  # characters of a page
PAGES = 6
ENOUGH, SHARE = 10, 0.28  # small words found, and their part among those of all languages
SCRIPTS = {
    "ja": re.compile(r"[\u3040-\u30ff]"),
    "ko": re.compile(r"[\uac00-\ud7af]"),
    "zh": re.compile(r"[\u4e00-\u9fff]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
    "th": re.compile(r"[\u0e00-\u0e7f]"),
}
SCRIPT_ENOUGH = 60  # characters of a script


def suggest(reading: Reading) -> Iterator[Suggestion]:
    """Each language that fills a good part of the paper; the first is the main one."""
    pages = dict.fromkeys((*reading.pages[: PAGES - 2], *reading.pages[-2:]))
    counted: Counter[str] = Counter()
    for page in pages:
        counted.update(counts(reading.folded(page)[:LOOKED_AT]))
    total = counted.total()
    for language, found in counted.most_common(3):
        if found >= ENOUGH and found / total >= SHARE:
            page, start, end = _proof(reading, list(pages), language)
            score = round(0.6 + 0.4 * found / total, 2)
            yield reading.suggestion("language", language, score, page, start, end)
    yield from _scripts(reading, list(pages))


def counts(folded: str) -> Counter[str]:
    """How many small words of each language a folded text holds."""
    return Counter(_languages()[word] for word in WORD.findall(folded) if word in _languages())


def of(folded: str) -> str:
    """The language most small words of a short text belong to; empty when none does."""
    ranked = counts(folded).most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return ""
    return ranked[0][0]


def _proof(reading: Reading, pages: list[int], language: str) -> tuple[int, int, int]:
    """The line that speaks the language most plainly."""
    lines = (
        (counts(line[0])[language], page, line.start(), line.end())
        for page in pages
        for line in re.finditer(r"[^\n]{1,200}", reading.folded(page)[:LOOKED_AT])
    )
    return max(lines, key=lambda line: line[0])[1:]


def _scripts(reading: Reading, pages: list[int]) -> Iterator[Suggestion]:
    texts = [(page, reading.text(page)[:LOOKED_AT]) for page in pages]
    texts = [(page, text) for page, text in texts if not text.isascii()]
    kana = sum(len(SCRIPTS["ja"].findall(text)) for _page, text in texts)
    for language, script in SCRIPTS.items():
        if language == "zh" and kana:
            continue
        found = [(page, match) for page, text in texts for match in script.finditer(text)]
        if len(found) >= SCRIPT_ENOUGH:
            page, match = found[0]
            yield reading.suggestion("language", language, 0.7, page, match.start(), match.end())


@cache
def _languages() -> dict[str, str]:
    return {
        word: language for language, words in table("languages")["words"].items() for word in words
    }

"""The parts of a paper that several rules look for: heading, articles, testimonium, references."""

from __future__ import annotations

import re

from archive.intake.suggestions.cues import any_of
from archive.intake.suggestions.reading import Reading

Place = tuple[int, int, int]  # page, start, end

BODY = re.compile(
    any_of(
        (
            *("pada hari ini", "selanjutnya disebut", "yang selanjutnya", "hereinafter"),
            *("berkeinginan", "menimbang", "mengingat", "menyadari", "didorong", "desiring"),
            *("desirous", "recognizing", "recognising", "considering", "whereas", "recalling"),
            *("merujuk", "referring", "pasal 1", "pasal i", "article 1", "article i", "pasal satu"),
            *("yang bertanda tangan", "yang bertandatangan", "the undersigned", "daftar isi"),
            *("abstrak", "abstract", "kata pengantar", "preamble", "mukadimah", "pembukaan"),
        )
    )
)
HEADING = 1100  # characters of a heading where nothing says that the body begins
ARTICLE = re.compile(
    r"(?:^|[\n ]{1,3})(?:pasal|article|artikel)\s{1,4}(\d{1,2}|[ivx]{1,5})(?![^\W_])"
)
TESTIMONIUM = re.compile(
    any_of(
        (
            *(
                "dibuat dalam rangkap",
                "dibuat dan ditandatangani",
                "dibuat di",
                "ditandatangani di",
            ),
            *("sebagai bukti", "demikian nota", "demikian perjanjian", "demikian memorandum"),
            *("demikian kesepakatan", "dibuat rangkap", "in witness whereof", "in witness thereof"),
            *(
                "done in",
                "done at",
                "signed in duplicate",
                "signed at",
                "signed in",
                "made in duplicate",
            ),
            *("the undersigned", "yang bertandatangan di bawah", "yang bertanda tangan di bawah"),
            *("done this", "executed in", "done and signed", "ditandatangani dalam rangkap"),
            *("dibuat pada", "dibuat dan ditanda tangani", "ditanda tangani di", "demikianlah"),
            *(
                "bermeterai cukup",
                "bermaterai cukup",
                "equally authentic",
                "kekuatan hukum yang sama",
            ),
        )
    )
)
REFERENCES = re.compile(
    r"(?:^|\n)\s{0,4}(?:bab\s[ivx]{1,4}\s)?"
    r"(?:daftar\s{1,3}(?:pustaka|referensi|rujukan|bacaan)|references?|referensi|bibliography|"
    r"works cited)"
    r"\s{0,3}:?\s{0,3}(?=\n|$)"
)


def heading(reading: Reading) -> Place | None:
    """The heading: the first page up to where the body begins."""
    return reading.once(_heading)


def _heading(reading: Reading) -> Place | None:
    if not reading.head:
        return None
    page = reading.head[0]
    text = reading.folded(page)
    body = next((at for at in _bodies(text) if at > 60), HEADING)
    return page, 0, min(body, HEADING, len(text))


def _bodies(text: str) -> list[int]:
    return [found.start() for found in BODY.finditer(text, 0, HEADING + 200)]


def is_deed(reading: Reading) -> bool:
    """Whether a paper has articles and a testimonium, as agreements have."""
    return reading.once(_is_deed)


def _is_deed(reading: Reading) -> bool:
    found: set[str] = set()
    for _page, article in reading.find(ARTICLE):
        found.add(article[1])
        if len(found) > 1:
            return reading.says(TESTIMONIUM)
    return False


def references(reading: Reading) -> tuple[int, int]:
    """Where the list of references begins (page, place); behind everything where there is none."""
    return reading.once(_references)


def _references(reading: Reading) -> tuple[int, int]:
    found = list(reading.find(REFERENCES))
    if not found or not reading.pages:
        return (10**9, 0)
    page, last = found[-1]  # the first may stand in the list of contents
    return page, last.start()


def line_of(text: str, at: int) -> tuple[int, int]:
    """The line a place stands in (start, end)."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return start, len(text) if end < 0 else end


def is_heading(text: str, start: int, end: int) -> bool:
    """Whether words stand as a heading: in capitals, or two and more that begin their line so."""
    words = text[start:end]
    letters = [one for one in words if one.isalpha()]
    if not letters:
        return False
    if sum(one.isupper() for one in letters) > 0.7 * len(letters):
        return True
    before = text[line_of(text, start)[0] : start]
    named = all(word[0].isupper() for word in words.split() if len(word) > 3)
    several = words[0].isupper() and named and len(words.split()) > 1
    return several and not any(one.isalnum() for one in before)

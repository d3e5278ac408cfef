"""The numbers a paper bears: one for each party of a deed, one of a letter, a regulation's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.intake.suggestions.paper import Suggestion
from archive.intake.suggestions.reading import Reading
from archive.intake.suggestions.rules.kind import code, is_agreement

LABEL = (
    r"(?:^|\n)[ ]{0,30}(?:surat\s)?(?:nomor|no\.?|number|our ref(?:erence)?|ref)"
    r"(?:[ ](?:surat|pihak(?:[ ](?:kesatu|pertama|kedua|ketiga|i|ii))?|"
    r"[^\W\d_]{3,12})){0,2}[ ]{0,12}[:.;]{1,2}[ ]{0,8}"
)
NUMBER = re.compile(
    LABEL + r"(?P<number>[\w][\w.\-\u2013/() &]{0,60}?[\w)])[ ]{0,8}(?=\n|$|nomor|number|sifat|"
    r"lampiran|tanggal)"
)
ORDER = re.compile(
    r"nomor\s{1,4}:?\s{0,4}(?P<number>[\w./-]{1,30})\s{1,4}tahun\s{1,4}(?P<year>\d{4})"
)
SHAPE = re.compile(r"\d.{0,60}[/.\-].{0,60}[\w]|\d+/|^\d{2,}$")
ON_CARD = re.compile(
    r"(?:^|\n)[ ]{0,8}(?:nomor(?: panggil| katalog| induk)?|no\.? (?:panggil|induk)|call number|"
    r"identifier|dc\.identifier(?:\.uri)?|uri)[ ]{0,12}[:|"
    r"\t][ ]{0,8}(?P<number>[^\n]{2,80}?)[ ]*(?=\n|$)"
)
LONGEST_CALL = 5  # words of a library's number
HEADING, LETTERHEAD = 1600, 900  # characters of the head in which numbers stand
NUMBERED = {
    "correspondence",
    "minutes",
    "activity_report",
    "evaluation_report",
    "terms_of_reference",
}


def suggest(reading: Reading) -> Iterator[Suggestion]:
    """Each number."""
    if not reading.head:
        return
    if code(reading) == "regulation":
        yield from _of_regulation(reading)
    elif code(reading) == "catalogue_record":
        yield from _of_card(reading)
    elif is_agreement(reading) or code(reading) in NUMBERED:
        yield from _of_paper(reading)


def _of_regulation(reading: Reading) -> Iterator[Suggestion]:
    page = reading.head[0]
    found = ORDER.search(reading.folded(page), 0, HEADING)
    if found:
        value = f"{found['number'].upper()} Tahun {found['year']}"
        yield reading.suggestion("numbers", value, 0.9, page, found.start("number"), found.end())


def _of_card(reading: Reading) -> Iterator[Suggestion]:
    """The number a library keeps a work under."""
    page = reading.head[0]
    for found in ON_CARD.finditer(reading.folded(page)):
        start, end = found.span("number")
        said = reading.words(page, start, end)
        if (
            said[0].isalnum()
            and any(one.isdigit() for one in said)
            and len(said.split()) <= LONGEST_CALL
        ):
            yield reading.suggestion("numbers", said, 0.85, page, start, end)


def _of_paper(reading: Reading) -> Iterator[Suggestion]:
    page = reading.head[0]
    limit = HEADING if is_agreement(reading) else LETTERHEAD
    for found in list(NUMBER.finditer(reading.folded(page)[:limit]))[:3]:
        start, end = found.span("number")
        said = reading.words(page, start, end)
        if SHAPE.search(said) and len(said) <= 60 and len(said.split()) <= 6:
            yield reading.suggestion("numbers", said, 0.85, page, start, end)

"""Which pages prove one fact: a link proves a date only where the words it quotes name that date.

A link says that a page speaks of a record, not which of the record's facts stand there. What was
entered beside it (a kind, a status, a field, who took part) is therefore never cited by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from archive import dates
from archive.records import Evidence

PLAIN = re.compile(r"\d{4}(-\d\d){0,2}")
UNSURE = "~?%"  # EDTF's marks for what is about or perhaps so


def naming(proofs: Iterable[Evidence], *wanted: str | None) -> tuple[Evidence, ...]:
    """The links whose quotes name all of these dates (EDTF; None: none to name); none without a
    date."""
    asked = [each for each in wanted if each]
    return tuple(
        each for each in proofs if asked and all(_names(each.link.quote, one) for one in asked)
    )


def _names(quote: str, edtf: str) -> bool:
    """Whether the words hold this year, month or day; a stretch of time is told by no one date."""
    date = edtf.rstrip(UNSURE)
    if not PLAIN.fullmatch(date):
        return False
    if len(date) == len("1988"):
        return re.search(rf"(?<!\d){date}(?!\d)", quote) is not None
    return any(f"{each.edtf}-".startswith(f"{date}-") for each in dates.find(quote))

"""Years and ranges of years as they are typed, open ones too: `2018`, `2018..2022`, `2018..`."""

from __future__ import annotations

import re

FIRST, LAST = 1, 9999  # of a range that is open there
RANGE = r"(?:\d{4}\.\.(?:\d{4})?|\.\.\d{4})"  # what is meant as years without being called so
BARE = re.compile(RANGE)
ONE = re.compile(r"\d{4}")
BETWEEN = re.compile(r"\.\.|[-–]")


def years(text: str) -> tuple[int, int] | None:
    """The first and the last year meant, FIRST and LAST where none is said; None: no years."""
    text = text.strip()
    if BARE.fullmatch(text):
        ends = text.split("..")
    else:
        ends = BETWEEN.split(text, maxsplit=1)
        if not all(map(ONE.fullmatch, ends)):
            return None
    first, last = int(ends[0] or FIRST), int(ends[-1] or LAST)
    return min(first, last), max(first, last)

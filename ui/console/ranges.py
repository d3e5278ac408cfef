"""Pages and years as they are typed: `3`, `3..4`, `2018..2019`."""

from __future__ import annotations

import re

from archive.errors import Invalid

RANGE = re.compile(r"\s*(\d{1,9})\s*(?:(?:\.\.|[-–])\s*(\d{1,9})\s*)?")


def pages(text: str) -> tuple[int, int]:
    """First and last page, physical, from 1. Raises `Invalid("pages", …)`."""
    first, last = _range("pages", text)
    if first < 1:
        raise Invalid("pages", "below_one", text)
    return first, last


def years(text: str | None) -> tuple[int, int] | None:
    """First and last year, inclusive; None where nothing was typed. Raises `Invalid("years", …)`."""
    if text is None:
        return None
    first, last = _range("years", text)
    if not (1000 <= first <= 9999 and 1000 <= last <= 9999):
        raise Invalid("years", "not_a_year", text)
    return first, last


def _range(field: str, text: str) -> tuple[int, int]:
    found = RANGE.fullmatch(text)
    if found is None:
        raise Invalid(field, "not_a_range", text)
    first = int(found[1])
    last = int(found[2] or first)
    if last < first:
        raise Invalid(field, "order", text)
    return first, last

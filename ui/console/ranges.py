"""Pages and years as they are typed: `3`, `3..4`, `2018..2019`."""

from __future__ import annotations

import re

from ui.console.unclear import Unclear
from ui.language import _

RANGE = re.compile(r"\s*([0-9]{1,9})\s*(?:(?:\.\.|[-–])\s*([0-9]{1,9})\s*)?")
FIRST_YEAR, LAST_YEAR = 1000, 9999


def pages(text: str) -> tuple[int, int]:
    """First and last page, physical, from 1. Raises `Unclear`."""
    found = _range(text)
    if found is None or found[0] < 1:
        raise Unclear(
            _("“{text}” names no pages: write one page, or first..last.").format(text=text)
        )
    return found


def years(text: str | None) -> tuple[int, int] | None:
    """First and last year, inclusive; None where nothing was typed. Raises `Unclear`."""
    if text is None:
        return None
    found = _range(text)
    if found is None or found[0] < FIRST_YEAR or found[1] > LAST_YEAR:
        raise Unclear(
            _("“{text}” names no years: write one year, or first..last.").format(text=text)
        )
    return found


def _range(text: str) -> tuple[int, int] | None:
    found = RANGE.fullmatch(text)
    if found is None:
        return None
    first, last = int(found[1]), int(found[2] or found[1])
    return (first, last) if first <= last else None

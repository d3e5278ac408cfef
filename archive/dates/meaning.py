"""What an EDTF date can mean: its earliest and its latest day.

Plain dates and intervals of them are worked out here; the rest of EDTF (unknown digits, seasons,
sets) is left to the `edtf` library, which is slow to import and therefore imported only then.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

EARLIEST, LATEST = "0001-01-01", "9999-12-31"
OPEN, UNKNOWN = "..", ""
PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)", re.ASCII)
EDTF = re.compile(r"[0-9XE~?%.,\[\]{}/-]{4,60}")


@dataclass(frozen=True, slots=True)
class Day:
    """A year, month or day; `doubt` is empty, `~` about, `?` uncertain or `%` both."""

    year: int
    month: int | None = None
    day: int | None = None
    doubt: str = ""

    @property
    def text(self) -> str:
        """As EDTF."""
        parts = [f"{self.year:04}"] + [f"{part:02}" for part in (self.month, self.day) if part]
        return "-".join(parts) + self.doubt


def plain(text: str) -> Day | None:
    """A plain EDTF date (a year, month or day, perhaps doubted).

    None when it is something else or no day.
    """
    found = PLAIN.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups()[:3])
    try:
        date(year or 0, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return Day(year or 0, month, day, found[4])


def bounds(text: str) -> tuple[str, str]:
    """The earliest and latest day an EDTF date can mean (ISO 8601).

    Raises `ValueError` when it is none. An open or unknown end reaches to `LATEST`, an open or
    unknown start back to `EARLIEST`.
    """
    return _interval(*text.split("/")) if text.count("/") == 1 else _single(text)


def years(text: str) -> tuple[int, int]:
    """The first and last year an EDTF date can mean. Raises `ValueError`."""
    earliest, latest = bounds(text)
    return int(earliest[:4]), int(latest[:4])


def canonical(text: str) -> str:
    """The one way to write an EDTF date. Raises `ValueError` when it is none."""
    bounds(text)
    return "/".join(_written(part) for part in text.split("/"))


def _interval(first: str, last: str) -> tuple[str, str]:
    if {first, last} <= {OPEN, UNKNOWN}:
        raise ValueError(f"{first}/{last}")
    earliest = EARLIEST if first in (OPEN, UNKNOWN) else _single(first)[0]
    latest = LATEST if last in (OPEN, UNKNOWN) else _single(last)[1]
    if latest < earliest:
        raise ValueError(f"{first}/{last}")
    return earliest, latest


def _single(text: str) -> tuple[str, str]:
    day = plain(text)
    return _of_day(day) if day else _of_library(text)


def _of_day(day: Day) -> tuple[str, str]:
    first = date(day.year, day.month or 1, day.day or 1)
    month = day.month or 12
    last = date(day.year, month, day.day or calendar.monthrange(day.year, month)[1])
    return first.isoformat(), last.isoformat()


def _of_library(text: str) -> tuple[str, str]:
    parsed = _parsed(text)
    return _iso(parsed.lower_strict(), text), _iso(parsed.upper_strict(), text)


def _iso(moment: Any, text: str) -> str:
    """ISO 8601 of the library's `struct_time`.

    Infinities and years outside the calendar are refused.
    """
    try:
        return date(*moment[:3]).isoformat()
    except (TypeError, ValueError, OverflowError):
        raise ValueError(text) from None


@lru_cache(maxsize=1024)
def _parsed(text: str) -> Any:
    if not EDTF.fullmatch(text):
        raise ValueError(text)
    from edtf import EDTFParseException, parse_edtf

    try:
        return parse_edtf(text)
    except EDTFParseException:
        raise ValueError(text) from None


def _written(part: str) -> str:
    if part in (OPEN, UNKNOWN) or plain(part):
        return part
    return str(_parsed(part)).replace(" ", "")

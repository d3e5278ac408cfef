"""Where an agreement stands today: reckoned from its dates, never stored."""

from __future__ import annotations

from datetime import date

from archive.dates import bounds
from archive.records import Agreement, Validity

NOTICE = 6  # months, where the paper says nothing: the usual notice


def standing(agreement: Agreement, today: date) -> str:
    """A code of the vocabulary `standings`.

    A date that is not known is never taken as past: an end counts as passed when even the latest
    day it can mean has passed.
    """
    now = today.isoformat()
    if agreement.terminated:
        return "terminated" if _latest(agreement.terminated) < now else "active"
    if agreement.validity is Validity.INDEFINITE:
        return "indefinite"
    if agreement.validity is Validity.UNKNOWN or not agreement.ends:
        return "unknown"
    if _latest(agreement.ends) < now:
        return "expired"
    return "expiring" if notice_day(agreement) <= today else "active"


def notice_day(agreement: Agreement) -> date:
    """The day from which an agreement that ends on a date is said to be expiring."""
    assert agreement.ends is not None
    months = NOTICE if agreement.notice_months is None else agreement.notice_months
    end = date.fromisoformat(_latest(agreement.ends))
    year, month = divmod(end.year * 12 + end.month - 1 - months, 12)
    return _clipped(year, month + 1, end.day)


def in_force(agreement: Agreement, year: int) -> bool | None:
    """Whether it held on any day of a year; None where its dates do not tell."""
    starts = agreement.effective or agreement.signed
    if starts is None:
        return None
    if year < int(_earliest(starts)[:4]):
        return False
    ended = agreement.terminated or agreement.ends
    if ended is not None:
        return year <= int(_latest(ended)[:4])
    return True if agreement.validity is Validity.INDEFINITE else None


def _earliest(text: str) -> str:
    return bounds(text)[0] or "0001-01-01"


def _latest(text: str) -> str:
    return bounds(text)[1] or "9999-12-31"


def _clipped(year: int, month: int, day: int) -> date:
    """The day, or the last one its month has."""
    for last in (day, 30, 29, 28):
        try:
            return date(max(1, year), month, min(day, last))
        except ValueError:
            continue
    raise ValueError((year, month, day))

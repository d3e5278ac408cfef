"""A date in a row: its EDTF text beside the earliest and latest day it can mean."""

from __future__ import annotations

from archive.dates import bounds, check
from archive.rules import refuse
from archive.storage.tables import Base


def set_date(row: Base, field: str, text: str | None) -> None:
    """Fill the three columns of a date from EDTF or typed text.

    Raises `Invalid(field, not_a_date)`.
    """
    value = check(text, field) if text and text.strip() else None
    earliest, latest = bounds(value) if value else (None, None)
    for name, part in (("", value), ("_earliest", earliest), ("_latest", latest)):
        setattr(row, field + name, part)


def in_order(start_earliest: str | None, end_latest: str | None, value: object) -> None:
    """Raises `Invalid("ends", "before_start")` when the end at its latest is before the start."""
    if start_earliest and end_latest and end_latest < start_earliest:
        raise refuse("ends", "before_start", value)


def in_vocabulary(kind: str, codes: frozenset[str]) -> str:
    """The kind, when its vocabulary has it. Raises `Invalid("kind", "unknown")`."""
    if kind not in codes:
        raise refuse("kind", "unknown", kind)
    return kind

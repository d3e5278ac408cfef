"""A date in a row: its EDTF text beside the earliest and latest day it can mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from archive.catalogue.names import key, line
from archive.dates import bounds, check
from archive.rules import refuse
from archive.storage.tables import Base


def set_date(row: Base, field: str, text: str | None) -> None:
    """Fill the three columns of a date from EDTF or typed text.

    Raises `Invalid(field, not_a_date)`.
    """
    for name, part in dated(field, text).items():
        setattr(row, name, part)


def dated(field: str, text: str | None) -> dict[str, str | None]:
    """The three columns of a date by name. Raises `Invalid(field, not_a_date)`."""
    value = check(text, field) if text and text.strip() else None
    earliest, latest = bounds(value) if value else (None, None)
    return {field: value, f"{field}_earliest": earliest, f"{field}_latest": latest}


def in_order(start_earliest: str | None, end_latest: str | None, value: object) -> None:
    """Raises `Invalid("ends", "before_start")` when the end at its latest is before the start."""
    if start_earliest and end_latest and end_latest < start_earliest:
        raise refuse("ends", "before_start", value)


def in_vocabulary(value: str, codes: frozenset[str], field: str = "kind") -> str:
    """The code, when its vocabulary has it. Raises `Invalid(field, "unknown")`."""
    if value not in codes:
        raise refuse(field, "unknown", value)
    return value


def optional(value: str, codes: frozenset[str], field: str) -> str:
    """The code, or none. Raises `Invalid(field, "unknown")`."""
    return in_vocabulary(value, codes, field) if value else ""


def several(values: Iterable[str], codes: frozenset[str], field: str) -> list[str]:
    """Codes, each once, in the order given. Raises `Invalid(field, "unknown")`."""
    return [in_vocabulary(value, codes, field) for value in dict.fromkeys(values)]


def lines(values: Iterable[str], but: str = "") -> list[str]:
    """Other names, tidied, each once, and not the name itself."""
    tidy = dict.fromkeys(filter(None, map(line, values)))
    return [name for name in tidy if key(name) != key(but)]


def entries(values: Iterable[Any]) -> list[dict[str, Any]]:
    """Small records as they stand in a JSON column."""
    return [asdict(value) for value in values]

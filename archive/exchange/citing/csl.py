"""CSL-JSON, which Zotero and all that speak CSL take in."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from archive.dates.meaning import Day
from archive.exchange.citing.issued import Issued
from archive.exchange.citing.reference import Reference

AGREEMENTS = (
    *("loi", "mou", "moc", "agreement", "joint_statement", "plan_of_action"),
    *("arrangement", "amendment", "renewal"),
)
TYPES = {
    **dict.fromkeys(AGREEMENTS, "treaty"),
    "thesis": "thesis",
    "article": "article-journal",
    "press": "article-newspaper",
    "photo": "graphic",
    "regulation": "legislation",
    "correspondence": "personal_communication",
    "activity_report": "report",
    "evaluation_report": "report",
}


def csl(references: Iterable[Reference]) -> str:
    """All of them as the text of one file."""
    entries = [entry(each) for each in references]
    return json.dumps(entries, ensure_ascii=False, indent=1) + "\n"


def entry(of: Reference) -> dict[str, Any]:
    """One source; what is not known is left out."""
    values: dict[str, Any] = {
        "id": of.uuid,
        "type": TYPES.get(of.kind, "document"),
        "title": of.title,
        "author": [_name(each.family, each.given) for each in of.authors],
        "issued": _date(of.issued) if of.issued else None,
        "genre": of.genre,
        "language": of.language,
        "abstract": of.abstract,
        "keyword": ", ".join(of.keywords),
        "archive": of.archive,
        "archive_location": of.code,
        "note": of.note,
    }
    return {name: value for name, value in values.items() if value}


def _name(family: str, given: str) -> dict[str, str]:
    return {"family": family, "given": given} if given else {"literal": family}


def _date(of: Issued) -> dict[str, Any]:
    days = [_parts(day) for day in (of.first, of.last) if day is not None]
    return {"date-parts": days} | ({"circa": True} if of.about else {})


def _parts(day: Day) -> list[int]:
    return [part for part in (day.year, day.month, day.day) if part]

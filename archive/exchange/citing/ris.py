"""RIS, which Mendeley, EndNote and Zotero take in: one tag and one value a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archive.dates.meaning import Day
from archive.exchange.citing.csl import AGREEMENTS
from archive.exchange.citing.reference import Reference

TYPES = {
    **dict.fromkeys(AGREEMENTS, "GOVDOC"),
    "thesis": "THES",
    "article": "JOUR",
    "press": "NEWS",
    "photo": "ART",
    "regulation": "STAT",
    "correspondence": "PCOMM",
    "activity_report": "RPRT",
    "evaluation_report": "RPRT",
}
LINE_END = "\r\n"


def ris(references: Iterable[Reference]) -> str:
    """All of them as the text of one file."""
    return LINE_END.join(line for each in references for line in (*_lines(each), ""))


def _lines(of: Reference) -> Iterator[str]:
    yield f"TY  - {TYPES.get(of.kind, 'GEN')}"
    for tag, value in _tagged(of):
        if value:
            yield f"{tag}  - {value}"
    yield "ER  - "


def _tagged(of: Reference) -> Iterator[tuple[str, str]]:
    yield "ID", of.uuid
    for author in of.authors:
        yield "AU", f"{author.family}, {author.given}" if author.given else author.family
    yield "TI", of.title
    yield "TT", of.parallel_title
    if of.issued is not None:
        yield "PY", f"{of.issued.first.year:04}"
        yield "DA", _day(of.issued.first)
    yield "M3", of.genre
    yield "LA", of.language
    yield "AB", of.abstract
    yield from (("KW", word) for word in of.keywords)
    yield "DB", of.archive
    yield "CN", of.code
    yield "N1", of.note


def _day(day: Day) -> str:
    """`2018/09/03`, with nothing between the strokes where it is not known."""
    return "/".join(f"{part:02}" if part else "" for part in (day.year, day.month, day.day))

"""Short ways to ask for suggestions about a text."""

from __future__ import annotations

from typing import Any

from archive.intake.suggestions import Known, PageText, Paper, Suggestion, suggest

ARTICLES = "\nPasal 1\nTujuan\n\nPasal 2\nBiaya\n\n"


def paper(*texts: str, name: str = "berkas.pdf", **metadata: str) -> Paper:
    """A paper with one page a text."""
    pages = tuple(PageText(number, text) for number, text in enumerate(texts, start=1))
    return Paper(name, pages, metadata)


def found(*texts: str, field: str, known: Known | None = None) -> list[Suggestion]:
    """The suggestions of one field."""
    return [one for one in suggest(paper(*texts), known) if one.field == field]


def values(*texts: str, field: str, known: Known | None = None) -> list[Any]:
    """The values proposed for one field; cities by name."""
    said: list[Any] = [one.value for one in found(*texts, field=field, known=known)]
    if field == "partnership":
        return [tuple(city["name"] for city in pair) for pair in said]
    return [one["name"] for one in said] if field == "cities" else said


def deed(*, done: str = "", opening: str = "", articles: str = ARTICLES) -> str:
    """A memorandum between two cities on one page."""
    return (
        "NOTA KESEPAHAMAN\nANTARA\nPEMERINTAH KOTA BANDUNG\nDAN\nPEMERINTAH KOTA SUWON\nTENTANG\n"
        f"KERJA SAMA KOTA KEMBAR\n\n{opening}\n{articles}\n{done}\n"
    )

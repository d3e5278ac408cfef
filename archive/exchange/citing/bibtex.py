"""BibTeX in UTF-8, so written that no sign of a title means anything to TeX."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from archive.exchange.citing.issued import Issued
from archive.exchange.citing.reference import Reference

TYPES = {
    "thesis": "thesis",
    "article": "article",
    "activity_report": "techreport",
    "evaluation_report": "techreport",
}
SIGNS = str.maketrans(
    {sign: f"\\{sign}" for sign in "&%$#_"}
    | {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",  # a plain \{ would still be counted as one that opens
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
WORD = re.compile(r"[a-z]+")
SHORTEST = 4  # letters of the word of a title that goes into a key


def bibtex(references: Iterable[Reference]) -> str:
    """All of them as the text of one file."""
    return "\n".join(_entry(each) for each in references)


def _entry(of: Reference) -> str:
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(of) if value)
    return f"@{TYPES.get(of.kind, 'misc')}{{{key(of)},\n{lines}}}\n"


def key(of: Reference) -> str:
    """A key like `putri2018-12`: the first author or word, the year, the number in the archive."""
    words = _letters(of.authors[0].family) if of.authors else []
    words = words or [word for word in _letters(of.title) if len(word) >= SHORTEST] or ["document"]
    return f"{words[0]}{of.issued.first.year if of.issued else ''}-{of.document}"


def _fields(of: Reference) -> Iterator[tuple[str, str]]:
    yield "author", " and ".join(_author(each.family, each.given) for each in of.authors)
    yield "title", f"{{{_escaped(of.title)}}}"
    yield from _when(of.issued)
    yield "howpublished" if of.kind not in TYPES else "type", _escaped(of.genre)
    yield "language", _escaped(of.language)
    yield "keywords", _escaped(", ".join(of.keywords))
    yield "abstract", _escaped(of.abstract)
    if of.kind in TYPES:
        yield "institution", " and ".join(_bodies(of))
    yield "library" if of.kind in TYPES else "organization", _escaped(of.archive)
    yield "number", _escaped(of.code)
    yield "note", of.note


def _when(of: Issued | None) -> Iterator[tuple[str, str]]:
    if of is None:
        return
    yield "year", f"{of.first.year:04}"
    if of.first.month and of.last is None:
        yield "month", str(of.first.month)
        yield "day", str(of.first.day or "")


def _bodies(of: Reference) -> Iterator[str]:
    """Who issued a work, as far as its creators say: never the archive that keeps it."""
    return (_author(each.family, "") for each in of.authors if each.is_body)


def _author(family: str, given: str) -> str:
    """A person turned round; a body in braces of its own, so that nothing of it is turned."""
    return f"{_escaped(family)}, {_escaped(given)}" if given else f"{{{_escaped(family)}}}"


def _escaped(text: str) -> str:
    return text.translate(SIGNS)


def _letters(text: str) -> list[str]:
    return WORD.findall(
        unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    )

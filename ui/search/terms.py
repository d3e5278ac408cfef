"""Facets as words of the query: what is chosen stands in the box, to be seen and edited."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.vocabulary import label
from search.naming import QUOTES, fields
from ui.language import language

FIELDS = {
    "id": {
        "kind": "jenis",
        "year": "tahun",
        "partnership": "kemitraan",
        "program": "program",
        "field": "bidang",
        "language": "bahasa",
        "title": "judul",
    },
    "en": {
        "kind": "kind",
        "year": "year",
        "partnership": "partnership",
        "program": "program",
        "field": "field",
        "language": "language",
        "title": "title",
    },
}
CODED = {"kind": "document_kinds", "field": "fields", "language": "languages"}
NO_QUOTES = str.maketrans(dict.fromkeys(QUOTES, " "))
PLAIN = re.compile(r"[\w.\-]+")
NOTS = {"id": "BUKAN", "en": "NOT"}
WITH, WITHOUT = "with", "without"


def term(facet: str, value: str) -> str:
    """One value of a facet as it is written into the query, `jenis:surat`."""
    return _term(language(), facet, value)


def shown(facet: str, value: str) -> str:
    """A value of a facet in the words of the window."""
    return label(CODED[facet], value, language()) if facet in CODED else value


def state(query: str, facet: str, value: str) -> str:
    """Whether the query asks for documents WITH a value, WITHOUT it, or for any (empty)."""
    ways = _ways(facet, value)
    found = [shut_out for part, shut_out in _parts(query) if part in ways]
    return (WITHOUT if found[0] else WITH) if found else ""


def has(query: str, facet: str, value: str) -> bool:
    """Whether the query asks for that value, in whichever language it was written."""
    return state(query, facet, value) == WITH


def toggled(query: str, facet: str, value: str, wanted: str = WITH) -> str:
    """The query asking WITH or WITHOUT the value, or no longer where it did so already."""
    now = state(query, facet, value)
    if not now and wanted == WITH:
        return f"{query.rstrip()} {term(facet, value)}".strip()
    ways = _ways(facet, value)
    kept = _joined((part, out) for part, out in _parts(query) if part not in ways)
    if now == wanted:
        return kept
    asked = term(facet, value) if wanted == WITH else f"{_not()} {term(facet, value)}"
    return f"{kept} {asked}".strip()


def without(query: str, facet: str, value: str) -> str:
    """The query without a condition as the search understood it; years as `a..b`."""
    if facet == "year":
        return _joined((part, out) for part, out in _parts(query) if not _is_years(part))
    wanted = value.casefold()
    return _joined((p, out) for p, out in _parts(query) if _value(p, facet).casefold() != wanted)


def with_years(query: str, first: int, last: int) -> str:
    """The query narrowed to these years, instead of any that were asked for."""
    years = str(first) if first == last else f"{first}..{last}"
    wanted = f"{_field(language(), 'year')}:{years}"
    parts = list(_parts(query))
    kept = _joined((part, out) for part, out in parts if not _is_years(part))
    return kept if (wanted, False) in parts else f"{kept} {wanted}".strip()


def years_of(query: str) -> tuple[int, int] | None:
    """The years a query is narrowed to by one word of it."""
    for part, shut_out in _parts(query):
        if _is_years(part) and not shut_out:
            first, _dots, last = part.partition(":")[2].partition("..")
            return int(first), int(last or first)
    return None


def _parts(query: str) -> Iterator[tuple[str, bool]]:
    """The query at its spaces, what is quoted whole; with each, whether it is to be shut out."""
    shut_out = False
    words = re.findall(r'(?:[^\s"]|"[^"]*")+|"', query)
    for at, part in enumerate(words):
        if not shut_out and part in NOTS.values() and at + 1 < len(words) and ":" in words[at + 1]:
            shut_out = True
        else:
            yield part, shut_out
            shut_out = False


def _joined(parts: Iterator[tuple[str, bool]]) -> str:
    return " ".join(f"{_not()} {part}" if shut_out else part for part, shut_out in parts)


def _not() -> str:
    return NOTS.get(language(), NOTS["en"])


def _value(part: str, facet: str) -> str:
    """What a part asks for of a facet; empty where it asks for something else."""
    name, _colon, value = part.partition(":")
    named = {FIELDS[code][facet] for code in FIELDS}
    return value.strip('"').strip() if name.casefold() in named else ""


def _ways(facet: str, value: str) -> set[str]:
    return {_term(code, facet, value) for code in FIELDS} | {
        f"{_field(code, facet)}:{value}" for code in FIELDS
    }


def _term(code: str, facet: str, value: str) -> str:
    value = _named(code, facet, value)
    quoted = value if PLAIN.fullmatch(value) else f'"{value.translate(NO_QUOTES)}"'
    return f"{_field(code, facet)}:{quoted}"


def _named(code: str, facet: str, value: str) -> str:
    """What a value is called; a field by its code, where its label would mean others too."""
    if facet not in CODED:
        return value
    name = label(CODED[facet], value, code)
    return value if facet == "field" and fields(name) != (value,) else name


def _field(code: str, facet: str) -> str:
    return FIELDS.get(code, FIELDS["en"])[facet]


def _is_years(part: str) -> bool:
    fields = "|".join(_field(code, "year") for code in FIELDS)
    return re.fullmatch(rf"(?:{fields}):\d{{4}}(?:\.\.\d{{4}})?", part) is not None

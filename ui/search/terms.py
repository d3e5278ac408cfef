"""Facets as words of the query: what is chosen stands in the box, to be seen and edited."""

from __future__ import annotations

import re

from archive.vocabulary import label
from search.naming import QUOTES
from ui.language import language

FIELDS = {
    "id": {
        "kind": "jenis",
        "year": "tahun",
        "partnership": "kemitraan",
        "program": "program",
    },
    "en": {
        "kind": "kind",
        "year": "year",
        "partnership": "partnership",
        "program": "program",
    },
}
NO_QUOTES = str.maketrans(dict.fromkeys(QUOTES, " "))
PLAIN = re.compile(r"[\w.\-]+")


def term(facet: str, value: str) -> str:
    """One value of a facet as it is written into the query, `jenis:surat`."""
    return _term(language(), facet, value)


def has(query: str, facet: str, value: str) -> bool:
    """Whether the query asks for that value, in whichever language it was written."""
    return any(each in _parts(query) for each in _ways(facet, value))


def toggled(query: str, facet: str, value: str) -> str:
    """The query with the value asked for, or no longer asked for where it was."""
    if not has(query, facet, value):
        return f"{query.rstrip()} {term(facet, value)}".strip()
    ways = _ways(facet, value)
    return " ".join(part for part in _parts(query) if part not in ways)


def with_years(query: str, first: int, last: int) -> str:
    """The query narrowed to these years, instead of any that were asked for."""
    years = str(first) if first == last else f"{first}..{last}"
    wanted = f"{_field(language(), 'year')}:{years}"
    parts = _parts(query)
    kept = " ".join(part for part in parts if not _is_years(part))
    return kept if wanted in parts else f"{kept} {wanted}".strip()


def years_of(query: str) -> tuple[int, int] | None:
    """The years a query is narrowed to by one word of it."""
    for part in _parts(query):
        if _is_years(part):
            first, _dots, last = part.partition(":")[2].partition("..")
            return int(first), int(last or first)
    return None


def _parts(query: str) -> list[str]:
    """The query at its spaces; what is quoted stays whole."""
    return re.findall(r'(?:[^\s"]|"[^"]*")+|"', query)


def _ways(facet: str, value: str) -> set[str]:
    return {_term(code, facet, value) for code in FIELDS} | {
        f"{_field(code, facet)}:{value}" for code in FIELDS
    }


def _term(code: str, facet: str, value: str) -> str:
    value = label("document_kinds", value, code) if facet == "kind" else value
    quoted = value if PLAIN.fullmatch(value) else f'"{value.translate(NO_QUOTES)}"'
    return f"{_field(code, facet)}:{quoted}"


def _field(code: str, facet: str) -> str:
    return FIELDS.get(code, FIELDS["en"])[facet]


def _is_years(part: str) -> bool:
    fields = "|".join(_field(code, "year") for code in FIELDS)
    return re.fullmatch(rf"(?:{fields}):\d{{4}}(?:\.\.\d{{4}})?", part) is not None

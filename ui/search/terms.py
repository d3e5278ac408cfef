"""Facets as words of the query: what is chosen stands in the box, to be seen and edited."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.vocabulary import label
from search.naming import CODED, FACTS, QUOTES, coded, fields, folded, kinds
from search.years import BARE, FIRST, years
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
CALLED = ("partnership", "program")  # the search takes a part of their names
NO_QUOTES = str.maketrans(dict.fromkeys(QUOTES, " "))
PLAIN = re.compile(r"[\w.\-]+")
NOTS = {"id": "BUKAN", "en": "NOT"}
NAMED = re.compile(
    rf"(?i:{'|'.join({name for names in FIELDS.values() for name in names.values()})}):\S"
)
WITH, WITHOUT = "with", "without"


def term(facet: str, value: str) -> str:
    """One value of a facet as it is written into the query, `jenis:surat`."""
    return _term(language(), facet, value)


def shown(facet: str, value: str) -> str:
    """A value of a facet in the words of the window."""
    return label(CODED[facet], value, language()) if facet in CODED else value


def state(query: str, facet: str, value: str) -> str:
    """Whether the query asks for documents WITH a value, WITHOUT it, or for any (empty)."""
    found = [sign for part, sign in _parts(query) if _asks(part, facet, value)]
    return (WITHOUT if found[0] else WITH) if found else ""


def has(query: str, facet: str, value: str) -> bool:
    """Whether the query asks for that value, in whichever language it was written."""
    return state(query, facet, value) == WITH


def toggled(query: str, facet: str, value: str, wanted: str = WITH) -> str:
    """The query asking WITH or WITHOUT the value, or no longer where it did so already."""
    now = state(query, facet, value)
    if not now and wanted == WITH:
        return f"{query.rstrip()} {term(facet, value)}".strip()
    parts = _parts(query)
    kept = _joined((part, sign) for part, sign in parts if not _asks(part, facet, value))
    if now == wanted:
        return kept
    asked = term(facet, value) if wanted == WITH else f"{_not()} {term(facet, value)}"
    return f"{kept} {asked}".strip()


def without(query: str, facet: str, value: str) -> str:
    """The query without a condition as the search understood it; years as `a..b`."""
    if facet == "year":
        return _joined((part, sign) for part, sign in _parts(query) if not _years(part))
    wanted = value.casefold()
    return _joined((p, sign) for p, sign in _parts(query) if _value(p, facet).casefold() != wanted)


def with_years(query: str, first: int, last: int) -> str:
    """The query narrowed to these years, instead of any that were asked for."""
    span = str(first) if first == last else f"{first}..{last}"
    wanted = f"{_field(language(), 'year')}:{span}"
    parts = list(_parts(query))
    kept = _joined((part, sign) for part, sign in parts if sign or not _years(part))
    return kept if (wanted, "") in parts else f"{kept} {wanted}".strip()


def years_of(query: str) -> tuple[int, int] | None:
    """The years a query is narrowed to by one word of it."""
    return next(
        (found for part, sign in _parts(query) if (found := _years(part)) and not sign), None
    )


def years_without(query: str) -> frozenset[int]:
    """The years that a query shuts out."""
    spans = (_years(part) or (FIRST, 0) for part, sign in _parts(query) if sign)
    return frozenset(year for first, last in spans for year in range(first, last + 1))


def words_of(query: str) -> str:
    """The words that were typed, without conditions: the same while only facets change."""
    return " ".join(part.casefold() for part in _typed(query))


def _typed(query: str) -> Iterator[str]:
    """The parts that are no conditions."""
    for part, _sign in _parts(query):
        if not NAMED.match(part) and not _years(part):
            yield part


def _parts(query: str) -> Iterator[tuple[str, str]]:
    """The query at its spaces, what is quoted whole; with each, what shuts it out (empty:
    nothing), a dash as it was typed."""
    before = ""
    words = re.findall(r'(?:[^\s"]|"[^"]*")+|"', query)
    for at, part in enumerate(words):
        if not before and part in NOTS.values() and at + 1 < len(words) and ":" in words[at + 1]:
            before = f"{_not()} "
        elif not before and part.startswith("-") and NAMED.match(part, 1):
            yield part[1:], "-"
        else:
            yield part, before
            before = ""


def _joined(parts: Iterator[tuple[str, str]]) -> str:
    return " ".join(f"{sign}{part}" for part, sign in parts)


def _not() -> str:
    return NOTS.get(language(), NOTS["en"])


def _years(part: str) -> tuple[int, int] | None:
    """The years a part asks for, called so or as a range of years alone."""
    name, colon, value = part.partition(":")
    if colon:
        return years(value) if FACTS.get(name.casefold()) == "year" else None
    return years(part) if BARE.fullmatch(part) else None


def _value(part: str, facet: str) -> str:
    """What a part asks for of a facet; empty where it asks for something else."""
    name, _colon, value = part.partition(":")
    named = {FIELDS[code][facet] for code in FIELDS}
    return value.strip('"').strip() if name.casefold() in named else ""


def _asks(part: str, facet: str, value: str) -> bool:
    """Whether a part asks for this value, in whichever language and writing."""
    name, colon, typed = part.partition(":")
    if not colon or FACTS.get(name.casefold()) != facet:
        return False
    typed = typed.strip('"')
    wanted, name = folded(typed), folded(value.translate(NO_QUOTES))
    part_will_do = facet in CALLED and bool(wanted)
    meant = (value,) == _meant(facet, typed)
    return meant or wanted == name or (part_will_do and wanted in name)


def _meant(facet: str, typed: str) -> tuple[str, ...]:
    """The codes that are meant; none where a facet has no codes."""
    if facet == "field":
        return fields(typed)
    if facet == "kind":
        return kinds(typed)
    return coded(CODED[facet], typed) if facet in CODED else ()


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

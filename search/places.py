"""The names a place goes by beside the one that is asked for, as far as any table knows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from archive.records import Synonym
from search.naming import folded


def other_names(name: str, rows: Iterable[Synonym]) -> tuple[str, ...]:
    """What a place is called beside `name`; `rows` are words that mean the same."""
    wanted, of_rows = folded(name), ((row.term, *row.equivalents) for row in rows)
    found = (names for names in (*_places(), *of_rows) if wanted in map(folded, names))
    others = (other for names in found for other in names)
    return tuple(dict.fromkeys(other for other in others if folded(other) != wanted))


@cache
def _places() -> tuple[tuple[str, ...], ...]:
    """Those of which more than one name is known."""
    return tuple(_read())


def _read() -> Iterator[tuple[str, ...]]:
    from archive.intake.suggestions.cues import table  # with all that reads papers: only if needed

    for places in table("gazetteer")["places"].values():
        yield from (tuple(names) for names in places if len(names) > 1)

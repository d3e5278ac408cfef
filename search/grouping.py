"""Words that are one entry of the table stay together where operators stand between words.

The query language lets OR and NOT take just the word beside them: `kota kembar ATAU festival` would
ask for `kota`, and for one of the other two. Nobody means that of words that belong together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from search.language import tokens
from search.query import LONGEST, NEAR, OPERATORS, operators_of
from search.synonyms import Table

PIECE = re.compile(r'"[^"]*"|[()]|[^\s()"]+')
PLAIN = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def grouped(query: str, table: Table) -> str:
    """The query with brackets around such words; as it is where no operator stands in it."""
    pieces = PIECE.findall(query)
    if not operators_of(query) or any(piece.startswith(NEAR) for piece in pieces):
        return query
    written = " ".join(_bracketed(pieces, table))
    return written if len(written) <= LONGEST and query.count('"') % 2 == 0 else query


def _bracketed(pieces: Sequence[str], table: Table) -> Iterator[str]:
    at = 0
    while at < len(pieces):
        size = _together(pieces[at : at + table.longest], table)
        words = " ".join(pieces[at : at + size])
        yield f"({words})" if size > 1 else words
        at += size


def _together(pieces: Sequence[str], table: Table) -> int:
    """How many pieces from the first on are one entry of the table; 1 where none are."""
    plain = next((at for at, each in enumerate(pieces) if not _is_plain(each)), len(pieces))
    sizes = range(plain, 1, -1)
    return next((size for size in sizes if table.of(_words(pieces[:size]))), 1)


def _is_plain(piece: str) -> bool:
    return PLAIN.fullmatch(piece) is not None and piece not in OPERATORS


def _words(pieces: Iterable[str]) -> tuple[str, ...]:
    return tuple(tokens(" ".join(pieces)))

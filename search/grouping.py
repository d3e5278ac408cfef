"""Words that are one entry of the table stay together where operators stand between words.

The query language lets OR and NOT take just the word beside them: `kota kembar ATAU festival` would
ask for `kota`, and for one of the other two. Nobody means that of words that belong together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from search.language import tokens
from search.query import LONGEST, NEAR, OPERATORS, operators_of
from search.synonyms import Table

PIECE = re.compile(r'(?:[^\s()"]|"[^"]*")+|[()"]')
PLAIN = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
Pieces = Sequence[re.Match[str]]


def grouped(query: str, table: Table) -> str:
    """The query with brackets around such words; as it is where no operator stands in it."""
    if not operators_of(query):
        return query
    pieces = tuple(PIECE.finditer(query))
    if any(piece[0].startswith(NEAR) for piece in pieces):
        return query
    written, at = "", 0
    for first, last in _together(pieces, table):
        written += f"{query[at:first]}({query[first:last]})"
        at = last
    written += query[at:]
    return written if len(written) <= LONGEST else query


def _together(pieces: Pieces, table: Table) -> Iterator[tuple[int, int]]:
    """From where to where words stand that are one entry of the table."""
    at = 0
    while at < len(pieces):
        size = _size(pieces[at : at + table.longest], table)
        if size > 1:
            yield pieces[at].start(), pieces[at + size - 1].end()
        at += size


def _size(pieces: Pieces, table: Table) -> int:
    """How many pieces from the first on are one entry; 1 where none are."""
    plain = next((at for at, each in enumerate(pieces) if not _is_plain(each[0])), len(pieces))
    sizes = range(plain, 1, -1)
    return next((size for size in sizes if table.of(_words(pieces[:size]))), 1)


def _is_plain(piece: str) -> bool:
    return PLAIN.fullmatch(piece) is not None and piece not in OPERATORS


def _words(pieces: Pieces) -> tuple[str, ...]:
    return tuple(tokens(" ".join(piece[0] for piece in pieces)))

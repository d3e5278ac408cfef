"""Frozen records of what can be asked for by name, and of a search as it is stated on paper."""

from __future__ import annotations

from dataclasses import dataclass

from archive.records.values import Access


@dataclass(frozen=True, slots=True)
class Called:
    """Something with a name: `kind` is partnership, program, code or title."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class StatedFilter:
    """One condition of a search: a value of kind, year, partnership, program, field or language.

    Kinds, fields and languages are as a person typed them, years are `a..b`.
    """

    name: str
    value: str
    without: bool = False


@dataclass(frozen=True, slots=True)
class StatedHit:
    """A document found: its id, title, kind (a code), date (EDTF or None), and its pages.

    `pages` are the best ones, as printed on them where known; there are `page_count` in all.
    """

    document: int
    title: str
    kind: str
    date: str | None
    pages: tuple[str, ...] = ()
    page_count: int = 0


@dataclass(frozen=True, slots=True)
class SearchStatement:
    """What was searched, how, and with what result, so that "nothing found" is worth something.

    `documents` and `pages` are all that a reader of `level` could have found; of the pages
    `unread` have not been read yet and `unreadable` cannot be. `complete`: the index held all of
    them. `total` documents were found; `hits` are the first of them.
    """

    query: str
    added: tuple[str, ...]
    filters: tuple[StatedFilter, ...]
    documents: int
    pages: int
    unread: int
    unreadable: int
    complete: bool
    level: Access
    total: int
    hits: tuple[StatedHit, ...]

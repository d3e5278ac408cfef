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

    Kinds, fields and languages are as a person typed them, years are `a..b`. It is true of so many
    `documents` (None: not counted). `either`: of those of its name any will do.
    """

    name: str
    value: str
    without: bool = False
    documents: int | None = None
    either: bool = False


@dataclass(frozen=True, slots=True)
class StatedWord:
    """What was looked for, and in how many documents it stands, itself or a form of it.

    `documents` is None for a word that need not stand in any, since it only asks or joins.
    `added`: by the table of words that mean the same. `without`: it was to stand in none.
    """

    text: str
    documents: int | None
    added: bool = False
    without: bool = False


@dataclass(frozen=True, slots=True)
class StatedHit:
    """A document found: its id, title, kind (a code), date (EDTF or None), and its pages.

    `pages` are the best ones, as printed on them where known; there are `page_count` in all. Of the
    words looked for it does not hold those `missing`, nor any that mean the same.
    """

    document: int
    title: str
    kind: str
    date: str | None
    pages: tuple[str, ...] = ()
    page_count: int = 0
    code: str = ""
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnsearchedPaper:
    """A document that could not be searched whole: of its `pages`, `unread` have not been read yet
    and `unreadable` cannot be. `trouble` is what keeps its file from being read (a code, or empty).
    """

    document: int
    title: str
    file: str
    code: str
    pages: int
    unread: int
    unreadable: int
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Unsearched:
    """The first `papers` that could not be searched whole, by title, and how many there are.

    Nothing above a reader's level is among them; so many documents lie above it (`withheld`), and
    so many in the trash.
    """

    papers: tuple[UnsearchedPaper, ...] = ()
    count: int = 0
    withheld: int = 0
    trashed: int = 0


@dataclass(frozen=True, slots=True)
class SearchStatement:
    """What was searched, how, and with what result, so that "nothing found" is worth something.

    `documents` and `pages` are all that a reader of `level` could have found; of the pages
    `unread` have not been read yet and `unreadable` cannot be. `complete`: the index held all of
    them; if not, so many changes waited for it (`behind`). `total` documents were found; `hits` are
    the first of them. `searched` is when, ISO 8601 with its offset from UTC.

    Of the documents that passed the filters (`passing`), `whole` hold all the words; both are None
    where that was not counted. `notices` are those of the answer. `added` words were looked for as
    well, unless `synonyms` were switched off; those `taken_out` would have been.
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
    searched: str = ""
    notices: tuple[str, ...] = ()
    words: tuple[StatedWord, ...] = ()
    synonyms: bool = True
    taken_out: tuple[str, ...] = ()
    behind: int = 0
    passing: int | None = None
    whole: int | None = None
    unsearched: Unsearched = Unsearched()

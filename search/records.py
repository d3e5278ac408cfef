"""Frozen records of a search: what was asked and what was answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape

from archive.catalogue.facts import Facet, Filters
from archive.records import Document
from search.synonyms import Added
from search.tree import Fact

PLAIN_WORDS = "plain_words"  # the query could not be parsed and was searched as plain words
SHORTENED = "shortened"  # the query was too long and its end was left out
BEST, BY_DATE, BY_TITLE = "best", "date", "title"  # the orders of an answer
MEANT, MISREAD = "meant", "misread"  # the kinds of suggestions
WORD = "word"  # the kind of a completion that is no name
MOST_WORDS = "most_words"  # no document has all words; those with most of them are told
PAGES_SHOWN = 3  # pages of a document that are shown
BEGUN = "begun"  # no word is like the last one; words that begin so were searched
INCOMPLETE = "incomplete"  # the index does not hold everything yet


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What a person asks.

    `order` is BEST, BY_DATE (the newest first) or BY_TITLE. `sequence` comes back in the answer,
    so that stale ones can be dropped. With `synonyms`, words of the table are looked for beside
    those typed, but for those of them `without` which it shall be. The best `pages` of each
    document are shown, up to PAGES_SHOWN; `Finder.completed` adds the others later.
    """

    query: str
    filters: Filters = field(default_factory=Filters)
    limit: int = 20
    offset: int = 0
    sequence: int = 0
    order: str = BEST
    synonyms: bool = True
    without: frozenset[str] = frozenset()
    pages: int = PAGES_SHOWN


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a page's text, and where in it the hits stand.

    The marks are offsets, end excluded, in order.
    """

    text: str
    marks: tuple[tuple[int, int], ...] = ()

    def html(self, open: str = "<b>", close: str = "</b>") -> str:
        """The piece as HTML, its hits between the two tags and all else escaped."""
        parts, at = [], 0
        for start, end in self.marks:
            parts += [escape(self.text[at:start]), open, escape(self.text[start:end]), close]
            at = end
        return "".join([*parts, escape(self.text[at:])])


@dataclass(frozen=True, slots=True)
class PageHit:
    """One page with hits: its number, its printed label where the file has one, its best piece.

    `hits` is how many stand on it, `confidence` (0 to 1) how sure the machine was that read its
    picture, else None.
    """

    page: int
    label: str
    snippet: Snippet
    confidence: float | None = None
    hits: int = 0


@dataclass(frozen=True, slots=True)
class DocumentHit:
    """One document found: its best pages first, and on how many pages the words stand.

    `following` are the numbers of pages that would be shown next.
    """

    document: Document
    score: float
    pages: tuple[PageHit, ...]
    page_count: int
    following: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Another query that finds `total` documents.

    One with the word that was MEANT instead of one typed, or with words that are most likely
    a MISREAD form of it (`other`, parted by commas) beside it. Where several words were put right
    at once, `other` is the whole query.
    """

    kind: str
    word: str
    other: str
    query: str
    total: int


@dataclass(frozen=True, slots=True)
class Completion:
    """What the text from `start` on may become.

    A WORD of the papers, something called so (a partnership, program, code or title), or the code
    of a kind, field or language.
    """

    kind: str
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Cost:
    """A filter of a query, any of whose facts must hold (`without`: none may).

    `total` is how many documents there would be without it. `of_all`: these are all filters.
    """

    facts: tuple[Fact, ...]
    without: bool
    total: int
    of_all: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found: `total` documents, of which `hits` are the window asked for.

    Each facet counts what would be found without the filters of its own. `ms` is the time it took,
    in milliseconds. `added` are the words that were looked for beside those typed.
    """

    query: str
    total: int
    hits: tuple[DocumentHit, ...]
    facets: tuple[Facet, ...]
    suggestion: str | None
    notices: tuple[str, ...]
    ms: float
    sequence: int = 0
    costs: tuple[Cost, ...] = ()
    added: tuple[Added, ...] = ()


@dataclass(frozen=True, slots=True)
class IndexState:
    """How true the index is.

    The last change it needs no more for, how many later ones wait, and whether it holds all else.
    """

    sequence: int
    behind: int
    complete: bool

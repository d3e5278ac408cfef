"""What is marked beside the words of a page: hits, the current hit, quotes, the selection."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from archive.text import find_quote
from ui.reader.hits import HitFinder
from ui.reader.page_text import PageText, Span
from ui.reader.paper import Paper


class Ink(StrEnum):
    """Kinds of marks, each with a colour of its own."""

    HIT = "hit"
    CURRENT = "current"
    QUOTE = "quote"
    FINDING = "finding"
    SELECTED = "selected"


@dataclass(frozen=True, slots=True)
class Quote:
    """A link or a finding as the page view shows it; `told` is its tooltip.

    No words: the whole pages.
    """

    id: int
    first_page: int
    last_page: int
    words: str
    told: str
    ink: Ink = Ink.QUOTE


@dataclass(frozen=True, slots=True)
class Quoted:
    """Where a quote stands on a page; no span: not found there, or the whole page is meant."""

    quote: Quote
    span: Span | None


@dataclass(frozen=True)
class Words:
    """A page as it is read by the view: characters, hits and quotes of it."""

    text: PageText
    hits: tuple[Span, ...] = ()
    quoted: tuple[Quoted, ...] = ()
    asked: object = field(default=None, compare=False)  # which question and quotes it answers


def read(
    paper: Paper, page: int, finder: HitFinder | None, quotes: Sequence[Quote], asked: object
) -> Words:
    """Read one page with its hits and the quotes that touch it. In the rendering thread."""
    text = paper.words(page)
    hits = text.marks(finder) if finder is not None else ()
    return Words(text, hits, tuple(_placed(paper, page, text, quotes)), asked)


def _placed(paper: Paper, page: int, text: PageText, quotes: Sequence[Quote]) -> Iterable[Quoted]:
    for quote in quotes:
        if quote.first_page <= page <= quote.last_page:
            yield Quoted(quote, _stretch(paper, page, text, quote) if quote.words else None)


def _stretch(paper: Paper, page: int, text: PageText, quote: Quote) -> Span | None:
    """The part of a quote that stands on this page; a quote may run over a page break."""
    pages = range(quote.first_page, quote.last_page + 1)
    texts = [text.characters if one == page else paper.text(one) for one in pages]
    found = find_quote(quote.words, "\n".join(texts))
    if found is None:
        return None
    offset = sum(len(before) + 1 for before in texts[: page - quote.first_page])
    start, end = max(0, found[0] - offset), min(len(text), found[1] - offset)
    return (start, end) if start < end else None

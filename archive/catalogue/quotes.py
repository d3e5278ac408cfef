"""Where words stand: pages and quotes of links and findings, checked against what was read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Protocol

from sqlalchemy.orm import Session

from archive.catalogue import pages
from archive.catalogue.names import block
from archive.records import Access, Page
from archive.rules import refuse
from archive.storage.questions import within
from archive.text import find_quote

BREAK = "\n"  # between two pages, so that a word hyphenated over the break is joined like any other


class Standing(Protocol):
    """Anything that stands on pages of a document."""

    @property
    def document(self) -> int: ...
    @property
    def first_page(self) -> int: ...
    @property
    def last_page(self) -> int: ...
    @property
    def quote(self) -> str: ...


def check_pages(draft: Standing, count: int) -> None:
    """Raises `Invalid("pages", ...)` when a document of so many pages has not these."""
    if draft.first_page < 1:
        raise refuse("pages", "below_one", draft.first_page)
    if draft.last_page < draft.first_page:
        raise refuse("pages", "order", f"{draft.first_page}..{draft.last_page}")
    if draft.last_page > count:
        raise refuse("pages", "beyond_end", count)


def check_years(first: int | None, last: int | None) -> None:
    """Raises `Invalid("years", ...)` unless both are years in order, or none is given."""
    if first is None or last is None:
        if first is not last:
            raise refuse("years", "half", first or last)
        return
    if not (1000 <= first <= 9999 and 1000 <= last <= 9999):
        raise refuse("years", "not_a_year", f"{first}..{last}")
    if last < first:
        raise refuse("years", "order", f"{first}..{last}")


def anchored(session: Session, draft: Standing) -> tuple[str, dict[str, int] | None]:
    """The quote and where it stands. Raises `Invalid("quote", ...)` when it does not."""
    quote = block(draft.quote)
    if not quote:
        return "", None
    linked = standing_on(session, draft.document, draft.first_page, draft.last_page)
    if not any(page.text for page in linked):
        raise refuse("quote", "no_text", quote)
    found = find_quote(quote, BREAK.join(page.text for page in linked))
    if found is None:
        raise refuse("quote", "not_on_pages", quote)
    return quote, anchor_of(linked, *found)


def standing_on(session: Session, document: int, first: int, last: int) -> Sequence[Page]:
    """These pages of a document, as far as they are there; whatever the reader's level."""
    places = [(document, number) for number in range(first, last + 1)]
    found = pages.at(within(session), places, max(Access))
    return [found[place] for place in places if place in found]


def anchor_of(linked: Sequence[Page], start: int, end: int) -> dict[str, int]:
    """The place of a quote, its offsets counted on the pages where it begins and ends."""
    lengths = (len(page.text) + len(BREAK) for page in linked)
    begins = list(accumulate(lengths, initial=0))[: len(linked)]
    first = max(at for at, begin in enumerate(begins) if begin <= start)
    last = max(at for at, begin in enumerate(begins) if begin < max(end, start + 1))
    return {
        "page": linked[first].number,
        "version": linked[first].version,
        "start": start - begins[first],
        "end_page": linked[last].number,
        "end_version": linked[last].version,
        "end": end - begins[last],
    }

"""Phrases that begin on one page and end on the next: the document has them, no page alone does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from archive.records import Page
from search.marks import Marker
from search.records import PageHit
from search.snippets import snippet

EDGE = 400  # characters looked at on either side of a page's end


def crossings(pages: Sequence[Page], marks: Marker) -> Iterator[PageHit]:
    """The pages at whose end a hit begins that ends on the next page with text."""
    written = [page for page in pages if page.text]
    for page, following in pairwise(written):
        before, after = page.text[-EDGE:].rstrip(), following.text[:EDGE]
        found = marks(f"{before} {after}")
        across = tuple(span for span in found if span[0] < len(before) < span[1])
        if across:
            piece = snippet(f"{before} {after}", across)
            yield PageHit(page.number, page.label, piece, page.confidence)

"""What is shown of the documents found: their records, their best pages and a piece of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from archive.catalogue.documents import Documents
from archive.records import Page
from search.crossing import crossings
from search.marks import marker
from search.ranking import Ranked
from search.reading import Span
from search.records import DocumentHit, PageHit
from search.snippets import snippet
from search.tree import Node, Words, wanted

PAGES_SHOWN = 3  # pages with a snippet for each document
LOOKED_THROUGH = 5  # documents of a window read page by page for phrases across page breaks

Place = tuple[int, int]  # document and page


class Showing:
    """Shows the documents of one answer; reads each page once, whoever asks for it."""

    def __init__(self, documents: Documents, tree: Node | None) -> None:
        self._documents = documents
        self._tree = tree
        self._marks = marker(tree)
        self._read: dict[Place, Page] = {}

    def pages(self, places: Iterable[Place]) -> dict[Place, Page]:
        """The pages at these places, in their order; those not there are left out."""
        asked = list(places)
        missing = [place for place in asked if place not in self._read]
        if missing:
            self._read |= self._documents.pages_at(missing)
        return {place: self._read[place] for place in asked if place in self._read}

    def hits(self, ranked: Sequence[Ranked]) -> tuple[DocumentHit, ...]:
        """The rows that are to be seen, with what is shown of their pages."""
        documents = self._documents.some([each.id for each in ranked])
        shown = self._shown(ranked) | self._across(ranked)
        return tuple(
            DocumentHit(
                documents[each.id],
                each.score,
                shown.get(each.id, ()),
                max(len(each.pages), len(shown.get(each.id, ()))),
            )
            for each in ranked
            if each.id in documents
        )

    def _shown(self, ranked: Sequence[Ranked]) -> dict[int, tuple[PageHit, ...]]:
        """The best pages of each document, with the piece of text that shows why."""
        shown: dict[int, list[PageHit]] = {each.id: [] for each in ranked}
        best = ((each.id, page) for each in ranked for page, _ in each.pages[:PAGES_SHOWN])
        for (item, _), page in self.pages(best).items():
            shown[item].append(_page_hit(page, self._marks(page.text)))
        return {item: tuple(pages) for item, pages in shown.items()}

    def _across(self, ranked: Sequence[Ranked]) -> dict[int, tuple[PageHit, ...]]:
        """Where phrases run over a page break in documents that have them on no single page."""
        if not any(isinstance(leaf, Words) and len(leaf.words) > 1 for leaf in wanted(self._tree)):
            return {}
        pageless = [each.id for each in ranked if not each.pages][:LOOKED_THROUGH]
        found = (
            (document.id, tuple(islice(crossings(pages, self._marks), PAGES_SHOWN)))
            for document, pages in self._documents.entries(pageless)
        )
        return {item: hits for item, hits in found if hits}


def _page_hit(page: Page, marks: tuple[Span, ...]) -> PageHit:
    piece = snippet(page.text, marks)
    return PageHit(page.number, page.label, piece, page.confidence, len(marks))

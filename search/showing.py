"""What is shown of the documents found: their records, their best pages and a piece of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from archive.catalogue.documents import Documents
from archive.records import Page
from search.crossing import crossings
from search.marks import marker
from search.ranking import Ranked
from search.reading import Span
from search.records import PAGES_SHOWN, DocumentHit, PageHit
from search.snippets import snippet
from search.tree import Node, Words, wanted

LOOKED_THROUGH = 5  # documents of a window read page by page for phrases across page breaks

Place = tuple[int, int]  # document and page


@dataclass(frozen=True, slots=True)
class Marked:
    """A page, and where the wanted words stand in its text."""

    page: Page
    marks: tuple[Span, ...]


class Showing:
    """Shows the documents of one answer; reads each page once, whoever asks for it."""

    def __init__(self, documents: Documents, tree: Node | None) -> None:
        self._documents = documents
        self._tree = tree
        self._marks = marker(tree)
        self._marked: dict[Place, Marked] = {}

    def marked(self, places: Iterable[Place]) -> dict[Place, Marked]:
        """The pages at these places, in their order; those not there are left out."""
        asked = list(places)
        missing = [place for place in asked if place not in self._marked]
        if missing:
            read = self._documents.pages_at(missing).items()
            self._marked |= {place: Marked(page, self._marks(page.text)) for place, page in read}
        return {place: self._marked[place] for place in asked if place in self._marked}

    def hits(self, ranked: Sequence[Ranked], shown: int) -> tuple[DocumentHit, ...]:
        """The rows that are to be seen, with what is shown of so many pages of each."""
        documents = self._documents.some([each.id for each in ranked])
        pages = self._pages(ranked, shown) | self._across(ranked)
        return tuple(
            DocumentHit(
                documents[each.id],
                each.score,
                pages.get(each.id, ()),
                max(len(each.pages), len(pages.get(each.id, ()))),
                tuple(page for page, _ in each.pages[shown:PAGES_SHOWN]),
            )
            for each in ranked
            if each.id in documents
        )

    def completed(self, hits: Sequence[DocumentHit]) -> tuple[DocumentHit, ...]:
        """Rows with the pages that follow those shown; each keeps what it has."""
        found = self._of((hit.document.id, page) for hit in hits for page in hit.following)
        return tuple(
            replace(hit, pages=hit.pages + found.get(hit.document.id, ()), following=())
            for hit in hits
        )

    def _of(self, places: Iterable[Place]) -> dict[int, tuple[PageHit, ...]]:
        """What is shown of these pages, by document."""
        shown: dict[int, list[PageHit]] = {}
        for (item, _), marked in self.marked(places).items():
            shown.setdefault(item, []).append(_page_hit(marked))
        return {item: tuple(pages) for item, pages in shown.items()}

    def _pages(self, ranked: Sequence[Ranked], shown: int) -> dict[int, tuple[PageHit, ...]]:
        """The best pages of each document, with the piece of text that shows why."""
        return self._of((each.id, page) for each in ranked for page, _ in each.pages[:shown])

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


def _page_hit(marked: Marked) -> PageHit:
    page, marks = marked.page, marked.marks
    piece = snippet(page.text, marks)
    return PageHit(page.number, page.label, piece, page.confidence, len(marks))

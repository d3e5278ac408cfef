"""What a search found as a table: each document with the pages that have the words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from archive.exchange.tables import Cell, Column, Sort, Table
from archive.progress import Progress, Step
from search.finder import Finder
from search.records import DocumentHit, SearchRequest
from ui.language import _
from ui.listings.documents import SORTS, cell, heading

COLUMNS = ("title", "kind", "date", "reference_code", "creator", "pages")
TOGETHER = 200
BETWEEN = ", "


def search_table(finder: Finder, request: SearchRequest, progress: Progress | None = None) -> Table:
    """All that is found, in the order asked for. Raises `Cancelled`."""
    heads = tuple(Column(heading(code), SORTS.get(code, Sort.TEXT)) for code in COLUMNS)
    rows = tuple(map(_row, _hits(finder, request, progress or Progress())))
    return Table(_("What was found"), (*heads, Column(_("Pages found")), Column(_("Text"))), rows)


def found_ids(finder: Finder, request: SearchRequest, progress: Progress) -> tuple[int, ...]:
    """The documents that are found, in the order asked for. Raises `Cancelled`."""
    return tuple(hit.document.id for hit in _hits(finder, request, progress))


def _hits(finder: Finder, request: SearchRequest, progress: Progress) -> Iterator[DocumentHit]:
    """One window after the other, until there are no more."""
    done, total = 0, 1
    while done < total:
        answer = finder.search(replace(request, limit=TOGETHER, offset=done))
        total, done = answer.total, done + TOGETHER
        progress.report(Step(min(done, total), total))
        yield from answer.hits
        if not answer.hits:
            return


def _row(hit: DocumentHit) -> tuple[Cell, ...]:
    pages = BETWEEN.join(page.label or str(page.page) for page in hit.pages)
    text = hit.pages[0].snippet.text if hit.pages else ""
    return *(cell(code)(hit.document) for code in COLUMNS), pages, text

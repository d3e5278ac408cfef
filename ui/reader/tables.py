"""Which pages a table is to be read from: those selected, or the one that is looked at."""

from __future__ import annotations

from archive.intake.table_grid import Bounds
from ui.reader.source import Source
from ui.reader.view import PageView
from ui.tabulating import Wanted

AROUND = 4.0  # points above and below: the rules of a table, and no ink of the lines beyond
WIDEST = 20_000.0  # points; rows go over the whole page
FEWEST_LINES = 2  # less was selected for another purpose


def wanted_tables(source: Source, view: PageView) -> Wanted:
    """The pages of the selection, on one page only the lines that are selected; else the page."""
    selection = view.selection
    pages = selection.pages if selection is not None and view.has_selection else None
    first, last = (pages[0], pages[-1]) if pages else (view.page, view.page)
    box = selected_lines(view, first) if pages and first == last else None
    title = source.document.description.title
    return Wanted(source.document.id, title, first, last, view.page_count, box)


def selected_lines(view: PageView, page: int) -> Bounds | None:
    """The stripe of a page in which something is selected, in points; None where it is a line."""
    words, selection = view.words(page), view.selection
    if words is None or selection is None:
        return None
    lines = words.text.boxes(*selection.span(page, len(words.text)))
    if len(lines) < FEWEST_LINES:
        return None
    top, bottom = min(line.top for line in lines), max(line.bottom for line in lines)
    return 0.0, top - AROUND, WIDEST, bottom + AROUND

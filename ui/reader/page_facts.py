"""Says how a page came to its words: read by machine and how surely, typed, blank, not read."""

from __future__ import annotations

from collections.abc import Sequence

from archive.records import Page, PageState, TextSource
from archive.records.scans import Reading
from ui.language import _

PLACED = 0.9  # share of a page's words of which it is known where they stand


def page_notes(pages: Sequence[Page]) -> dict[int, str]:
    """What is painted on single pages, in the language of the window."""
    words = {
        PageState.WAITING: _(
            "This page has not been read yet: it can be looked at, but its words cannot be"
            " searched or selected."
        ),
        PageState.UNREADABLE: _("The words of this page could not be read."),
    }
    silent = (page for page in pages if page.state in words and not page.text)
    return {page.number: words[page.state] for page in silent}


def said_of(page: Page) -> str:
    """How a page came to its words; empty where they came with the file and are in order."""
    if page.source == TextSource.TRANSCRIPTION:
        return _("Typed by hand") if page.text else _("Blank page")
    if page.state is PageState.WAITING:
        return _("To be read again from its picture") if page.text else _("Not read yet")
    if page.source == TextSource.OCR:
        return how_sure(page.confidence)
    told = {PageState.BLANK: _("Blank page"), PageState.UNREADABLE: _("Cannot be read")}
    return told.get(page.state, "")


def how_sure(confidence: float | None) -> str:
    """`Read by machine, confidence 82 %`."""
    if confidence is None:
        return _("Read by machine")
    return _("Read by machine, confidence {percent} %").format(percent=round(100 * confidence))


def from_picture(page: Page) -> bool:
    """Whether the words of a page are those of its picture, or have to be."""
    return bool(said_of(page))


def is_placed(reading: Reading | None) -> bool:
    """Whether the words can be pointed at on the page itself, all but a few."""
    if reading is None or not reading.text.strip():
        return True
    return len(reading.words) >= PLACED * len(reading.text.split())

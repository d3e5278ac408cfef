"""Reads the text of a PDF page by page with PDFium; runs in a reading process only."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from archive.intake.readings import PageRead
from archive.text import clean, storable

PASSWORD = pdfium.FPDF_ERR_PASSWORD  # type: ignore[attr-defined]
HEADER = b"%PDF-"
HEADER_WITHIN = 1024  # bytes; readers accept a header anywhere in these
BELIEVED = 1_000  # broken pages in a row after which a file's count of pages is no more believed
UNTITLED = re.compile(r"untitled|tanpa judul|^microsoft word\b|\.(docx?|pdf|indd|tmp|rtf)$", re.I)


class NeedsPassword(Exception):
    """The file is encrypted and no password was given."""


class CannotOpen(Exception):
    """PDFium finds no document in the file."""


@dataclass(frozen=True, slots=True)
class PdfRead:
    """A PDF's title as its maker wrote it (may be empty), its pages, and the broken ones."""

    title: str
    pages: tuple[PageRead, ...]
    broken: tuple[int, ...]


def looks_like_pdf(start: bytes) -> bool:
    """Whether a file that begins so means to be a PDF."""
    return HEADER in start[:HEADER_WITHIN]


def opens(path: Path) -> bool:
    """Whether PDFium finds a document, encrypted or not."""
    try:
        with _opened(path):
            return True
    except NeedsPassword:
        return True
    except CannotOpen:
        return False


def read(path: Path, beat: Callable[[int, int], None]) -> PdfRead:
    """All pages; `beat(done, total)` after each. Raises `NeedsPassword`, `CannotOpen`."""
    with _opened(path) as document:
        total, pages, broken, believed = len(document), [], [], BELIEVED
        for number in range(total):
            found = _page(document, number)
            if found is None:
                broken.append(number + 1)
            pages.append(found or PageRead(_label(document, number), "", None))
            beat(number + 1, total)
            believed = BELIEVED if found else believed - 1
            if not believed:  # only the first of those that are not there stays, as a sign
                pages, broken = pages[: 1 - BELIEVED], broken[: 1 - BELIEVED]
                break
        return PdfRead(_title(document), tuple(pages), tuple(broken))


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    # Loaded by PDFium's own call: the library's takes a PDF without pages for a failure, and tells
    # as its cause that of the file before.
    loaded = pdfium.FPDF_LoadDocument(os.fsencode(path) + b"\0", None)  # type: ignore[attr-defined]
    if not loaded:
        asked = pdfium.FPDF_GetLastError() == PASSWORD  # type: ignore[attr-defined]
        path.open("rb").close()  # a file that went away meanwhile says so
        raise NeedsPassword if asked else CannotOpen
    with closing(pypdfium2.PdfDocument(loaded)) as document:
        yield document


def _page(document: Any, number: int) -> PageRead | None:
    """One page's text; None when the page is broken."""
    try:
        with closing(document[number]) as page, closing(page.get_textpage()) as words:
            raw = words.get_text_range()
    except pypdfium2.PdfiumError:
        return None
    kept = storable(raw)
    text = clean(kept)
    return PageRead(_label(document, number), text, kept if kept != text else None)


def _label(document: Any, number: int) -> str:
    """The printed page number where the file gives one that is not just the count."""
    try:
        label = clean(document.get_page_label(number) or "").strip()
    except (pypdfium2.PdfiumError, UnicodeDecodeError):
        return ""
    return "" if label == str(number + 1) else label[:40]


def _title(document: Any) -> str:
    try:
        title = " ".join(clean(document.get_metadata_value("Title") or "").split())
    except (pypdfium2.PdfiumError, UnicodeDecodeError):
        return ""
    return "" if len(title) < 4 or UNTITLED.search(title) else title[:300]

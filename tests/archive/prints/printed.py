"""Prints made on the spot, to be kept."""

from __future__ import annotations

from pathlib import Path

from archive.records import Access, PrintTold
from tests import papers

TOLD = PrintTold(
    "partnership_summary", "Jakarta–Tokyo", "id", (2018, 2022), Access.OPEN, 2, "2026-11-21", "0.1"
)
SNAPSHOT = b'{"partnership": "Jakarta\xe2\x80\x93Tokyo"}\nmore'


def pdf(folder: Path, words: str = "Ringkasan") -> Path:
    """A print as a PDF, the same bytes for the same words."""
    return papers.text_pdf(folder / f"{words}.pdf", [words])

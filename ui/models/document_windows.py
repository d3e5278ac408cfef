"""Windows of the documents table, read from the catalogue in jobs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from archive.archive import Archive
from archive.records import Document, DocumentQuery

WINDOW = 200  # rows


@dataclass(frozen=True, slots=True)
class Found:
    """How many documents a question has, and some windows of them by their number."""

    total: int
    windows: dict[int, tuple[Document, ...]]


def look(archive: Archive, query: DocumentQuery, windows: Iterable[int]) -> Found:
    """Count and read these windows; runs in a job."""
    return Found(archive.documents.count(query), read(archive, query, windows))


def read(
    archive: Archive, query: DocumentQuery, windows: Iterable[int]
) -> dict[int, tuple[Document, ...]]:
    """Read these windows; runs in a job."""
    return {
        window: archive.documents.table(replace(query, limit=WINDOW, offset=window * WINDOW))
        for window in windows
    }

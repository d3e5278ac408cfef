"""Brings files into an archive for tests, and looks whether what was kept is whole."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Sequence
from pathlib import Path

from archive.archive import Archive
from archive.intake.paths import file_of
from archive.progress import Progress
from archive.records import Document, ImportItem, Outcome, PageState

Ended = tuple[str, str | None]  # an outcome and the code of its reason


def bring(archive: Archive, *paths: Path, workers: int = 1) -> dict[str, ImportItem]:
    """Bring files and folders in; how each ended, by the file's name."""
    run = archive.imports.enqueue(paths, Progress())
    archive.imports.run(Progress(), workers=workers)
    return {file_of(item.path).name: item for item in items(archive, run.id)}


def items(archive: Archive, run: int) -> Sequence[ImportItem]:
    """All files of an import."""
    return archive.imports.items(run, limit=1_000_000)


def ended(item: ImportItem) -> Ended:
    """The outcome of a file and the code of its reason."""
    return str(item.outcome), item.reason.code if item.reason else None


def document(archive: Archive, item: ImportItem) -> Document:
    """The document a file became or was already."""
    assert item.document is not None, item
    return archive.documents.get(item.document)


def texts(archive: Archive, item: ImportItem) -> list[str]:
    """The texts of all pages of what was brought in."""
    return [page.text for page in archive.documents.pages(document(archive, item).id)]


def looks_whole(archive: Archive) -> None:
    """All that is kept is whole, and nothing half-written lies about."""
    kept = {archive.documents.original_path(number) for number in archive.documents.ids()}
    for path in kept:
        assert hashlib.sha256(path.read_bytes()).hexdigest() == path.stem
        assert not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    assert {path for path in (archive.folder / "files").rglob("*") if path.is_file()} == kept
    for number in archive.documents.ids():
        _pages_whole(archive, archive.documents.get(number))
    assert archive.imports.pending() == 0
    assert all(run.ended for run in archive.imports.runs())


def _pages_whole(archive: Archive, kept: Document) -> None:
    pages = archive.documents.pages(kept.id)
    assert [page.number for page in pages] == list(range(1, kept.pages + 1))
    assert kept.waiting == sum(page.state is PageState.WAITING for page in pages)
    assert all(page.text.strip() for page in pages if page.state is PageState.TEXT)
    assert kept.pages or kept.trouble


IMPORTED, DUPLICATE = Outcome.IMPORTED.value, Outcome.DUPLICATE.value
PASSWORD, REJECTED = Outcome.PASSWORD.value, Outcome.REJECTED.value

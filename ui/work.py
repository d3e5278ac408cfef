"""The long jobs, as plain functions of values, for the console and the processes of the window.

Each opens the archive for itself; knows no Qt.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from archive.archive import Archive, Mode
from archive.changes import Changes
from archive.progress import Progress
from archive.records import Access, FixityResult, ImportItem, KeptPrint
from archive.records.locks import Unlocked
from archive.records.scans import PageEnd
from archive.storage.files import digest

if TYPE_CHECKING:
    from archive.intake.table_joining import Table
    from archive.reports import Made
    from archive.reports.request import ReportRequest
    from search.indexing import Keeper


@dataclass(frozen=True, slots=True)
class PrintedAgain:
    """A kept print that was made once more, and whether it came out in the same bytes."""

    kept: KeptPrint
    made: Made
    same: bool


OnItem = Callable[[ImportItem], None]
OnPage = Callable[[PageEnd], None]
Told = TypeVar("Told")
OnChanges = Callable[[Changes], None]
INDEX_SECONDS = 2.0  # while files come in, what came is made findable this often
WATCH_SECONDS = 2.0  # between two looks into watched folders
WATCH_SHARE = 10  # a look that takes long is followed by a rest so many times as long
SCAN_INDEX_SECONDS = 30.0  # a document is indexed whole, and a long scan changes with each page


def import_paths(
    folder: Path,
    access: Access,
    paths: Sequence[Path] | None,
    progress: Progress,
    on_item: OnItem | None = None,
    on_changes: OnChanges | None = None,
    mode: Mode = Mode.WRITE,
) -> None:
    """Queue files and folders (None: only what waits), bring all in, keep the index true."""
    from search.indexing import Keeper

    with Archive.open(folder, mode, access) as archive, closing(Keeper(archive)) as keeper:
        if on_changes is not None:
            archive.subscribe(on_changes)
        if paths is not None:
            archive.imports.enqueue(paths, progress)
        archive.imports.run(progress, on_item=_indexing(keeper, on_item, INDEX_SECONDS))
        keeper.catch_up(Progress())


def watch_folders(
    folder: Path,
    access: Access,
    folders: Sequence[Path],
    progress: Progress,
    on_item: OnItem,
    on_away: Callable[[tuple[Path, ...]], None],
) -> None:
    """Bring in what comes into folders until it is stopped; `on_away` is told once of each change.

    Raises `Invalid` for a folder of the archive's own.
    """
    from search.indexing import Keeper

    with Archive.open(folder, Mode.WRITE, access) as archive, closing(Keeper(archive)) as keeper:
        watch, away = archive.imports.watch(folders), tuple[Path, ...]()
        try:
            while not progress.cancelled:
                began = time.monotonic()
                look = archive.imports.enqueue_new(watch, progress)
                if look.away != away:
                    away = look.away
                    on_away(away)
                took = time.monotonic() - began
                if archive.imports.pending():
                    archive.imports.run(progress, on_item=on_item)
                    keeper.catch_up(progress)
                _rest(progress, max(WATCH_SECONDS, WATCH_SHARE * took))
        finally:
            keeper.catch_up(Progress())


def read_pictures(
    folder: Path,
    access: Access,
    progress: Progress,
    languages: Sequence[str],
    on_page: OnPage | None = None,
    on_changes: OnChanges | None = None,
    mode: Mode = Mode.WRITE,
) -> None:
    """Read the pages that wait from their pictures, and make them findable as they come."""
    from search.indexing import Keeper

    with Archive.open(folder, mode, access) as archive, closing(Keeper(archive)) as keeper:
        if on_changes is not None:
            archive.subscribe(on_changes)
        told = _indexing(keeper, on_page, SCAN_INDEX_SECONDS)
        try:
            archive.scans.run(progress, languages=languages, on_page=told)
        finally:
            keeper.catch_up(Progress())


def unlock(
    folder: Path,
    access: Access,
    password: str,
    documents: Collection[int] | None,
    progress: Progress,
    *,
    keep: bool = False,
    mode: Mode = Mode.WRITE,
) -> Unlocked:
    """Try a password on locked documents (None: on all), and make findable what it opens."""
    from search.indexing import Keeper

    with Archive.open(folder, mode, access) as archive, closing(Keeper(archive)) as keeper:
        try:
            return archive.locks.unlock(password, progress, documents, keep=keep)
        finally:
            keeper.catch_up(Progress())


def keep_index(folder: Path, progress: Progress, mode: Mode = Mode.WRITE) -> None:
    """Apply to the index what changed since; make it anew where it cannot be trusted."""
    from search.indexing import Keeper

    with Archive.open(folder, mode, max(Access)) as archive, closing(Keeper(archive)) as keeper:
        keeper.catch_up(progress)


def rebuild_index(folder: Path, progress: Progress, mode: Mode = Mode.WRITE) -> None:
    """Make the whole index anew from the catalogue."""
    from search.indexing import Keeper

    with Archive.open(folder, mode, max(Access)) as archive, closing(Keeper(archive)) as keeper:
        keeper.rebuild(progress)


def find_likenesses(
    folder: Path, progress: Progress, mode: Mode = Mode.WRITE, most: int | None = None
) -> int:
    """Compare what has changed with all there is; how many documents that were, at most `most`."""
    from archive.likeness.finding import refresh

    with Archive.open(folder, mode, max(Access)) as archive:
        return refresh(archive, progress, most)


def join_files(folder: Path, access: Access, files: Mapping[int, str], title: str) -> None:
    """Make one document of these (file names by document), in the order of their names."""
    from archive.likeness.joining import by_name, join_in_order

    with Archive.open(folder, Mode.WRITE, access) as archive:
        join_in_order(archive, by_name(files), title)
    keep_index(folder, Progress())


def verify(folder: Path, access: Access, progress: Progress) -> FixityResult:
    """Check every original and every kept print against its SHA-256."""
    with Archive.open(folder, Mode.READ, access) as archive:
        return archive.custody.verify(progress)


def backup(folder: Path, file: Path, progress: Progress) -> FixityResult:
    """Copy the archive into one checked file; the result names originals that were not whole."""
    with Archive.open(folder, Mode.READ, max(Access)) as archive:
        return archive.custody.backup(file, progress)


def restore(file: Path, folder: Path, progress: Progress) -> None:
    """Make an archive from a backup file, in a new or empty folder."""
    from archive.custody.backup import restore as restore_archive

    restore_archive(file, folder, progress)


def make_sample(folder: Path, progress: Progress) -> None:
    """Make the sample archive in a new or empty folder."""
    from archive.sample import make

    make(folder, progress)


def print_report(
    folder: Path, access: Access, request: ReportRequest, out: Path, progress: Progress
) -> Made:
    """Write one print as a PDF, whole or not at all; it is not kept yet."""
    from archive.reports import print_to

    with Archive.open(folder, Mode.READ, access) as archive:
        return print_to(archive, request, out, progress)


def print_again(
    folder: Path, access: Access, uuid: str, out: Path, progress: Progress
) -> PrintedAgain:
    """Write a kept print anew from what it was drawn from. Raises `NotFound`, `PrintDamaged`."""
    from archive.reports import print_again as print_from

    with Archive.open(folder, Mode.READ, access) as archive:
        kept = archive.prints.find(uuid)
        made = print_from(archive, archive.prints.snapshot(uuid), out, progress)
        return PrintedAgain(kept, made, digest(out).sha256 == kept.sha256)


def read_tables(
    archive: Archive, document: int, pages: Sequence[int], progress: Progress
) -> tuple[Table, ...]:
    """The tables of some pages of a document. Raises `TablesRefused`, `OriginalMissing`."""
    from archive.intake import tables
    from archive.tabulating.reading import read_words

    path = archive.documents.reading_path(document)
    words = read_words(archive.scans.readings(document))
    return tables.read_tables(path, pages, read=words, progress=progress)


def _rest(progress: Progress, seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until and not progress.cancelled:
        time.sleep(0.1)


def _indexing(
    keeper: Keeper, on_each: Callable[[Told], None] | None, seconds: float
) -> Callable[[Told], None]:
    """Tells of each that ends, and now and then makes findable what has come in."""
    last = time.monotonic()

    def ended(each: Told) -> None:
        nonlocal last
        if on_each is not None:
            on_each(each)
        if time.monotonic() - last >= seconds:
            keeper.catch_up(Progress())
            last = time.monotonic()

    return ended

"""Titles edited again and again: how much larger the index becomes than one made anew."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from archive.archive import Archive
from archive.progress import Progress
from search.indexing import Keeper
from tests.archive.stock import put
from tests.benchmarks import made_pages
from tests.benchmarks.made_pages import PAGES
from tests.benchmarks.rows import Row
from tests.benchmarks.searching.kembar import index, told
from tests.benchmarks.searching.peers import folder_size

GOAL = 1.5  # times the size of the same index made anew
EDITS, QUICK_EDITS = 10_000, 100
SHORT, SHORT_PAGES = 100, 4  # documents and the pages of each, for edits indexed one by one
LONGER, QUICK_LONGER = 1_000, 50  # documents of many pages, all edited and indexed by the hundred
OFTEN = 100  # edits between two looks at the size
ROOM = 1_000_000_000  # bytes
MEMORY = Path("/dev/shm")  # sizes are measured here, not times: no disk is waited for


@dataclass(frozen=True, slots=True)
class Sizes:
    """Bytes: the largest seen, the last, and those of the same index made anew."""

    largest: int
    last: int
    anew: int


def edits(quick: bool) -> list[Row]:
    """One by one in a small archive; then every document of a larger one."""
    many, longer = (QUICK_EDITS, QUICK_LONGER) if quick else (EDITS, LONGER)
    small, large = _small(many), _large(longer)
    told(f"{many:,} and {longer:,} edits are done")
    pages = SHORT * SHORT_PAGES
    return [
        *_rows(f"{many:,} edits of titles, each indexed, {pages} pages", small, quick),
        *_rows(f"all {longer:,} titles of {longer * PAGES:,} pages, by {OFTEN}", large, quick),
    ]


def _rows(name: str, sizes: Sizes, quick: bool) -> list[Row]:
    """The last size is judged; the largest is told beside it."""
    met = None if quick else sizes.last <= GOAL * sizes.anew
    return [
        _row(f"index after {name}; peer: made anew", sizes.last, sizes.anew, f"≤ {GOAL} ×", met),
        _row("… at its largest in between", sizes.largest, sizes.anew),
    ]


def _row(name: str, ours: int, anew: int, goal: str = "", met: bool | None = None) -> Row:
    figures = f"{ours / 1e6:.2f} MB", f"{anew / 1e6:.2f} MB", f"{ours / anew:.2f}"
    return Row(name, *figures, goal, met)


def _small(many: int) -> Sizes:
    with _place() as place, Archive.create(Path(place) / "archive", "Ukuran") as archive:
        for made in made_pages.documents(1, SHORT):
            put(archive, f"Naskah {made.number}", made.texts[:SHORT_PAGES])
        return _sizes(archive, SHORT, many, 1)


def _large(documents: int) -> Sizes:
    with _place() as place, Archive.create(Path(place) / "archive", "Ukuran") as archive:
        made_pages.fill(archive, 1, documents)
        return _sizes(archive, documents, documents, min(OFTEN, documents // 5))


def _place() -> tempfile.TemporaryDirectory[str]:
    roomy = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM
    place = MEMORY if roomy else None
    return tempfile.TemporaryDirectory(
        prefix="kembar-edits-", dir=place, ignore_cleanup_errors=True
    )


def _sizes(archive: Archive, documents: int, many: int, together: int) -> Sizes:
    index(archive)
    seen = list(_edited(archive, documents, many, together))
    with closing(Keeper(archive)) as keeper:
        keeper.rebuild(Progress())
    return Sizes(max(seen), seen[-1], folder_size(archive.folder / "index"))


def _edited(archive: Archive, documents: int, many: int, together: int) -> Iterator[int]:
    """Edit one title after another, index so many together; bytes of the index now and then."""
    folder = archive.folder / "index"
    for number in range(1, many + 1):
        document = 1 + number % documents
        said = archive.documents.get(document).description
        archive.documents.describe(document, replace(said, title=f"Naskah baru {number}"))
        if number % together == 0:
            index(archive)
        if number % max(OFTEN, together) == 0 or number == many:
            yield folder_size(folder)

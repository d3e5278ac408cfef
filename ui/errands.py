"""What the window asks of the processes beside it: the long jobs, under the window's own lock.

Each is called as `function(outlet, *values)`; knows no Qt.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from archive.archive import Archive, Mode
from archive.records import Access, FixityResult
from archive.records.locks import Unlocked
from ui import work
from ui.side_process import Outlet

if TYPE_CHECKING:
    from archive.intake.table_grid import Bounds
    from archive.intake.tables import Read, Table
    from archive.reports import Made
    from archive.reports.request import ReportRequest


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A backup that was made: its file, how large it is, and how its originals were."""

    file: Path
    size: int
    result: FixityResult


@dataclass(frozen=True, slots=True)
class Key:
    """A password, the documents it is tried on (None: all that are locked), whether it is kept."""

    password: str = field(repr=False)
    documents: tuple[int, ...] | None = None
    keep: bool = False


def bring_in(outlet: Outlet, folder: Path, access: Access) -> None:
    """Bring in all that waits; tells each `ImportItem` as it ends and all `Changes`."""
    work.import_paths(
        folder, access, None, outlet.progress, outlet.tell, outlet.tell, Mode.DELEGATE
    )


def read_pictures(outlet: Outlet, folder: Path, access: Access, languages: tuple[str, ...]) -> None:
    """Read the pages that wait; tells all `Changes`. The index is the window's to keep."""
    with Archive.open(folder, Mode.DELEGATE, access) as archive:
        archive.subscribe(outlet.tell)
        archive.scans.run(outlet.progress, languages=languages)


def unlock(outlet: Outlet, folder: Path, mode: Mode, access: Access, key: Key) -> Unlocked:
    """Try a password; tells all `Changes`. The index is the window's to keep."""
    with Archive.open(folder, mode, access) as archive:
        archive.subscribe(outlet.tell)
        return archive.locks.unlock(key.password, outlet.progress, key.documents, keep=key.keep)


def keep_index(outlet: Outlet, folder: Path) -> None:
    """Make the index true."""
    work.keep_index(folder, outlet.progress, Mode.DELEGATE)


def rebuild_index(outlet: Outlet, folder: Path) -> None:
    """Make the index anew."""
    work.rebuild_index(folder, outlet.progress, Mode.DELEGATE)


def find_likenesses(outlet: Outlet, folder: Path, most: int) -> int:
    """Look for documents like those that changed; answers how many were looked at."""
    return work.find_likenesses(folder, outlet.progress, Mode.DELEGATE, most)


def verify(outlet: Outlet, folder: Path, access: Access) -> FixityResult:
    """Check all originals and kept prints."""
    return work.verify(folder, access, outlet.progress)


def backup(outlet: Outlet, folder: Path, file: Path) -> BackedUp:
    """Write a backup and say how large it has become."""
    result = work.backup(folder, file, outlet.progress)
    return BackedUp(file, file.stat().st_size, result)


def restore(outlet: Outlet, file: Path, folder: Path) -> Path:
    """Restore a backup into a new folder; answers the folder."""
    work.restore(file, folder, outlet.progress)
    work.keep_index(folder, outlet.progress)
    return folder


def make_sample(outlet: Outlet, folder: Path) -> Path:
    """Make the sample archive; answers its folder."""
    work.make_sample(folder, outlet.progress)
    work.keep_index(folder, outlet.progress)
    return folder


def print_report(
    outlet: Outlet, folder: Path, access: Access, request: ReportRequest, out: Path
) -> Made:
    """Draw a print; it is not kept."""
    return work.print_report(folder, access, request, out, outlet.progress)


def print_again(outlet: Outlet, folder: Path, access: Access, uuid: str) -> work.PrintedAgain:
    """Draw a kept print once more to compare it; what was drawn is thrown away."""
    with TemporaryDirectory(prefix="kembar-") as place:
        out = Path(place) / "again.pdf"
        return work.print_again(folder, access, uuid, out, outlet.progress)


def read_tables(
    outlet: Outlet, path: Path, pages: tuple[int, ...], box: Bounds | None, read: Read
) -> tuple[Table, ...]:
    """The tables of some pages of a file."""
    from archive.intake import tables

    return tables.read_tables(path, pages, box, read, outlet.progress)

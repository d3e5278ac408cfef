"""One file to take away: catalogue, originals and prints, complete and checked, or nothing."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from archive.custody import box, fixity
from archive.custody.box import Contents, Entry, Tally
from archive.custody.fixity import Held
from archive.custody.restoring import restore
from archive.prints.checking import check
from archive.prints.shelf import Shelf
from archive.progress import Progress
from archive.records import Access, FixityFault, FixityResult
from archive.storage import layout, marker, migrations
from archive.storage.database import Database
from archive.storage.files import CHUNK, Originals, sync_file, sync_folder
from archive.storage.foundation import info, now

__all__ = ["backup", "restore"]


def backup(
    database: Database,
    originals: Originals,
    shelf: Shelf,
    level: Access,
    file: Path,
    progress: Progress,
) -> FixityResult:
    """Write a backup to `file`, replacing what stands there only when it is whole and checked.

    The archive may be written meanwhile: the backup holds one moment of it. The result names the
    originals, reading copies and prints that were missing or altered: a missing one is left out,
    an altered one is in it as it is. Raises `DiskFull`, `FileUnusable`, `BackupFaulty` when reading
    back finds a difference.
    """
    part = file.with_name(file.name + ".part")
    with box.told(file), TemporaryDirectory(prefix="kembar-", ignore_cleanup_errors=True) as room:
        copy = Path(room) / layout.CATALOGUE
        database.copy_to(copy)
        try:
            result = _write(part, copy, originals, shelf, level, progress)
            box.check(part, progress)
            part.replace(file)
            sync_folder(file.parent)
        finally:
            part.unlink(missing_ok=True)
    return result


def _write(
    part: Path,
    copy: Path,
    originals: Originals,
    shelf: Shelf,
    level: Access,
    progress: Progress,
) -> FixityResult:
    with closing(Database(copy, immutable=True)) as catalogue, part.open("wb") as raw:
        known, prints = tuple(fixity.held(catalogue, level)), tuple(shelf.files())
        total = copy.stat().st_size + fixity.size(known) + _size(prints)
        with ZipFile(raw, "w") as zipped:
            packing = _Packing(zipped, total, progress)
            faults = [*_pack_originals(packing, originals, known)]
            _pack_catalogue(packing, catalogue)
            absent = tuple(Path(fault.path).stem for fault in faults if fault.problem == "missing")
            faults += _pack_prints(packing, catalogue, shelf, level, prints)
            _pack_contents(packing, catalogue, absent)
        sync_file(raw)
    seen = tuple(original for original in known if original.document)
    return FixityResult(len(seen), fixity.size(seen), tuple(faults))


def _pack_prints(
    packing: _Packing, catalogue: Database, shelf: Shelf, level: Access, files: Sequence[Path]
) -> Iterator[FixityFault]:
    """Slips say whose PDFs they are, so the PDFs come first; nothing is ever taken away there."""
    for path in files:
        packing.add(f"{layout.PRINTS}/{path.parent.name}/{path.name}", path)
    yield from check(catalogue, shelf, level, lambda _name, _size: packing.check())


def _size(files: Iterable[Path]) -> int:
    return sum(file.stat().st_size for file in files)


def _pack_originals(
    packing: _Packing, originals: Originals, known: Sequence[Held]
) -> Iterator[FixityFault]:
    for original in known:
        path = originals.path(original.sha256, original.media_type)
        try:
            entry = packing.add(f"{layout.FILES}/{path.parent.name}/{path.name}", path)
        except FileNotFoundError:
            yield FixityFault(original.document, original.title, str(path), "missing")
        else:
            if entry.sha256 != original.sha256:
                yield FixityFault(original.document, original.title, str(path), "altered")


def _pack_catalogue(packing: _Packing, catalogue: Database) -> None:
    packing.add(layout.CATALOGUE, catalogue.path, compressed=True)
    marker.write(catalogue.path.parent, marker.Marker(info(catalogue).name))
    packing.add(marker.NAME, catalogue.path.parent / marker.NAME)


def _pack_contents(packing: _Packing, catalogue: Database, absent: tuple[str, ...]) -> None:
    who, held = info(catalogue), packing.entries
    newer = any(name.startswith(f"{layout.PRINTS}/") for name in held)
    form = box.FORMAT if newer else box.PLAIN
    contents = Contents(who.uuid, who.name, migrations.NEWEST, now(), held, absent, form)
    packing.zipped.writestr(box.CONTENTS, contents.dump(), ZIP_DEFLATED)


class _Packing:
    """A backup file in the making; what is added is listed on the way."""

    def __init__(self, zipped: ZipFile, total: int, progress: Progress) -> None:
        self.zipped = zipped
        self.entries: dict[str, Entry] = {}
        self._tally, self._progress = Tally(total, progress), progress

    def check(self) -> None:
        """Raises `Cancelled` when a stop was asked."""
        self._progress.check()

    def add(self, name: str, source: Path, *, compressed: bool = False) -> Entry:
        """Copy a file in. Raises `FileNotFoundError` before anything is written."""
        packed = ZipInfo(name, time.localtime()[:6])
        packed.compress_type = ZIP_DEFLATED if compressed else ZIP_STORED
        with source.open("rb") as came, self.zipped.open(packed, "w", force_zip64=True) as goes:
            chunks = iter(lambda: came.read(CHUNK), b"")
            self.entries[name] = box.copied(chunks, goes.write, self._tally, name)
        return self.entries[name]

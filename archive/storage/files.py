"""The originals: kept once each under their SHA-256, complete or not at all, and never altered.

Worker processes use this too, so nothing heavy is imported here.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple
from uuid import uuid4

from archive.storage.failures import room_for
from archive.storage.kinds import ENDINGS

CHUNK = 1 << 20
INCOMING = ".incoming"
SUFFIXES = {kind: endings[0] for kind, endings in ENDINGS.items()}


class Kept(NamedTuple):
    """What was kept: the SHA-256 in hex, the size in bytes, and whether it was not there before."""

    sha256: str
    size: int
    new: bool = True


class Originals:
    """The folder of originals, `ab/<sha256>.<suffix>`.

    Needs nothing but its path; safe in any process.
    """

    def __init__(self, folder: Path) -> None:
        """`folder` is the archive's `files` folder; it is made when first needed."""
        self.folder = folder

    def path(self, sha256: str, media_type: str) -> Path:
        """Where the original with this SHA-256 is kept, or would be."""
        return self.folder / sha256[:2] / (sha256 + SUFFIXES.get(media_type, ".bin"))

    def holds(self, sha256: str, media_type: str) -> bool:
        """Whether the original is there."""
        return self.path(sha256, media_type).is_file()

    def keep(
        self, source: Path, media_type: str, on_bytes: Callable[[int], None] | None = None
    ) -> Kept:
        """Copy `source` in, hashing on the way.

        `on_bytes` is told the bytes done so far and may raise to stop. The file appears under its
        name only when it is whole and safe on the disk. Raises `DiskFull`, and the `OSError` of a
        source that cannot be read.
        """
        temporary = self._incoming() / f"{uuid4().hex}.part"
        try:
            with room_for(self.folder):
                kept = _copy(source, temporary, on_bytes)
                new = self._settle(temporary, self.path(kept.sha256, media_type), kept.size)
        finally:
            temporary.unlink(missing_ok=True)
        return kept._replace(new=new)

    def sweep(self) -> int:
        """Remove what unfinished copies left.

        Only while no import runs. The number of files removed.
        """
        left = [path for path in (self.folder / INCOMING).glob("*.part") if path.is_file()]
        for path in left:
            path.unlink(missing_ok=True)
        return len(left)

    def all(self) -> Iterator[Path]:
        """Every kept original, in the order of their names."""
        for folder in sorted(self.folder.glob("[0-9a-f][0-9a-f]")):
            yield from sorted(path for path in folder.iterdir() if path.is_file())

    def _incoming(self) -> Path:
        folder = self.folder / INCOMING
        with room_for(self.folder):
            folder.mkdir(parents=True, exist_ok=True)
        return folder

    def _settle(self, temporary: Path, final: Path, size: int) -> bool:
        if final.is_file() and final.stat().st_size == size:
            return False
        if not final.parent.is_dir():
            final.parent.mkdir(exist_ok=True)
            sync_folder(self.folder)
        protect(temporary)
        replace(temporary, final)
        sync_folder(final.parent)
        return True


def protect(original: Path) -> None:
    """Set the read-only bit, where the medium knows one (some sticks and shares do not)."""
    with suppress(OSError):
        original.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)


def digest(path: Path, on_bytes: Callable[[int], None] | None = None) -> Kept:
    """The SHA-256 and size of a file as it is on the disk."""
    with path.open("rb") as source:
        return _pass_on(source, None, on_bytes)


def replace(temporary: Path, final: Path) -> None:
    """Put a finished file in its place.

    A read-only one that stands there is replaced on Windows too.
    """
    try:
        temporary.replace(final)
    except PermissionError:
        if not final.exists():
            raise
        final.chmod(stat.S_IREAD | stat.S_IWRITE)
        temporary.replace(final)


def sync_file(handle: BinaryIO) -> None:
    """Make what was written safe from a power cut."""
    handle.flush()
    os.fsync(handle.fileno())


def sync_folder(folder: Path) -> None:
    """Make new names in a folder safe from a power cut.

    Windows does so by itself and has no such call.
    """
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EBADF):  # not for folders there
            raise
    finally:
        os.close(descriptor)


def _copy(source: Path, target: Path, on_bytes: Callable[[int], None] | None) -> Kept:
    with source.open("rb") as reading, target.open("xb") as writing:
        kept = _pass_on(reading, writing, on_bytes)
        sync_file(writing)
    return kept


def _pass_on(
    reading: BinaryIO, writing: BinaryIO | None, on_bytes: Callable[[int], None] | None
) -> Kept:
    sha, size = hashlib.sha256(), 0
    while chunk := reading.read(CHUNK):
        sha.update(chunk)
        size += len(chunk)
        if writing is not None:
            writing.write(chunk)
        if on_bytes is not None:
            on_bytes(size)
    return Kept(sha.hexdigest(), size)

"""A backup file from outside: what it says it holds, and whether it holds just that."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from archive.errors import ArchiveTooNew, BackupFaulty, DiskFull, FileUnusable
from archive.progress import Progress, Step
from archive.storage import layout, marker, migrations
from archive.storage.failures import FULL
from archive.storage.files import CHUNK

CONTENTS = "contents.json"
PLAIN, FORMAT = 1, 2  # with prints: who knows of none takes such a backup for a newer one
NEEDED = {layout.CATALOGUE, marker.NAME}
ORIGINAL = re.compile(rf"{layout.FILES}/([0-9a-f]{{2}})/(\1[0-9a-f]{{62}})\.[a-z]{{3,4}}")
PRINT = re.compile(rf"{layout.PRINTS}/([0-9a-f]{{2}})/(\1[0-9a-f]{{62}})\.pdf")
SLIP = re.compile(rf"{layout.PRINTS}/(\d{{4}})/(\1[0-9TZ]{{18}}-[0-9a-f]{{32}})\.json\.gz")
PLACES = ORIGINAL, PRINT, SLIP


@dataclass(frozen=True, slots=True)
class Entry:
    """One file in a backup: its SHA-256 in hex and its bytes."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup says of itself: whose it is, its catalogue's schema, its entries by name.

    `absent` are the SHA-256 of originals that were missing when it was made.
    """

    uuid: str
    name: str
    schema: str
    made: str
    entries: dict[str, Entry] = field(default_factory=dict)
    absent: tuple[str, ...] = ()
    format: int = PLAIN

    def dump(self) -> bytes:
        """As JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1).encode()

    @property
    def size(self) -> int:
        """Bytes of all entries together, unpacked."""
        return sum(entry.size for entry in self.entries.values())


class Tally:
    """Bytes done of all bytes, reported as they grow."""

    def __init__(self, total: int, progress: Progress) -> None:
        self._done, self._total, self._progress = 0, total, progress

    def add(self, size: int, name: str) -> None:
        """Count some more bytes of the entry in hand. Raises `Cancelled` when a stop was asked."""
        self._done += size
        self._progress.report(Step(self._done, self._total, name))


@contextmanager
def told(file: Path) -> Iterator[None]:
    """Failures of the disk, told as errors about the file they happened to."""
    try:
        yield
    except OSError as error:
        if error.errno in FULL:
            raise DiskFull(file) from error
        raise FileUnusable(Path(error.filename or file), error.strerror or str(error)) from error


@contextmanager
def _read(file: Path) -> Iterator[None]:
    """Reading a backup: what the ZIP format does not allow is a fault of the file."""
    try:
        with told(file), _sought():
            yield
    except (BadZipFile, EOFError, RuntimeError, zlib.error) as error:
        raise BackupFaulty(file, str(error)) from error


@contextmanager
def _sought() -> Iterator[None]:
    """An altered directory may name a place before the file, where no system goes."""
    try:
        yield
    except OSError as error:
        if error.errno == errno.EINVAL:
            raise BadZipFile(str(error)) from error
        raise


@contextmanager
def opened(file: Path) -> Iterator[tuple[ZipFile, Contents]]:
    """A backup file and its contents, names checked.

    Raises `BackupFaulty`, `ArchiveTooNew`, `FileUnusable`.
    """
    with ExitStack() as held:
        with _read(file):
            raw = held.enter_context(file.open("rb"))
            _forget_cached(raw.fileno())
            zipped = held.enter_context(ZipFile(raw))
            contents = _contents(file, zipped)
        yield zipped, contents


def check(file: Path, progress: Progress) -> None:
    """Read a backup file wholly and compare it with what it says. Raises `BackupFaulty`."""
    with opened(file) as (zipped, contents):
        tally = Tally(contents.size, progress)
        for name, entry in contents.entries.items():
            unpack(file, zipped, name, entry, lambda _chunk: None, tally)


def unpack(
    file: Path,
    zipped: ZipFile,
    name: str,
    entry: Entry,
    write: Callable[[bytes], object],
    tally: Tally,
) -> None:
    """Write one entry chunk by chunk. Raises `BackupFaulty` when it is not as listed."""
    if copied(_chunks(file, zipped, name), write, tally, name) != entry:
        raise BackupFaulty(file, name)


def copied(
    chunks: Iterable[bytes], write: Callable[[bytes], object], tally: Tally, name: str
) -> Entry:
    """Write chunks on and say what they were."""
    sha, size = hashlib.sha256(), 0
    for chunk in chunks:
        tally.add(len(chunk), name)
        sha.update(chunk)
        size += len(chunk)
        write(chunk)
    return Entry(sha.hexdigest(), size)


def _chunks(file: Path, zipped: ZipFile, name: str) -> Iterator[bytes]:
    with _read(file), zipped.open(name) as source:
        while chunk := source.read(CHUNK):
            yield chunk


def _contents(file: Path, zipped: ZipFile) -> Contents:
    names = zipped.namelist()
    if CONTENTS not in names:
        raise BackupFaulty(file, CONTENTS)
    contents = _load(file, zipped.read(CONTENTS))
    _check_names(file, contents, names)
    return contents


def _load(file: Path, text: bytes) -> Contents:
    try:
        values = json.loads(text)
        _check_age(file, values)
        entries = {str(name): Entry(**entry) for name, entry in values["entries"].items()}
        return Contents(**values | {"entries": entries, "absent": tuple(values["absent"])})
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise BackupFaulty(file, f"{CONTENTS}: {error}") from error


def _check_age(file: Path, values: dict[str, Any]) -> None:
    if int(values["format"]) > FORMAT:
        raise ArchiveTooNew(file, str(values["format"]), str(FORMAT))
    if values["schema"] not in migrations.REVISIONS:
        raise ArchiveTooNew(file, str(values["schema"]), migrations.NEWEST)


def _check_names(file: Path, contents: Contents, packed: list[str]) -> None:
    """An entry goes nowhere but to its place in an archive, whatever a crafted file may say."""
    listed = contents.entries.keys()
    fitting = {name for name in listed if any(place.fullmatch(name) for place in PLACES)}
    strange = listed - NEEDED - fitting
    wrong = strange | (NEEDED - listed) | ((listed | {CONTENTS}) ^ set(packed))
    if wrong or len(packed) != len(set(packed)):
        raise BackupFaulty(file, ", ".join(sorted(wrong)[:3]))


def _forget_cached(descriptor: int) -> None:
    """Have what follows read from the medium and not from memory, where the system can."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)

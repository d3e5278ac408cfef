"""A folder that is looked into again and again: what has come into it is told once, and whole.

Only looks: nothing in the folder is moved, altered or deleted.
"""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from archive.intake.paths import Found, file_of, files_of

MEMORY = "watched.txt"  # beside the catalogue
SETTLED_SECONDS = 4.0  # a file that has not changed for so long is there as a whole
UNFINISHED = (".part", ".partial", ".crdownload", ".download", ".tmp", ".temp")
MARK = 16  # signs of a version's fingerprint in the memory


@dataclass(frozen=True, slots=True)
class Look:
    """What one look found: files that can be brought in now, folders that cannot be looked into."""

    new: tuple[Path, ...] = ()
    away: tuple[Path, ...] = ()


class Memory:
    """The files that were brought in, each by path, size and time; kept in one text file.

    A line is added for each; one that is lost only costs that its file is read again and found to
    be there already.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._marks = set(_lines(file))

    def __contains__(self, mark: str) -> bool:
        return mark in self._marks

    def add(self, marks: Iterable[str]) -> None:
        """Remember these, also when the program ends. Raises `OSError`."""
        new = [mark for mark in marks if mark not in self._marks]
        self._marks.update(new)
        if new:
            with self._file.open("a", encoding="ascii") as out:
                out.write("".join(f"{mark}\n" for mark in new))
                out.flush()
                os.fsync(out.fileno())


class Watch:
    """Looks into folders; each file of theirs is told until it is taken, and again when it changes.

    Used by one thread at a time.
    """

    def __init__(
        self,
        folders: Sequence[Path],
        archive: Path,
        memory: Memory,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._folders, self._archive, self._memory = tuple(folders), archive, memory
        self._now = now
        self._since: dict[str, float] = {}  # by the mark of a version
        self._told: dict[Path, str] = {}

    def look(self) -> Look:
        """What is not taken yet, has stopped changing and can be read."""
        away = tuple(folder for folder in self._folders if not _there(folder))
        present = [folder for folder in self._folders if folder not in away]
        marked = _marked(files_of(present, self._archive))
        fresh = {path: mark for path, mark in marked if mark not in self._memory}
        now = self._now()
        self._since = {mark: self._since.get(mark, now) for mark in fresh.values()}
        self._told = {
            path: mark
            for path, mark in fresh.items()
            if now - self._since[mark] >= SETTLED_SECONDS and _readable(path)
        }
        return Look(tuple(self._told), away)

    def took(self, look: Look) -> None:
        """What this look told is in the queue now. Raises `OSError`."""
        self._memory.add(self._told[path] for path in look.new if path in self._told)


def within(folder: Path, archive: Path) -> bool:
    """Whether a folder is the archive's own, or in it: there is nothing to be brought in there."""
    return Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(archive))


def _marked(found: Iterable[Found]) -> Iterable[tuple[Path, str]]:
    for each in found:
        path = file_of(each.path)
        if each.reason is not None or path.name.lower().endswith(UNFINISHED):
            continue
        with suppress(OSError, ValueError):  # gone between, or not to be looked at
            facts = path.stat()
            if facts.st_size and stat.S_ISREG(facts.st_mode):
                yield path, _mark(path, facts)


def _mark(path: Path, facts: os.stat_result) -> str:
    version = f"{facts.st_size} {facts.st_mtime_ns} ".encode()
    return hashlib.sha256(version + os.fsencode(path)).hexdigest()[:MARK]


def _there(folder: Path) -> bool:
    """Whether a folder can be looked into; that of a drive that went away cannot."""
    try:
        with os.scandir(folder):
            return True
    except (OSError, ValueError):
        return False


def _readable(path: Path) -> bool:
    """Whether it can be read now: some programs hold a file as long as they write to it."""
    try:
        with path.open("rb") as file:
            return bool(file.read(1))
    except OSError:
        return False


def _lines(file: Path) -> list[str]:
    with suppress(OSError):
        return file.read_text("ascii", "replace").split()
    return []

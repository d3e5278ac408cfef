"""Where a reader's index stands: the archive's own, a copy of it, or one made in the cache."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import threading
from contextlib import closing
from pathlib import Path

from filelock import FileLock
from platformdirs import user_cache_path

from archive.archive import Archive
from archive.progress import Progress
from search import index as keeping
from search.index import Generation
from search.indexing import Keeper
from search.soundness import META, check

Stamp = tuple[tuple[str, int, int], ...]


class Shelf:
    """Finds the index to read and opens it anew whenever it has changed. Safe from threads."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._root = archive.folder / keeping.FOLDER
        self._taking = threading.Lock()
        self._open: Generation | None = None
        self._seen: Stamp | None = None
        self._sound: Generation | None = None  # what was found to be so, and need not be read again
        self._own_sequence: int | None = None  # the change a private index was last brought up to

    def current(self) -> Generation | None:
        """The index as it is now; None when there is none and someone else has to make it."""
        with self._taking:
            stamp = _stamp(self._root)
            if stamp != self._seen or self._own_is_behind():
                self._open, self._seen = self._look(), stamp
            return self._open

    def forget(self) -> None:
        """Let go of what is open; the next question looks anew."""
        with self._taking:
            self._open, self._seen, self._own_sequence = None, None, None

    def is_damaged(self, opened: Generation | None) -> bool:
        """Whether an index the engine stumbled over is damaged; if so, it is not opened again."""
        with self._taking:
            if opened is None or opened is self._sound:
                return False
            if check(opened.place):
                self._sound = opened
                return False
        self.forget()
        return True

    def _look(self) -> Generation | None:
        self._own_sequence = None
        found = self._best(self._root) if self._is_writable() else self._copied()
        if (found is None or not found.state.complete) and self._may_make_own():
            return self._made()
        return found

    def _best(self, root: Path) -> Generation | None:
        return keeping.best(root, self._archive.info.uuid, self._archive.info.epoch)

    def _is_writable(self) -> bool:
        """Whether Tantivy can open an index there: it wants a lock file even to read."""
        if self._archive.writable or not self._root.is_dir():
            return True
        try:
            with tempfile.TemporaryFile(dir=self._root):
                return True
        except OSError:
            return False

    def _copied(self) -> Generation | None:
        """The index from a copy in the cache, for media that cannot be written to."""
        copies = self._cache() / "copies"
        with self._one_at_a_time():
            for place in keeping.generations(self._root):
                copy = copies / place.name
                if _stamp_of(copy) != _stamp_of(place):
                    _copy(place, copy)
            return self._best(copies)

    def _may_make_own(self) -> bool:
        return not self._archive.writable and self._archive.writer() is None

    def _made(self) -> Generation | None:
        """An index of one's own, for an archive that has none and nobody to make it."""
        own = self._cache() / "own"
        with self._one_at_a_time(), closing(Keeper(self._archive, own)) as keeper:
            self._own_sequence = self._archive.sequence()
            keeper.catch_up(Progress())
        return self._best(own)

    def _own_is_behind(self) -> bool:
        return self._own_sequence is not None and self._own_sequence != self._archive.sequence()

    def _cache(self) -> Path:
        """A place of this archive's own, also when the same one lies in two folders."""
        folder = hashlib.sha256(str(self._archive.folder).encode("utf-8", "surrogateescape"))
        name = f"{self._archive.info.uuid}-{folder.hexdigest()[:8]}"
        return user_cache_path("kembar") / keeping.FOLDER / name

    def _one_at_a_time(self) -> FileLock:
        self._cache().mkdir(parents=True, exist_ok=True)
        return FileLock(self._cache() / "making.lock")


def _stamp(root: Path) -> Stamp:
    """Changes with every commit and every generation that comes or goes."""
    return tuple((place.name, *_stamp_of(place)) for place in keeping.generations(root))


def _stamp_of(place: Path) -> tuple[int, int]:
    try:
        found = (place / META).stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


def _copy(place: Path, copy: Path) -> None:
    """The files alone: rights and locks of a read-only medium are of no use here."""
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir(parents=True)
    for file in place.iterdir():
        if file.is_file() and file.suffix != ".lock":
            shutil.copyfile(file, copy / file.name)
    if (place / META).exists():
        shutil.copystat(place / META, copy / META)

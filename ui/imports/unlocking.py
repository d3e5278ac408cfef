"""Tries passwords beside the window; what they open is remembered until the archive closes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from archive.archive import Archive, Mode
from archive.changes import Changes, Kind
from archive.records.locks import Unlocked
from ui import errands
from ui.desk import Desk
from ui.errands import Key
from ui.jobs import Job


def try_key(
    desk: Desk,
    key: Key,
    done: Callable[[Unlocked], object],
    failed: Callable[[BaseException], object] | None = None,
) -> Job:
    """Try a password on the documents it names; `done` hears what it opened."""
    archive = desk.archive
    assert archive is not None
    mode = Mode.DELEGATE if desk.writable else Mode.READ
    return desk.jobs.beside(
        "press",
        errands.unlock,
        *(archive.folder, mode, archive.access, key),
        done=partial(_tried, archive, key, done),
        failed=failed,
        told=desk.heard,
    )


def _tried(
    archive: Archive, key: Key, done: Callable[[Unlocked], object], result: Unlocked
) -> None:
    """Showing them needs no password now: whatever shows one hears that it has changed."""
    archive.locks.remember(result.opened, key.password)
    opened = frozenset((Kind.DOCUMENT, document) for document in result.opened)
    if opened:
        archive.announce(Changes(0, opened))
    done(result)

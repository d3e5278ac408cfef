"""Files as people name them: walked in a steady order, spelled so that a database keeps them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote_from_bytes, unquote_to_bytes

from archive.intake.reasons import reason
from archive.records import Reason

BYTES = "bytes:"  # before a path that is no text in the system's encoding
PASSED_OVER = {"thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r"}
PASSED_STARTS = (".", "~$", "._")


@dataclass(frozen=True, slots=True)
class Found:
    """A file to be brought in, or a place that could not be looked into (`reason` says why)."""

    path: str
    reason: Reason | None = None


def kept_path(path: Path) -> str:
    """A path as text that any database can keep; `file_of` gives the path back."""
    text = str(path)
    try:
        text.encode()
    except UnicodeEncodeError:
        return BYTES + quote_from_bytes(os.fsencode(path))
    return text


def file_of(kept: str) -> Path:
    """The path that was kept."""
    if kept.startswith(BYTES):
        return Path(os.fsdecode(unquote_to_bytes(kept[len(BYTES) :])))
    return Path(kept)


def spelled(text: str) -> str:
    """A name fit to be shown and kept: what is no character becomes a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")


def files_of(paths: Sequence[Path], archive: Path) -> Iterator[Found]:
    """All files among some files and folders, in the order of their names.

    Hidden files and those of the system are passed over in folders, and so is the archive itself.
    """
    seen: set[str] = set()
    for path in paths:
        if _is_folder(path):
            yield from _walk(path.absolute(), archive, seen)
        else:
            yield Found(kept_path(path.absolute()))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _walk(folder: Path, archive: Path, seen: set[str]) -> Iterator[Found]:
    real = os.path.realpath(folder)
    if real in seen or real == os.path.realpath(archive):
        return  # a link leads back here, or this is where it all goes
    seen.add(real)
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Found(kept_path(folder), _unseen(error))
        return
    yield from _within(folder, [entry for entry in entries if _wanted(entry.name)], archive, seen)


def _within(
    folder: Path, entries: list[os.DirEntry[str]], archive: Path, seen: set[str]
) -> Iterator[Found]:
    folders = [entry for entry in entries if _leads_on(entry)]
    for entry in entries:
        if entry not in folders:
            yield Found(kept_path(folder / entry.name))
    for entry in folders:
        yield from _walk(folder / entry.name, archive, seen)


def _leads_on(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _wanted(name: str) -> bool:
    return name.lower() not in PASSED_OVER and not name.startswith(PASSED_STARTS)


def _unseen(error: OSError) -> Reason:
    if isinstance(error, PermissionError):
        return reason("no_rights")
    if isinstance(error, FileNotFoundError):
        return reason("vanished")
    return reason("unreadable", reason=error.strerror or str(error))

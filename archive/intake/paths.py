"""Files as people name them: walked in a steady order, spelled so that a database keeps them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote_from_bytes, unquote_to_bytes

from archive.intake.reasons import of_disk
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


def _walk(top: Path, archive: Path, seen: set[str]) -> Iterator[Found]:
    """Folder after folder, not nested: folders may be deeper than calls can be."""
    seen.add(os.path.realpath(archive))  # this is where it all goes
    ahead = [(top, os.path.realpath(top))]
    while ahead:
        folder, real = ahead.pop()
        if real in seen:
            continue  # a link leads back here
        seen.add(real)
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            yield Found(kept_path(folder), of_disk(error))
            continue
        folders = {each.name: each for each in entries if _wanted(each.name) and _leads_on(each)}
        for entry in entries:
            if _wanted(entry.name) and entry.name not in folders:
                yield Found(kept_path(folder / entry.name))
        ahead += [
            (folder / each.name, _real(each, real)) for each in reversed(list(folders.values()))
        ]


def _leads_on(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _real(folder: os.DirEntry[str], parent: str) -> str:
    """Where a folder really is; only links are looked up (and all on Windows, for junctions)."""
    if folder.is_symlink() or sys.platform == "win32":
        return os.path.realpath(folder.path)
    return os.path.join(parent, folder.name)  # noqa: PTH118 - text, as realpath gives it


def _wanted(name: str) -> bool:
    return name.lower() not in PASSED_OVER and not name.startswith(PASSED_STARTS)

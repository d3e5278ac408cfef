"""What a reading process is told and answers; plain values, since they cross between processes."""

from __future__ import annotations

from dataclasses import dataclass

from archive.records import Outcome, Reason


@dataclass(frozen=True, slots=True)
class Task:
    """One file to be read.

    `again`: also when its original is already held (a row may be missing after a crash).
    `unread`: only keep it; reading it has failed before, for the reason given.
    """

    item: int
    path: str
    again: bool = False
    unread: Reason | None = None


@dataclass(frozen=True, slots=True)
class PageRead:
    """One page: its printed label, its text for search, and its raw text where that differs.

    Text that is not `sound` counts only until the page has been read from its picture.
    """

    label: str
    text: str
    raw: str | None
    sound: bool = True


@dataclass(frozen=True, slots=True)
class Beat:
    """A sign of life: so many pages of a file are done."""

    item: int
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Held:
    """The original was in the archive's files already and was not read."""

    item: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ReadingCopy:
    """A PDF made of what came as something else; kept beside the originals (SHA-256, bytes)."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file that is kept, with what was read of it; times are UTC, ISO 8601.

    `copy` is what is shown, read and printed in place of an original that is no PDF.
    """

    item: int
    outcome: Outcome
    reason: Reason | None
    sha256: str
    size: int
    media_type: str
    name: str
    folder: str
    modified: str
    title: str
    pages: tuple[PageRead, ...] = ()
    trouble: str = ""
    copy: ReadingCopy | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not kept."""

    item: int
    reason: Reason


Answer = Beat | Held | FileRead | Refused

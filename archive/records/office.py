"""Who keeps the archive, as its prints say."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Office:
    """The office's name and a line under it (an address, a unit); the emblem as PNG bytes."""

    name: str = ""
    line: str = ""
    emblem: bytes = b""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a print leaves out: links and findings above the reader's level, and in the trash."""

    withheld: int = 0
    trashed: int = 0

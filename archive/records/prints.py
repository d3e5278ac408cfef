"""Prints that were kept: what each says of itself, and where it lies."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from archive.records.values import Access


@dataclass(frozen=True, slots=True)
class PrintTold:
    """What a print says of itself.

    `report` is the report's code, `subject` what it is of in words (empty: of the whole archive),
    `years` the first and last one, inclusive. `level` is the reader's level it was made at, `pages`
    how many it has, `printed` the ISO 8601 date that stands on it, `version` the program's.
    """

    report: str
    subject: str
    language: str
    years: tuple[int, int] | None
    level: Access
    pages: int
    printed: str
    version: str


@dataclass(frozen=True, slots=True)
class KeptPrint:
    """A print that was kept: when (UTC, ISO 8601), by whom (`user@computer`), and what it says.

    `sha256` and `size` (bytes) are those of the PDF, `snapshot` is the SHA-256 of what it was drawn
    from; `file` is where the PDF lies, alike prints in the same place.
    """

    uuid: str
    time: str
    agent: str
    sha256: str
    size: int
    snapshot: str
    told: PrintTold
    file: Path

"""What long jobs report: imports, the numbers of an archive, checks of its originals."""

from __future__ import annotations

from dataclasses import dataclass, field

from archive.records.values import Outcome


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a file ended as it did: a code of `archive.intake.reasons` and its data."""

    code: str
    data: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ImportItem:
    """One file of an import run.

    `outcome` is None while it waits; `reason` is None when there is nothing to say.
    """

    id: int
    run: int
    path: str
    outcome: Outcome | None
    document: int | None
    pages: int
    reason: Reason | None
    attempts: int = 0


@dataclass(frozen=True, slots=True)
class ImportRun:
    """One import: when it began and ended (UTC, ISO 8601) and the counts of its outcomes."""

    id: int
    started: str
    ended: str | None
    total: int
    waiting: int
    outcomes: dict[Outcome, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Status:
    """The archive in numbers, as far as the reader's level lets see."""

    documents: int
    pages: int
    pages_without_text: int
    pages_blank: int
    pages_unreadable: int
    queued: int
    sequence: int


@dataclass(frozen=True, slots=True)
class FixityFault:
    """An original that is not as it was: `problem` is `missing`, `altered` or `unreadable`.

    `kind` is `document`, or `print` for a kept print: `title` is then its report's code and what
    it is of, and `document` 0. What lies above the reader's level has no title.
    """

    document: int
    title: str
    path: str
    problem: str
    kind: str = "document"


@dataclass(frozen=True, slots=True)
class FixityResult:
    """One check of all originals and kept prints against their SHA-256.

    `checked` and `prints` count those the reader may see, `bytes` what both have together.
    """

    checked: int
    bytes: int
    faults: tuple[FixityFault, ...]
    prints: int = 0


@dataclass(frozen=True, slots=True)
class InHand:
    """A file that is being read: its place in the queue, its pages done and in all (0: unknown)."""

    item: int
    path: str
    done: int = 0
    total: int = 0

"""What was done to the catalogue, when and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Event:
    """One row touched by a deed: added, changed or removed, with its values before and after.

    `action` is `add`, `change` or `remove`; `remove` and `restore` of a document only move it into
    the trash and out of it, so that it has values on both sides. `print` tells of a print that was
    kept: its values are those of the print.

    `time` is UTC, ISO 8601; `agent` is `user@computer`.
    """

    id: int
    deed: int
    undoes: int | None
    time: str
    agent: str
    action: str
    noun: str
    item: int
    name: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Deed:
    """All that one transaction did, named by its first event; `undone` when reversed since.

    `events` counts all rows it touched, `alike` the items of the first one's noun among them.
    """

    number: int
    time: str
    agent: str
    action: str
    noun: str
    item: int
    name: str
    events: int
    undoes: int | None = None
    undone: bool = False
    alike: int = 1


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that was written for elsewhere.

    What it holds in words, its format, how many rows or documents are in it, and its name without
    the folder; the document where it is of one, which must be seen to know of it.
    """

    name: str
    format: str
    count: int
    file: str
    document_id: int | None = None

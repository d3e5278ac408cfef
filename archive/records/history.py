"""What was done to the catalogue, when and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Event:
    """One row touched by a deed: `add`, `change` or `remove`, with its values before and after.

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
    """All that one transaction did, named by its first event; `undone` when reversed since."""

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

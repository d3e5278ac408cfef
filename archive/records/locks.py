"""What is known of documents that only open with their password."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Locked:
    """A document under a password that is not kept: its id, its title, the name of its file."""

    document: int
    title: str
    name: str


@dataclass(frozen=True, slots=True)
class Unlocked:
    """What one password did: the documents it opened, and how many of those tried stay locked."""

    opened: tuple[int, ...]
    remaining: int

"""What a commit changed, as told to whoever shows or indexes the archive."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The nouns of the catalogue that a change can touch."""

    CITY = "city"
    PARTNERSHIP = "partnership"
    AGREEMENT = "agreement"
    PROGRAM = "program"
    DOCUMENT = "document"
    LINK = "link"
    ACTIVITY = "activity"
    ACTOR = "actor"
    FINDING = "finding"
    TERM = "term"
    OFFICE = "office"
    SYNONYM = "synonym"
    IMPORT = "import"


@dataclass(frozen=True, slots=True)
class Changes:
    """Items touched by one transaction, announced after its commit.

    `sequence` is the last number given.
    """

    sequence: int
    items: frozenset[tuple[Kind, int]]

    def ids(self, kind: Kind) -> frozenset[int]:
        """The ids of one kind among the changed items."""
        return frozenset(item for found, item in self.items if found is kind)

    def touches(self, *kinds: Kind) -> bool:
        """Whether any item of these kinds changed."""
        return any(found in kinds for found, _ in self.items)


Listener = Callable[[Changes], None]

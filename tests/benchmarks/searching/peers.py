"""Other engines on the same pages and questions, each with as many pages as its time allows."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tests.benchmarks import made_pages
from tests.benchmarks.made_pages import PAGES, Made
from tests.benchmarks.searching.asked import Question, Times, timed

SECONDS = float(os.environ.get("KEMBAR_PEER_SECONDS", "150"))  # of indexing, for each peer
QUICK_SECONDS = 2.0
SHOWN = 20  # best hits whose pieces of text are made


class Peer(Protocol):
    """An engine with an index of pages; missing ones raise `Missing` when they are made."""

    def take(self, made: Made) -> float:
        """Take in the pages of a document; answers the seconds it spent on them."""

    def finish(self) -> None:
        """Make what was taken in searchable."""

    def times(self, asked: Sequence[Question]) -> Times:
        """Milliseconds of each question, with the best hits and their pieces of text."""


class Missing(Exception):
    """A peer that is not installed here."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A peer's name, its pages, how many it indexed in a second, its times."""

    name: str
    pages: int
    rate: float
    asked: Times


def outcome(
    name: str,
    make: Callable[[Path], Peer],
    most: int,
    seconds: float,
    asked: Sequence[Question],
) -> Outcome:
    """Let a peer take in at most so many pages in at most so many seconds, and ask it.

    Its folder is gone afterwards. Raises `Missing`.
    """
    with tempfile.TemporaryDirectory(prefix="kembar-peer-", ignore_cleanup_errors=True) as place:
        peer = make(Path(place))
        pages, spent = _taken(peer, most // PAGES, seconds)
        return Outcome(name, pages, pages / spent, peer.times(asked))


def _taken(peer: Peer, most: int, limit: float) -> tuple[int, float]:
    """Pages taken in, and the seconds that took."""
    spent, taken = 0.0, 0
    for made in made_pages.documents(1, most):
        spent += peer.take(made)
        taken = made.number
        if spent > limit:
            break
    return taken * PAGES, spent + timed(peer.finish)


def folder_size(folder: Path) -> int:
    """Bytes of all files in it."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())

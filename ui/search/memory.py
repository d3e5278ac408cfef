"""What a person asked before and wants to ask again, kept in the desk's settings by archive.

Not in the archive: what is new since somebody last looked is that person's own, a desk that only
looks must be able to keep searches too, and a query may name what others must not know of.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from ui.settings import Settings

MOST = 40  # queries of the history
LONGEST = 400  # characters of a query that is kept


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved search, and the documents that were found when it was last looked at."""

    query: str
    seen: frozenset[int]


class Memory:
    """The history and the saved searches of one archive on this desk."""

    def __init__(self, settings: Settings, archive: str) -> None:
        """`archive` is its UUID."""
        self._settings = settings
        self._place = f"searches/{archive}"

    def history(self) -> tuple[str, ...]:
        """What was asked, the last first."""
        return tuple(each for each in self._read("history") if isinstance(each, str))

    def remember(self, query: str) -> None:
        """Put a query first in the history."""
        tidy = query.strip()
        if tidy and len(tidy) <= LONGEST:
            others = [each for each in self.history() if each != tidy]
            self._write("history", [tidy, *others][:MOST])

    def forget_history(self) -> None:
        """Remember nothing of what was asked; saved searches stay."""
        self._settings.set_value(f"{self._place}/history", None)

    def saved(self) -> tuple[Saved, ...]:
        """The saved searches, as they were saved."""
        pairs = (each for each in self._read("saved") if isinstance(each, list) and len(each) == 2)
        return tuple(Saved(str(query), frozenset(_numbers(str(ids)))) for query, ids in pairs)

    def save(self, query: str, found: Iterable[int]) -> None:
        """Keep a search; one that is kept already is now looked at, and stays in its place."""
        new = Saved(query.strip(), frozenset(found))
        kept = [new if each.query == new.query else each for each in self.saved()]
        self._keep(kept if new in kept else [*kept, new])

    def remove(self, query: str) -> None:
        """Keep a search no longer."""
        self._keep([each for each in self.saved() if each.query != query.strip()])

    def is_saved(self, query: str) -> bool:
        """Whether a search is kept."""
        return any(each.query == query.strip() for each in self.saved())

    def _keep(self, saved: Iterable[Saved]) -> None:
        self._write("saved", [[each.query, _runs(each.seen)] for each in saved])

    def _read(self, name: str) -> list[Any]:
        try:
            found = json.loads(str(self._settings.value(f"{self._place}/{name}", "[]")))
        except ValueError:
            return []
        return found if isinstance(found, list) else []

    def _write(self, name: str, values: list[Any]) -> None:
        self._settings.set_value(f"{self._place}/{name}", json.dumps(values))


def _runs(numbers: Iterable[int]) -> str:
    """Ids as runs, `1-40,43`: papers of one import follow one another."""
    runs = []
    for _step, run in groupby(enumerate(sorted(numbers)), key=lambda each: each[1] - each[0]):
        ids = [number for _at, number in run]
        runs.append(f"{ids[0]}-{ids[-1]}" if len(ids) > 1 else str(ids[0]))
    return ",".join(runs)


def _numbers(runs: str) -> Iterator[int]:
    for run in filter(None, runs.split(",")):
        first, _dash, last = run.partition("-")
        if first.isdecimal() and (last or first).isdecimal():
            yield from range(int(first), int(last or first) + 1)

"""Where a person has been: back and forward, as in a browser."""

from __future__ import annotations

from dataclasses import dataclass

KEPT = 100


@dataclass(frozen=True, slots=True)
class Stop:
    """A room, and the place in it as that room gave it."""

    room: str
    place: object


class Trail:
    """Two heaps of stops: those behind, and those gone back from."""

    def __init__(self) -> None:
        self._behind: list[Stop] = []
        self._ahead: list[Stop] = []

    @property
    def can_go_back(self) -> bool:
        """Whether there is anything behind."""
        return bool(self._behind)

    @property
    def can_go_forward(self) -> bool:
        """Whether a person has gone back from anything."""
        return bool(self._ahead)

    def leave(self, stop: Stop) -> None:
        """A person goes on from here to something new."""
        if not self._behind or self._behind[-1] != stop:
            self._behind.append(stop)
        del self._behind[:-KEPT]
        self._ahead.clear()

    def back(self, here: Stop) -> Stop | None:
        """The stop before; None where there is none."""
        return _move(self._behind, self._ahead, here)

    def forward(self, here: Stop) -> Stop | None:
        """The stop a person went back from; None where there is none."""
        return _move(self._ahead, self._behind, here)

    def forget(self) -> None:
        """Another archive: nothing of the old one is left."""
        self._behind.clear()
        self._ahead.clear()


def _move(source: list[Stop], other: list[Stop], here: Stop) -> Stop | None:
    if not source:
        return None
    other.append(here)
    return source.pop()

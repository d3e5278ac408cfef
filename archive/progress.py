"""How a long piece of work tells how far it is, and is told to stop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One report of progress: `done` of `total` (total 0: not known yet), and what is in hand."""

    done: int
    total: int
    subject: str = ""
    detail: object = None


class Cancelled(Exception):  # not an error: a person asked for it
    """Work was stopped on request; everything finished before stays."""


class Progress:
    """Carries steps to a listener and raises `Cancelled` at the next step after `cancel`."""

    def __init__(self, listener: Callable[[Step], None] | None = None) -> None:
        self._listener = listener
        self._cancelled = False

    def cancel(self) -> None:
        """Ask the work to stop at its next step. Safe from any thread."""
        self._cancelled = True

    @property
    def cancelled(self) -> bool:
        """Whether a stop has been asked for."""
        return self._cancelled

    def check(self) -> None:
        """Raise `Cancelled` when a stop has been asked for."""
        if self._cancelled:
            raise Cancelled

    def report(self, step: Step) -> None:
        """Pass one step on; raise `Cancelled` first when a stop has been asked for."""
        self.check()
        if self._listener is not None:
            self._listener(step)

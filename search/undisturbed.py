"""Keeps the garbage collector from looking through thousands of hits while they pass by."""

from __future__ import annotations

import gc
import threading
from types import TracebackType


class Undisturbed:
    """Around something short that makes many objects, none of them in circles; from any thread.

    The collector starts by the number of new objects: without this a fifth of a search is its.
    """

    def __init__(self) -> None:
        self._counting = threading.Lock()
        self._inside = 0  # how many threads want it kept off now
        self._was_on = False

    def __enter__(self) -> None:
        with self._counting:
            if self._inside == 0:
                self._was_on = gc.isenabled()
                gc.disable()
            self._inside += 1

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        with self._counting:
            self._inside -= 1
            if self._inside == 0 and self._was_on:
                gc.enable()


undisturbed = Undisturbed()  # one for the whole process, as the collector is

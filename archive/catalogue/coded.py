"""One word of a vocabulary for each document, in an array for filtering and counting."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from archive.catalogue.evidence_facts import Counted

Numbers = NDArray[np.int64]
Mask = NDArray[np.bool_]


class Coded:
    """A column by document id; an empty code, and a document that is not there, have no value."""

    def __init__(self) -> None:
        self._codes: list[str] = []
        self._values = np.full(0, -1, dtype=np.int64)

    @property
    def known(self) -> Mask:
        """Which documents have a value; the caller's own."""
        mask: Mask = self._values >= 0
        return mask

    def any_of(self, codes: Sequence[str]) -> Mask:
        """Which documents have any of these values."""
        numbers = [self._codes.index(code) for code in codes if code in self._codes]
        return np.isin(self._values, numbers)

    def counts(self, chosen: Mask) -> list[Counted]:
        """How many of the chosen documents have each value."""
        numbers = np.bincount(self._values[chosen & self.known], minlength=len(self._codes))
        return [
            (code, None, code, int(n)) for code, n in zip(self._codes, numbers, strict=True) if n
        ]

    def take(self, ids: Numbers, codes: Sequence[str]) -> None:
        """Give documents their values."""
        self._codes += sorted({code for code in codes if code} - set(self._codes))
        numbers = {"": -1, **{code: number for number, code in enumerate(self._codes)}}
        self._values[ids] = [numbers[code] for code in codes]

    def grow(self, more: int) -> None:
        """Make room for so many more documents."""
        self._values = np.pad(self._values, (0, more), constant_values=-1)

    def forget(self, ids: Sequence[int]) -> None:
        """These documents have no value any more."""
        self._values[list(ids)] = -1

"""Which words of a page another document does not have, for showing two drafts side by side."""

from __future__ import annotations

from collections.abc import Sequence

from archive.archive import Archive
from archive.likeness.signature import SHINGLE, WORD, shingles, words
from archive.text import fold


class Differing:
    """Finds the words of a page that stand in no row of three words of the other document."""

    def __init__(self, other: Sequence[str]) -> None:
        """`other` are the texts of its pages."""
        self._known = frozenset(shingles(words(other)))

    def __call__(self, text: str) -> list[tuple[int, int]]:
        """Where the differing words stand (offsets, end excluded); words in a row as one."""
        found = list(WORD.finditer(text))
        folded = [fold(each[0]) for each in found]
        same: set[int] = set()
        for at, row in enumerate(shingles(folded)):
            if row in self._known:
                same.update(range(at, at + SHINGLE))
        return _rows([each.span() for at, each in enumerate(found) if at not in same], text)


def differing(archive: Archive, one: int, other: int) -> tuple[Differing, Differing]:
    """What to mark in each of two documents. Raises `NotFound`."""
    first, second = ([page.text for page in archive.documents.pages(each)] for each in (one, other))
    return Differing(second), Differing(first)


def _rows(spans: Sequence[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    rows: list[tuple[int, int]] = []
    for start, end in spans:
        if rows and not WORD.search(text, rows[-1][1], start):
            rows[-1] = rows[-1][0], end
        else:
            rows.append((start, end))
    return rows

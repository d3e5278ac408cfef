"""The words of pages that are pictures, as tables are read from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from archive.intake.table_grid import Word
from archive.records.scans import Reading


def read_words(readings: Mapping[int, Reading]) -> dict[int, tuple[Word, ...]]:
    """The words a machine read, with their places, by page."""
    return {page: tuple(_words(reading)) for page, reading in readings.items() if reading.words}


def _words(reading: Reading) -> Iterator[Word]:
    for word in reading.words:
        yield Word(reading.text[word.start : word.end], *word.box)

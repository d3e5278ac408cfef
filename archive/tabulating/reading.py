"""The words of pages that are pictures, as tables are read from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from archive.intake.table_grid import Word
from archive.records.scans import Reading

RULES = "|¦[]_"  # as which the lines of a table are read


def read_words(readings: Mapping[int, Reading]) -> dict[int, tuple[Word, ...]]:
    """The words a machine read, with their places, by page; rules taken for letters are none."""
    return {page: tuple(_words(reading)) for page, reading in readings.items() if reading.words}


def _words(reading: Reading) -> Iterator[Word]:
    for word in reading.words:
        said = reading.text[word.start : word.end].strip(RULES)
        if said:
            yield Word(said, *word.box)

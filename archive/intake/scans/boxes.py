"""Where each word of a reading stands, packed small: a page has hundreds, an archive millions."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator

from archive.records.scans import WordBox

FORM = struct.Struct("<IHB4H")  # start, length, confidence in percent, box in tenths of a point
MOST = 65_535


def pack(words: Iterable[WordBox]) -> bytes:
    """Words in the order of the text, as bytes."""
    return zlib.compress(b"".join(map(_packed, words)), 6)


def unpack(packed: bytes | None) -> tuple[WordBox, ...]:
    """The words of `pack`, their boxes to a tenth of a point, their confidence to a percent."""
    return tuple(_words(zlib.decompress(packed))) if packed else ()


def _packed(word: WordBox) -> bytes:
    sides = (min(max(round(side * 10), 0), MOST) for side in word.box)
    sure = min(max(round(word.confidence * 100), 0), 100)
    return FORM.pack(word.start, min(word.end - word.start, MOST), sure, *sides)


def _words(raw: bytes) -> Iterator[WordBox]:
    for start, length, sure, left, top, right, bottom in FORM.iter_unpack(raw):
        box = left / 10, top / 10, right / 10, bottom / 10
        yield WordBox(start, start + length, sure / 100, box)

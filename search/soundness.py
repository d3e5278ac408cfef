"""Whether an index on the disk is still as it was written, asked when the engine stumbles over it.

The engine opens a damaged index gladly and then stops in the middle of a question. Its files end
with a checksum; one that does not match is damage, and no fault of the question.
"""

from __future__ import annotations

import json
import logging
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

META = "meta.json"
MARK = "damaged"  # an empty file in the folder of an index that must not be used any more
END = struct.Struct("<II")  # how long the file's footer is, and the sign that there is one
SIGN = 1337
PIECE = 1 << 20

log = logging.getLogger(__name__)


class Stumbled(Exception):
    """The engine stopped where it should not have."""


@contextmanager
def engine_told() -> Iterator[None]:
    """Turn what the engine dies of, which no `except Exception` would see, into `Stumbled`."""
    try:
        yield
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # PyO3 gives no other name for it
            raise
        raise Stumbled(str(error)) from error


def check(place: Path) -> bool:
    """Whether the index in a folder is as it was written; if not, mark it as damaged."""
    if is_sound(place):
        return True
    log.warning("the index is damaged: %s", place)
    with suppress(OSError):
        (place / MARK).touch()
    return False


def is_marked(place: Path) -> bool:
    """Whether damage was found here before."""
    return (place / MARK).exists()


def is_sound(place: Path) -> bool:
    """Whether all files that belong to the index have the checksum they say."""
    try:
        segments = json.loads((place / META).read_text("utf-8"))["segments"]
        names = {segment["segment_id"].replace("-", "") for segment in segments}
        files = [file for file in place.iterdir() if file.name.partition(".")[0] in names]
        return {file.name.partition(".")[0] for file in files} == names and all(map(_holds, files))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, struct.error):
        return False


def _holds(path: Path) -> bool:
    with path.open("rb") as file:
        size = path.stat().st_size
        file.seek(size - END.size)
        length, sign = END.unpack(file.read(END.size))
        body = size - END.size - length
        file.seek(body)
        said = json.loads(file.read(length))["crc"]
        file.seek(0)
        found = 0
        for start in range(0, body, PIECE):
            found = zlib.crc32(file.read(min(PIECE, body - start)), found)
    return sign == SIGN and bool(said == found)

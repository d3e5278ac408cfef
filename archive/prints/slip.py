"""The slip of a kept print: one small packed file that says what the print is, then its snapshot.

What the print is stands in the first line, so that a list of prints unpacks no snapshots. The name
of the file is the moment of printing and the print's UUID.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import zlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import msgspec

from archive.errors import PrintDamaged
from archive.records.prints import PrintTold
from archive.storage.files import Kept
from archive.storage.history import agent

FORMAT = 1
LONGEST = 1 << 16  # bytes of the first line
NAME = re.compile(r"(\d{4})\d{4}T\d{12}Z-([0-9a-f]{32})\.json\.gz")
FAULTS = (OSError, EOFError, zlib.error, msgspec.MsgspecError)


@dataclass(frozen=True, slots=True)
class Slip:
    """What is written of a print; `name` is that of its own file."""

    uuid: str
    time: str
    agent: str
    sha256: str
    size: int
    snapshot: str
    told: PrintTold
    name: str = ""
    format: int = FORMAT

    def dump(self, snapshot: bytes) -> bytes:
        """The file as it is to be written; the same bytes for the same slip."""
        line = msgspec.json.encode(replace(self, name=""))
        return gzip.compress(line + b"\n" + snapshot, mtime=0)


def write_slip(told: PrintTold, pdf: Kept, snapshot: bytes) -> Slip:
    """A new slip for a print made now."""
    now, uuid = datetime.now(UTC), uuid4().hex
    return Slip(
        uuid,
        now.isoformat(timespec="seconds"),
        agent(),
        pdf.sha256,
        pdf.size,
        hashlib.sha256(snapshot).hexdigest(),
        told,
        f"{now:%Y%m%dT%H%M%S%f}Z-{uuid}.json.gz",
    )


def read_slip(file: Path) -> Slip:
    """What a print is, without its snapshot. Raises `PrintDamaged`."""
    try:
        with gzip.open(file) as packed:
            found = msgspec.json.decode(packed.readline(LONGEST), type=Slip)
    except FAULTS as error:
        raise PrintDamaged(file) from error
    if found.uuid != uuid_in(file.name):
        raise PrintDamaged(file)
    return replace(found, name=file.name)


def read_snapshot(file: Path) -> bytes:
    """What the print was drawn from, as it was kept. Raises `PrintDamaged`."""
    slip = read_slip(file)
    try:
        _line, _end, snapshot = gzip.decompress(file.read_bytes()).partition(b"\n")
    except FAULTS as error:
        raise PrintDamaged(file) from error
    if hashlib.sha256(snapshot).hexdigest() != slip.snapshot:
        raise PrintDamaged(file)
    return snapshot


def called(told: PrintTold) -> str:
    """The name of a print: the report's code and, where there is one, what it is of."""
    return f"{told.report}: {told.subject}" if told.subject else told.report


def uuid_in(name: str) -> str:
    """The UUID in a slip's name; empty where it is not one."""
    found = NAME.fullmatch(name)
    return found[2] if found else ""

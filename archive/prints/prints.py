"""The prints of an archive: kept, found again, checked, and put down in its log."""

from __future__ import annotations

import logging
from pathlib import Path

from archive.errors import ArchiveError, FileUnusable, NotFound, PrintDamaged
from archive.prints.adopting import adopt
from archive.prints.shelf import Shelf
from archive.prints.slip import Slip, read_slip, read_snapshot
from archive.records import Access, KeptPrint, PrintTold
from archive.storage.database import Database
from archive.storage.files import digest

log = logging.getLogger(__name__)


class Prints:
    """What was printed, as far as the reader's level lets see; in every mode of opening.

    A print made above the level is not there for this reader.
    """

    def __init__(self, database: Database, shelf: Shelf, access: Access) -> None:
        self._database = database
        self._shelf = shelf
        self._access = access

    def keep(self, told: PrintTold, pdf: Path, snapshot: bytes) -> KeptPrint:
        """Keep a copy of a print, with what it was drawn from. Raises `NotKept`.

        It is kept whole or not at all, whoever else prints or writes. A writer puts it down in the
        log at once; what a reader kept is put down by the next writer.
        """
        kept = self._record(self._shelf.keep(told, pdf, snapshot))
        self.adopt()
        return kept

    def all(self) -> tuple[KeptPrint, ...]:
        """The kept prints, the last made first. What cannot be read is left to `verify`."""
        return tuple(kept for file in self._shelf.slips() if (kept := self._readable(file)))

    def find(self, uuid: str) -> KeptPrint:
        """One kept print. Raises `NotFound`, `PrintDamaged`."""
        kept = self._record(read_slip(self._shelf.slip(uuid)))
        if kept.told.level > self._access:
            raise NotFound("print", uuid)
        return kept

    def pdf(self, uuid: str) -> Path:
        """Where the PDF lies, never to be altered. Raises `NotFound`, `PrintDamaged`."""
        return self.find(uuid).file

    def snapshot(self, uuid: str) -> bytes:
        """What the print was drawn from. Raises `NotFound`, `PrintDamaged`."""
        self.find(uuid)
        return read_snapshot(self._shelf.slip(uuid))

    def whole(self, uuid: str) -> bool:
        """Whether PDF and snapshot are as they were kept. Raises `NotFound`, `FileUnusable`."""
        try:
            kept, _snapshot = self.find(uuid), self.snapshot(uuid)
            return digest(kept.file).sha256 == kept.sha256
        except (PrintDamaged, FileNotFoundError):
            return False
        except OSError as error:
            raise FileUnusable(Path(error.filename), error.strerror or str(error)) from error

    def adopt(self) -> int:
        """Put the prints down in the log that are not yet, each once; how many those were.

        Does nothing for a reader. A fault is logged and the next writer tries again: what was kept
        is kept.
        """
        if self._database.readonly:
            return 0
        try:
            self._shelf.sweep()
            return adopt(self._database, self._shelf)
        except (ArchiveError, OSError):
            log.exception("prints could not be put down in the log")
            return 0

    def _readable(self, file: Path) -> KeptPrint | None:
        try:
            kept = self._record(read_slip(file))
        except PrintDamaged:
            return None
        return kept if kept.told.level <= self._access else None

    def _record(self, slip: Slip) -> KeptPrint:
        return KeptPrint(
            slip.uuid,
            slip.time,
            slip.agent,
            slip.sha256,
            slip.size,
            slip.snapshot,
            slip.told,
            self._shelf.pdf(slip.sha256),
        )

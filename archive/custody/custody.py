"""What an archivist does to keep the archive safe, bound to the archive that is open."""

from __future__ import annotations

from pathlib import Path

from archive.prints.shelf import Shelf
from archive.progress import Progress
from archive.records import Access, FixityResult
from archive.storage.database import Database
from archive.storage.files import Originals


class Custody:
    """Checks of the originals and backups; neither changes anything in the archive."""

    def __init__(
        self, database: Database, originals: Originals, shelf: Shelf, access: Access
    ) -> None:
        self._database = database
        self._originals = originals
        self._shelf = shelf
        self._access = access

    def verify(self, progress: Progress) -> FixityResult:
        """Compare every original and every kept print with its SHA-256; progress counts bytes.

        Raises `Cancelled`.
        """
        from archive.custody.fixity import verify

        return verify(self._database, self._originals, self._shelf, self._access, progress)

    def backup(self, file: Path, progress: Progress) -> FixityResult:
        """Write the whole archive to one file, read back and compared before it takes its name.

        The result names originals and prints that were missing or altered. Raises `DiskFull`,
        `FileUnusable`, `BackupFaulty`, `Cancelled`.
        """
        from archive.custody.backup import backup

        held = self._originals, self._shelf
        return backup(self._database, *held, self._access, file, progress)

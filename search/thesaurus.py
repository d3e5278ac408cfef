"""The words that mean the same as an archive has them now: follows each change of its rows."""

from __future__ import annotations

from threading import Lock

from archive.archive import Archive
from archive.changes import Changes, Kind
from search.synonyms import Table


class Thesaurus:
    """The table of one archive. Safe from several threads; `close` it at the end."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._reading = Lock()
        self._table: Table | None = None
        self.close = archive.subscribe(self._hear)

    @property
    def table(self) -> Table:
        """The rows that are in use, ready to be asked."""
        with self._reading:
            if self._table is None:
                self._table = Table(self._archive.synonyms.in_use())
            return self._table

    def _hear(self, changes: Changes) -> None:
        if changes.touches(Kind.SYNONYM):
            with self._reading:
                self._table = None

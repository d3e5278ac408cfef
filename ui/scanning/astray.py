"""Watches for quotes that no longer stand on their pages after those were read anew."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from archive.changes import Changes, Kind
from archive.records.scans import Astray
from ui.desk import Desk
from ui.jobs import Questions


class AstrayQuotes(QObject):
    """`counted` tells how many there are; `came` that there are more than before."""

    counted = Signal(int)
    came = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._known: frozenset[tuple[str, int]] | None = None  # None: not counted yet
        self._questions = Questions()
        desk.archive_opened.connect(lambda _archive: self.count())
        desk.archive_closing.connect(self._forget)
        desk.changed.connect(self._hear)

    def count(self) -> None:
        """Count them."""
        archive = self._desk.archive
        if archive is not None:
            job = self._desk.jobs.run(archive.scans.astray, done=self._take)
            self._questions.ask("astray", job)

    def _hear(self, changes: Changes) -> None:
        if changes.touches(Kind.DOCUMENT, Kind.LINK, Kind.FINDING):
            self.count()

    def _take(self, found: tuple[Astray, ...]) -> None:
        before, self._known = self._known, frozenset((each.noun, each.id) for each in found)
        self.counted.emit(len(found))
        if before is not None and self._known - before:
            self.came.emit(len(found))

    def _forget(self) -> None:
        self._known = None
        self.counted.emit(0)

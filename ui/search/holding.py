"""What the archive holds that an answer does not tell: how many papers, and pages not read yet."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from archive.archive import Archive
from archive.records import DocumentQuery
from ui.desk import Desk


class Holding(QObject):
    """Counts beside the window what this reader may see."""

    counted = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.unread = 0  # pages that cannot be found yet
        self.bare = False  # there is no paper

    def count(self) -> None:
        """Count anew."""
        if self._desk.archive is not None:
            self._desk.jobs.run(_count, self._desk.archive, done=self._take)

    def forget(self) -> None:
        """Nothing is known of the archive."""
        self.unread, self.bare = 0, False

    def _take(self, counted: tuple[int, int]) -> None:
        papers, self.unread = counted
        self.bare = not papers
        self.counted.emit()


def _count(archive: Archive) -> tuple[int, int]:
    """Papers, and pages that nothing is known of yet. Runs in a job."""
    return archive.documents.count(DocumentQuery()), archive.scans.unread_here()

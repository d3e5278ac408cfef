"""What kinds the papers of the list seem to be: reckoned a few at a time while nothing presses."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from archive.archive import Archive
from archive.errors import NotFound
from archive.inbox.proposing import propose
from archive.intake.suggestions.paper import Known
from ui.desk import Desk
from ui.inbox.model import InboxModel

AT_ONCE = 8
NOTHING = Known()  # a kind is told without the catalogue


class Guessing(QObject):
    """One job after the other, until every paper that is listed has been looked at."""

    def __init__(self, desk: Desk, papers: InboxModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._papers = desk, papers
        self._busy = False

    def go_on(self) -> None:
        """Look at the next few."""
        some = self._papers.unguessed(AT_ONCE)
        if some and not self._busy and self._desk.archive is not None:
            self._busy = True
            archive, failed = self._desk.archive, partial(self._give_up, some)
            job = self._desk.jobs.run(kinds, archive, some, done=self._take, failed=failed)
            job.ended.connect(self._end)

    def _take(self, found: dict[int, str]) -> None:
        self._papers.guess(found)

    def _give_up(self, some: Sequence[int], error: BaseException) -> None:
        """What went wrong is said once, not asked for again."""
        self._papers.guess(dict.fromkeys(some, ""))
        self._desk.jobs.failed.emit(error)

    def _end(self) -> None:
        self._busy = False
        self.go_on()


def kinds(archive: Archive, documents: Sequence[int]) -> dict[int, str]:
    """The kind each seems to be, empty where nothing tells it. Runs in a job."""
    return {document: _kind(archive, document) for document in documents}


def _kind(archive: Archive, document: int) -> str:
    try:
        found = propose(archive, document, NOTHING)
    except NotFound:  # removed a moment ago
        return ""
    return next((str(each.value) for each in found if each.field == "kind"), "")

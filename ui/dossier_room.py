"""What rooms that show one partnership's dossier share: reading it again when something changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from archive.changes import Changes, Kind
from archive.errors import NotFound
from archive.records import Partnership
from ui.jobs import Questions
from ui.room import Room

if TYPE_CHECKING:
    from ui.desk import Desk


class DossierRoom(Room):
    """Reads what it shows again when it is touched; when nobody looks, once somebody does."""

    kinds: tuple[Kind, ...] = ()  # whatever happens to these touches every dossier

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._wanted: int | None = None
        self._stale = False
        self._questions = Questions()

    def closing(self) -> None:
        """Nobody waits for anything of this archive any more."""
        self._questions.forget()
        self._wanted, self._stale = None, False

    def refresh(self, changes: Changes) -> None:
        """Read again what is shown, if it is touched; when nobody looks, later."""
        if self.desk.archive is None or not self._touched(changes):
            return
        if self.isVisible():
            self._load_all()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Read now what changed while nobody looked."""
        super().showEvent(event)
        if self._stale and self.desk.archive is not None:
            self._load_all()

    def _load_all(self) -> None:
        """Read which partnerships there are."""
        self._stale = False
        archive = self.desk.archive
        if archive is not None:
            job = self.desk.jobs.run(archive.partnerships.all, done=self._offer)
            self._questions.ask("all", job)

    def _offer(self, partnerships: tuple[Partnership, ...]) -> None:
        """These are the partnerships: show one of them."""
        raise NotImplementedError

    def _papers(self) -> set[int]:
        """The documents that the dossier shown rests on."""
        raise NotImplementedError

    def _lost(self, error: BaseException) -> None:
        """The one wanted has been removed meanwhile: show another."""
        if isinstance(error, NotFound):
            self._wanted = None
            self._load_all()
        else:
            self.desk.jobs.failed.emit(error)

    def _touched(self, changes: Changes) -> bool:
        return changes.touches(*self.kinds) or bool(changes.ids(Kind.DOCUMENT) & self._papers())

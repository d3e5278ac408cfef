"""Undo: knows the last deed that can be undone, and undoes it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from archive.records import Deed
from ui.desk import Desk
from ui.history.words import removed_words, undo_words, undone_words


class Undoing(QObject):
    """`renewed` when there is another deed to undo; `said` brings a line of what was done.

    A removal is said too, wherever it was made: what vanished went into the trash.
    """

    renewed = Signal()
    said = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._deed: Deed | None = None
        self._asked: object = None
        self._busy = False
        self._newest: int | None = None  # deed known of since the archive was opened
        desk.archive_opened.connect(self.renew)
        desk.archive_closing.connect(self._forget)
        desk.changed.connect(self.renew)

    @property
    def possible(self) -> bool:
        """Whether there is something that can be undone here."""
        return self._deed is not None and self._desk.writable and not self._busy

    def words(self) -> str:
        """What the menu says, with the name of what would be undone."""
        return undo_words(self._deed if self._desk.writable else None).replace("&", "&&")

    def renew(self, _what: object = None) -> None:
        """Ask what there is to be undone; only the newest answer counts."""
        if self._desk.archive is not None and self._desk.writable:
            self._asked = asked = object()
            self._desk.jobs.run(self._desk.archive.events.last, done=partial(self._take, asked))

    def undo(self) -> None:
        """Undo exactly the deed that the menu names."""
        if self._desk.archive is None or self._deed is None or not self.possible:
            return
        self._busy = True
        self.renewed.emit()
        self._desk.jobs.run(
            self._desk.archive.events.reverse,
            self._deed.number,
            done=partial(self._done, self._deed),
            failed=self._failed,
        )

    def _take(self, asked: object, deed: Deed | None) -> None:
        if asked is self._asked:
            self._deed = deed
            self._say_removal(deed)
            self.renewed.emit()

    def _say_removal(self, deed: Deed | None) -> None:
        number = deed.number if deed is not None else 0
        fresh = self._newest is not None and number > self._newest
        if deed is not None and fresh and deed.action == "remove":
            self.said.emit(removed_words(deed))
        self._newest = max(number, self._newest or 0)

    def _done(self, deed: Deed, _nothing: object) -> None:
        self._busy = False
        self.said.emit(undone_words(deed))
        self.renew()

    def _failed(self, error: BaseException) -> None:
        self._busy = False
        self._desk.jobs.failed.emit(error)
        self.renew()

    def _forget(self) -> None:
        self._deed, self._asked, self._busy, self._newest = None, None, False, None
        self.renewed.emit()

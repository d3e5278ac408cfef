"""Undo: knows the last deed that can be undone, and undoes it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from archive.records import Deed
from ui.desk import Desk
from ui.history.words import undo_words, undone_words


class Undoing(QObject):
    """`renewed` when there is another deed to undo; `undone` brings a line that says what was."""

    renewed = Signal()
    undone = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._deed: Deed | None = None
        self._asked: object = None
        self._busy = False
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
            self.renewed.emit()

    def _done(self, deed: Deed, _nothing: object) -> None:
        self._busy = False
        self.undone.emit(undone_words(deed))
        self.renew()

    def _failed(self, error: BaseException) -> None:
        self._busy = False
        self._desk.jobs.failed.emit(error)
        self.renew()

    def _forget(self) -> None:
        self._deed, self._asked, self._busy = None, None, False
        self.renewed.emit()

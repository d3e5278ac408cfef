"""Files that came in again while their document lay in the trash: one button brings it back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress

from PySide6.QtWidgets import QPushButton, QWidget

from archive.archive import Archive
from archive.errors import NotFound
from archive.records import ImportItem
from ui.desk import Desk
from ui.language import _


class RestoreButton(QPushButton):
    """In sight while there is something of an import that can be restored from the trash."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Restore from the trash"), parent)
        self._desk = desk
        self._documents: tuple[int, ...] = ()
        self._done: set[int] = set()
        self.setAutoDefault(False)
        self.clicked.connect(self._restore)
        self.hide()

    def show_items(self, items: Iterable[ImportItem]) -> None:
        """The files of an import that are shown now."""
        found = {item.document for item in items if lies_in_trash(item)}
        self._documents = tuple(sorted(each for each in found if each and each not in self._done))
        self.setVisible(bool(self._documents) and self._desk.writable)

    def _restore(self) -> None:
        if self._desk.archive is not None:
            self._done.update(self._documents)
            self._desk.jobs.run(restore, self._desk.archive, self._documents)
            self.hide()


def lies_in_trash(item: ImportItem) -> bool:
    """Whether the document of a file lay in the trash when it came in."""
    return item.reason is not None and item.reason.code == "in_trash"


def restore(archive: Archive, documents: Sequence[int]) -> None:
    """Take these out of the trash; those that are out already stay. Runs in a job."""
    for document in documents:
        with suppress(NotFound):
            archive.documents.restore(document)

"""What is done with several documents at once: described, linked, put into the trash."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from archive.records import Document, ManyDone, Shared
from ui.desk import Desk
from ui.documents import many_words
from ui.documents.describe_many import DescribeManyDialog
from ui.editors.link_many import Linked, LinkManyDialog
from ui.language import _, ngettext
from ui.models.document_words import number

Ids = tuple[int, ...]


class ManyDeeds(QObject):
    """Opens the dialogs and asks before many go; `said` brings a line of what was done."""

    said = Signal(str)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._question: QMessageBox | None = None
        desk.archive_closing.connect(self._close_question)

    def describe(self, ids: Ids) -> None:
        """Ask what all of these are to be given."""
        archive = self._desk.archive
        if archive is not None and self._desk.writable:
            self._desk.jobs.run(archive.documents.shared, ids, done=partial(self._describe, ids))

    def link(self, ids: Ids, document: Document | None) -> None:
        """Ask what these are evidence for; `document` is the one where there is only one."""
        if not self._desk.writable or not ids:
            return
        one = document if document is not None and ids == (document.id,) else None
        title = one.description.title if one else many_words.whole_words(len(ids))
        pages = one.pages if one else 1
        dialog = LinkManyDialog(self._desk, ids, title, pages, parent=self._window)
        dialog.linked.connect(self._linked)
        dialog.open()

    def remove(self, ids: Ids) -> None:
        """Put them into the trash: one without asking, for that is undone; many after a yes."""
        if self._desk.archive is None or not self._desk.writable or self._question is not None:
            return
        if len(ids) == 1:
            self._desk.jobs.run(self._desk.archive.documents.remove, ids[0])
        else:
            self._ask(ids)

    def _describe(self, ids: Ids, shared: Shared) -> None:
        if not shared.count:
            self.said.emit(many_words.left_out_words(shared.left_out))
            return
        dialog = DescribeManyDialog(self._desk, ids, shared, self._window)
        dialog.saved.connect(self._described)
        dialog.open()

    def _ask(self, ids: Ids) -> None:
        words = ngettext(
            "Move {n} document to the trash?", "Move {n} documents to the trash?", len(ids)
        )
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(_("Move to the trash"))
        box.setText(words.format(n=number(len(ids))))
        box.setInformativeText(
            _("Their links and findings go with them. Undo or the trash brings them back whole.")
        )
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        yes = box.addButton(_("Move to the trash"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        yes.clicked.connect(partial(self._remove, ids))
        box.finished.connect(self._forget_question)
        self._question = box
        box.open()

    def _remove(self, ids: Ids, _checked: bool = False) -> None:
        if self._desk.archive is not None:
            work, title = self._desk.archive.documents.remove_many, _("Moving to the trash")
            self._desk.jobs.run(work, ids, done=self._removed, title=title, progress=True)

    def _described(self, done: ManyDone) -> None:
        self.said.emit(many_words.described_words(done))

    def _linked(self, linked: Linked) -> None:
        self.said.emit(many_words.linked_words(linked.done, linked.without_pages))

    def _removed(self, done: ManyDone) -> None:
        self.said.emit(many_words.removed_words(done))

    def _forget_question(self) -> None:
        self._question = None

    def _close_question(self) -> None:
        if self._question is not None:
            self._question.close()

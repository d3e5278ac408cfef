"""What a person does to an agreement of the register: enter, edit, put into the trash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from archive.errors import ArchiveError
from archive.records import Agreement
from ui.editors.agreement_dialog import AgreementDialog
from ui.language import _
from ui.messages import sentence

if TYPE_CHECKING:
    from ui.desk import Desk


class Deeds(QObject):
    """`saved` brings what was entered or changed, `refused` a sentence why one was not removed."""

    saved = Signal(object)
    refused = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._window = desk, parent
        self._question: QMessageBox | None = None
        desk.archive_closing.connect(self._close_question)

    def new(self) -> None:
        """Ask for a new agreement, first of all for its partnership."""
        if self._desk.writable:
            self._open(AgreementDialog(self._desk, None, parent=self._window))

    def bring_in(self) -> None:
        """Bring in an office's register of agreements."""
        from ui.register import RegisterDialog

        if self._desk.writable:
            RegisterDialog(self._desk, self._window).open()

    def edit(self, agreement: Agreement) -> None:
        """Open the editor of an agreement."""
        if self._desk.writable:
            self._open(AgreementDialog(self._desk, None, agreement, self._window))

    def remove(self, agreement: Agreement) -> None:
        """Ask whether it is to go into the trash, and put it there; the archive may refuse."""
        if not self._desk.writable or self._question is not None:
            return
        words = _("Remove the agreement “{name}”?").format(name=agreement.title)
        box = QMessageBox(QMessageBox.Icon.Question, _("Remove"), words)
        box.setParent(self._window, box.windowFlags())
        box.setInformativeText(
            _("It goes to the trash with its links and relations, and can be brought back.")
        )
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        yes = box.addButton(_("Remove"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        yes.clicked.connect(lambda: self._remove(agreement.id))
        box.finished.connect(self._forget_question)
        self._question = box
        box.open()

    def _open(self, dialog: AgreementDialog) -> None:
        dialog.saved.connect(self.saved)
        dialog.open()

    def _remove(self, agreement: int) -> None:
        if self._desk.archive is not None:
            removal = self._desk.archive.agreements.remove
            self._desk.jobs.run(removal, agreement, failed=self._refused)

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, ArchiveError):
            self.refused.emit(sentence(error))
        else:
            self._desk.jobs.failed.emit(error)

    def _forget_question(self) -> None:
        self._question = None

    def _close_question(self) -> None:
        if self._question is not None:
            self._question.close()

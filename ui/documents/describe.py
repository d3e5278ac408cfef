"""Describes a document: what it is, when it was made, who may see it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from archive.errors import Invalid
from archive.records import Access, Description, Document
from ui.desk import Desk
from ui.documents.description_form import DescriptionForm
from ui.editors.leaving import Leaving
from ui.language import _
from ui.messages import sentence

SIZE = (680, 620)


class DescribeDialog(QDialog):
    """Edits one description; `saved` tells the document as it stands then."""

    saved = Signal(object)

    def __init__(self, desk: Desk, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._document = desk, document
        self._saving = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        level = desk.archive.access if desk.archive is not None else Access.OPEN
        self.form, self.leaving = DescriptionForm(level, document, self), Leaving(self)
        self.wrong = QLabel(self)
        self.wrong.setObjectName("wrong")
        self.wrong.setWordWrap(True)
        self.wrong.hide()
        self.save_button, self.cancel_button = QPushButton(self), QPushButton(self)
        self.save_button.setDefault(True)
        self._lay_out()
        self._connect()
        self._begun = document.description
        self.retranslate()
        self._enable()
        self.resize(*SIZE)
        self.form.title.control.setFocus()

    @property
    def changed(self) -> bool:
        """Whether something would be lost by closing."""
        try:
            return self.form.description() != self._begun
        except Invalid:
            return True

    def save(self) -> None:
        """Save in a job and close; what is refused is said beside its field."""
        archive = self._desk.archive
        if archive is None or not self._desk.writable or self._saving:
            return
        self._say("")
        self.form.accept_all()
        try:
            description = self.form.description()
        except Invalid as error:
            self._refused(error)
            return
        self._begin(description)

    def reject(self) -> None:
        """Close, after asking where something would be lost."""
        if self._saving:
            return
        if self._desk.writable and self.changed:
            self.leaving.ask(self._go)
        else:
            super().reject()

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.setWindowTitle(_("Description of the document"))
        self.save_button.setText(_("Save"))
        self.save_button.setToolTip(_("Save (Ctrl+Enter)"))
        self.cancel_button.setText(_("Cancel") if self._desk.writable else _("Close"))
        self.form.retranslate()

    def _begin(self, description: Description) -> None:
        assert self._desk.archive is not None
        self._saving = True
        self._enable()
        self._desk.jobs.run(
            self._desk.archive.documents.describe,
            self._document.id,
            description,
            done=self._saved,
            failed=self._refused,
        )

    def _saved(self, document: Document) -> None:
        self._saving = False
        self.saved.emit(document)
        self.accept()

    def _refused(self, error: BaseException) -> None:
        self._saving = False
        self._enable()
        if not (isinstance(error, Invalid) and self.form.refuse(error)):
            self._say(sentence(error))

    def _say(self, words: str) -> None:
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))

    def _enable(self) -> None:
        able = self._desk.writable and not self._saving
        self.form.allow(editing=able)
        self.save_button.setEnabled(able)
        self.save_button.setVisible(self._desk.writable)

    def _go(self) -> None:
        """Close without saving: it was asked for, or the archive closes."""
        self.done(QDialog.DialogCode.Rejected)

    def _connect(self) -> None:
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.save)
        self._desk.archive_closing.connect(self._go)
        self._desk.language_changed.connect(self.retranslate)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.cancel_button, QDialogButtonBox.ButtonRole.RejectRole)
        foot = QHBoxLayout()
        foot.addWidget(self.wrong, 1)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.form, 1)
        column.addLayout(foot)

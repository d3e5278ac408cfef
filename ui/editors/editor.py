"""What the catalogue's editors share: a form with complaints beside its fields, saved in a job."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from archive.archive import Archive
from archive.errors import ArchiveError, Invalid
from ui.editors.leaving import Leaving
from ui.language import _
from ui.messages import sentence

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.jobs import Job

WIDTH = 540
NOTE_LINES = 4


class Editor(QDialog):
    """Asks for the values of one record. It opens with `open()` and deletes itself when closed.

    `saved` brings the record as it was saved.
    """

    saved = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._jobs: list[Job] = []
        self._saving = False
        self._fields: dict[str, tuple[QWidget, QLabel]] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(self.note.fontMetrics().lineSpacing() * NOTE_LINES + 18)
        self.trouble = self._new_trouble()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save_button = self.buttons.addButton(_("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.leaving = Leaving(self)
        self._lay_out()
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        desk.archive_closing.connect(self._let_go)

    @property
    def changed(self) -> bool:
        """Whether something would be lost by closing."""
        return self.leaving.changed

    def read(self) -> object:
        """The draft as the fields say, None when what is missing has been said.

        Raises `Invalid` for a field that cannot be understood. Each editor reads its own.
        """
        return None

    def work(self) -> Callable[[Archive, Any], object]:
        """What saves the draft, called in a job. Each editor has its own."""
        return lambda _archive, draft: draft

    def add_row(self, name: str, label: str, field: QWidget) -> None:
        """Put a field under the others, with a place for complaints beneath it."""
        around, trouble = QVBoxLayout(), self._new_trouble()
        around.setSpacing(2)
        around.addWidget(field)
        around.addWidget(trouble)
        said = QLabel(label)
        said.setBuddy(field)
        inner = field.focusProxy() or field
        inner.setAccessibleName(label)
        self.form.addRow(said, around)
        self._fields[name] = field, trouble

    def add_note(self, note: str) -> None:
        """The last row of every editor."""
        self.note.setPlainText(note)
        self.add_row("note", _("Note"), self.note)

    def say(self, field: str, words: str) -> None:
        """Say something beside a field and put the cursor there; without one, at the foot."""
        if field not in self._fields:
            self._tell(self.trouble, words)
            return
        widget, label = self._fields[field]
        self._tell(label, words)
        widget.setFocus()

    def said(self, field: str = "") -> str:
        """What is said beside a field, or at the foot."""
        label = self._fields[field][1] if field else self.trouble
        return label.text() if not label.isHidden() else ""

    def gather(self, function: Callable[..., Any], done: Callable[[Any], object]) -> None:
        """Fetch what the fields choose from; it is saved only when that is there."""
        self.save_button.setEnabled(False)

        def arrived(result: object) -> None:
            self.save_button.setEnabled(True)
            typed = self.changed
            done(result)
            if not typed:  # what has just been filled in is nobody's work
                self.leaving.begin()

        job = self.desk.jobs.run(function, self.desk.archive, done=arrived, failed=self._refused)
        self._jobs.append(job)

    def accept(self) -> None:
        """Save, if all can be understood; the dialog closes when it is saved."""
        self._clear()
        if self._saving or not self.save_button.isEnabled():
            return
        try:
            draft = self.read()
        except Invalid as error:
            self._refused(error)
            return
        if draft is not None:
            self._save(draft)

    def reject(self) -> None:
        """Close without saving, after asking where something would be lost; not while it saves."""
        if self._saving:
            return
        if self.changed:
            self.leaving.ask(self._let_go)
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Whatever still comes has nobody to go to."""
        for job in self._jobs:
            job.silence()
        super().done(result)

    def _save(self, draft: object) -> None:
        self._set_saving(True)
        archive, work = self.desk.archive, self.work()
        job = self.desk.jobs.run(work, archive, draft, done=self._done, failed=self._refused)
        self._jobs.append(job)

    def _done(self, record: object) -> None:
        self.saved.emit(record)
        super().accept()

    def _refused(self, error: BaseException) -> None:
        self._set_saving(False)
        if not isinstance(error, ArchiveError):
            self.desk.jobs.failed.emit(error)
            return
        self.say(error.field if isinstance(error, Invalid) else "", sentence(error))

    def _let_go(self) -> None:
        """Close, whatever has been typed."""
        self._saving = False
        super().reject()

    def _set_saving(self, saving: bool) -> None:
        self._saving = saving
        self.save_button.setEnabled(not saving)

    def _tell(self, label: QLabel, words: str) -> None:
        label.setText(words)
        label.show()

    def _clear(self) -> None:
        for _field, label in self._fields.values():
            label.hide()
        self.trouble.hide()

    def _new_trouble(self) -> QLabel:
        label = QLabel()
        label.setObjectName("wrong")
        label.setWordWrap(True)
        label.hide()
        return label

    def _lay_out(self) -> None:
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(12)
        self.form.setVerticalSpacing(8)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        around = QVBoxLayout(self)
        around.setContentsMargins(16, 16, 16, 16)
        around.setSpacing(12)
        around.addLayout(self.form)
        around.addWidget(self.trouble)
        around.addStretch()
        around.addWidget(self.buttons)
        self.save_button.setDefault(True)  # known to the dialog only now that it stands in it
        self.setMinimumWidth(WIDTH)

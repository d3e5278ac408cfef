"""Describes many documents at once: only the ticked fields change, and one undo takes all back."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from archive.errors import ArchiveError, Invalid
from archive.records import Access, DescriptionChanges, ManyDone, Shared
from ui.desk import Desk
from ui.documents import choices
from ui.documents.many_words import left_out_words, preview_words, which_words
from ui.documents.marked_field import MarkedField, choice_box
from ui.editors.editor import Editor
from ui.editors.saving_bar import SavingBar
from ui.jobs import Questions
from ui.language import _
from ui.listings.words import term_label
from ui.models.document_words import access_label
from ui.widgets.date_edit import DateEdit

PAUSE = 250  # milliseconds after the last change, before it is counted what would change
LINES = 2


class DescribeManyDialog(Editor):
    """Asks what many documents are to be given; `saved` brings the `ManyDone`."""

    def __init__(
        self, desk: Desk, ids: tuple[int, ...], shared: Shared, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, parent)
        self._ids, self._shared = ids, shared
        self._counting = Questions()
        self.fields: dict[str, MarkedField] = {}
        self.preview, self.bar = QLabel(), SavingBar()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAUSE)
        self._soon.timeout.connect(self._count)
        self.setWindowTitle(_("Describe several documents"))
        self._add_rows()
        self._count()

    def read(self) -> DescriptionChanges | None:
        """The ticked fields. Raises `Invalid`."""
        changes = self._changes()
        if (unsaid := self._unsaid()) is not None:
            self.say(unsaid, _("Choose what all of them are to have."))
            return None
        if changes == DescriptionChanges():
            self.say("", _("Nothing is ticked: tick or fill in what is to be changed."))
            return None
        return changes

    def reject(self) -> None:
        """While it is being saved: stop, and nothing has changed. Else as every editor."""
        if self.bar.waiting:
            self.bar.stop()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Nobody waits for the count any more."""
        self._soon.stop()
        self._counting.forget()
        super().done(result)

    def _add_rows(self) -> None:
        which = QLabel(which_words(self._shared))
        which.setObjectName("title")
        which.setWordWrap(True)
        self.form.addRow(which)
        if self._shared.left_out:
            out = QLabel(left_out_words(self._shared.left_out))
            out.setWordWrap(True)
            self.form.addRow(out)
        for name, words in _names().items():
            self._add_field(name, words)
        self.form.addRow(self.preview)
        self.form.addRow(self.bar)
        self.preview.setWordWrap(True)
        self.preview.setMinimumHeight(self.preview.fontMetrics().lineSpacing() * 2)

    def _add_field(self, name: str, words: str) -> None:
        field = self.fields[name] = MarkedField(words, self._control(name))
        shared = self._shared.values.get(name)
        if name in self._shared.values and shared is None:
            shared = ""  # none has a date
        field.begin(shared, self._called(name, shared))
        self.add_row(name, words, field)
        field.touched.connect(self._touched)

    def _control(self, name: str) -> Any:
        if name in choices.VOCABULARIES:
            return choice_box(choices.choices(name))
        if name == "access":
            archive = self.desk.archive
            highest = archive.access if archive is not None else Access.OPEN
            return choice_box(choices.levels(highest))
        if name == "date":
            return DateEdit("date")
        return _note() if name == "note_added" else QLineEdit()

    def _called(self, name: str, shared: object) -> str:
        """What a shared value is called that is no longer offered."""
        if shared is None or name not in {*choices.VOCABULARIES, "access"}:
            return ""
        if isinstance(shared, Access):
            return access_label(shared)
        return term_label(choices.VOCABULARIES[name], str(shared))

    def _changes(self) -> DescriptionChanges:
        """What the ticked fields say. Raises `Invalid` for a date."""
        found: dict[str, Any] = {
            name: field.value() for name, field in self.fields.items() if field.marked
        }
        if found.get("access") is not None:
            found["access"] = Access(found["access"])
        return DescriptionChanges(**found)

    def _unsaid(self) -> str | None:
        """A field that is ticked, but with nothing chosen."""
        ticked = (name for name, field in self.fields.items() if field.marked)
        return next((name for name in ticked if self.fields[name].value() is None), None)

    def _touched(self) -> None:
        self._counting.forget()
        self._soon.start()

    def _count(self) -> None:
        """Have it counted what would change; what is not understood is said when it is saved."""
        self.preview.setText(preview_words(None))
        try:
            changes = self._changes()
        except Invalid:
            return
        archive = self.desk.archive
        if archive is not None and changes != DescriptionChanges():
            ask = archive.documents.would_change
            done, failed = self._counted, self._not_counted
            job = self.desk.jobs.run(ask, self._ids, changes, done=done, failed=failed)
            self._counting.ask("count", job)

    def _counted(self, would: ManyDone) -> None:
        self.preview.setText(preview_words(would))

    def _not_counted(self, error: BaseException) -> None:
        if not isinstance(error, ArchiveError):
            self.desk.jobs.failed.emit(error)

    def _save(self, draft: object) -> None:
        assert self.desk.archive is not None and isinstance(draft, DescriptionChanges)
        self._soon.stop()
        self._set_saving(True)
        work = partial(self.desk.archive.documents.describe_many, self._ids, draft)
        job = self.desk.jobs.run(work, done=self._done, failed=self._refused, progress=True)
        self.bar.follow(job)
        job.ended.connect(self._ended)
        self._jobs.append(job)

    def _set_saving(self, saving: bool) -> None:
        super()._set_saving(saving)
        for field in self.fields.values():
            field.setEnabled(not saving)

    def _ended(self) -> None:
        self._set_saving(False)


def _note() -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setTabChangesFocus(True)
    made.setFixedHeight(made.fontMetrics().lineSpacing() * LINES + 16)
    return made


def _names() -> dict[str, str]:
    return {
        "kind": _("Kind"),
        "date": _("Date"),
        "creator": _("Creator"),
        "language": _("Language"),
        "access": _("Access"),
        "level": _("Level of description"),
        "copy_status": _("Copy status"),
        "classification": _("Classification"),
        "location": _("Location"),
        "note_added": _("Add to the note"),
    }

"""Asks for a password once and tries it on all documents that are locked, or on some of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from archive.progress import Step
from archive.records.locks import Locked, Unlocked
from ui.custody.growing import grow, trouble_label
from ui.desk import Desk
from ui.errands import Key
from ui.imports.unlocking import try_key
from ui.jobs import Job, Questions
from ui.language import _, ngettext
from ui.models.document_words import number
from ui.widgets.password_edit import PasswordEdit

WIDTH, LIST_HEIGHT = 520, 150


class UnlockDialog(QDialog):
    """`chosen` are the documents it was opened for, none: all. It stays open for the next try."""

    def __init__(self, desk: Desk, chosen: Sequence[int], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._chosen = desk, frozenset(chosen)
        self._locked: tuple[Locked, ...] = ()
        self._job: Job | None = None
        self._questions = Questions()
        self.explained, self.list = QLabel(), QListWidget()
        self.password = PasswordEdit()
        self.everything, self.keep, self.kept = QCheckBox(), QCheckBox(), QLabel()
        self.bar, self.outcome, self.trouble = QProgressBar(), QLabel(), trouble_label()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.open_them = QPushButton(_("Open"))
        self._lay_out()
        self._write()
        self._connect()
        self._ask()

    def tried_on(self) -> tuple[int, ...]:
        """The documents the password is tried on."""
        return tuple(each.document for each in self._locked if self._meant(each))

    def _meant(self, each: Locked) -> bool:
        return self.everything.isChecked() or not self._chosen or each.document in self._chosen

    def _ask(self) -> None:
        if self._desk.archive is not None:
            job = self._desk.jobs.run(self._desk.archive.locks.locked, done=self._show)
            self._questions.ask("locked", job)

    def _show(self, locked: tuple[Locked, ...]) -> None:
        self._locked = locked
        some = any(each.document in self._chosen for each in locked)
        others = some and any(each.document not in self._chosen for each in locked)
        self.everything.setVisible(bool(self._chosen) and others)
        if self._chosen and not some and locked:  # those it was opened for are open now
            self.everything.setChecked(True)
        self._settle()

    def _settle(self) -> None:
        meant = [each for each in self._locked if self._meant(each)]
        self.list.clear()
        for each in meant:
            item = QListWidgetItem(each.title, self.list)
            item.setToolTip(f"{each.title}\n{each.name}")
        self.list.setVisible(bool(meant))
        words = ngettext(
            "{n} document cannot be shown without its password:",
            "{n} documents cannot be shown without their password:",
            len(meant),
        )
        none = _("No PDF needs a password. Other locked files open in the program they come from.")
        self.explained.setText(words.format(n=number(len(meant))) if meant else none)
        self.everything.setText(
            ngettext(
                "&Try it on the {n} locked document",
                "&Try it on all {n} locked documents",
                len(self._locked),
            ).format(n=number(len(self._locked)))
        )
        self._enable()
        grow(self)

    def _enable(self) -> None:
        busy, some = self._job is not None, bool(self.tried_on())
        self.open_them.setEnabled(some and not busy and bool(self.password.text()))
        for part in (self.password, self.everything):
            part.setEnabled(some and not busy)
        self.keep.setEnabled(some and not busy and self._desk.writable)
        self.bar.setVisible(busy)

    def _try(self) -> None:
        documents, password = self.tried_on(), self.password.text()
        if not documents or not password or self._job is not None:
            return
        self.trouble.hide()
        self.outcome.hide()
        key = Key(password, documents, self.keep.isChecked())
        self._job = try_key(self._desk, key, self._told)
        self._job.stepped.connect(self._step)
        self._job.ended.connect(self._ended)
        self._enable()

    def _step(self, step: Step) -> None:
        self.bar.setRange(0, step.total)
        self.bar.setValue(step.done)

    def _told(self, result: Unlocked) -> None:
        label = self.outcome if result.opened else self.trouble
        label.setText(outcome_words(result))
        label.show()
        self._ask()

    def _ended(self) -> None:
        self._job = None
        self._enable()
        self.password.setFocus()
        self.password.selectAll()

    def done(self, code: int) -> None:
        """What is being tried stops with the dialog; what was opened stays open."""
        self._questions.forget()
        if self._job is not None:
            self._job.silence()
            self._job.cancel()
        self.password.forget()
        super().done(code)

    def _connect(self) -> None:
        self.open_them.clicked.connect(self._try)
        self.everything.toggled.connect(self._settle)
        self.password.textChanged.connect(self._enable)
        self.buttons.rejected.connect(self.reject)

    def _write(self) -> None:
        self.setWindowTitle(_("Open with a password"))
        self.list.setAccessibleName(_("Locked documents"))
        self.keep.setText(_("&Keep the password with the documents"))
        self.kept.setText(kept_words())
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setText(_("Close"))

    def _lay_out(self) -> None:
        for label in (self.explained, self.kept, self.outcome):
            label.setWordWrap(True)
        self.kept.setObjectName("faint")
        self.bar.setTextVisible(False)
        self.list.setMaximumHeight(LIST_HEIGHT)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.open_them.setDefault(True)
        self.buttons.addButton(self.open_them, QDialogButtonBox.ButtonRole.ActionRole)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        label = QLabel(_("&Password"))
        label.setBuddy(self.password)
        form.addRow(label, self.password)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.explained)
        column.addWidget(self.list)
        column.addLayout(form)
        for part in (self.everything, self.keep, self.kept, self.bar, self.outcome, self.trouble):
            column.addWidget(part)
        column.addStretch()
        column.addWidget(self.buttons)
        for hidden in (self.everything, self.list, self.bar, self.outcome):
            hidden.hide()
        self.resize(WIDTH, 0)
        self.password.setFocus()


def kept_words() -> str:
    """Where a kept password lies, said plainly."""
    return _(
        "A kept password lies in this archive and in its backups: whoever can open the archive can"
        " read the document. It is not kept in the history or in dumps of the catalogue. Without"
        " it, the text is found, but showing the pages asks again the next time."
    )


def outcome_words(result: Unlocked) -> str:
    """How many it opened, and how many stay locked."""
    if not result.opened:
        return ngettext(
            "This is not the password of the document; nothing was changed.",
            "This is the password of none of the {n} documents; nothing was changed.",
            result.remaining,
        ).format(n=number(result.remaining))
    opened = ngettext("{n} document opened", "{n} documents opened", len(result.opened))
    locked = ngettext("{n} stays locked", "{n} stay locked", result.remaining)
    told = opened.format(n=number(len(result.opened)))
    return (
        f"{told}, {locked.format(n=number(result.remaining))}." if result.remaining else f"{told}."
    )

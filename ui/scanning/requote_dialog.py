"""Chooses the words of a quote again, from what is read on its pages now."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from archive.archive import Archive
from archive.changes import Kind
from archive.errors import ArchiveError
from archive.records import LinkDraft
from archive.records.scans import Astray, Passage
from ui.desk import Desk
from ui.jobs import Questions
from ui.language import _
from ui.messages import sentence

SIZE = 640, 480


class RequoteDialog(QDialog):
    """The quote as it was taken, and the pages' text with the likeliest words selected."""

    def __init__(self, desk: Desk, astray: Astray, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._astray = desk, astray
        self._questions = Questions()
        self.before, self.wrong = QLabel(self), QLabel(self)
        self._advice, self.text = QLabel(self), QPlainTextEdit(self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.take = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self._write_words()
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.text.selectionChanged.connect(self._enable)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept)
        desk.archive_closing.connect(self.reject)
        self.resize(*SIZE)
        self.text.setFocus()
        self._ask()

    @property
    def words(self) -> str:
        """What is selected, lines as lines."""
        chosen = self.text.textCursor().selectedText()
        return chosen.replace("\u2029", "\n").strip()

    def accept(self) -> None:
        """Take the selected words as the quote; the dialog closes when they are kept."""
        archive = self._desk.archive
        if archive is None or not self._desk.writable or not self.words:
            return
        self.take.setEnabled(False)
        told = archive, self._astray, self.words
        job = self._desk.jobs.run(requote, *told, done=self._kept, failed=self._refused)
        self._questions.ask("keep", job)

    def done(self, result: int) -> None:
        """What is still asked is not waited for."""
        self._questions.forget()
        super().done(result)

    def _ask(self) -> None:
        archive = self._desk.archive
        if archive is not None:
            place = self._astray.noun, self._astray.id
            job = self._desk.jobs.run(archive.scans.passage, *place, done=self._show)
            self._questions.ask("passage", job)

    def _show(self, passage: Passage) -> None:
        self.text.setPlainText(passage.text)
        cursor = self.text.textCursor()
        cursor.setPosition(_units(passage.text, passage.start))
        cursor.setPosition(_units(passage.text, passage.end), QTextCursor.MoveMode.KeepAnchor)
        self.text.setTextCursor(cursor)
        self.text.ensureCursorVisible()
        self._enable()

    def _kept(self, _record: object) -> None:
        super().accept()

    def _refused(self, error: BaseException) -> None:
        self._enable()
        if isinstance(error, ArchiveError):
            self.wrong.setText(sentence(error))
            self.wrong.show()
        else:
            self._desk.jobs.failed.emit(error)

    def _enable(self) -> None:
        self.take.setEnabled(bool(self.words))

    def _write_words(self) -> None:
        self.setWindowTitle(_("Choose the words again"))
        quote = " ".join(self._astray.quote.split())
        self.before.setText(_("Taken before: “{quote}”").format(quote=quote))
        self._advice.setText(
            _("This is what is read on page {page} now. Select the words that are meant.").format(
                page=self._astray.page
            )
        )
        self.text.setAccessibleName(_("Text of the page"))
        self.take.setText(_("Take the selected words"))
        self.take.setToolTip(_("Take the selected words (Ctrl+Enter)"))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(_("Cancel"))

    def _lay_out(self) -> None:
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._advice.setObjectName("faint")
        self.wrong.setObjectName("wrong")
        for label in (self.before, self._advice, self.wrong):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.wrong.hide()
        self.take.setDefault(True)
        self.take.setEnabled(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for part in (self.before, self._advice, self.text, self.wrong, self.buttons):
            column.addWidget(part)


def requote(archive: Archive, astray: Astray, quote: str) -> object:
    """Give a link or a finding another quote; all else of it stays. Runs in a job."""
    if astray.noun == Kind.FINDING:
        values = archive.findings.get(astray.id).values
        source = replace(values.source, quote=quote)
        return archive.findings.change(astray.id, replace(values, source=source))
    link = archive.links.get(astray.id)
    pages = link.document, link.first_page, link.last_page
    years = link.first_year, link.last_year
    draft = LinkDraft(*pages, link.target, link.target_id, quote, *years, link.note)
    return archive.links.change(astray.id, draft)


def _units(text: str, place: int) -> int:
    """A place in a text as Qt counts it, in units of UTF-16."""
    return len(text[:place].encode("utf-16-le")) // 2

"""The dialog that brings in a register, in three steps; nothing is entered before the second."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from archive.exchange.register import Checked, Mending, Registered, Table, check, load, read, table
from archive.exchange.register.mending import ending
from archive.progress import Progress, Step
from ui.jobs import Job
from ui.language import _, ngettext
from ui.messages import sentence
from ui.messages.register import left_heading, row_sentence
from ui.register.file_page import FilePage
from ui.register.memory import recall, remember
from ui.register.preview_page import PreviewPage
from ui.register.result_page import ResultPage

if TYPE_CHECKING:
    from ui.desk import Desk

SIZE = (1040, 660)


class RegisterDialog(QDialog):
    """File and columns, a look at all rows, what came of it. Closing it stops what is in hand."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._job: Job | None = None
        self._stopping = False
        self.step, self.pages = QLabel(), QStackedWidget()
        self.file, self.preview, self.result = FilePage(), PreviewPage(), ResultPage()
        self.bar, self.trouble = QProgressBar(), QLabel()
        self.back, self.next, self.shut = QPushButton(), QPushButton(), QPushButton()
        self._dress()
        self._lay_out()
        self._connect()
        self.retranslate()

    def take(self, file: Path, sheet: str | None = None) -> None:
        """Read a file and show its columns."""
        self.file.show_file(file)
        self._begin(_read, file, sheet, done=self._show_table)

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.setWindowTitle(_("Import a register"))
        self.back.setText(_("Back"))
        for page in (self.file, self.preview, self.result):
            page.retranslate()
        self._settle()

    # the steps

    def _show_table(self, found: Table) -> None:
        archive = self._desk.archive
        if archive is not None:
            chosen = recall(self._desk.settings, archive.info.uuid, found)
            self.file.show_table(found, chosen)
        self._settle()
        (self.next if self.file.ready else self.file).setFocus()

    def _go_on(self) -> None:
        if self.pages.currentWidget() is self.file:
            self._check()
        elif self.pages.currentWidget() is self.preview:
            self._load()
        else:
            self.accept()

    def _go_back(self) -> None:
        self.trouble.hide()
        self.pages.setCurrentWidget(self.file)
        self._settle()

    def _check(self) -> None:
        archive, found, chosen = self._desk.archive, self.file.table, self.file.chosen
        if archive is None or found is None or not self.file.ready:
            return
        remember(self._desk.settings, archive.info.uuid, found, chosen)
        values = found, chosen.mapping, chosen.options, archive
        self._begin(check, *values, done=self._show_checked)

    def _show_checked(self, checked: Checked) -> None:
        self.preview.show_checked(checked, self.file.chosen.mapping)
        self.pages.setCurrentWidget(self.preview)
        self._settle()
        self.preview.setFocus()

    def _load(self) -> None:
        archive, found, chosen = self._desk.archive, self.file.table, self.file.chosen
        if archive is None or found is None:
            return
        mending = Mending(_left_file(found), left_heading(), row_sentence)
        values = archive, found, chosen.mapping, chosen.options, mending
        self._begin(load, *values, done=self._show_result)

    def _show_result(self, result: Registered) -> None:
        self.result.show_result(result)
        self.pages.setCurrentWidget(self.result)
        self._settle()
        self.next.setFocus()

    # work beside the window

    def _begin(
        self, work: Callable[..., object], *values: object, done: Callable[..., object]
    ) -> None:
        self._let_go()
        self._stopping = False
        self.trouble.hide()
        self._job = self._desk.jobs.run(
            work,
            *values,
            done=lambda result: self._arrived(done, result),
            failed=self._failed,
            title=self.windowTitle(),
            progress=True,
        )
        self._job.stepped.connect(self._stepped)
        self._job.ended.connect(self._ended)
        self._settle()

    def _let_go(self) -> None:
        """Nobody waits any more for what is in hand, and it stops."""
        job, self._job = self._job, None
        if job is not None:
            job.silence()
            job.cancel()

    def _arrived(self, done: Callable[..., object], result: object) -> None:
        self._job = None
        done(result)

    def _stepped(self, step: Step) -> None:
        self.bar.setRange(0, step.total)
        self.bar.setValue(step.done)

    def _failed(self, error: BaseException) -> None:
        self._job = None
        self._tell(sentence(error))

    def _ended(self) -> None:
        """It has been stopped, unless it has arrived or failed before."""
        if self._job is not None and self._job is self.sender():
            self._job = None
            self._tell(_("Stopped. Nothing was entered."))

    def _shut_or_stop(self) -> None:
        """The first press stops what is in hand, which may end well meanwhile; the next closes."""
        if self._job is None:
            self.reject()
            return
        self._stopping = True
        self._job.cancel()
        self._settle()

    def _tell(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.show()
        self._settle()

    # what is shown

    def _settle(self) -> None:
        page, busy = self.pages.currentWidget(), self._job is not None
        over = page is self.result
        self.bar.setVisible(busy)
        if not busy:
            self.bar.setRange(0, 0)
        good = len(self.preview.checked.good)
        left = len(self.preview.checked.faulty)
        ready = {self.file: self.file.ready, self.preview: bool(good or left)}
        self.back.setVisible(page is self.preview)
        self.back.setEnabled(not busy)
        self.pages.setEnabled(not busy)
        self.next.setEnabled(not busy and ready.get(page, True))
        self.next.setText(self._next_words(good))
        self.shut.setVisible(not over)
        self.shut.setEnabled(not (busy and self._stopping))
        self.shut.setText(_("Cancel") if busy else _("Close"))
        self.step.setText(self._step_words())

    def _next_words(self, good: int) -> str:
        page = self.pages.currentWidget()
        if page is self.file:
            return _("Check the rows")
        if page is self.result:
            return _("Close")
        if not good:
            return _("Save the rows to be mended")
        return ngettext("Enter {n} row", "Enter {n} rows", good).format(n=good)

    def _step_words(self) -> str:
        words = (_("File and columns"), _("Look at the rows"), _("What came of it"))
        at = self.pages.currentIndex()
        return _("Step {n} of {all}: {name}").format(n=at + 1, all=len(words), name=words[at])

    def _dress(self) -> None:
        self.step.setObjectName("heading")
        self.trouble.setObjectName("wrong")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.bar.setTextVisible(False)
        self.back.setAutoDefault(False)
        self.shut.setAutoDefault(False)
        self.next.setDefault(True)

    def _lay_out(self) -> None:
        for page in (self.file, self.preview, self.result):
            self.pages.addWidget(page)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.back)
        buttons.addStretch()
        buttons.addWidget(self.next)
        buttons.addWidget(self.shut)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self.step)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.bar)
        layout.addWidget(self.trouble)
        layout.addLayout(buttons)
        self.resize(*SIZE)

    def _connect(self) -> None:
        self.file.file_chosen.connect(self.take)
        self.file.sheet_chosen.connect(self._other_sheet)
        self.file.changed.connect(self._settle)
        self.next.clicked.connect(self._go_on)
        self.back.clicked.connect(self._go_back)
        self.shut.clicked.connect(self._shut_or_stop)
        self.finished.connect(self._let_go)
        self._desk.archive_closing.connect(self.reject)
        self._desk.language_changed.connect(self.retranslate)

    def _other_sheet(self, name: str) -> None:
        if self.file.table is not None:
            self.take(self.file.table.grid.path, name)


def _read(file: Path, sheet: str | None, progress: Progress) -> Table:
    """Runs in a job."""
    return table(read(file, sheet, progress))


def _left_file(found: Table) -> Path:
    """Where the rows go that are left: beside the register, else at home."""
    source = found.grid.path
    folder = source.parent if os.access(source.parent, os.W_OK) else Path.home()
    return folder / f"{source.stem} - {left_heading().lower()}{ending(found)}"

"""The dialog that brings in a register, in three steps; nothing is entered before the second."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from archive.exchange.register import Checked, Mending, Registered, Table, check, load, read, table
from archive.exchange.register.mending import ending
from archive.progress import Progress
from ui.language import _, ngettext
from ui.messages.register import left_heading, row_sentence
from ui.register.file_page import FilePage
from ui.register.memory import recall, remember
from ui.register.preview_page import PreviewPage
from ui.register.result_page import ResultPage
from ui.working import Working

if TYPE_CHECKING:
    from ui.desk import Desk

SIZE = (1140, 680)


class RegisterDialog(Working):
    """File and columns, a look at all rows, what came of it. Closing it stops what is in hand."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.file, self.preview, self.outcome = FilePage(), PreviewPage(), ResultPage()
        for page in (self.file, self.preview, self.outcome):
            self.pages.addWidget(page)
        self.resize(*SIZE)
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
        for page in (self.file, self.preview, self.outcome):
            page.retranslate()
        self.settle()

    # the steps

    def _show_table(self, found: Table) -> None:
        archive = self._desk.archive
        if archive is not None:
            chosen = recall(self._desk.settings, archive.info.uuid, found)
            self.file.show_table(found, chosen)
        self.settle()
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
        self.settle()

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
        self.settle()
        self.preview.setFocus()

    def _load(self) -> None:
        archive, found, chosen = self._desk.archive, self.file.table, self.file.chosen
        if archive is None or found is None:
            return
        mending = Mending(_left_file(found), left_heading(), row_sentence)
        values = archive, found, chosen.mapping, chosen.options, mending
        self._begin(load, *values, done=self._show_result)

    def _show_result(self, result: Registered) -> None:
        self.outcome.show_result(result)
        self.pages.setCurrentWidget(self.outcome)
        self.settle()
        self.next.setFocus()

    # work beside the window

    def _begin(
        self, work: Callable[..., object], *values: object, done: Callable[..., object]
    ) -> None:
        self.let_go()
        self.begin(partial(self._desk.jobs.run, work, *values, progress=True), done)

    def _shut_or_stop(self) -> None:
        """The first press stops what is in hand, which may end well meanwhile; the next closes."""
        if self.busy:
            self.stop()
        else:
            self.reject()

    # what is shown

    def settle(self) -> None:
        """Show how far things are, and what comes next."""
        super().settle()
        page = self.pages.currentWidget()
        over = page is self.outcome
        good = len(self.preview.checked.good)
        left = len(self.preview.checked.faulty)
        ready = self.file.ready if page is self.file else over or bool(good or left)
        self.back.setVisible(page is self.preview)
        self.next.setEnabled(not self.busy and ready)
        self.next.setText(self._next_words(good))
        self.shut.setVisible(not over)
        self.shut.setEnabled(not self.stopping)
        self.shut.setText(_("Cancel") if self.busy else _("Close"))
        self.step.setText(self._step_words())

    def _next_words(self, good: int) -> str:
        page = self.pages.currentWidget()
        if page is self.file:
            return _("Check the rows")
        if page is self.outcome:
            return _("Close")
        if not good:
            return _("Save the rows to be mended")
        return ngettext("Enter {n} row", "Enter {n} rows", good).format(n=good)

    def _step_words(self) -> str:
        words = (_("File and columns"), _("Look at the rows"), _("What came of it"))
        at = self.pages.currentIndex()
        return _("Step {n} of {all}: {name}").format(n=at + 1, all=len(words), name=words[at])

    def _connect(self) -> None:
        self.file.file_chosen.connect(self.take)
        self.file.sheet_chosen.connect(self._other_sheet)
        self.file.changed.connect(self.settle)
        self.next.clicked.connect(self._go_on)
        self.back.clicked.connect(self._go_back)
        self.shut.clicked.connect(self._shut_or_stop)
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

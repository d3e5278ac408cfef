"""The kept prints: what was printed, by whom, when; to be looked at, saved again and checked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from archive.archive import Archive
from archive.errors import ArchiveError, PrintDamaged
from archive.records import KeptPrint
from ui.desk import Desk
from ui.jobs import Job
from ui.language import _
from ui.messages import sentence
from ui.messages.prints import know_reports
from ui.prints.pages_dialog import KeptPagesDialog
from ui.prints.remaking import Remaking, comparison_words
from ui.prints.table import PrintsTable
from ui.prints.words import file_name, verdict_words
from ui.reader.originals import copy_out
from ui.widgets.empty import EmptyState
from ui.work import PrintedAgain

SIZE = 1180, 600
STATE = "prints/size"


class PrintsDialog(QDialog):
    """Opens with `open()`; nothing is changed here. What acts on the chosen print has a place in
    `buttons`, before the stretch, and `table.chosen` tells of it."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.desk, self.table = desk, PrintsTable()
        self._jobs: list[Job] = []
        self._wanted = ""
        self.explained, self.outcome, self.trouble = QLabel(), QLabel(), QLabel()
        self.typed, self.empty = QLineEdit(), EmptyState("print")
        self.open_, self.save, self.check = QPushButton(), QPushButton(), QPushButton()
        self.shut, self.again = QPushButton(), Remaking(desk, self)
        self.buttons = QHBoxLayout()
        self._dress()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.refresh()

    def refresh(self) -> None:
        """Read the kept prints again; runs in a job."""
        archive = self.desk.archive
        if archive is not None:
            self.keep(self.desk.jobs.run(read, archive, done=self._show, failed=self.say))
        self._settle()

    def open_pages(self) -> None:
        """Show the pages of the chosen print, where it is what it was."""
        self._look_at(self._opened)

    def ask_where(self) -> None:
        """Ask for a file name, then save a copy of the chosen print there."""
        kept = self.table.kept
        if kept is None:
            return
        dialog = QFileDialog(self, _("Save a copy"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(_("PDF files (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(file_name(kept))
        dialog.fileSelected.connect(partial(self.save_as, kept))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_as(self, kept: KeptPrint, chosen: str) -> None:
        """Save a copy of a print, in a job."""
        archive = self.desk.archive
        if archive is not None and chosen:
            job = self.desk.jobs.run(
                copy_print, archive, kept, Path(chosen), done=self._saved, failed=self.say
            )
            self.keep(job)

    def check_chosen(self) -> None:
        """Compare the chosen print with its SHA-256, in a job."""
        self._look_at(self._checked)

    def say(self, error: BaseException) -> None:
        """Why something could not be done; what is a fault of ours goes to the window."""
        if isinstance(error, ArchiveError):
            self._tell(self.trouble, sentence(error))
        else:
            self.desk.jobs.failed.emit(error)

    def keep(self, job: Job) -> None:
        """Forget the answer when the window is closed before it comes."""
        self._jobs.append(job)
        job.ended.connect(lambda: self._jobs.remove(job))

    def done(self, result: int) -> None:
        """What is still asked is not waited for."""
        self.again.let_go()
        for job in self._jobs:
            job.silence()
        self.desk.settings.set_state(STATE, self.saveGeometry())
        super().done(result)

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.setWindowTitle(_("Kept prints"))
        self.explained.setText(
            _("Every print is kept as it was made, with its SHA-256 and what it was drawn from.")
        )
        self.typed.setPlaceholderText(_("Find by report, subject, name, date or SHA-256"))
        self.typed.setAccessibleName(_("Find a kept print"))
        self.empty.say(
            _("No print is kept yet"),
            _("Make one in the room Reports: it is kept here from then on, and can be checked."),
        )
        self.open_.setText(_("Open"))
        self.open_.setToolTip(_("Show its pages (Enter)"))
        self.save.setText(_("Save a copy…"))
        self.check.setText(_("Check whether it is genuine"))
        self.check.setToolTip(_("Read the kept file and compare it with its SHA-256"))
        self.again.retranslate()
        self.shut.setText(_("Close"))
        self.table.retranslate()

    def _show(self, kept: tuple[KeptPrint, ...]) -> None:
        first = not self.table.prints.rowCount()
        self.table.prints.show_prints(kept)
        self.table.choose(self._wanted)
        for widget in (self.typed, self.table):
            widget.setVisible(bool(kept))
        self.empty.setVisible(not kept)
        if first and kept:
            self.table.setFocus()
        self._settle()

    def _look(self, typed: str) -> None:
        wanted = self._wanted
        self.table.prints.look_for(typed)
        self.table.choose(wanted)
        if not self.table.prints.rowCount():
            self._tell(self.outcome, _("No kept print has all these words."))

    def _choose(self, kept: KeptPrint | None) -> None:
        if kept is not None:
            self._wanted = kept.uuid
        self.again.choose(kept)
        self._hush()
        self._settle()

    def _look_at(self, then: Callable[[KeptPrint, bool], None]) -> None:
        archive, kept = self.desk.archive, self.table.kept
        if archive is not None and kept is not None:
            self._hush()
            done = partial(then, kept)
            self.keep(
                self.desk.jobs.run(archive.prints.whole, kept.uuid, done=done, failed=self.say)
            )

    def _opened(self, kept: KeptPrint, whole: bool) -> None:
        if whole:
            self.table.prints.note(kept.uuid, whole=True)
            KeptPagesDialog(self.desk, kept, self).open()
        else:
            self._checked(kept, whole)

    def _checked(self, kept: KeptPrint, whole: bool) -> None:
        self.table.prints.note(kept.uuid, whole=whole)
        self._tell(self.outcome if whole else self.trouble, verdict_words(kept, whole=whole))

    def _begin_again(self, _kept: KeptPrint) -> None:
        self._tell(self.outcome, _("Printing again, to compare…"))

    def _compared(self, again: PrintedAgain) -> None:
        self._tell(self.outcome, comparison_words(again))

    def _saved(self, target: Path) -> None:
        self._tell(self.outcome, _("Saved: {name}").format(name=target.name))

    def _tell(self, label: QLabel, words: str) -> None:
        self._hush()
        label.setText(words)
        label.show()

    def _hush(self) -> None:
        for label in (self.outcome, self.trouble):
            label.hide()

    def _settle(self) -> None:
        for button in (self.open_, self.save, self.check):
            button.setEnabled(self.table.kept is not None)

    def _connect(self) -> None:
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self.open_pages)
        self.typed.textChanged.connect(self._look)
        self.open_.clicked.connect(self.open_pages)
        self.save.clicked.connect(self.ask_where)
        self.check.clicked.connect(self.check_chosen)
        self.again.begun.connect(self._begin_again)
        self.again.compared.connect(self._compared)
        self.again.failed.connect(self.say)
        self.shut.clicked.connect(self.reject)
        self.desk.archive_closing.connect(self.reject)
        self.desk.language_changed.connect(self.retranslate)

    def _dress(self) -> None:
        self.explained.setObjectName("faint")
        self.trouble.setObjectName("wrong")
        self.typed.setClearButtonEnabled(True)
        for label in (self.outcome, self.trouble):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.hide()
        for button in (self.open_, self.save, self.check, self.shut):
            button.setAutoDefault(False)
        self.empty.hide()

    def _lay_out(self) -> None:
        self.buttons.setSpacing(8)
        for button in (self.open_, self.save, self.check, self.again.button):
            self.buttons.addWidget(button)
        self.buttons.addStretch()
        self.buttons.addWidget(self.shut)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for widget in (self.explained, self.typed):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)
        for label in (self.outcome, self.trouble):
            column.addWidget(label)
        column.addLayout(self.buttons)
        if not self.restoreGeometry(self.desk.settings.state(STATE)):
            self.resize(*SIZE)


def read(archive: Archive) -> tuple[KeptPrint, ...]:
    """All kept prints, put down in the log where they are not yet. Runs in a job."""
    know_reports()
    archive.prints.adopt()
    return archive.prints.all()


def copy_print(archive: Archive, kept: KeptPrint, target: Path) -> Path:
    """Save a copy of a print that is what it was. Runs in a job.

    Raises `PrintDamaged`, `FileUnusable`, `DiskFull`.
    """
    if not archive.prints.whole(kept.uuid):
        raise PrintDamaged(kept.file)
    return copy_out(archive, kept.file, target)

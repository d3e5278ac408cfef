"""What a person does in the room: enter, correct and remove programs and activities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from archive.errors import ArchiveError
from archive.records import Activity, Program
from ui.editors.activity_dialog import ActivityDialog
from ui.editors.program_dialog import ProgramDialog
from ui.language import _
from ui.messages import sentence

if TYPE_CHECKING:
    from ui.desk import Desk

Record = Program | Activity


class Deeds(QObject):
    """Opens the editors, and asks before something goes to the trash.

    `made` brings what has just been entered; `refused` a sentence why something stays.
    """

    made = Signal(object)
    refused = Signal(str)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._question: QMessageBox | None = None
        desk.archive_closing.connect(self._close_question)

    def new_program(self, partnership: int) -> None:
        """Ask for a new program of a partnership."""
        if self._desk.writable:
            dialog = ProgramDialog(self._desk, partnership, parent=self._window)
            dialog.saved.connect(self.made)
            dialog.open()

    def new_activity(self, program: Program, year: int | None) -> None:
        """Ask for a new activity of a program."""
        if self._desk.writable:
            dialog = ActivityDialog(self._desk, program, year, parent=self._window)
            dialog.saved.connect(self.made)
            dialog.open()

    def edit(self, record: Record, program: Program) -> None:
        """Open the editor of a program, or of an activity of it."""
        if not self._desk.writable:
            return
        if isinstance(record, Activity):
            ActivityDialog(self._desk, program, activity=record, parent=self._window).open()
        else:
            ProgramDialog(self._desk, None, record, self._window).open()

    def remove(self, record: Record) -> None:
        """Ask whether something is to go to the trash, and put it there."""
        if not self._desk.writable or self._question is not None:
            return
        box = QMessageBox(QMessageBox.Icon.Question, _("Remove"), _question(record))
        box.setParent(self._window, box.windowFlags())
        box.setInformativeText(_consequence(record))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        yes = box.addButton(_("Remove"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        yes.clicked.connect(lambda: self._remove(record))
        box.finished.connect(self._forget_question)
        self._question = box
        box.open()

    def _remove(self, record: Record) -> None:
        archive = self._desk.archive
        if archive is not None:
            noun = archive.activities if isinstance(record, Activity) else archive.programs
            self._desk.jobs.run(noun.remove, record.id, failed=self._refused)

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


def _question(record: Record) -> str:
    if isinstance(record, Activity):
        return _("Remove the activity “{name}”?").format(name=record.name)
    return _("Remove the program “{name}”?").format(name=record.name)


def _consequence(record: Record) -> str:
    if isinstance(record, Activity):
        return _("It goes to the trash with its links, and can be brought back from there.")
    return _("It goes to the trash with all under it, and can be brought back from there.")

"""Writes the whole archive into one checked file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from archive.progress import Step
from ui import errands
from ui.custody.faults_table import FaultsTable
from ui.custody.file_line import ENDING, FileLine
from ui.custody.folder_line import documents, folder_name
from ui.custody.free_file import free_file
from ui.custody.words import size_words
from ui.custody.work_dialog import WorkDialog
from ui.desk import Desk
from ui.errands import BackedUp
from ui.language import _, ngettext

PLACE = "backup/folder"  # where the last backup went


class BackupDialog(WorkDialog):
    """Proposes a file by the archive's name and the day."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.file, self.label, self.table = FileLine(saving=True), QLabel(), FaultsTable()
        self.label.setBuddy(self.file)
        form = QFormLayout()
        form.addRow(self.label, self.file)
        self.body.addLayout(form)
        self.body.addWidget(self.table)
        self.file.chosen.connect(self._remember)
        self._propose()
        self.settle()

    def title(self) -> str:
        """What the dialog is called."""
        return _("Back up the archive")

    def explanation(self) -> str:
        """What the work does, in a sentence."""
        return _(
            "The catalogue, all originals and all kept prints go into one file, which is read back"
            " and compared."
            " Keep it on another drive than the archive."
        )

    def act_words(self) -> str:
        """What the button says that starts the work."""
        return _("Make the backup")

    def step_words(self, step: Step) -> str:
        """How far the work is: first it writes, then it reads back."""
        far = super().step_words(step)
        words = _("Checks the copy · {far}") if self.phase else _("Copies · {far}")
        return words.format(far=far)

    def start(self) -> None:
        """Write the backup into the file that is shown."""
        file, archive = self.file.file(), self.desk.archive
        if archive is not None and file is not None:
            self.table.show_faults(())
            self.begin(errands.backup, archive.folder, file, done=self._show)

    def settle(self) -> None:
        """Show what fits the state of the work."""
        super().settle()
        self.file.setEnabled(not self.busy)
        self.act.setEnabled(self.file.file() is not None)

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        super().retranslate()
        self.label.setText(_("&Backup file"))
        self.file.retranslate()
        self.table.retranslate()

    def _propose(self) -> None:
        archive = self.desk.archive
        if archive is None:
            return
        last = self.desk.settings.value(PLACE)
        folders = (Path(str(last)), documents()) if last else (documents(),)
        day = datetime.now().astimezone().strftime("%Y-%m-%d")
        name = f"{folder_name(archive.info.name)}-{day}"
        self.desk.jobs.run(free_file, folders, name, ENDING, done=self._proposed)

    def _proposed(self, file: Path) -> None:
        if self.file.file() is None:
            self.file.set_file(file)
            self.settle()

    def _remember(self, file: Path) -> None:
        self.desk.settings.set_value(PLACE, str(file.parent))
        self.settle()

    def _show(self, made: BackedUp) -> None:
        self.table.show_faults(made.result.faults)
        self.say(lambda: made_words(made))


def made_words(made: BackedUp) -> str:
    """What a backup has become: where it is, how large, how its originals were."""
    words = _("The backup is made and checked: {file} ({size}).").format(
        file=made.file, size=size_words(made.size)
    )
    prints = sum(fault.kind == "print" for fault in made.result.faults)
    originals = len(made.result.faults) - prints
    told = [_originals_words(originals)] * bool(originals) + [_prints_words(prints)] * bool(prints)
    return "\n".join([words, *told])


def _originals_words(count: int) -> str:
    return ngettext(
        "{n} original was already not as it came in; the backup has it as it is, or not at all.",
        "{n} originals were already not as they came in; the backup has them as they are, or not"
        " at all.",
        count,
    ).format(n=count)


def _prints_words(count: int) -> str:
    return ngettext(
        "{n} kept print was already not as it was made; the backup has it as it is, or not at all.",
        "{n} kept prints were already not as they were made; the backup has them as they are, or"
        " not at all.",
        count,
    ).format(n=count)

"""Makes an archive from a backup file, in a new folder; no archive need be open."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from archive.progress import Step
from ui import errands
from ui.custody.file_line import FileLine
from ui.custody.folder_line import FolderLine
from ui.custody.work_dialog import WorkDialog
from ui.desk import Desk
from ui.language import _

DAY = re.compile(r"-\d{4}-\d{2}-\d{2}(-\d+)?$")  # which a backup's name ends with


class RestoreDialog(WorkDialog):
    """Tells `restored(folder)` and closes when the archive stands and can be searched."""

    restored = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.file, self.folder = FileLine(saving=False), FolderLine()
        self.file_label, self.folder_label = QLabel(), QLabel()
        self.file_label.setBuddy(self.file)
        self.folder_label.setBuddy(self.folder.line)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.addRow(self.file_label, self.file)
        form.addRow(self.folder_label, self.folder)
        self.body.addLayout(form)
        self.file.chosen.connect(self._chosen)
        self.folder.changed.connect(lambda: self.tell(None))
        self.settle()
        self.file.setFocus()

    def title(self) -> str:
        """What the dialog is called."""
        return _("Restore from a backup")

    def explanation(self) -> str:
        """What the work does, in a sentence."""
        return _(
            "An archive is made from the backup in a new folder, and compared with what the backup"
            " says it holds. The archive it was made from stays as it is."
        )

    def act_words(self) -> str:
        """What the button says that starts the work."""
        return _("Restore")

    def step_words(self, step: Step) -> str:
        """How far the work is: first it unpacks, then documents are made findable."""
        if not self.phase:
            return super().step_words(step)
        words = _("Makes the documents findable · {done} of {total}")
        return words.format(done=step.done, total=step.total)

    def start(self) -> None:
        """Restore the file that was chosen into the folder that is written."""
        file, folder = self.file.file(), self.folder.path()
        if file is None:
            self.tell(lambda: _("Choose a backup file."))
            self.file.setFocus()
        elif folder is None:
            self.tell(
                lambda: _("Write the whole path of a new or empty folder, or choose where it goes.")
            )
            self.folder.setFocus()
        else:
            self.begin(errands.restore, file, folder, done=self._restored)

    def settle(self) -> None:
        """Show what fits the state of the work."""
        super().settle()
        self.file.setEnabled(not self.busy)
        self.folder.setEnabled(not self.busy)

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        super().retranslate()
        self.file_label.setText(_("&Backup file"))
        self.folder_label.setText(_("Into the &folder"))
        self.file.retranslate()
        self.folder.retranslate()

    def _chosen(self, file: Path) -> None:
        self.folder.propose(DAY.sub("", file.stem))
        self.tell(None)

    def _restored(self, folder: Path) -> None:
        self.restored.emit(folder)
        self.accept()

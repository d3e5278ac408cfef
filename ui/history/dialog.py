"""What the two windows of history share: a table of deeds, a line of trouble, closing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from archive.errors import ArchiveError
from ui.desk import Desk
from ui.history.deed_table import DeedTable
from ui.jobs import Job
from ui.language import _
from ui.messages import sentence
from ui.widgets.empty import EmptyState

SIZE = 920, 600


class HistoryDialog(QDialog):
    """Opens with `open()`, deletes itself when closed, and closes with the archive."""

    def __init__(self, desk: Desk, table: DeedTable, icon_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.desk, self.table = desk, table
        self._jobs: list[Job] = []
        self.explained, self.trouble = QLabel(), QLabel()
        self.empty = EmptyState(icon_name)
        self.shut = QPushButton()
        self.body, self.buttons = QVBoxLayout(), QHBoxLayout()
        self._dress()
        self._lay_out()
        self.shut.clicked.connect(self.reject)
        desk.archive_closing.connect(self.reject)
        desk.language_changed.connect(self.retranslate)

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.shut.setText(_("Close"))
        self.table.deeds.retranslate()

    def done(self, result: int) -> None:
        """What is still asked is not waited for."""
        for job in self._jobs:
            job.silence()
        self.desk.settings.set_state(f"{type(self).__name__}/size", self.saveGeometry())
        super().done(result)

    def show_any(self, *, any_deeds: bool) -> None:
        """The table, or that there is nothing."""
        self.empty.setVisible(not any_deeds)
        self.table.setVisible(any_deeds)

    def say(self, error: BaseException) -> None:
        """Why something could not be done; what is a fault of ours goes to the window."""
        if isinstance(error, ArchiveError):
            self.trouble.setText(sentence(error))
            self.trouble.show()
        else:
            self.desk.jobs.failed.emit(error)

    def keep(self, job: Job) -> None:
        """Forget the answer when the window is closed before it comes."""
        self._jobs.append(job)
        job.ended.connect(lambda: self._jobs.remove(job))

    def _dress(self) -> None:
        self.explained.setObjectName("faint")
        self.trouble.setObjectName("wrong")
        for label in (self.explained, self.trouble):
            label.setWordWrap(True)
        self.trouble.hide()
        self.empty.hide()

    def _lay_out(self) -> None:
        self.buttons.addStretch()
        self.buttons.addWidget(self.shut)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.empty, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.explained)
        column.addLayout(self.body, 1)
        column.addWidget(self.trouble)
        column.addLayout(self.buttons)
        if not self.restoreGeometry(self.desk.settings.state(f"{type(self).__name__}/size")):
            self.resize(*SIZE)

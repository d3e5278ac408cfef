"""What the windows of an archive's own words share: a table with a filter, done to in jobs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from archive.changes import Changes
from archive.errors import ArchiveError
from ui.desk import Desk
from ui.jobs import Job
from ui.language import _
from ui.messages import sentence


class Listing(QDialog):
    """Opens with `open()`, deletes itself when closed, and closes with the archive.

    Each window reads its own list (`refresh`) and writes its own words (`retranslate`).
    """

    def __init__(self, desk: Desk, remembered: str, parent: QWidget | None = None) -> None:
        """`remembered` is where the settings keep its size."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.desk = desk
        self._jobs: list[Job] = []
        self._remembered = remembered
        self.filter, self.shut = QLineEdit(), QPushButton()
        self.explained, self.trouble = QLabel(), QLabel()

    def done(self, result: int) -> None:
        """What is still asked is not waited for."""
        for job in self._jobs:
            job.silence()
        self.desk.settings.set_state(self._remembered, self.saveGeometry())
        super().done(result)

    def refresh(self) -> None:
        """Read the list again."""

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.shut.setText(_("Close"))

    def _run(self, function: Callable[..., Any], *values: object, done: Callable[..., Any]) -> None:
        """In a job; what is refused is said below the table."""
        job = self.desk.jobs.run(function, *values, done=done, failed=self._say)
        self._jobs.append(job)
        job.ended.connect(lambda: self._jobs.remove(job))

    def _say(self, error: BaseException) -> None:
        if isinstance(error, ArchiveError):
            self.trouble.setText(sentence(error))
            self.trouble.show()
        else:
            self.desk.jobs.failed.emit(error)

    def _heard(self, changes: Changes) -> None:
        if changes.items:
            self.refresh()

    def _follow(self) -> None:
        """What every such window listens to."""
        self.shut.clicked.connect(self.reject)
        self.desk.changed.connect(self._heard)
        self.desk.archive_closing.connect(self.reject)
        self.desk.language_changed.connect(self.retranslate)

    def _column(self, table: QTableView, buttons: QWidget) -> QVBoxLayout:
        """What is said, the filter, the table, what is refused, and the buttons at the foot."""
        column, foot = QVBoxLayout(), QHBoxLayout()
        self.explained.setObjectName("faint")
        self.trouble.setObjectName("wrong")
        for label in (self.explained, self.trouble):
            label.setWordWrap(True)
        self.trouble.hide()
        self.filter.setClearButtonEnabled(True)
        self.shut.setAutoDefault(False)
        foot.addWidget(buttons, 1)
        foot.addWidget(self.shut)
        for part in (self.explained, self.filter, table, self.trouble):
            column.addWidget(part)
        column.addLayout(foot)
        return column

    def _settle(self, width: int, height: int) -> None:
        """As large as it was left, else so."""
        if not self.restoreGeometry(self.desk.settings.state(self._remembered)):
            self.resize(width, height)

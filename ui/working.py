"""A dialog of steps that works beside the window: how far it is, how it is stopped, what failed."""

from __future__ import annotations

from collections.abc import Callable

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

from archive.progress import Step
from ui.jobs import Job
from ui.language import _
from ui.messages import sentence


class Working(QDialog):
    """One piece of work at a time; the pages rest while it goes on.

    `step` says where a person is, `trouble` what is wrong; each dialog connects the buttons.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._job: Job | None = None
        self.step, self.pages = QLabel(), QStackedWidget()
        self.bar, self.trouble = QProgressBar(), QLabel()
        self.back, self.next, self.shut = QPushButton(), QPushButton(), QPushButton()
        self.step.setObjectName("heading")
        self.trouble.setObjectName("wrong")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.bar.setTextVisible(False)
        self.back.setAutoDefault(False)
        self.shut.setAutoDefault(False)
        self.next.setDefault(True)
        self._lay_out()
        self.finished.connect(self.let_go)

    @property
    def busy(self) -> bool:
        """Whether something is being worked on."""
        return self._job is not None

    def begin(self, run: Callable[..., Job], done: Callable[..., object]) -> None:
        """Start a piece of work; `run` is given what is called when it has ended, and a title."""
        self.trouble.hide()
        self._job = run(
            done=lambda result: self._arrived(done, result),
            failed=self._failed,
            title=self.windowTitle(),
        )
        self._job.stepped.connect(self._stepped)
        self._job.ended.connect(self._ended)
        self.settle()

    @property
    def stopping(self) -> bool:
        """Whether what is being worked on has been asked to stop."""
        return self._job is not None and self._job.progress.cancelled

    def stop(self) -> None:
        """Stop at the next step what is in hand; it may end well meanwhile."""
        if self._job is not None:
            self._job.cancel()
        self.settle()

    def let_go(self) -> None:
        """Nobody waits any more for what is in hand, and it stops."""
        job, self._job = self._job, None
        if job is not None:
            job.silence()
            job.cancel()

    def tell(self, words: str) -> None:
        """Say what is wrong."""
        self.settle()
        self.trouble.setText(words)
        self.trouble.show()

    def settle(self) -> None:
        """Show how far things are."""
        self.bar.setVisible(self.busy)
        if not self.busy:
            self.bar.setRange(0, 0)
        self.pages.setEnabled(not self.busy)
        self.back.setEnabled(not self.busy)
        waits = self.busy and not self.stopping
        self.shut.setText(_("Cancel") if waits else _("Close"))

    def _arrived(self, done: Callable[..., object], result: object) -> None:
        self._job = None
        done(result)

    def _stepped(self, step: Step) -> None:
        self.bar.setRange(0, step.total)
        self.bar.setValue(step.done)

    def _failed(self, error: BaseException) -> None:
        self._job = None
        self.tell(sentence(error))

    def _ended(self) -> None:
        """It has been stopped, unless it has arrived or failed before."""
        if self._job is not None and self._job is self.sender():
            self._job = None
            self.tell(_("Stopped. Nothing was entered."))

    def _lay_out(self) -> None:
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

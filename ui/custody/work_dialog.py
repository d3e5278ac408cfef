"""The dialog of one long piece of work: what it does, how far it is, cancel, and how it ended."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from archive.progress import Step
from ui.custody.growing import grow, trouble_label
from ui.custody.words import size_words
from ui.desk import Desk
from ui.jobs import Job
from ui.language import _
from ui.messages import sentence
from ui.widgets.elided import ElidedLabel

WIDTH = 620
PARTS = 1000  # of the bar; counts of bytes do not fit it


class WorkDialog(QDialog):
    """The base of the dialogs of custody. Closing it stops the work; custody leaves nothing half.

    What stands between the sentence and the bar goes into `body`; `begin` starts the work.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.desk = desk
        self.phase = 0
        self._job: Job | None = None
        self._last = 0
        self._step_shown: Step | None = None
        self._ending: Callable[[], str] | None = None
        self._wrong: Callable[[], str] | None = None
        self.body = QVBoxLayout()
        self.explained, self.outcome, self.trouble = QLabel(), QLabel(), trouble_label()
        self.bar, self.now = QProgressBar(), ElidedLabel()
        self.act, self.shut = QPushButton(), QPushButton()
        self._dress()
        self._lay_out()
        self._connect()

    @property
    def busy(self) -> bool:
        """Whether the work is going on."""
        return self._job is not None

    def title(self) -> str:
        """What the dialog is called."""
        return ""

    def explanation(self) -> str:
        """What the work does, in a sentence."""
        return ""

    def act_words(self) -> str:
        """What the button says that starts the work."""
        return ""

    def step_words(self, step: Step) -> str:
        """How far the work is: `phase` counts how often it began to count anew."""
        if not step.total:
            return size_words(step.done) if step.done else ""
        done, total = size_words(step.done), size_words(step.total)
        return _("{done} of {total}").format(done=done, total=total)

    def start(self) -> None:
        """The button was pressed that starts the work."""

    def begin(
        self, errand: Callable[..., Any], *values: object, done: Callable[[Any], Any]
    ) -> None:
        """Have the errand done beside the window."""
        self.stop()
        self.phase, self._last, self._step_shown = 0, 0, None
        self._ending = self._wrong = None
        self._job = self.desk.jobs.beside(
            "engine",
            errand,
            *values,
            done=lambda result: self._ended(lambda: done(result)),
            failed=lambda error: self._ended(lambda: self.tell(lambda: sentence(error))),
            title=self.title(),
        )
        self._job.stepped.connect(self._step)
        self.settle()

    def stop(self) -> None:
        """Have the work stop and its result forgotten."""
        job, self._job = self._job, None
        if job is not None:
            job.silence()
            job.cancel()

    def say(self, words: Callable[[], str]) -> None:
        """How the work ended, in the language in use."""
        self._ending = words
        self.settle()

    def tell(self, words: Callable[[], str] | None) -> None:
        """What went wrong, in the language in use; None takes it away."""
        self._wrong = words
        self.settle()

    def settle(self) -> None:
        """Show what fits the state of the work."""
        self.retranslate()
        for widget in (self.bar, self.now):
            widget.setVisible(self.busy)
        self.outcome.setVisible(self._ending is not None and not self.busy)
        self.trouble.setVisible(self._wrong is not None and not self.busy)
        self.act.setVisible(bool(self.act.text()) and not self.busy)
        self.act.setDefault(not self.busy and self._ending is None)
        if not self.busy:
            self.bar.setRange(0, 0)
        grow(self)

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.setWindowTitle(self.title())
        self.explained.setText(self.explanation())
        self.act.setText(self.act_words())
        self.shut.setText(_("Cancel") if self.busy else _("Close"))
        self.bar.setAccessibleName(self.title())
        self.outcome.setText(self._ending() if self._ending else "")
        self.trouble.setText(self._wrong() if self._wrong else "")
        step = self._step_shown
        self.now.say(self.step_words(step) if step else _("Waits for its turn…"))

    def _ended(self, then: Callable[[], object]) -> None:
        self._job = None
        then()
        self.settle()

    def _step(self, step: Step) -> None:
        if self._job is None:
            return
        if step.done < self._last:
            self.phase += 1
        self._last, self._step_shown = step.done, step
        self.bar.setRange(0, PARTS if step.total else 0)
        self.bar.setValue(PARTS * step.done // step.total if step.total else 0)
        self.now.say(self.step_words(step))

    def _shut(self) -> None:
        """The first press cancels, the next closes."""
        if not self.busy:
            self.reject()
            return
        self.stop()
        self.say(lambda: _("Stopped. Nothing half done is left behind."))

    def _connect(self) -> None:
        self.act.clicked.connect(self.start)
        self.shut.clicked.connect(self._shut)
        self.finished.connect(self.stop)
        self.desk.archive_closing.connect(self.reject)
        self.desk.language_changed.connect(self.retranslate)

    def _dress(self) -> None:
        for label in (self.explained, self.outcome):
            label.setWordWrap(True)
        for label in (self.outcome, self.trouble):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.now.setObjectName("faint")
        self.outcome.setObjectName("heading")
        self.bar.setTextVisible(False)
        self.shut.setAutoDefault(False)

    def _lay_out(self) -> None:
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.addStretch()
        self.buttons.addWidget(self.act)
        self.buttons.addWidget(self.shut)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self.explained)
        layout.addLayout(self.body)
        for widget in (self.bar, self.now, self.outcome, self.trouble):
            layout.addWidget(widget)
        layout.addStretch()
        layout.addLayout(self.buttons)
        self.resize(WIDTH, 0)

"""The window's last line: the archive in numbers, and what is being worked on."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from archive.progress import Step
from archive.records import Status
from ui.desk import Desk
from ui.imports.importer import Importer
from ui.jobs import Job
from ui.language import _, language, ngettext
from ui.scanning.button import EyesButton
from ui.scanning.eyes import Eyes

RENEW = 400  # milliseconds
WIDTH = 160


class StatusLine(QStatusBar):
    """Counts at the left; the import or another long piece of work at the right."""

    def __init__(
        self, desk: Desk, importer: Importer, eyes: Eyes, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._importer = desk, importer
        self._status: Status | None = None
        self._job: Job | None = None
        self.counts, self.now = QLabel(self), QLabel(self)
        self.bar, self.more, self.stop = QProgressBar(self), QPushButton(self), QPushButton(self)
        self.bar.setFixedWidth(WIDTH)
        self.bar.setTextVisible(False)
        self.counts.setContentsMargins(12, 0, 0, 0)
        self.setSizeGripEnabled(False)
        self.addWidget(self.counts)
        self.addWidget(EyesButton(eyes, self))
        for part in (self.now, self.bar, self.more, self.stop):
            self.addPermanentWidget(part)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(RENEW)
        self._soon.timeout.connect(self._ask)
        self._connect()
        self.retranslate()

    def renew(self) -> None:
        """Count again, soon."""
        if not self._soon.isActive():
            self._soon.start()

    def clear_counts(self) -> None:
        """No archive is open."""
        self._soon.stop()
        self._status = None
        self.counts.clear()

    def retranslate(self) -> None:
        """Write every word in the language of the window."""
        self.more.setText(_("Details…"))
        self.stop.setText(_("Cancel"))
        self.bar.setAccessibleName(_("Progress"))
        self._show_counts()
        self._show_work()

    def _connect(self) -> None:
        self.stop.clicked.connect(self._cancel)
        self._importer.began.connect(self._show_work)
        self._importer.stepped.connect(self._step_import)
        self._importer.ended.connect(self._show_work)
        self._desk.jobs.begun.connect(self._begin)

    def _ask(self) -> None:
        if self._desk.archive is not None:
            self._desk.jobs.run(self._desk.archive.status, done=self._take)

    def _take(self, status: Status) -> None:
        self._status = status
        self._show_counts()

    def _show_counts(self) -> None:
        self.counts.setText(counts_in_words(self._status) if self._status else "")

    def _begin(self, job: Job) -> None:
        """A piece of work that has a title is shown until it ends."""
        if job.title:
            self._job = job
            job.stepped.connect(self._step_job)
            job.ended.connect(lambda: self._end(job))
            self._show_work()

    def _end(self, job: Job) -> None:
        if self._job is job:
            self._job = None
        self._show_work()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
        else:
            self._importer.cancel()

    def _show_work(self) -> None:
        job, busy = self._job, self._importer.busy
        for part in (self.now, self.bar, self.stop):
            part.setVisible(job is not None or busy)
        self.more.setVisible(busy and job is None)
        self.bar.setRange(0, 0)
        self.now.setText(job.title if job is not None else _("Bringing in…"))

    def _step_import(self, step: Step) -> None:
        if self._job is None:
            self._show_step(step)
            number = QLocale(language())
            words = _("Bringing in {done} of {total}")
            self.now.setText(
                words.format(done=number.toString(step.done), total=number.toString(step.total))
            )

    def _step_job(self, step: Step) -> None:
        self._show_step(step)

    def _show_step(self, step: Step) -> None:
        self.bar.setRange(0, step.total)
        self.bar.setValue(step.done)


def counts_in_words(status: Status) -> str:
    """`5.012 arsip · 61.204 halaman · 14 belum terbaca`."""
    number = QLocale(language()).toString
    parts = [
        ngettext("{n} document", "{n} documents", status.documents).format(
            n=number(status.documents)
        ),
        ngettext("{n} page", "{n} pages", status.pages).format(n=number(status.pages)),
    ]
    unread = status.pages_without_text
    if unread:
        parts.append(_("{n} not read yet").format(n=number(unread)))
    return " · ".join(parts)

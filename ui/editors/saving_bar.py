"""How far a long saving is, in the dialog that waits for it."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar

from archive.progress import Step
from ui.jobs import Job
from ui.language import _


class SavingBar(QProgressBar):
    """Hidden until there is something to wait for; what is done but not yet kept has no measure."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Saving"))
        self._job: Job | None = None
        self.hide()

    @property
    def waiting(self) -> bool:
        """Whether something is being saved."""
        return self._job is not None

    def follow(self, job: Job) -> None:
        """Show how far this is, until it has ended."""
        self._job = job
        self.setRange(0, 0)
        self.show()
        job.stepped.connect(self._stepped)
        job.ended.connect(self._ended)

    def stop(self) -> None:
        """Ask what is being saved to stop; nothing has changed then."""
        if self._job is not None:
            self._job.cancel()

    def _stepped(self, step: Step) -> None:
        self.setRange(0, step.total if step.done < step.total else 0)
        self.setValue(step.done)

    def _ended(self) -> None:
        self._job = None
        self.hide()

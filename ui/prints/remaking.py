"""Prints a kept print once more from what it was drawn from, and compares the bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton

from archive import VERSION
from archive.records import KeptPrint
from ui import errands
from ui.language import _
from ui.work import PrintedAgain

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.jobs import Job


class Remaking(QObject):
    """One print at a time, beside the window; what comes out is compared and thrown away."""

    begun = Signal(object)
    compared = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        self._kept: KeptPrint | None = None
        self.button = QPushButton()
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._print)
        self.choose(None)

    def choose(self, kept: KeptPrint | None) -> None:
        """This is the one that would be printed again."""
        self._kept = kept
        self._settle()

    def let_go(self) -> None:
        """Nobody waits for it any more, and it stops."""
        if self._job is not None:
            self._job.silence()
            self._job.cancel()

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.button.setText(_("Print again and compare"))
        self.button.setToolTip(
            _("Draw it once more from what it was drawn from, and compare every byte")
        )

    def _print(self) -> None:
        archive, kept = self._desk.archive, self._kept
        if archive is None or kept is None or self._job is not None:
            return
        self.begun.emit(kept)
        self._job = self._desk.jobs.beside(
            "press",
            errands.print_again,
            archive.folder,
            archive.access,
            kept.uuid,
            done=self.compared.emit,
            failed=self.failed.emit,
            title=_("Printing again"),
        )
        self._job.ended.connect(self._ended)
        self._settle()

    def _ended(self) -> None:
        self._job = None
        self._settle()

    def _settle(self) -> None:
        self.button.setEnabled(self._kept is not None and self._job is None)


def comparison_words(again: PrintedAgain) -> str:
    """Whether the same came out, and where it may come from that it did not."""
    if again.same:
        return _("Printed again: the same, byte for byte, from what it was drawn from.")
    before = again.kept.told.version
    if before != VERSION:
        return _(
            "Printed again: it holds the same records, but other bytes came out. It was made with"
            " version {before} of Kembar, and this is {now}. What was kept stays as it is."
        ).format(before=before, now=VERSION)
    return _(
        "Printed again: it holds the same records, but other bytes came out, perhaps because this"
        " computer has other fonts or parts. What was kept stays as it is."
    )

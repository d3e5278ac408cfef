"""Checks all originals against their SHA-256 and says what was found."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from archive.progress import Step
from archive.records import Access, FixityResult
from ui import errands
from ui.custody.faults_table import FaultsTable
from ui.custody.work_dialog import WorkDialog
from ui.desk import Desk
from ui.language import _, ngettext
from ui.listings.words import uncounted_words


class VerifyDialog(WorkDialog):
    """Begins at once; can be done again."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.table, self.copy = FaultsTable(), QPushButton()
        self._level = max(Access)  # at which was checked
        self.body.addWidget(self.table)
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self.table.copy)
        self.buttons.insertWidget(0, self.copy)
        self.start()

    def title(self) -> str:
        """What the dialog is called."""
        return _("Check the originals")

    def explanation(self) -> str:
        """What the work does, in a sentence."""
        return _(
            "Every original and every kept print is read and compared with the SHA-256 it had when"
            " it came in or was made. Nothing is changed."
        )

    def act_words(self) -> str:
        """What the button says that starts the work."""
        return _("Check again")

    def step_words(self, step: Step) -> str:
        """How far the work is, and which document it reads."""
        far = super().step_words(step)
        return f"{far} · {step.subject}" if step.subject else far

    def start(self) -> None:
        """Check all originals of the open archive."""
        archive = self.desk.archive
        if archive is not None:
            self.table.show_faults(())
            self._level = archive.access
            self.begin(errands.verify, archive.folder, archive.access, done=self._show)

    def settle(self) -> None:
        """Show what fits the state of the work."""
        super().settle()
        self.copy.setVisible(self.table.rowCount() > 0)

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        super().retranslate()
        self.copy.setText(_("Copy the list"))
        self.table.retranslate()

    def _show(self, result: FixityResult) -> None:
        self.table.show_faults(result.faults)
        level = self._level
        self.say(lambda: "\n".join(filter(None, (result_words(result), uncounted_words(level)))))


def result_words(result: FixityResult) -> str:
    """What a check found, in a sentence; of the prints too, where any were kept."""
    prints = sum(fault.kind == "print" for fault in result.faults)
    words = _originals_words(result, len(result.faults) - prints)
    return f"{words}\n{_prints_words(result, prints)}" if result.prints or prints else words


def _prints_words(result: FixityResult, faults: int) -> str:
    if not faults:
        return ngettext(
            "The only kept print is as it was made.",
            "All {n} kept prints are as they were made.",
            result.prints,
        ).format(n=result.prints)
    return ngettext(
        "{n} of {total} kept prints is not as it was made. Bring it back from a backup.",
        "{n} of {total} kept prints are not as they were made. Bring them back from a backup.",
        faults,
    ).format(n=faults, total=max(result.prints, faults))


def _originals_words(result: FixityResult, faults: int) -> str:
    if not result.checked:
        return _("There are no originals yet.")
    if not faults:
        return ngettext(
            "The only original is as it came in.",
            "All {n} originals are as they came in.",
            result.checked,
        ).format(n=result.checked)
    words = ngettext(
        "{n} of {total} originals is not as it came in. Bring it back from a backup.",
        "{n} of {total} originals are not as they came in. Bring them back from a backup.",
        faults,
    )
    return words.format(n=faults, total=result.checked)

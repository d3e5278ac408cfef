"""What a person does to a partnership and what hangs on it: make, edit, remove, change a link."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from archive.changes import Kind
from archive.errors import ArchiveError
from archive.records import (
    Activity,
    Actor,
    Agreement,
    Evidence,
    Finding,
    LinkDraft,
    Partnership,
    Program,
    Role,
)
from ui.editors.activity_dialog import ActivityDialog
from ui.editors.actor_dialog import ActorDialog
from ui.editors.agreement_dialog import AgreementDialog
from ui.editors.partnership_dialog import PartnershipDialog
from ui.editors.program_dialog import ProgramDialog
from ui.language import _
from ui.messages import sentence
from ui.partnerships.removal_words import Record, consequence, question

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.jobs import Job


class Deeds(QObject):
    """Opens the editors, and asks before something is removed.

    `made` brings a partnership just entered; `refused` a sentence why something was not removed.
    """

    made = Signal(object)
    refused = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._window = desk, parent
        desk.archive_closing.connect(self._close_question)
        self._question: QMessageBox | None = None
        self._counting: Job | None = None

    def new_partnership(self) -> None:
        """Ask for a new partnership."""
        if self._desk.writable:
            dialog = PartnershipDialog(self._desk, parent=self._window)
            dialog.saved.connect(self.made)
            dialog.open()

    def new_agreement(self, partnership: int) -> None:
        """Ask for a new agreement of a partnership."""
        if self._desk.writable:
            AgreementDialog(self._desk, partnership, parent=self._window).open()

    def new_program(self, partnership: int, under: int | None = None) -> None:
        """Ask for a new program of a partnership, perhaps under another."""
        if self._desk.writable:
            ProgramDialog(self._desk, partnership, parent=self._window, under=under).open()

    def new_actor(self, partnership: int) -> None:
        """Ask who else takes part in a partnership."""
        if self._desk.writable:
            ActorDialog(self._desk, partnership, parent=self._window).open()

    def edit(self, record: Record) -> None:
        """Open the editor of a record."""
        if not self._desk.writable:
            return
        if isinstance(record, Partnership):
            PartnershipDialog(self._desk, record, self._window).open()
        elif isinstance(record, Agreement):
            AgreementDialog(self._desk, None, record, self._window).open()
        elif isinstance(record, Program):
            ProgramDialog(self._desk, None, record, self._window).open()
        elif isinstance(record, Role):
            ActorDialog(self._desk, record.partnership, record, self._window).open()
        elif isinstance(record, Finding):
            self._edit_finding(record)
        elif isinstance(record, Evidence):
            self._edit_link(record)

    def edit_activity(self, activity: Activity, program: Program) -> None:
        """Open the editor of an activity of a program."""
        if self._desk.writable:
            ActivityDialog(self._desk, program, activity=activity, parent=self._window).open()

    def remove(self, record: Record) -> None:
        """Count what goes along, ask whether it is to be removed; the archive may refuse."""
        if not self._desk.writable or self._question is not None:
            return
        if isinstance(record, Evidence | Finding | Role):
            self._ask(record, {})
            return
        if self._counting is not None:
            self._counting.silence()
        self._counting = self._desk.jobs.run(
            self._counted(record),
            record.id,
            done=lambda along: self._ask(record, along),
            failed=self._refused,
        )

    def _ask(self, record: Record, along: Mapping[Kind, int]) -> None:
        if self._question is not None:
            return
        box = QMessageBox(QMessageBox.Icon.Question, _("Remove"), question(record))
        box.setParent(self._window, box.windowFlags())
        box.setInformativeText(consequence(along))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        yes = box.addButton(_("Remove"), QMessageBox.ButtonRole.DestructiveRole)
        no = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(no)
        yes.clicked.connect(lambda: self._remove(record))
        box.finished.connect(self._forget_question)
        self._question = box
        box.open()

    def _edit_finding(self, finding: Finding) -> None:
        from ui.editors.finding_dialog import FindingDialog

        FindingDialog(
            *(self._desk, finding.values, finding.title),
            finding=finding.id,
            parent=self._window,
        ).open()

    def _edit_link(self, evidence: Evidence) -> None:
        from ui.editors.link_dialog import LinkDialog

        link = evidence.link
        draft = LinkDraft(
            *(link.document, link.first_page, link.last_page, link.target, link.target_id),
            *(link.quote, link.first_year, link.last_year, link.note),
        )
        LinkDialog(self._desk, draft, evidence.title, link=link.id, parent=self._window).open()

    def _remove(self, record: Record) -> None:
        removal, item = self._removal(record)
        self._desk.jobs.run(removal, item, failed=self._refused)

    def _removal(self, record: Record) -> tuple[Callable[[int], None], int]:
        archive = self._desk.archive
        assert archive is not None
        if isinstance(record, Evidence):
            return archive.links.remove, record.link.id
        removals: dict[type[Record], Callable[[int], None]] = {
            Partnership: archive.partnerships.remove,
            Agreement: archive.agreements.remove,
            Program: archive.programs.remove,
            Finding: archive.findings.remove,
            Role: archive.actors.step_back,
            Actor: archive.actors.remove,
        }
        return removals[type(record)], record.id

    def _counted(
        self, record: Partnership | Agreement | Program | Actor
    ) -> Callable[[int], dict[Kind, int]]:
        archive = self._desk.archive
        assert archive is not None
        if isinstance(record, Actor):
            return archive.actors.hanging
        if isinstance(record, Agreement):
            return archive.agreements.hanging
        if isinstance(record, Program):
            return archive.programs.hanging
        return archive.partnerships.hanging

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, ArchiveError):
            self.refused.emit(sentence(error))
        else:
            self._desk.jobs.failed.emit(error)

    def _forget_question(self) -> None:
        self._question = None

    def _close_question(self) -> None:
        if self._counting is not None:
            self._counting.silence()
        if self._question is not None:
            self._question.close()

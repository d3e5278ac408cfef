"""Files what a source says as a finding: kind, statement, where it belongs, page and quote."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QWidget

from archive.archive import Archive
from archive.records import Finding, FindingDraft, Target
from ui.editors.editor import Editor
from ui.editors.finding_form import NEVER, ONLY, FindingForm
from ui.editors.link_targets import Choice, gather
from ui.editors.partnership_dialog import PartnershipDialog
from ui.editors.program_dialog import ProgramDialog
from ui.language import _

if TYPE_CHECKING:
    from ui.desk import Desk

LAST = "finding/last"
WIDE = 640
BESIDE = {"partnership": "home", "program": "home", "polarity": "theme", "field": "side"}
BESIDE |= {"follow_up": "addressee"}


class FindingDialog(Editor):
    """Files a finding or changes one; `filed` brings the `Finding`.

    `draft.partnership` is 0 while none is chosen; `finding` names the one to be changed.
    """

    filed = Signal(object)

    def __init__(
        self,
        desk: Desk,
        draft: FindingDraft,
        title: str = "",
        *,
        finding: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self._finding, self._made = finding, ""
        self._draft = draft = _prefilled(draft) if finding is None else draft
        self.setWindowTitle(_("File as finding") if finding is None else _("Change the finding"))
        self.setMinimumWidth(WIDE)
        self.fields = FindingForm(draft)
        for box in (self.fields.theme, self.fields.field):
            box.offer_new(desk)
        self._places: dict[str, int] = {}
        self._add_rows(title)
        self._show_kind()
        self._connect()
        self.fields.kind.setFocus()
        self.gather(gather, self._show_choices)

    def read(self) -> FindingDraft | None:
        """The draft as the fields say. Raises `Invalid`."""
        chosen = self.fields.home.chosen
        if chosen is None:
            self.say("home", _("Choose the partnership or the program this is about."))
            return None
        if not self.fields.pages.text().strip():
            self.say("pages", _("Give the page on which it stands."))
            return None
        program = chosen.id if chosen.target is Target.PROGRAM else None
        if (unclear := self.fields.unclear()) is not None:
            self.say(unclear, _("Write a number, or two with a dash between them."))
            return None
        read = self.fields.read(self._draft)
        note = self.note.toPlainText().strip()
        return replace(read, partnership=chosen.partnership, program=program, note=note)

    def work(self) -> Callable[[Archive, FindingDraft], Finding]:
        """Files the finding or changes it."""
        known = self._finding
        return lambda archive, draft: save(archive, draft, known)

    def say(self, field: str, words: str) -> None:
        """Two fields in one row have one place for complaints."""
        super().say(BESIDE.get(field, field), words)

    def _add_rows(self, title: str) -> None:
        name = QLabel(title)
        name.setObjectName("title")
        name.setWordWrap(True)
        name.setVisible(bool(title))
        self.form.addRow(name)
        self.fields.rows(self._add_place)
        self.add_note(self._draft.note)

    def _add_place(self, name: str, label: str, field: QWidget) -> None:
        self.add_row(name, label, field)
        self._places[name] = self.form.rowCount() - 1

    def _connect(self) -> None:
        self.fields.kind.currentIndexChanged.connect(self._show_kind)
        self.saved.connect(self._remember)
        self.fields.home.new_program.clicked.connect(self._create_program)
        self.fields.home.new_partnership.clicked.connect(self._create_partnership)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept)

    def _show_kind(self) -> None:
        """Only the fields that belong to the kind."""
        for name in (*ONLY, *NEVER):
            self.form.setRowVisible(self._places[name], self.fields.wanted(name))
        self._clear()  # a row that appears would show its empty complaint, too

    def _show_choices(self, choices: tuple[Choice, ...]) -> None:
        self.fields.home.fill(choices, self._made or self._wanted())

    def _create_program(self) -> None:
        near = self.fields.home.nearest
        dialog = ProgramDialog(self.desk, near.partnership if near else None, parent=self)
        dialog.saved.connect(lambda program: self._created(Target.PROGRAM, program.id))
        dialog.open()

    def _create_partnership(self) -> None:
        dialog = PartnershipDialog(self.desk, parent=self)
        dialog.saved.connect(lambda made: self._created(Target.PARTNERSHIP, made.id))
        dialog.open()

    def _created(self, target: Target, item: int) -> None:
        """Choose what has just been made."""
        self._made = f"{target.value}:{item}"
        self.fields.home.line.clear()
        self.gather(gather, self._show_choices)

    def _wanted(self) -> str:
        """Where it belongs now, or where the last one was filed."""
        if self._draft.program is not None:
            return f"{Target.PROGRAM.value}:{self._draft.program}"
        if self._draft.partnership:
            return f"{Target.PARTNERSHIP.value}:{self._draft.partnership}"
        return str(self.desk.settings.value(LAST, ""))

    def _remember(self, finding: Finding) -> None:
        chosen = self.fields.home.chosen
        if chosen is not None:
            self.desk.settings.set_value(LAST, chosen.key)
        self.filed.emit(finding)


def save(archive: Archive, draft: FindingDraft, finding: int | None) -> Finding:
    """Enter or change a finding. Runs in a job."""
    if finding is None:
        return archive.findings.add(draft)
    return archive.findings.change(finding, draft)


def _prefilled(draft: FindingDraft) -> FindingDraft:
    """The quote is offered as the statement."""
    if draft.statement or draft.empty:
        return draft
    return replace(draft, statement=" ".join(draft.source.quote.split()))

"""Links pages as evidence: document, pages and quote are filled in; three letters and Enter do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidgetItem, QWidget

from archive.archive import Archive
from archive.errors import Invalid
from archive.records import Link, LinkDraft, Target
from ui.editors.leaving import Leaving
from ui.editors.link_form import LinkForm
from ui.editors.link_targets import Choice, gather, matching
from ui.editors.partnership_dialog import PartnershipDialog
from ui.editors.program_dialog import ProgramDialog
from ui.language import _

if TYPE_CHECKING:
    from ui.desk import Desk

CHOICE = Qt.ItemDataRole.UserRole
LAST = "link/last"
MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class LinkDialog(QDialog):
    """Asks what pages are evidence for and saves the link.

    `draft.target_id` is 0 while nothing is chosen; `link` names the link to be changed. `linked`
    brings the saved `Link`; the dialog deletes itself when it is closed.
    """

    linked = Signal(object)

    def __init__(
        self,
        desk: Desk,
        draft: LinkDraft,
        title: str = "",
        *,
        link: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._draft, self._link = desk, draft, link
        self._choices: tuple[Choice, ...] = ()
        self._wanted = f"{draft.target.value}:{draft.target_id}" if draft.target_id else ""
        self._saving = False
        self.form = LinkForm(draft, title, self)
        self.leaving = Leaving(self, but=(self.form.target, self.form.list))
        self.setWindowTitle(_("Link as evidence") if link is None else _("Change the link"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._connect()
        self.form.target.setFocus()
        self._gather()

    def _connect(self) -> None:
        form = self.form
        form.target.installEventFilter(self)
        form.target.textChanged.connect(self._list)
        form.list.itemDoubleClicked.connect(self.accept)
        form.new_program.clicked.connect(self._create_program)
        form.new_partnership.clicked.connect(self._create_partnership)
        form.buttons.accepted.connect(self.accept)
        form.buttons.rejected.connect(self.reject)
        self._desk.archive_closing.connect(self._let_go)

    @property
    def chosen(self) -> Choice | None:
        """What the link is to support."""
        item = self.form.list.currentItem()
        return cast("Choice | None", item.data(CHOICE)) if item is not None else None

    def accept(self) -> None:
        """Save, if all can be understood; the dialog closes when it is saved."""
        self.form.clear_troubles()
        draft = self._read()
        if draft is None or self._saving:
            return
        self._saving = True
        self._save(draft)

    def reject(self) -> None:
        """Close without saving, after asking where something would be lost; not while it saves."""
        if self._saving:
            return
        if self.leaving.changed:
            self.leaving.ask(self._let_go)
        else:
            super().reject()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while the cursor stays in the box."""
        if (
            watched is self.form.target
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in MOVES
        ):
            self.form.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _read(self) -> LinkDraft | None:
        """The draft as the fields say, or None with the trouble said beside its field."""
        chosen = self.chosen
        if chosen is None:
            self.form.say("target", _("Choose what these pages are evidence for."))
            return None
        try:
            draft = self.form.read(self._draft)
        except Invalid as error:
            self.form.refuse(error)
            return None
        return replace(draft, target=chosen.target, target_id=chosen.id)

    def _save(self, draft: LinkDraft) -> None:
        job = save, self._desk.archive, draft, self._link
        self._desk.jobs.run(*job, done=self._saved, failed=self._refused)

    def _let_go(self) -> None:
        super().reject()

    def _saved(self, link: Link) -> None:
        self._desk.settings.set_value(LAST, f"{link.target.value}:{link.target_id}")
        self.linked.emit(link)
        super().accept()

    def _refused(self, error: BaseException) -> None:
        self._saving = False
        self.form.refuse(error)

    def _gather(self) -> None:
        self._desk.jobs.run(gather, self._desk.archive, done=self._show_choices)

    def _show_choices(self, choices: tuple[Choice, ...]) -> None:
        self._choices = choices
        self._list()

    def _list(self) -> None:
        """List what the typed letters find; the first is chosen."""
        last = self._wanted or str(self._desk.settings.value(LAST, ""))
        found = matching(self._choices, self.form.target.text(), last)
        self.form.list.clear()
        for choice in found:
            item = QListWidgetItem(choice_in_words(choice))
            item.setData(CHOICE, choice)
            item.setToolTip(item.text())
            self.form.list.addItem(item)
        self.form.list.setCurrentRow(self._row(found, last))
        self.form.nothing.setVisible(bool(self._choices) and not found)

    def _row(self, found: Sequence[Choice], last: str) -> int:
        """The first answer; without letters only what was wanted or used before is preselected."""
        if self.form.target.text().strip():
            return 0
        return 0 if found and found[0].key == last else -1

    def _create_program(self) -> None:
        partnership = self.chosen.partnership if self.chosen else self._last_partnership()
        dialog = ProgramDialog(self._desk, partnership, parent=self)
        dialog.saved.connect(lambda program: self._created(Target.PROGRAM, program.id))
        dialog.open()

    def _create_partnership(self) -> None:
        dialog = PartnershipDialog(self._desk, parent=self)
        dialog.saved.connect(lambda made: self._created(Target.PARTNERSHIP, made.id))
        dialog.open()

    def _created(self, target: Target, item: int) -> None:
        """Choose what has just been made."""
        self._wanted = f"{target.value}:{item}"
        self.form.target.clear()
        self.form.years.setFocus()
        self._gather()

    def _last_partnership(self) -> int | None:
        last = self._wanted or str(self._desk.settings.value(LAST, ""))
        homes = [choice.partnership for choice in self._choices if choice.key == last]
        homes += [choice.partnership for choice in self._choices]
        return homes[0] if homes else None


def save(archive: Archive, draft: LinkDraft, link: int | None) -> Link:
    """Enter or change a link. Runs in a job."""
    return archive.links.add(draft) if link is None else archive.links.change(link, draft)


def choice_in_words(choice: Choice) -> str:
    """`Youth Exchange — program, Jakarta–Beijing`."""
    if choice.target is Target.PARTNERSHIP:
        return _("{name} — partnership").format(name=choice.name)
    kind = (
        _("{name} — program, {partnership}")
        if choice.target is Target.PROGRAM
        else _("{name} — agreement, {partnership}")
    )
    return kind.format(name=choice.name, partnership=choice.partnership_name)

"""The editor of a program: whose it is, under which it stands, its names, fields and dates."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from archive.archive import Archive
from archive.records import Partnership, Program, ProgramDraft
from ui.editors.choices import Known, TermBox, gather, offered
from ui.editors.editor import Editor
from ui.editors.partnership_dialog import PartnershipDialog
from ui.editors.record_names import (
    LAST_HOME,
    last_home,
    not_under,
    partnership_names,
    program_names,
)
from ui.editors.record_picker import RecordPicker
from ui.language import _
from ui.widgets.date_edit import DateEdit

if TYPE_CHECKING:
    from ui.desk import Desk

FIELD_LINES = 5


class ProgramDialog(Editor):
    """Makes a program of a partnership or changes one; `saved` brings the `Program`.

    `under` names the program a new one is to stand under.
    """

    def __init__(
        self,
        desk: Desk,
        partnership: int | None,
        program: Program | None = None,
        parent: QWidget | None = None,
        *,
        under: int | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self._program = program
        self._known: Known = ((), {})
        self._wanted = program.partnership if program else partnership
        self._above = program.parent if program else under
        self.setWindowTitle(_("New program") if program is None else _("Edit program"))
        self.partnership = RecordPicker(_("Type a few letters of a city"), _("New partnership…"))
        self.parent_program, self.name = RecordPicker(_("– none –")), QLineEdit()
        self.ownership = TermBox("ownerships", program.ownership if program else "joint")
        self.aliases, self.fields = QLineEdit(), FieldList(program.fields if program else ())
        self.starts, self.ends = DateEdit("starts"), DateEdit("ends")
        self._add_rows()
        self._show(program)
        self.name.setFocus()
        self.gather(gather, self._show_known)

    def read(self) -> ProgramDraft | None:
        """The draft as the fields say. Raises `Invalid`."""
        partnership = self.partnership.value("partnership")
        if partnership is None:
            self.say("partnership", _("Choose the partnership it belongs to."))
            return None
        return ProgramDraft(
            *(partnership, self.name.text(), self.parent_program.value("parent")),
            *(self.starts.value(), self.ends.value(), self.note.toPlainText()),
            ownership=self.ownership.code,
            aliases=tuple(self.aliases.text().split(",")),
            fields=self.fields.chosen,
        )

    def work(self) -> Callable[[Archive, ProgramDraft], Program]:
        """Enters the program or changes it."""
        known = self._program.id if self._program else None
        return lambda archive, draft: save(archive, draft, known)

    def _add_rows(self) -> None:
        self.add_row("name", _("Name"), self.name)
        self.add_row("aliases", _("Other names"), self.aliases)
        self.aliases.setPlaceholderText(_("separated by commas"))
        self.add_row("partnership", _("Partnership"), self.partnership)
        self.add_row("parent", _("Part of"), self.parent_program)
        self.add_row("ownership", _("Whose program"), self.ownership)
        self.add_row("fields", _("Fields"), self.fields)
        self.add_row("starts", _("Starts"), self.starts)
        self.add_row("ends", _("Ends"), self.ends)
        self.add_note(self._program.note if self._program else "")
        self.partnership.changed.connect(self._show_parents)
        self.partnership.create_wanted.connect(self._create_partnership)
        self.saved.connect(lambda made: self.desk.settings.set_value(LAST_HOME, made.partnership))

    def _show(self, program: Program | None) -> None:
        if program is not None:
            self.name.setText(program.name)
            self.aliases.setText(", ".join(program.aliases))
            self.starts.set_value(program.starts)
            self.ends.set_value(program.ends)

    def _show_known(self, known: Known) -> None:
        self._known = known
        self.partnership.fill(partnership_names(known[0]), self._home())
        self._show_parents()

    def _home(self) -> int | None:
        """The partnership wanted, else the only one, else the last one used."""
        if self._wanted is not None:
            return self._wanted
        only = self._known[0][0].id if len(self._known[0]) == 1 else None
        return only or last_home(self.desk)

    def _show_parents(self) -> None:
        programs = self._known[1].get(self.partnership.chosen or 0, ())
        above = not_under(programs, self._program.id if self._program else None)
        self.parent_program.fill(program_names(tuple(above)), self._above)

    def _create_partnership(self) -> None:
        dialog = PartnershipDialog(self.desk, parent=self)
        dialog.saved.connect(self._created)
        dialog.open()

    def _created(self, partnership: Partnership) -> None:
        self._wanted = partnership.id
        self.gather(gather, self._show_known)


class FieldList(QListWidget):
    """The fields of cooperation, each to be ticked."""

    def __init__(self, ticked: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for words, code in offered("fields", ticked):
            item = QListWidgetItem(words, self)
            item.setData(Qt.ItemDataRole.UserRole, code)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            is_ticked = code in ticked
            item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
        self.setFixedHeight(FIELD_LINES * (self.fontMetrics().lineSpacing() + 12))

    @property
    def chosen(self) -> tuple[str, ...]:
        """The codes of the fields that are ticked."""
        return tuple(
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in map(self.item, range(self.count()))
            if item.checkState() is Qt.CheckState.Checked
        )


def save(archive: Archive, draft: ProgramDraft, known: int | None) -> Program:
    """Enter or change a program. Runs in a job."""
    if known is None:
        return archive.programs.add(draft)
    return archive.programs.change(known, draft)

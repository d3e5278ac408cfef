"""The editor of a program: whose it is, under which it stands, its names, fields and dates."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from archive.archive import Archive
from archive.records import Program, ProgramDraft
from archive.vocabulary import terms
from ui.editors.choices import (
    Known,
    RecordBox,
    TermBox,
    gather,
    parent_entries,
    partnership_entries,
)
from ui.editors.editor import Editor
from ui.language import _, language
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
        self.partnership, self.parent_program, self.name = RecordBox(), RecordBox(), QLineEdit()
        self.ownership = TermBox("ownerships", program.ownership if program else "joint")
        self.aliases, self.fields = QLineEdit(), FieldList(program.fields if program else ())
        self.starts, self.ends = DateEdit("starts"), DateEdit("ends")
        self._add_rows()
        self._show(program)
        self.name.setFocus()
        self.gather(gather, self._show_known)

    def read(self) -> ProgramDraft | None:
        """The draft as the fields say. Raises `Invalid`."""
        partnership = self.partnership.chosen
        if partnership is None:
            self.say("partnership", _("Choose the partnership it belongs to."))
            return None
        return ProgramDraft(
            *(partnership, self.name.text(), self.parent_program.chosen),
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
        self.partnership.currentIndexChanged.connect(self._show_parents)

    def _show(self, program: Program | None) -> None:
        if program is not None:
            self.name.setText(program.name)
            self.aliases.setText(", ".join(program.aliases))
            self.starts.set_value(program.starts)
            self.ends.set_value(program.ends)

    def _show_known(self, known: Known) -> None:
        self._known = known
        entries = partnership_entries(known[0])
        only = entries[0][0] if len(entries) == 1 else None
        self.partnership.fill(entries, self._wanted if self._wanted is not None else only)
        self._show_parents()

    def _show_parents(self) -> None:
        programs = self._known[1].get(self.partnership.chosen or 0, ())
        entries = parent_entries(programs, self._program.id if self._program else None)
        above = self._above if any(item == self._above for item, _words in entries) else None
        self.parent_program.fill(entries, above)


class FieldList(QListWidget):
    """The fields of cooperation, each to be ticked."""

    def __init__(self, ticked: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for term in terms("fields"):
            item = QListWidgetItem(term.label(language()), self)
            item.setData(Qt.ItemDataRole.UserRole, term.code)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            is_ticked = term.code in ticked
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

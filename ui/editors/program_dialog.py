"""The editor of a program: whose it is, under which it stands, and when."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from archive.archive import Archive
from archive.records import Program, ProgramDraft
from ui.editors.choices import (
    Known,
    RecordBox,
    gather,
    parent_entries,
    partnership_entries,
)
from ui.editors.editor import Editor
from ui.language import _
from ui.widgets.date_edit import DateEdit

if TYPE_CHECKING:
    from ui.desk import Desk


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
        )

    def work(self) -> Callable[[Archive, ProgramDraft], Program]:
        """Enters the program or changes it."""
        known = self._program.id if self._program else None
        return lambda archive, draft: save(archive, draft, known)

    def _add_rows(self) -> None:
        self.add_row("name", _("Name"), self.name)
        self.add_row("partnership", _("Partnership"), self.partnership)
        self.add_row("parent", _("Part of"), self.parent_program)
        self.add_row("starts", _("Starts"), self.starts)
        self.add_row("ends", _("Ends"), self.ends)
        self.add_note(self._program.note if self._program else "")
        self.partnership.currentIndexChanged.connect(self._show_parents)

    def _show(self, program: Program | None) -> None:
        if program is not None:
            self.name.setText(program.name)
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


def save(archive: Archive, draft: ProgramDraft, known: int | None) -> Program:
    """Enter or change a program. Runs in a job."""
    if known is None:
        return archive.programs.add(draft)
    return archive.programs.change(known, draft)

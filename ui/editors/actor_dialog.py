"""The editor of an actor and of what it does here: found by any name, or entered there and then."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QVBoxLayout, QWidget

from archive.archive import Archive
from archive.records import Actor, ActorDraft, Partnership, Program, Role, RoleDraft
from ui.editors.choices import TermBox
from ui.editors.editor import Editor
from ui.editors.name_box import NameBox, Named
from ui.editors.program_dialog import ProgramDialog
from ui.editors.record_picker import RecordPicker
from ui.editors.side_box import SideBox
from ui.language import _

if TYPE_CHECKING:
    from ui.desk import Desk

Known = tuple[Partnership, tuple[Actor, ...], tuple[Program, ...], tuple[str, ...]]


class ActorDialog(Editor):
    """Gives an actor a role in a partnership, or changes one; `saved` brings the `Role`."""

    def __init__(
        self,
        desk: Desk,
        partnership: int,
        role: Role | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self._partnership, self._role = partnership, role
        self._actor = role.actor if role else None
        self._actors: dict[int, Actor] = {}
        self.setWindowTitle(_("New actor") if role is None else _("Edit actor"))
        self.name = NameBox(_("New actor: {name}") if role is None else "")
        self.told, self.kind = QLabel(), TermBox("actor_kinds", "")
        self.aliases, self.role = QLineEdit(), QLineEdit(role.role if role else "")
        self.side = SideBox(role.side if role else "")
        self.program = RecordPicker(_("the partnership as a whole"), _("New program…"))
        self._add_rows()
        self._show_actor(self._actor)
        self.name.setFocus()
        self._ask(role.program if role else None)

    def read(self) -> tuple[ActorDraft, RoleDraft]:
        """The drafts as the fields say. Raises `Invalid`."""
        aliases = tuple(self.aliases.text().split(","))
        name = self.name.currentText()
        if self._role is None and self._actor is not None:
            name = self._actor.name  # found by another of its names
        actor = ActorDraft(name, self.kind.code, aliases, self.note.toPlainText())
        known = self._actor.id if self._actor else 0
        program = self.program.value("program")
        place = self._partnership, program
        return actor, RoleDraft(known, *place, self.side.code, self.role.text())

    def work(self) -> Callable[[Archive, tuple[ActorDraft, RoleDraft]], Role]:
        """Saves the actor and its role as one deed."""
        role = self._role.id if self._role else None
        return lambda archive, drafts: archive.actors.enter(*drafts, role)

    def _add_rows(self) -> None:
        self.told.setObjectName("faint")
        self.told.setWordWrap(True)
        self.name.line.setPlaceholderText(_("An agency, a community or an office; never a person"))
        self.aliases.setPlaceholderText(_("separated by commas"))
        self.role.setPlaceholderText(_("for example organiser, host, donor"))
        self.add_row("name", _("Actor"), _above(self.name, self.told))
        self.name.line.setAccessibleName(_("Actor"))
        self.add_row("kind", _("Kind"), self.kind)
        self.add_row("aliases", _("Other names"), self.aliases)
        self.add_row("side", _("Side"), self.side)
        self.add_row("role", _("Role"), self.role)
        self.add_row("program", _("Program"), self.program)
        self.add_note("")
        self.name.editTextChanged.connect(self._follow)
        self.program.create_wanted.connect(self._create_program)

    def _ask(self, program: int | None) -> None:
        partnership = self._partnership
        self.gather(
            lambda archive: gather(archive, partnership),
            lambda known: self._show_known(known, program),
        )

    def _show_known(self, known: Known, program: int | None) -> None:
        partnership, actors, programs, roles = known
        self.side.call((partnership.a.name, partnership.b.name))
        self._actors = {actor.id: actor for actor in actors}
        if self._role is None:
            self.name.offer(Named(each.id, each.name, each.aliases) for each in actors)
        self.program.fill(program_names(programs), program)
        completer = QCompleter(list(roles), self.role)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.role.setCompleter(completer)

    def _follow(self) -> None:
        """What is known of the actor that is written; of a new one there is nothing."""
        found = self.name.known if self._role is None else None
        actor = self._actors.get(found.id or 0) if found else None
        if self._role is None and actor != self._actor:
            self._actor = actor
            self._show_actor(actor)

    def _show_actor(self, actor: Actor | None) -> None:
        if self._role is not None and actor is not None:
            self.name.setEditText(actor.name)
        self.aliases.setText(", ".join(actor.aliases) if actor else "")
        self.note.setPlainText(actor.note if actor else "")
        if actor is not None:
            self.kind.setCurrentIndex(self.kind.findData(actor.kind))
        self._tell_of(actor)

    def _tell_of(self, actor: Actor | None) -> None:
        said = _("{name} is known already. What you change of it here changes everywhere.")
        self.told.setText(said.format(name=actor.name) if actor else "")
        self.told.setVisible(actor is not None)

    def _create_program(self) -> None:
        dialog = ProgramDialog(self.desk, self._partnership, parent=self)
        dialog.saved.connect(lambda program: self._ask(program.id))
        dialog.open()


def gather(archive: Archive, partnership: int) -> Known:
    """A partnership, all actors, its programs, and what actors were said to do. In a job."""
    every = archive.partnerships.all()
    roles = {role.role for one in every for role in archive.actors.roles(one.id)} - {""}
    here = archive.partnerships.get(partnership)
    return here, archive.actors.all(), archive.programs.of(partnership), tuple(sorted(roles))


def program_names(programs: Sequence[Program]) -> list[Named]:
    """Programs by their names; those called alike are told apart by what they stand under."""
    names = {program.id: program.name for program in programs}
    often = [program.name for program in programs]
    return [
        Named(
            program.id,
            f"{names[program.parent]}: {program.name}"
            if often.count(program.name) > 1 and program.parent in names
            else program.name,
            program.aliases,
        )
        for program in programs
    ]


def _above(first: QWidget, second: QWidget) -> QWidget:
    both = QWidget()
    both.setFocusProxy(first)
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(first)
    column.addWidget(second)
    return both

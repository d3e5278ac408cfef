"""Chooses the partnership and program activities are entered into; makes what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from archive.records import Partnership, Program
from ui.editors.choices import Known, gather
from ui.editors.partnership_dialog import PartnershipDialog
from ui.editors.program_dialog import ProgramDialog
from ui.editors.record_names import LAST_HOME, last_home, partnership_names, program_names
from ui.editors.record_picker import RecordPicker
from ui.language import _

if TYPE_CHECKING:
    from ui.desk import Desk

NOBODY: tuple[tuple[str, ...], tuple[str, ...]] = (), ()


class Homes(QWidget):
    """Two pickers in one line; `changed` comes when another partnership or program is chosen."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._known: Known = ((), {})
        self.partnership = RecordPicker(_("Type a few letters of a city"), _("New partnership…"))
        self.program = RecordPicker(_("Choose a program"), _("New program…"))
        self.labels = QLabel(), QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for label, picker in zip(self.labels, (self.partnership, self.program), strict=True):
            label.setBuddy(picker)
            row.addWidget(label)
            row.addWidget(picker, 1)
        self.partnership.changed.connect(self._moved)
        self.program.changed.connect(self.changed)
        self.partnership.create_wanted.connect(self._create_partnership)
        self.program.create_wanted.connect(self._create_program)
        self.retranslate()

    @property
    def home(self) -> Partnership | None:
        """The partnership that is chosen."""
        wanted = self.partnership.chosen
        return next((each for each in self._known[0] if each.id == wanted), None)

    @property
    def programs(self) -> tuple[Program, ...]:
        """The programs of that partnership."""
        return self._known[1].get(self.partnership.chosen or 0, ())

    @property
    def cities(self) -> tuple[str, ...]:
        """What its two cities are called; none while none is chosen."""
        home = self.home
        return (home.a.name, home.b.name) if home is not None else ()

    @property
    def sides(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Every name of either city."""
        home = self.home
        return (home.a.names, home.b.names) if home is not None else NOBODY

    def show_known(self, known: Known, partnership: int | None, program: int | None) -> None:
        """Offer these; without a partnership the only one, else the last one used."""
        self._known = known
        only = known[0][0].id if len(known[0]) == 1 else None
        wanted = partnership or only or last_home(self._desk)
        self.partnership.blockSignals(True)
        self.partnership.fill(partnership_names(known[0]), wanted)
        self.partnership.blockSignals(False)
        self._offer(program)

    def remember(self) -> None:
        """The partnership something was entered into last."""
        if self.partnership.chosen is not None:
            self._desk.settings.set_value(LAST_HOME, self.partnership.chosen)

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        words = _("Partnership"), _("Program")
        for label, picker, said in zip(
            self.labels, (self.partnership, self.program), words, strict=True
        ):
            label.setText(said)
            picker.box.line.setAccessibleName(said)

    def _moved(self) -> None:
        self._offer(None)

    def _offer(self, program: int | None) -> None:
        """The programs of the partnership; the only one is chosen."""
        only = self.programs[0].id if len(self.programs) == 1 else None
        self.program.blockSignals(True)
        self.program.fill(program_names(self.programs), program or only)
        self.program.blockSignals(False)
        self.program.setEnabled(self.home is not None)
        self.changed.emit()

    def _create_partnership(self) -> None:
        dialog = PartnershipDialog(self._desk, parent=self.window())
        dialog.saved.connect(lambda made: self._ask(made.id, None))
        dialog.open()

    def _create_program(self) -> None:
        dialog = ProgramDialog(self._desk, self.partnership.chosen, parent=self.window())
        dialog.saved.connect(lambda made: self._ask(made.partnership, made.id))
        dialog.open()

    def _ask(self, partnership: int, program: int | None) -> None:
        """Choose what has just been made."""
        if self._desk.archive is not None:
            self._desk.jobs.run(
                gather,
                self._desk.archive,
                done=lambda known: self.show_known(known, partnership, program),
            )

"""What the next paper is recognised by: other names of cities and programs met in this one."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from archive.records import Partnership
from ui.inbox.offers import other_name
from ui.inbox.prepared import Prepared
from ui.inbox.proposed_field import ProposedField
from ui.language import _


class Learning(QWidget):
    """Asks only where a person has chosen what was not proposed; nothing is learned unseen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.city, self.program = QCheckBox(), QLineEdit()
        self._city: tuple[int, str, str] | None = None  # id, the name met, its own name
        self._program: tuple[int, str] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.city)
        column.addWidget(self.program)

    def follow(self, paper: Prepared, home: Partnership | None, programs: ProposedField) -> None:
        """Ask for the names of what is chosen now."""
        met = other_name(paper, home) if home is not None else None
        city = (met[0].id, met[1], met[0].name) if met else None
        if city != self._city:
            self._city = city
            self.city.setChecked(city is not None)
        program = _picked(paper, home, programs)
        if program != self._program:
            self._program = program
            self.program.clear()
        self.retranslate()

    def values(self) -> dict[str, Any]:
        """`city_names` and `program_names`: pairs of id and name."""
        said: dict[str, Any] = {}
        if self._city is not None and self.city.isChecked():
            said["city_names"] = (self._city[:2],)
        if self._program is not None and self.program.text().strip():
            said["program_names"] = ((self._program[0], " ".join(self.program.text().split())),)
        return said

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        if self._city is not None:
            words = _("Remember “{name}” as another name of {city}")
            self.city.setText(words.format(name=self._city[1], city=self._city[2]))
        if self._program is not None:
            words = _("What this paper calls “{program}”, to remember")
            self.program.setPlaceholderText(words.format(program=self._program[1]))
            self.program.setAccessibleName(self.program.placeholderText())
        self.city.setVisible(self._city is not None)
        self.program.setVisible(self._program is not None)
        self.setVisible(self._city is not None or self._program is not None)


def _picked(
    paper: Prepared, home: Partnership | None, programs: ProposedField
) -> tuple[int, str] | None:
    """The one program a person has ticked that was not proposed."""
    if home is None:
        return None
    offered = {item for offer in programs.offered for item in offer.value}
    known = {each.id: each.name for each in paper.shelf.programs.get(home.id, ())}
    picked = [item for item in programs.value() if item not in offered]
    return (picked[0], known.get(picked[0], "")) if len(picked) == 1 else None

"""A box of one partnership's programs, those below others indented."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from archive.records import Program

INDENT = "    "


class ProgramBox(QComboBox):
    """The program wanted is chosen as soon as it is offered; else the first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(16)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.wanted: int | None = None
        self.activated.connect(self._remember)

    @property
    def chosen(self) -> int | None:
        """The id of the program that is chosen."""
        found = self.currentData()
        return int(found) if found is not None else None

    def offer(self, programs: Sequence[Program]) -> None:
        """Offer these; parents come before those below them."""
        depths: dict[int | None, int] = {None: -1}
        self.clear()
        for each in programs:
            depths[each.id] = depths.get(each.parent, -1) + 1
            self.addItem(INDENT * depths[each.id] + each.name, each.id)
        self.setCurrentIndex(max(0, self.findData(self.wanted)) if programs else -1)
        self.setEnabled(bool(programs))

    def choose(self, program: int | None) -> None:
        """Want a program; it is chosen where it is offered already."""
        self.wanted = program
        if (at := self.findData(program)) >= 0:
            self.setCurrentIndex(at)

    def _remember(self) -> None:
        self.wanted = self.chosen

"""Two to four cases for a comparison: two that share a city at first, more as they are wanted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from archive.records import Partnership
from archive.reports.request import ChosenCase
from ui.comparison.chooser import CaseChooser, Choice
from ui.comparison.years import Years
from ui.language import _

FEWEST, MOST = 2, 4


class CasesEdit(QWidget):
    """One empty place more than there are cases, as long as another case can come in."""

    edited = Signal()
    typed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choosers = [CaseChooser(self, narrow=True) for _case in range(MOST)]
        self.says = QLabel()
        self.says.setObjectName("faint")
        self.says.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for chooser in self.choosers:
            column.addWidget(chooser)
            chooser.changed.connect(self._changed)
            chooser.typed.connect(self._type)
        column.addWidget(self.says)
        self.setFocusProxy(self.choosers[0].partnership)

    @property
    def cases(self) -> tuple[ChosenCase, ...]:
        """What is chosen, in order."""
        chosen = (chooser.choice for chooser in self.choosers)
        return tuple(
            ChosenCase(each.partnership, each.field, each.period) for each in chosen if each
        )

    @property
    def whole(self) -> bool:
        """Whether there is something to compare, and all years are in order."""
        return self.settled and len(self.cases) >= FEWEST and not self._same()

    @property
    def settled(self) -> bool:
        """Whether all years are in order; what is not is said beneath them."""
        return all(chooser.whole for chooser in self.choosers)

    def offer(self, partnerships: Sequence[Partnership], wanted: Sequence[ChosenCase]) -> None:
        """Offer these, and choose the cases wanted; without any, a pair that shares a city."""
        known = {each.id for each in partnerships}
        cases = [each for each in wanted if each.partnership in known] or _pair(partnerships)
        for chooser in self.choosers:
            chooser.offer(partnerships)
        self.choose(cases)

    def know(self, known: Mapping[int, Years]) -> None:
        """The first and last year known of each partnership, by its id."""
        for chooser in self.choosers:
            chooser.know(known)
        self._settle()

    def choose(self, cases: Sequence[ChosenCase]) -> None:
        """Choose these, and no others."""
        wanted = [Choice(each.partnership, each.field, each.years) for each in cases]
        none = [Choice(0, "", None)] * MOST
        for chooser, choice in zip(self.choosers, [*wanted, *none][:MOST], strict=True):
            chooser.choose(choice)
        self._settle()

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        for number, chooser in enumerate(self.choosers, 1):
            chooser.retranslate()
            chooser.setAccessibleName(_("Case {n}").format(n=number))
        self._settle()

    def _changed(self) -> None:
        self._settle()
        self.edited.emit()

    def _type(self) -> None:
        self._settle()
        self.typed.emit()

    def _same(self) -> bool:
        cases = self.cases
        return len(set(cases)) < len(cases)

    def _settle(self) -> None:
        chosen = len(self.cases)
        for place, chooser in enumerate(self.choosers):
            chooser.setVisible(place < FEWEST or place <= chosen or chooser.choice is not None)
            chooser.show_details(chooser.choice is not None)
        few = _("Choose two to four cases.")
        self.says.setText(_("Two of these cases are the same.") if self._same() else few)
        self.says.setVisible(self.settled and not self.whole)


def _pair(partnerships: Sequence[Partnership]) -> list[ChosenCase]:
    """The first two that share a city; else the first two."""
    pairs = (
        pair
        for pair in combinations(partnerships, 2)
        if {pair[0].a.id, pair[0].b.id} & {pair[1].a.id, pair[1].b.id}
    )
    return [ChosenCase(each.id) for each in next(pairs, tuple(partnerships[:2]))]

"""Above the matrix: whose programs, which years, and what can be entered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from archive.records import Partnership
from ui.language import _
from ui.programs.reading import Years
from ui.reports.period import PeriodEdit
from ui.reports.subject_box import SubjectBox
from ui.widgets.icons import icon

PERIOD_WIDTH = 150


class Bar(QWidget):
    """A box of partnerships, a period, and buttons; tells that another of either is wanted."""

    partnership_wanted = Signal()
    period_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.partnership, self.period = SubjectBox(), PeriodEdit()
        self.whose, self.when = QLabel(), QLabel()
        self.new_program, self.new_activity = QPushButton(), QPushButton()
        self.edit, self.remove = QPushButton(), QPushButton()
        self._quiet = False
        self._lay_out()
        self.partnership.chosen_changed.connect(self._changed_whose)
        self.period.edited.connect(self._changed_when)
        self.retranslate()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """What changes the archive."""
        return self.new_program, self.new_activity, self.edit, self.remove

    def offer(self, partnerships: Sequence[Partnership], wanted: int | None) -> None:
        """Offer these, our own first."""
        ordered = sorted(partnerships, key=lambda found: not found.own)
        self._quiet = True
        self.partnership.offer(ordered, wanted)
        self._quiet = False

    def years(self) -> Years | None:
        """The period that is asked for; None for all years."""
        return self.period.years()

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.whose.setText(_("Partnership"))
        self.partnership.setAccessibleName(_("Partnership"))
        self.partnership.retranslate()
        self.when.setText(_("Period"))
        self.period.retranslate()
        self._say_wrong()
        for button, words, name in (
            (self.new_program, _("New program…"), "add"),
            (self.new_activity, _("New activity…"), "add"),
            (self.edit, _("Edit…"), "edit"),
            (self.remove, _("Remove…"), "remove"),
        ):
            button.setText(words)
            button.setIcon(icon(name))

    def _changed_whose(self) -> None:
        """Another partnership has other years."""
        if self._quiet:
            return
        self.period.blockSignals(True)
        self.period.set_years(None, None)
        self.period.blockSignals(False)
        self.partnership_wanted.emit()

    def _changed_when(self) -> None:
        self._say_wrong()
        if self.period.whole:
            self.period_wanted.emit()

    def _say_wrong(self) -> None:
        """Words beneath the years only where something is wrong with them."""
        first, last = self.period.typed
        wrong = not self.period.whole and first is not None and last is not None
        self.period.says.setVisible(wrong)

    def _lay_out(self) -> None:
        self.whose.setBuddy(self.partnership)
        self.when.setBuddy(self.period)
        self.period.setFixedWidth(PERIOD_WIDTH)
        asked, deeds = QHBoxLayout(), QHBoxLayout()
        for row in (asked, deeds):
            row.setSpacing(8)
        for widget in (self.whose, self.partnership, self.when, self.period):
            asked.addWidget(widget, 1 if widget is self.partnership else 0)
        for button in self.buttons:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the cursor where it is
            deeds.addWidget(button)
        deeds.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        column.addLayout(asked)
        column.addLayout(deeds)

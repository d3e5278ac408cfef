"""Above the matrix: whose programs, which years, and what can be entered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from archive.catalogue.timespan import Mention, Span
from archive.changes import Kind
from archive.records import Partnership
from ui.language import _
from ui.programs.periods import Periods
from ui.programs.reading import Asked
from ui.programs.words import outside_words
from ui.reports.subject_box import SubjectBox
from ui.settings import Settings
from ui.widgets.icons import icon
from ui.widgets.period import PeriodEdit

PERIOD_WIDTH = 150


class Bar(QWidget):
    """A box of partnerships, a period, and buttons; tells that another of either is wanted."""

    partnership_wanted = Signal()
    period_wanted = Signal()
    outside_wanted = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._periods, self._next = Periods(settings), 0
        self.partnership, self.period = SubjectBox(), PeriodEdit()
        self.whose, self.when = QLabel(), QLabel()
        self.new_program, self.new_activity = QPushButton(), QPushButton()
        self.edit, self.remove = QPushButton(), QPushButton()
        self.outside = QPushButton()
        self._known: Span | None = None
        self._quiet = False
        self._lay_out()
        self.partnership.chosen_changed.connect(self._changed_whose)
        self.period.edited.connect(self._changed_when)
        self.outside.clicked.connect(self.outside_wanted)
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

    def asked(self) -> Asked:
        """The period that is asked for; open ends while it is still being typed."""
        return self.period.typed if self.period.whole else (None, None)

    def show_period_of(self, uuid: str) -> None:
        """Write the period that was last set for this partnership."""
        self._next = 0
        self._write(*self._periods.of(uuid))

    def lead_outside(self) -> Mention | None:
        """The next of what names a year far from all others; its year is asked for, not kept."""
        outside = self._known.outside if self._known else ()
        if self._known is None or not outside:
            return None
        mention = outside[self._next % len(outside)]
        self._next += 1
        if mention.kind is not Kind.PROGRAM:
            year = self._known.strays(mention)
            self._write(year, year)
        return mention

    def set_known(self, known: Span | None) -> None:
        """Which years the archive knows of, and what lies outside them."""
        self._known = known
        self.period.set_known(known.years if known else None)
        self._say_wrong()
        self._say_outside()

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.whose.setText(_("Partnership"))
        self.partnership.setAccessibleName(_("Partnership"))
        self.partnership.retranslate()
        self.when.setText(_("Period"))
        self.period.retranslate()
        self._say_wrong()
        self._say_outside()
        for button, words, name in (
            (self.new_program, _("New program…"), "add"),
            (self.new_activity, _("New activity…"), "add"),
            (self.edit, _("Edit…"), "edit"),
            (self.remove, _("Remove…"), "remove"),
        ):
            button.setText(words)
            button.setIcon(icon(name))

    def _changed_whose(self) -> None:
        if not self._quiet:
            self.partnership_wanted.emit()

    def _changed_when(self) -> None:
        self._say_wrong()
        if self.period.whole:
            if (chosen := self.partnership.chosen) is not None:
                self._periods.keep(chosen.uuid, self.period.typed)
            self.period_wanted.emit()

    def _write(self, first: int | None, last: int | None) -> None:
        """Write a period without asking for it."""
        self.period.blockSignals(True)
        self.period.set_years(first, last)
        self.period.blockSignals(False)
        self._say_wrong()

    def _say_wrong(self) -> None:
        """Words beneath the years only where something is wrong with them."""
        first, last = self.period.typed
        wrong = not self.period.whole and first is not None and last is not None
        self.period.says.setVisible(wrong)

    def _say_outside(self) -> None:
        """A notice that leads to what names a year far from all others."""
        words = outside_words(self._known)
        self.outside.setText(words)
        self.outside.setToolTip(_("Probably mistyped. Shows them one after another."))
        self.outside.setVisible(bool(words))

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
        self.outside.setObjectName("link")
        deeds.addWidget(self.outside)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        column.addLayout(asked)
        column.addLayout(deeds)

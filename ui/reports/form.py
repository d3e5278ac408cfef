"""The form of a print: which report, of what, over which years, in which language."""

from __future__ import annotations

from datetime import date
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from archive.records import Partnership
from archive.reports.request import Language, Period, ReportRequest, Subject
from ui.language import _, language
from ui.reports.cases import CasesEdit
from ui.reports.choices import Choices, Known, Looked
from ui.reports.program_box import ProgramBox
from ui.reports.report_list import ReportList
from ui.reports.subject_box import SubjectBox
from ui.reports.wish import Wish
from ui.widgets.period import PeriodEdit

TONGUES = {"id": "Indonesia", "en": "English"}  # each in its own words


class ReportForm(QWidget):
    """Fields one below the other, those that the report takes; `foot` is to stand under them.

    `changed` follows every choice a person makes, `typed` every letter of a year,
    `subject_changed` a choice of what must be looked up.
    """

    changed = Signal()
    typed = Signal()
    subject_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reports, self.tongue, self.period = ReportList(), QComboBox(), PeriodEdit()
        self.subject, self.within = SubjectBox(), SubjectBox(whole=True)
        self.program, self.cases, self.foot = ProgramBox(), CasesEdit(), QWidget()
        self._labels: dict[QWidget, QLabel] = {}
        self._gaps: dict[QWidget, QWidget] = {}
        self._lay_out()
        self._offer_tongues(language())
        self._connect()
        self.retranslate()

    @property
    def partnership(self) -> Partnership | None:
        """The partnership that the print is of; None where it is of several, or of none."""
        report = self.reports.report
        if report is None or report.subject is Subject.CASES:
            return None
        return self.within.chosen if report.subject is Subject.ARCHIVE else self.subject.chosen

    def looked(self) -> Looked | None:
        """What is to be looked up; None as long as there is nothing."""
        report, chosen = self.reports.report, self.partnership
        return Looked(report, chosen.id if chosen else None) if report else None

    def offer(self, choices: Choices, wish: Wish) -> None:
        """Offer reports and partnerships; what is wished for is chosen where it is there."""
        self.reports.offer(choices.reports)
        self.subject.offer(choices.partnerships, wish.partnership)
        self.within.offer(choices.partnerships, wish.within)
        self.cases.offer(choices.partnerships, wish.cases)
        self.take(wish)

    def know(self, known: Known | None) -> None:
        """Show which years the archive knows of, and offer the programs."""
        self.period.set_known(known.years if known else None)
        if known is not None and known.looked.report.subject is Subject.PROGRAM:
            self.program.offer(known.programs)
        if known is not None and known.looked.report.subject is Subject.CASES:
            self.cases.know(known.spans)

    def wish(self) -> Wish:
        """What the form holds."""
        chosen, within = self.subject.chosen, self.within.chosen
        return Wish(
            self.reports.code,
            chosen.id if chosen else None,
            *self.period.typed,
            str(self.tongue.currentData()),
            self.program.wanted,
            within.id if within else None,
            self.cases.cases,
        )

    def take(self, wish: Wish) -> None:
        """Fill the form; the cases stay where none are wished for."""
        if (at := self.tongue.findData(wish.language)) >= 0:
            self.tongue.setCurrentIndex(at)
        self.period.set_years(wish.first, wish.last)
        self.program.choose(wish.program)
        if wish.partnership is not None:
            self.subject.choose(wish.partnership)
        self.within.choose(wish.within)
        if wish.cases:
            self.cases.choose(wish.cases)
        self.reports.choose(wish.report)
        self._settle()

    def request(self) -> ReportRequest | None:
        """The print asked for; None while something is missing or not in order."""
        report, chosen = self.reports.report, self.partnership
        if report is None or not self._in_order(report.subject):
            return None
        dated = report.period is not Period.NONE
        if dated and not self.period.whole:
            return None
        return ReportRequest(
            report.code,
            chosen.id if chosen else None,
            self.program.chosen if report.subject is Subject.PROGRAM else None,
            self.period.years() if dated else None,
            cast("Language", self.tongue.currentData()),
            date.today().isoformat(),  # noqa: DTZ011 - the day on the wall
            cases=self.cases.cases if report.subject is Subject.CASES else (),
        )

    def missing(self) -> str:
        """What the report is still to be of, in words; empty where that is known."""
        report = self.reports.report
        if report is None or self._in_order(report.subject):
            return ""
        if not self.subject.count():
            return _(
                "This print is of a partnership, and none has been entered yet. Enter one in the"
                " room Partnerships, or choose a report of the archive."
            )
        if report.subject is Subject.CASES:
            return self.cases.says.text() if self.cases.settled else ""
        return _("This partnership has no program yet, so there is none to print.")

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        names = {
            self.reports: _("Report"),
            self.subject: _("Partnership"),
            self.within: _("Partnerships"),
            self.program: _("Program"),
            self.cases: _("Cases"),
            self.period: _("Period"),
            self.tongue: _("Language of the print"),
        }
        for field, name in names.items():
            self._labels[field].setText(name)
            field.setAccessibleName(name)
        for part in (self.reports, self.subject, self.within, self.cases, self.period):
            part.retranslate()
        self._settle()

    def _in_order(self, subject: Subject) -> bool:
        if subject is Subject.PARTNERSHIP:
            return self.subject.chosen is not None
        if subject is Subject.PROGRAM:
            return self.subject.chosen is not None and self.program.chosen is not None
        return subject is Subject.ARCHIVE or self.cases.whole

    def _settle(self) -> None:
        """Show the fields that the report takes."""
        report = self.reports.report
        subject = report.subject if report else Subject.ARCHIVE
        self._show(self.subject, subject in (Subject.PARTNERSHIP, Subject.PROGRAM))
        self._show(self.within, subject is Subject.ARCHIVE)
        self._show(self.program, subject is Subject.PROGRAM)
        self._show(self.cases, subject is Subject.CASES)
        self._show(self.period, report is not None and report.period is not Period.NONE)
        one = report is not None and report.period is Period.YEAR
        self.period.take_one(one)
        self._labels[self.period].setText(_("Year") if one else _("Period"))

    def _show(self, field: QWidget, shown: bool) -> None:
        for widget in (self._labels[field], field, self._gaps[field]):
            widget.setVisible(shown)

    def _choose_report(self) -> None:
        self._settle()
        self.subject_changed.emit()

    def _offer_tongues(self, first: str) -> None:
        for code in sorted(TONGUES, key=lambda code: code != first):
            self.tongue.addItem(TONGUES[code], code)

    def _connect(self) -> None:
        self.reports.chosen_changed.connect(self._choose_report)
        self.tongue.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self.program.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self.period.edited.connect(self.typed)
        self.cases.edited.connect(self.changed)
        self.cases.typed.connect(self.typed)
        for box in (self.subject, self.within):
            box.chosen_changed.connect(self.subject_changed)

    def _lay_out(self) -> None:
        above, foot = QVBoxLayout(self), QVBoxLayout(self.foot)
        for column in (above, foot):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
        fields: tuple[QWidget, ...] = (
            *(self.reports, self.subject, self.within, self.program, self.cases, self.period),
            self.tongue,
        )
        for field in fields:
            column = foot if field is self.tongue else above
            label, gap = QLabel(), QWidget()
            label.setVisible(field is not self.reports)  # what the list is of needs no words
            label.setBuddy(field)
            gap.setFixedHeight(6)
            self._labels[field], self._gaps[field] = label, gap
            for widget in (label, field, gap):
                column.addWidget(widget)

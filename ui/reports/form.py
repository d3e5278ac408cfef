"""The form of a print: which report, of what, over which years, in which language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from archive.records import Partnership
from archive.reports.request import Language, Report, ReportRequest
from ui.language import _, language
from ui.reports.choices import Choices
from ui.reports.period import PeriodEdit
from ui.reports.subject_box import SubjectBox

TONGUES = {"id": "Indonesia", "en": "English"}  # each in its own words


@dataclass(frozen=True, slots=True)
class Wish:
    """What the form holds, to be remembered and to come back to."""

    report: str = ""
    partnership: int | None = None
    first: int | None = None
    last: int | None = None
    language: str = ""


class ReportForm(QWidget):
    """Fields one below the other; `changed` follows every change a person makes."""

    changed = Signal()
    subject_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.report, self.subject, self.tongue = QComboBox(), SubjectBox(), QComboBox()
        self.period = PeriodEdit()
        self._labels: list[QLabel] = []
        self._reports: tuple[Report, ...] = ()
        self._lay_out()
        self._offer_tongues(language())
        self.report.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self.tongue.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self.period.edited.connect(self.changed)
        self.subject.chosen_changed.connect(self.subject_changed)
        self.retranslate()

    @property
    def partnership(self) -> Partnership | None:
        """What the print is of."""
        return self.subject.chosen

    @property
    def report_name(self) -> str:
        """The chosen report's name in the window's language."""
        return self.report.currentText()

    def offer(self, choices: Choices, wanted: int | None) -> None:
        """Offer reports and partnerships; what was chosen stays chosen where it still is there."""
        code = self.wish().report
        self._reports = choices.reports
        self._offer_reports(code)
        self.subject.offer(choices.partnerships, wanted)

    def wish(self) -> Wish:
        """What the form holds."""
        chosen = self.partnership
        code = str(self.report.currentData() or "")
        tongue = str(self.tongue.currentData())
        return Wish(code, chosen.id if chosen else None, *self.period.typed, tongue)

    def take(self, wish: Wish) -> None:
        """Fill the form."""
        for box, code in ((self.report, wish.report), (self.tongue, wish.language)):
            if (at := box.findData(code)) >= 0:
                box.setCurrentIndex(at)
        self.period.set_years(wish.first, wish.last)
        if wish.partnership is not None:
            self.subject.choose(wish.partnership)

    def request(self) -> ReportRequest | None:
        """The print asked for; None while something is missing or not in order."""
        wish = self.wish()
        if not wish.report or wish.partnership is None or not self.period.whole:
            return None
        tongue = cast("Language", wish.language)
        today = date.today().isoformat()  # noqa: DTZ011 - the day on the wall
        years = self.period.years()
        return ReportRequest(wish.report, wish.partnership, None, years, tongue, today)

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        names = (_("Report"), _("Partnership"), _("Period"), _("Language of the print"))
        fields = (self.report, self.subject, self.period, self.tongue)
        for label, field, name in zip(self._labels, fields, names, strict=True):
            label.setText(name)
            field.setAccessibleName(name)
        self._offer_reports(self.wish().report)
        self.subject.retranslate()
        self.period.retranslate()

    def _offer_reports(self, code: str) -> None:
        self.report.blockSignals(True)
        self.report.clear()
        for report in self._reports:
            self.report.addItem(_(report.label_msgid), report.code)
        self.report.setCurrentIndex(max(0, self.report.findData(code)))
        self.report.blockSignals(False)

    def _offer_tongues(self, first: str) -> None:
        for code in sorted(TONGUES, key=lambda code: code != first):
            self.tongue.addItem(TONGUES[code], code)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for field in (self.report, self.subject, self.period, self.tongue):
            label = QLabel()
            label.setBuddy(field)
            self._labels.append(label)
            column.addWidget(label)
            column.addWidget(field)
            column.addSpacing(12)

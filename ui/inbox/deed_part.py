"""The part of the form for a paper that stands in the register: dates, validity, who signed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from archive.dates import show
from archive.records import Agreement
from archive.vocabulary import label
from ui.inbox.controls import ChoiceBox, DateBox, LineBox, TickBox, term_entries
from ui.inbox.deed_controls import NoticeBox, SignatoriesBox, ValidityBox
from ui.inbox.field_grid import FieldGrid
from ui.inbox.proposed_field import ProposedField
from ui.inbox.said import NEW, NONE
from ui.language import _, language


class DeedPart(QWidget):
    """`which` says whether the agreement is new, there already, or not to be entered."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._there: tuple[Agreement, ...] = ()
        self.heading, self.homeless = QLabel(), QLabel()
        self.which = ChoiceBox(self._choices)
        self.fields = _fields()
        self.grid = FieldGrid(self.fields)
        self._lay_out()
        self.which.currentIndexChanged.connect(lambda _at: self._follow())
        self.which.edited.connect(self.edited)
        self.retranslate()

    def offer(self, there: Iterable[Agreement], sides: tuple[str, str] | None) -> None:
        """The agreements of the chosen partnership; without one nothing can be entered."""
        self._there = tuple(there)
        if self.which.value() not in (NEW, NONE, *(each.id for each in self._there)):
            self.which.setCurrentIndex(-1)
        self.which.retranslate()
        self.which.setVisible(sides is not None)
        self.homeless.setVisible(sides is None)
        signatories = self.fields["signatories"].control
        assert isinstance(signatories, SignatoriesBox)
        signatories.call(sides or ("", ""))
        self._follow()

    @property
    def choice(self) -> Any:
        """`NEW`, `NONE` or the id of an agreement that is there."""
        return self.which.value() if not self.which.isHidden() else NONE

    def choose(self, choice: Any) -> None:
        """Choose it."""
        self.which.show_value(choice)
        self._follow()

    def values(self) -> dict[str, Any]:
        """What is said of a new agreement. Raises `Invalid`."""
        if self.choice != NEW:
            return {}
        return {name: field.value() for name, field in self.fields.items()}

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.heading.setText(_("Agreement"))
        self.homeless.setText(_("Choose the partnership first: the register files it there."))
        self.which.setAccessibleName(_("Agreement"))
        self.which.retranslate()
        fields = self.fields["fields"].control
        assert isinstance(fields, TickBox)
        fields.offer(term_entries("fields"))
        names = {
            "signed": _("Signed"),
            "place": _("Place"),
            "validity": _("Validity"),
            "renewal": _("Renewal"),
            "notice_months": _("Notice, in months"),
            "fields": _("Fields"),
            "signatories": _("Signatories"),
        }
        self.grid.retranslate(names)

    def _follow(self) -> None:
        """Only a new agreement is described here."""
        self.grid.setVisible(self.choice == NEW)

    def _choices(self) -> list[tuple[Any, str]]:
        there = [(each.id, agreement_words(each)) for each in self._there]
        new, none = _("Enter as a new agreement"), _("Do not enter in the register")
        return [(NEW, new), *there, (NONE, none)]

    def _lay_out(self) -> None:
        self.heading.setObjectName("heading")
        self.homeless.setObjectName("faint")
        self.homeless.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        for part in (self.heading, self.homeless, self.which, self.grid):
            column.addWidget(part)


def agreement_words(agreement: Agreement) -> str:
    """`Already there: memorandum of understanding, 12 May 2017`."""
    kind = label("agreement_kinds", agreement.kind, language())
    date = show(agreement.signed, language()) if agreement.signed else agreement.title
    return _("Already there: {agreement}").format(agreement=f"{kind}, {date}")


def _fields() -> dict[str, ProposedField]:
    def date(value: Any) -> str:
        return show(value, language())

    def ends(value: Any) -> str:
        words = label("validities", value[0].value, language())
        return date(value[1]) if value[1] else words

    def renewal(value: Any) -> str:
        return label("renewals", value, language())

    return {
        "signed": ProposedField(DateBox("signed"), date),
        "place": ProposedField(LineBox()),
        "validity": ProposedField(ValidityBox(), ends),
        "renewal": ProposedField(ChoiceBox(partial(term_entries, "renewals")), renewal),
        "notice_months": ProposedField(NoticeBox()),
        "fields": ProposedField(TickBox()),
        "signatories": ProposedField(SignatoriesBox()),
    }

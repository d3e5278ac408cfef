"""The editor of an agreement: what paper it is, how long it holds, who signed, what it goes on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFormLayout, QLineEdit, QTabWidget, QVBoxLayout, QWidget

from archive.archive import Archive
from archive.records import Agreement, AgreementDraft, Partnership, Validity
from ui.editors.agreement_fields import FieldsBox, MonthsBox
from ui.editors.choices import TermBox
from ui.editors.editor import Editor
from ui.editors.partnership_dialog import PartnershipDialog
from ui.editors.record_names import LAST_HOME, last_home, partnership_names
from ui.editors.record_picker import RecordPicker
from ui.editors.relations_edit import RelationsEdit
from ui.editors.signatories_edit import SignatoriesEdit
from ui.language import _
from ui.widgets.date_edit import DateEdit

if TYPE_CHECKING:
    from ui.desk import Desk

USUAL = "mou"
WIDTH = 640
Known = tuple[tuple[Partnership, ...], tuple[Agreement, ...]]


class AgreementDialog(Editor):
    """Makes an agreement of a partnership or changes one; `saved` brings the `Agreement`."""

    def __init__(
        self,
        desk: Desk,
        partnership: int | None,
        agreement: Agreement | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self._agreement = agreement
        self._wanted = agreement.partnership if agreement else partnership
        self._known: Known = ((), ())
        self._tab_of: dict[str, int] = {}
        self.setWindowTitle(_("New agreement") if agreement is None else _("Edit agreement"))
        self._make_fields(agreement)
        self.tabs = QTabWidget()
        self._put_tabs()
        self._add_rows()
        self._show(agreement)
        self.title.setFocus()
        self.gather(gather, self._show_known)

    def read(self) -> AgreementDraft | None:
        """The draft as the fields say. Raises `Invalid`."""
        partnership = self.partnership.value("partnership")
        if partnership is None:
            self.say("partnership", _("Choose the partnership it belongs to."))
            return None
        validity = Validity(self.validity.code)
        return AgreementDraft(
            *(partnership, self.kind.code, self.title.text(), self.number.text()),
            *(self.signed.value(), self.place.text(), validity),
            ends=self.ends.value() if validity is Validity.DATE else None,
            note=self.note.toPlainText(),
            effective=self.effective.value(),
            terminated=self.terminated.value(),
            renewal=self.renewal.code,
            notice_months=self.months.months,
            signatories=self.signatories.value(),
            fields=self.fields.value(),
            relations=self.relations.value(),
        )

    def work(self) -> Callable[[Archive, AgreementDraft], Agreement]:
        """Enters the agreement or changes it."""
        known = self._agreement.id if self._agreement else None
        return lambda archive, draft: save(archive, draft, known)

    def say(self, field: str, words: str) -> None:
        """Say something beside a field, on the leaf where it stands."""
        if field in self._tab_of:
            self.tabs.setCurrentIndex(self._tab_of[field])
        super().say(field, words)

    def add_row(self, name: str, label: str, field: QWidget) -> None:
        """Put a field on the leaf that is being filled."""
        super().add_row(name, label, field)
        self._tab_of[name] = self.tabs.count() - 1

    def _make_fields(self, agreement: Agreement | None) -> None:
        self.partnership = RecordPicker(_("Type a few letters of a city"), _("New partnership…"))
        self.title = QLineEdit()
        self.number, self.place = QLineEdit(), QLineEdit()
        self.kind = TermBox("agreement_kinds", agreement.kind if agreement else USUAL)
        self.kind.offer_new(self.desk)
        validity = agreement.validity if agreement else Validity.UNKNOWN
        self.validity = TermBox("validities", validity.value)
        self.renewal = TermBox("renewals", agreement.renewal if agreement else "unknown")
        self.signed, self.ends = DateEdit("signed"), DateEdit("ends")
        self.effective, self.terminated = DateEdit("effective"), DateEdit("terminated")
        self.months, self.fields = MonthsBox(), FieldsBox()
        self.signatories, self.relations = SignatoriesEdit(), RelationsEdit()

    def _put_tabs(self) -> None:
        """The leaves take the place of the one form."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.removeItem(self.form)
        layout.insertWidget(0, self.tabs, 1)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.setMinimumWidth(WIDTH)

    def _leaf(self, title: str) -> None:
        """Begin a new leaf: rows are put there from now on."""
        page = QWidget()
        self.form = QFormLayout(page)
        self.form.setContentsMargins(0, 14, 0, 0)
        self.form.setHorizontalSpacing(12)
        self.form.setVerticalSpacing(8)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.tabs.addTab(page, title)

    def _add_rows(self) -> None:
        self._leaf(_("Paper"))
        self.add_row("title", _("Title"), self.title)
        self.add_row("kind", _("Kind"), self.kind)
        self.add_row("number", _("Number"), self.number)
        self.add_row("partnership", _("Partnership"), self.partnership)
        self.add_row("signed", _("Signed"), self.signed)
        self.add_row("place", _("Place"), self.place)
        self.add_note(self._agreement.note if self._agreement else "")
        self._leaf(_("Validity"))
        self.add_row("effective", _("In force from"), self.effective)
        self.add_row("validity", _("Validity"), self.validity)
        self.add_row("ends", _("Ends"), self.ends)
        self.add_row("renewal", _("Renewal"), self.renewal)
        self.add_row("notice_months", _("Notice, in months"), self.months)
        self.add_row("terminated", _("Terminated on"), self.terminated)
        self._leaf(_("Parties and fields"))
        self.add_row("signatories", _("Signatories"), self.signatories)
        self.add_row("fields", _("Fields"), self.fields)
        self._leaf(_("Earlier papers"))
        self.add_row("relations", _("Relations"), self.relations)
        self.validity.currentIndexChanged.connect(self._follow_validity)
        self.partnership.changed.connect(self._follow_partnership)
        self.partnership.create_wanted.connect(self._create_partnership)
        self.saved.connect(lambda made: self.desk.settings.set_value(LAST_HOME, made.partnership))

    def _show(self, agreement: Agreement | None) -> None:
        if agreement is not None:
            self.title.setText(agreement.title)
            self.title.setCursorPosition(0)
            self.number.setText(agreement.number)
            self.place.setText(agreement.place)
            for name in ("signed", "ends", "effective", "terminated"):
                getattr(self, name).set_value(getattr(agreement, name))
            self.months.set_months(agreement.notice_months)
            self.signatories.set_value(agreement.signatories)
            self.fields.set_value(agreement.fields)
        self._follow_validity()

    def _follow_validity(self) -> None:
        """Only an agreement that ends on a date has that date."""
        self.ends.setEnabled(self.validity.code == Validity.DATE.value)

    def _follow_partnership(self) -> None:
        """The sides are its two cities, and relations go to its other papers."""
        chosen, own = self.partnership.chosen, self._agreement.id if self._agreement else None
        found = next((each for each in self._known[0] if each.id == chosen), None)
        self.signatories.call((found.a.name, found.b.name) if found else ("", ""))
        papers = [each for each in self._known[1] if each.partnership == chosen and each.id != own]
        self.relations.offer(papers)

    def _show_known(self, known: Known) -> None:
        self._known = known
        only = known[0][0].id if len(known[0]) == 1 else None
        home = self._wanted if self._wanted is not None else only or last_home(self.desk)
        self.partnership.fill(partnership_names(known[0]), home)
        self._follow_partnership()
        if self._agreement is not None:
            self.relations.set_value(self._agreement.relations)

    def _create_partnership(self) -> None:
        dialog = PartnershipDialog(self.desk, parent=self)
        dialog.saved.connect(self._created)
        dialog.open()

    def _created(self, partnership: Partnership) -> None:
        self._wanted = partnership.id
        self.gather(gather, self._show_known)


def gather(archive: Archive) -> Known:
    """All partnerships and all agreements. Runs in a job."""
    today = date.today()  # noqa: DTZ011 - the day on the wall
    register = archive.agreements.register(today)
    papers = sorted((each.agreement for each in register), key=lambda each: each.signed or "~")
    return archive.partnerships.all(), tuple(papers)


def save(archive: Archive, draft: AgreementDraft, known: int | None) -> Agreement:
    """Enter or change an agreement. Runs in a job."""
    if known is None:
        return archive.agreements.add(draft)
    return archive.agreements.change(known, draft)

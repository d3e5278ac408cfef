"""The editor of an agreement: what paper it is, when and where it was signed, how long it holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from archive.archive import Archive
from archive.records import Agreement, AgreementDraft, Validity
from ui.editors.choices import Known, RecordBox, TermBox, gather, partnership_entries
from ui.editors.editor import Editor
from ui.language import _
from ui.widgets.date_edit import DateEdit

if TYPE_CHECKING:
    from ui.desk import Desk

USUAL = "mou"


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
        self.setWindowTitle(_("New agreement") if agreement is None else _("Edit agreement"))
        self.partnership, self.title = RecordBox(), QLineEdit()
        self.number, self.place = QLineEdit(), QLineEdit()
        self.kind = TermBox("agreement_kinds", agreement.kind if agreement else USUAL)
        self.validity = TermBox(
            "validities", (agreement.validity if agreement else Validity.UNKNOWN).value
        )
        self.signed, self.ends = DateEdit("signed"), DateEdit("ends")
        self._add_rows()
        self._show(agreement)
        self.title.setFocus()
        self.gather(gather, self._show_known)

    def read(self) -> AgreementDraft | None:
        """The draft as the fields say. Raises `Invalid`."""
        partnership = self.partnership.chosen
        if partnership is None:
            self.say("partnership", _("Choose the partnership it belongs to."))
            return None
        validity = Validity(self.validity.code)
        return AgreementDraft(
            *(partnership, self.kind.code, self.title.text(), self.number.text()),
            *(self.signed.value(), self.place.text(), validity),
            ends=self.ends.value() if validity is Validity.DATE else None,
            note=self.note.toPlainText(),
        )

    def work(self) -> Callable[[Archive, AgreementDraft], Agreement]:
        """Enters the agreement or changes it."""
        known = self._agreement.id if self._agreement else None
        return lambda archive, draft: save(archive, draft, known)

    def _add_rows(self) -> None:
        self.add_row("title", _("Title"), self.title)
        self.add_row("kind", _("Kind"), self.kind)
        self.add_row("number", _("Number"), self.number)
        self.add_row("partnership", _("Partnership"), self.partnership)
        self.add_row("signed", _("Signed"), self.signed)
        self.add_row("place", _("Place"), self.place)
        self.add_row("validity", _("Validity"), self.validity)
        self.add_row("ends", _("Ends"), self.ends)
        self.add_note(self._agreement.note if self._agreement else "")
        self.validity.currentIndexChanged.connect(self._follow_validity)

    def _show(self, agreement: Agreement | None) -> None:
        if agreement is not None:
            self.title.setText(agreement.title)
            self.number.setText(agreement.number)
            self.place.setText(agreement.place)
            self.signed.set_value(agreement.signed)
            self.ends.set_value(agreement.ends)
        self._follow_validity()

    def _follow_validity(self) -> None:
        """Only an agreement that ends on a date has that date."""
        self.ends.setEnabled(self.validity.code == Validity.DATE.value)

    def _show_known(self, known: Known) -> None:
        entries = partnership_entries(known[0])
        only = entries[0][0] if len(entries) == 1 else None
        self.partnership.fill(entries, self._wanted if self._wanted is not None else only)


def save(archive: Archive, draft: AgreementDraft, known: int | None) -> Agreement:
    """Enter or change an agreement. Runs in a job."""
    if known is None:
        return archive.agreements.add(draft)
    return archive.agreements.change(known, draft)

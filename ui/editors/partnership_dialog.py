"""The editor of a partnership: two cities, kind, whose it is, since when, its fields and pauses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget

from archive.archive import Archive
from archive.catalogue.names import key
from archive.errors import Invalid
from archive.records import City, CityDraft, Partnership, PartnershipDraft
from ui.editors.choices import TermBox
from ui.editors.city_dialog import CityDialog
from ui.editors.city_picker import CityPicker, city_id
from ui.editors.editor import Editor
from ui.editors.partnership_rows import FieldsEdit, PausesEdit, Scrolled
from ui.language import _
from ui.widgets.date_edit import DateEdit

if TYPE_CHECKING:
    from ui.desk import Desk

WIDE = 760  # the rows of fields and pauses


@dataclass(frozen=True)
class Written:
    """What the form says: two cities, known or new, and the rest without their ids."""

    a: City | CityDraft
    b: City | CityDraft
    rest: PartnershipDraft


class PartnershipDialog(Editor):
    """Makes a partnership or changes one; `saved` brings the `Partnership`."""

    def __init__(
        self, desk: Desk, partnership: Partnership | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, parent)
        self._partnership = partnership
        self._own_chosen = partnership is not None
        self.setWindowTitle(_("New partnership") if partnership is None else _("Edit partnership"))
        self.a, self.b = CityPicker(_("First city")), CityPicker(_("Second city"))
        self.kind = TermBox("partnership_kinds", partnership.kind if partnership else "")
        self.kind.offer_new(desk)
        self.own, self.since = QComboBox(), DateEdit("since")
        self.fields, self.pauses = FieldsEdit(), PausesEdit()
        self.setMinimumWidth(WIDE)
        self._add_rows()
        self._show(partnership)
        self.gather(lambda archive: archive.cities.all(), self._show_cities)

    def read(self) -> Written | None:
        """What the form says. Raises `Invalid`."""
        for field, picker in (("a", self.a), ("b", self.b)):
            if not picker.draft.name:
                self.say(field, _("Choose a city, or type the name of a new one."))
                return None
        if key(self.a.draft.name) == key(self.b.draft.name):
            raise Invalid("cities", "same")
        rest = PartnershipDraft(
            *(0, 0, self.kind.code, bool(self.own.currentData()), self.since.value()),
            note=self.note.toPlainText().strip(),
            pauses=self.pauses.value(),
            fields=self.fields.value(),
        )
        return Written(self.a.known or self.a.draft, self.b.known or self.b.draft, rest)

    def work(self) -> Callable[[Archive, Written], Partnership]:
        """Enters new cities first, then the partnership itself."""
        known = self._partnership.id if self._partnership else None
        return lambda archive, written: save(archive, written, known)

    def say(self, field: str, words: str) -> None:
        """Complaints about both cities stand beside the second."""
        super().say({"cities": "b", "name": "b"}.get(field, field), words)

    def _add_rows(self) -> None:
        self.own.addItem(_("our own"), True)
        self.own.addItem(_("reference: other cities, from the literature"), False)
        self.add_row("a", _("First city"), self.a)
        self.add_row("b", _("Second city"), self.b)
        self.add_row("kind", _("Kind"), self.kind)
        self.add_row("own", _("Whose partnership"), self.own)
        self.add_row("since", _("Since"), self.since)
        self.add_row("fields", _("Fields of cooperation"), Scrolled(self.fields))
        self.add_row("pauses", _("Pauses"), Scrolled(self.pauses))
        self.add_note(self._partnership.note if self._partnership else "")
        self.own.activated.connect(self._choose_own)
        for picker in (self.a, self.b):
            picker.changed.connect(self._guess_own)
            picker.correction_wanted.connect(self._correct)

    def _show(self, partnership: Partnership | None) -> None:
        if partnership is not None:
            self.own.setCurrentIndex(self.own.findData(partnership.own))
            self.since.set_value(partnership.since)
            self.fields.set_value(partnership.fields)
            self.pauses.set_value(partnership.pauses)

    def _show_cities(self, cities: tuple[City, ...]) -> None:
        known = self._partnership
        own = [city for city in cities if city.own]
        first = known.a if known else own[0] if len(own) == 1 else None
        self.a.fill(cities, None if self.a.draft.name else first)
        self.b.fill(cities, known.b if known else None)
        (self.b if first and not known else self.a).setFocus()

    def _correct(self, city: City) -> None:
        """Correct a known city; both boxes follow."""
        dialog = CityDialog(self.desk, city, self)
        dialog.saved.connect(self._corrected)
        dialog.open()

    def _corrected(self, city: City) -> None:
        chosen = [picker.known for picker in (self.a, self.b)]
        again = [city if known and known.id == city.id else known for known in chosen]

        def show(cities: tuple[City, ...]) -> None:
            for picker, known in zip((self.a, self.b), again, strict=True):
                picker.fill(cities, known)

        self.gather(lambda archive: archive.cities.all(), show)

    def _choose_own(self) -> None:
        self._own_chosen = True

    def _guess_own(self) -> None:
        """A partnership of two other cities is kept for reference, until a person says else."""
        if self._own_chosen:
            return
        written = [bool(picker.draft.name) for picker in (self.a, self.b)]
        ours = any(picker.own.isChecked() for picker in (self.a, self.b))
        self.own.setCurrentIndex(self.own.findData(ours or not all(written)))


def save(archive: Archive, written: Written, known: int | None) -> Partnership:
    """Enter or change a partnership. Runs in a job."""
    cities = city_id(archive, written.a), city_id(archive, written.b)
    draft = replace(written.rest, a=cities[0], b=cities[1])
    if known is None:
        return archive.partnerships.add(draft)
    return archive.partnerships.change(known, draft)

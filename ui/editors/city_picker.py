"""Chooses a city by typing; a name that is not known yet becomes a new city there and then."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from archive.catalogue.names import key
from archive.records import City, CityDraft
from ui.editors.name_box import NameBox, Named
from ui.language import _
from ui.widgets.icons import icon

if TYPE_CHECKING:
    from archive.archive import Archive


class CityPicker(QWidget):
    """A box of all cities; beneath it the country, and whether the city is our own.

    Those two can be written only for a new city; of a known one they are shown.
    """

    changed = Signal()
    correction_wanted = Signal(object)

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cities: dict[int, City] = {}
        self.box = NameBox(_("New city: {name}"))
        self.country, self.own, self.correct = QLineEdit(), QCheckBox(), QToolButton()
        self.setFocusProxy(self.box)
        self._word(label)
        self._lay_out()
        self.box.editTextChanged.connect(self._follow)
        self.own.toggled.connect(self.changed)
        self.correct.clicked.connect(lambda: self.correction_wanted.emit(self.known))
        self._follow()

    @property
    def line(self) -> QLineEdit:
        """Where the name is typed."""
        return self.box.line

    @property
    def known(self) -> City | None:
        """The city of that name, None when there is none yet."""
        found = self.box.known
        return self._cities[found.id] if found is not None and found.id is not None else None

    @property
    def draft(self) -> CityDraft:
        """The city as it is written here."""
        name = " ".join(self.box.currentText().split())
        return CityDraft(name, self.country.text().strip(), self.own.isChecked())

    def fill(self, cities: Sequence[City], chosen: City | None) -> None:
        """Offer these cities; without a chosen one, what was typed meanwhile stays."""
        self._cities = {city.id: city for city in cities}
        named = [Named(city.id, city.name, city.aliases) for city in cities]
        self.box.offer(named, chosen.id if chosen else None)
        self._follow()

    def _follow(self) -> None:
        """Show what is known of the city, or make room for what should be."""
        city, written = self.known, bool(self.box.currentText().strip())
        was_new = self.country.isEnabled()
        if city is not None:
            self.country.setText(city.country)
            self.own.setChecked(city.own)
        elif not was_new or not written:
            self.country.clear()
            self.own.setChecked(False)
        for widget in (self.country, self.own):
            widget.setEnabled(city is None and written)
        self.correct.setEnabled(city is not None)
        self.changed.emit()

    def _word(self, label: str) -> None:
        self.line.setPlaceholderText(_("Type a name; a new city is entered with it"))
        self.country.setPlaceholderText(_("Country"))
        self.own.setText(_("our own city"))
        self.line.setAccessibleName(label)
        self.box.setAccessibleName(label)
        self.country.setAccessibleName(_("Country"))
        self.correct.setIcon(icon("edit"))
        self.correct.setToolTip(_("Correct this city"))
        self.correct.setAccessibleName(_("Correct this city"))

    def _lay_out(self) -> None:
        more = QHBoxLayout()
        more.setSpacing(12)
        more.addWidget(self.country, 1)
        more.addWidget(self.own)
        more.addWidget(self.correct)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.box)
        layout.addLayout(more)


def city_id(archive: Archive, city: City | CityDraft) -> int:
    """The id of a city, entered now when it is new. Runs in a job. Raises `Invalid`."""
    if isinstance(city, City):
        return city.id
    known = (found.id for found in archive.cities.all() if key(found.name) == key(city.name))
    return next(known, None) or archive.cities.add(city).id

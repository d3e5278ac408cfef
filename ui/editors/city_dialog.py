"""The editor of a city that is known already: its names, its country, whether it is our own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from archive.archive import Archive
from archive.records import City, CityDraft
from ui.editors.editor import Editor
from ui.language import _

if TYPE_CHECKING:
    from ui.desk import Desk


class CityDialog(Editor):
    """Corrects a city; all its partnerships change with it. `saved` brings the `City`."""

    def __init__(self, desk: Desk, city: City, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._city = city
        self.setWindowTitle(_("Edit city"))
        self.name, self.country = QLineEdit(city.name), QLineEdit(city.country)
        self.aliases = QLineEdit(", ".join(city.aliases))
        self.aliases.setPlaceholderText(_("separated by commas"))
        self.own = QCheckBox(_("our own city"))
        self.own.setChecked(city.own)
        self.add_row("name", _("Name"), self.name)
        self.add_row("aliases", _("Other names"), self.aliases)
        self.add_row("country", _("Country"), self.country)
        self.add_row("own", "", self.own)
        self.own.setAccessibleName(_("our own city"))
        self.note.hide()  # a city has none
        self.name.setFocus()

    def read(self) -> CityDraft:
        """The draft as the fields say."""
        aliases = tuple(self.aliases.text().split(","))
        return CityDraft(self.name.text(), self.country.text(), self.own.isChecked(), aliases)

    def work(self) -> Callable[[Archive, CityDraft], City]:
        """Changes the city."""
        city = self._city.id
        return lambda archive, draft: archive.cities.change(city, draft)

"""What a paper needs and the catalogue lacks is entered in place: a partnership with its cities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.inbox.form import PaperForm
from ui.inbox.home_box import HomeBox
from ui.inbox.offers import unknown_pair

if TYPE_CHECKING:
    from ui.desk import Desk


class Entering(QObject):
    """Opens the editor of a partnership, with the cities of the paper written in."""

    def __init__(self, desk: Desk, form: PaperForm, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._form, self._window = desk, form, window
        assert isinstance(form.homes, HomeBox)
        form.homes.create_wanted.connect(self.enter)
        form.main["partnership"].note.linkActivated.connect(lambda _link: self.enter())

    def enter(self) -> None:
        """Nothing is entered before a person says so."""
        from ui.editors.partnership_dialog import PartnershipDialog

        if not self._desk.writable:
            return
        dialog = PartnershipDialog(self._desk, None, self._window)
        pair = unknown_pair(self._form.paper) if self._form.paper is not None else None
        for picker, city in zip((dialog.a, dialog.b), pair or (), strict=False):
            picker.box.setEditText(city["name"])
            picker.country.setText(city["country"])
        dialog.saved.connect(self._form.choose_entered)
        dialog.open()

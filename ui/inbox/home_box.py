"""Chooses the partnership of a paper by a few letters; one that is missing can be entered here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from archive.records import Partnership
from ui.editors.choices import partnership_words
from ui.editors.link_targets import names_of
from ui.editors.name_box import Named
from ui.editors.record_picker import RecordPicker
from ui.language import _
from ui.widgets.icons import icon


class HomeBox(RecordPicker):
    """A partnership, perhaps none."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", " ", parent)
        self._known: tuple[Named, ...] = ()
        self._filling = False
        self.box.editTextChanged.connect(lambda _text: self._tell())
        self.retranslate()

    def offer(self, partnerships: Sequence[Partnership]) -> None:
        """These can be chosen; our own stand first. What is chosen stays."""
        chosen, ordered = self.chosen, sorted(partnerships, key=lambda each: not each.own)
        self._known = tuple(
            Named(each.id, partnership_words(each), (each.title, *names_of(each)))
            for each in ordered
        )
        self.show_value(chosen)

    def show_value(self, value: Any) -> None:
        """Choose one by id, or none."""
        self._filling = True
        self.fill(self._known, value)
        self._filling = False

    def value(self, field: str = "partnership") -> Any:
        """The id, None for none. Raises `Invalid("partnership", "not_known")`."""
        return super().value(field)

    def words(self, value: Any) -> str:
        """What a partnership is called."""
        return next((each.name for each in self._known if each.id == value), "")

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.box.line.setPlaceholderText(_("Type the name of a city"))
        self.add.setIcon(icon("add"))
        self.add.setToolTip(_("New partnership…"))
        self.add.setAccessibleName(_("New partnership…"))

    def _tell(self) -> None:
        if not self._filling:
            self.edited.emit()

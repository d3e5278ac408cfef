"""One case as a person chooses it: a partnership, a field, the years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from archive.records import Partnership
from archive.vocabulary import known
from ui.language import _, language


@dataclass(frozen=True, slots=True)
class Choice:
    """Which partnership (by id), which field (empty: all), which years (None: all)."""

    partnership: int
    field: str
    period: tuple[int, int] | None


class CaseChooser(QWidget):
    """A row of three; without a partnership it stands for no case."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.partnership, self.field = QComboBox(self), QComboBox(self)
        self.first, self.last = QLineEdit(self), QLineEdit(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part, stretch in ((self.partnership, 3), (self.field, 2), (self.first, 1)):
            row.addWidget(part, stretch)
        row.addWidget(self.last, 1)
        for box in (self.first, self.last):
            box.setValidator(QIntValidator(1000, 9999, self))
            box.editingFinished.connect(self.changed)
        self._word()
        self.partnership.activated.connect(lambda _at: self.changed.emit())
        self.field.activated.connect(lambda _at: self.changed.emit())

    def offer(self, partnerships: Sequence[Partnership], chosen: int = 0) -> None:
        """Offer these; one of them, or none, is chosen."""
        self.partnership.clear()
        self.partnership.addItem(_("– no case –"), 0)
        for each in partnerships:
            self.partnership.addItem(each.title, each.id)
        self.partnership.setCurrentIndex(max(0, self.partnership.findData(chosen)))

    @property
    def choice(self) -> Choice | None:
        """What is chosen."""
        partnership = self.partnership.currentData()
        if not partnership:
            return None
        return Choice(partnership, str(self.field.currentData() or ""), self._period())

    def _period(self) -> tuple[int, int] | None:
        years = [int(box.text()) for box in (self.first, self.last) if len(box.text()) == 4]
        return (min(years), max(years)) if years else None

    def _word(self) -> None:
        self.partnership.setAccessibleName(_("Partnership"))
        self.field.setAccessibleName(_("Field"))
        self.field.addItem(_("all fields"), "")
        for term in known("fields"):
            self.field.addItem(term.label(language()), term.code)
        for box, words in ((self.first, _("from year")), (self.last, _("to year"))):
            box.setPlaceholderText(words)
            box.setAccessibleName(words)

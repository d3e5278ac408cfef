"""One case as a person chooses it: a partnership, a field, the years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLineEdit, QWidget

from archive.records import Partnership
from archive.vocabulary import known
from ui.language import _, language

PADDING = 32  # dots around the text of a field
NARROW = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


@dataclass(frozen=True, slots=True)
class Choice:
    """Which partnership (by id), which field (empty: all), which years (None: all)."""

    partnership: int
    field: str
    period: tuple[int, int] | None


class CaseChooser(QWidget):
    """A row of three; without a partnership it stands for no case."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, narrow: bool = False) -> None:
        """`narrow`: in two rows, the partnership above."""
        super().__init__(parent)
        self.partnership, self.field = QComboBox(self), QComboBox(self)
        self.first, self.last = QLineEdit(self), QLineEdit(self)
        self._narrow = narrow
        self._lay_out(narrow)
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

    def choose(self, choice: Choice) -> None:
        """Fill all three; what is not offered is not chosen."""
        self.partnership.setCurrentIndex(max(0, self.partnership.findData(choice.partnership)))
        self.field.setCurrentIndex(max(0, self.field.findData(choice.field)))
        for box, year in zip((self.first, self.last), choice.period or ("", ""), strict=True):
            box.setText(str(year))

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        field = self.field.currentData()
        self.field.clear()
        self._word()
        self.field.setCurrentIndex(max(0, self.field.findData(field)))
        if self.partnership.count():
            self.partnership.setItemText(0, _("– no case –"))

    def show_details(self, shown: bool) -> None:
        """Field and years count where there is a partnership."""
        for box in (self.field, self.first, self.last):
            box.setVisible(shown)

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

    def _lay_out(self, narrow: bool) -> None:
        below = QHBoxLayout()
        below.addWidget(self.field, 2)
        below.addWidget(self.first, 1)
        below.addWidget(self.last, 1)
        across = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        whole = QBoxLayout(across, self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.partnership, 3)
        whole.addLayout(below, 4)
        if narrow:
            whole.setSpacing(4)
            below.setSpacing(4)
            for box in (self.partnership, self.field):
                box.setMinimumContentsLength(8)
                box.setSizeAdjustPolicy(NARROW)
                box.currentTextChanged.connect(box.setToolTip)
            for year in (self.first, self.last):
                year.setFixedWidth(year.fontMetrics().horizontalAdvance("00000") + PADDING)

    def _word(self) -> None:
        self.partnership.setAccessibleName(_("Partnership"))
        self.field.setAccessibleName(_("Field"))
        self.field.addItem(_("all fields"), "")
        for term in known("fields"):
            self.field.addItem(term.label(language()), term.code)
        short = (_("from"), _("to")) if self._narrow else (_("from year"), _("to year"))
        for box, words, shown in (
            (self.first, _("from year"), short[0]),
            (self.last, _("to year"), short[1]),
        ):
            box.setPlaceholderText(shown)
            box.setAccessibleName(words)

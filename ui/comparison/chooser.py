"""One case as a person chooses it: a partnership, a field, the years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from archive.records import Partnership
from archive.vocabulary import known
from ui.language import _, language
from ui.widgets.period import PeriodEdit, Years

PADDING = 32  # dots around the text of a field
NARROW = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


@dataclass(frozen=True, slots=True)
class Choice:
    """Which partnership (by id), which field (empty: all), which years (None: all)."""

    partnership: int
    field: str
    period: tuple[int, int] | None


class CaseChooser(QWidget):
    """A row of three; without a partnership it stands for no case. `changed` follows a choice,
    `typed` every letter of a year."""

    changed = Signal()
    typed = Signal()

    def __init__(self, parent: QWidget | None = None, *, narrow: bool = False) -> None:
        """`narrow`: in two rows, the partnership above."""
        super().__init__(parent)
        self.partnership, self.field = QComboBox(self), QComboBox(self)
        self.period = PeriodEdit(self, tight=True)
        self._known: Mapping[int, Years] = {}
        self._lay_out(narrow)
        self._word()
        self.period.edited.connect(self.typed)
        self.partnership.currentIndexChanged.connect(lambda _at: self._show_known())
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
        self.period.set_years(*(choice.period or (None, None)))

    def know(self, known: Mapping[int, Years]) -> None:
        """The first and last year known of each partnership, by its id: what open ends mean."""
        self._known = known
        self._show_known()

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        field = self.field.currentData()
        self.field.clear()
        self._word()
        self.period.retranslate()
        self.field.setCurrentIndex(max(0, self.field.findData(field)))
        if self.partnership.count():
            self.partnership.setItemText(0, _("– no case –"))

    def show_details(self, shown: bool) -> None:
        """Field and years count where there is a partnership."""
        self.field.setVisible(shown)
        self.period.setVisible(shown)
        self.period.says.setVisible(shown and not self.period.whole)

    @property
    def choice(self) -> Choice | None:
        """What is chosen."""
        partnership = self.partnership.currentData()
        if not partnership:
            return None
        years = self.period.years() if self.period.whole else None
        return Choice(partnership, str(self.field.currentData() or ""), years)

    @property
    def whole(self) -> bool:
        """Whether its years are in order; they do not matter where there is no case."""
        return not self.partnership.currentData() or self.period.whole

    def _show_known(self) -> None:
        self.period.set_known(self._known.get(self.partnership.currentData() or 0))

    def _lay_out(self, narrow: bool) -> None:
        below = QHBoxLayout()
        below.addWidget(self.field, 2)
        below.addWidget(self.period, 0 if narrow else 2)
        across = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        column, whole = QVBoxLayout(self), QBoxLayout(across)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(whole)
        column.addWidget(self.period.says)
        whole.addWidget(self.partnership, 3)
        whole.addLayout(below, 4)
        if narrow:
            whole.setSpacing(4)
            below.setSpacing(4)
            for box in (self.partnership, self.field):
                box.setMinimumContentsLength(8)
                box.setSizeAdjustPolicy(NARROW)
                box.currentTextChanged.connect(box.setToolTip)
            for year in (self.period.first, self.period.last):
                year.setFixedWidth(year.fontMetrics().horizontalAdvance("00000") + PADDING)

    def _word(self) -> None:
        self.partnership.setAccessibleName(_("Partnership"))
        self.field.setAccessibleName(_("Field"))
        self.field.addItem(_("all fields"), "")
        for term in known("fields"):
            self.field.addItem(term.label(language()), term.code)

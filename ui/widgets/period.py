"""Two fields for a period of years; an empty end means as far as the archive knows."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.language import _

Years = tuple[int, int]


class PeriodEdit(QWidget):
    """From year, to year; what is wrong stands beneath."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None, *, tight: bool = False) -> None:
        """`tight`: only what is wrong is explained, where the holder places `says`."""
        super().__init__(parent)
        self._tight = tight
        self.first, self.last = QLineEdit(), QLineEdit()
        self.dash, self.says = QLabel("–", self), QLabel(self)
        self.says.setWordWrap(True)
        self._known: Years | None = None
        self._one = False
        self._lay_out()
        for line in (self.first, self.last):
            line.setValidator(QIntValidator(0, 9999, line))
            line.setMaxLength(4)
            line.textChanged.connect(self._changed)
        self.setFocusProxy(self.first)
        self.retranslate()

    @property
    def typed(self) -> tuple[int | None, int | None]:
        """What stands in the two fields."""
        return _year(self.first.text()), _year(self.last.text())

    @property
    def whole(self) -> bool:
        """Whether the fields hold years in order, or nothing."""
        return not self._unfinished() and not self._turned()

    def years(self) -> Years | None:
        """The period; None for all years. An empty end goes as far as the archive knows."""
        first, last = self.typed
        if self._one:
            return None if first is None else (first, first)
        if first is None and last is None:
            return None
        known = self._known or ((first if first is not None else last) or 0,) * 2
        if first is None:
            return min(known[0], last or 0), last or 0
        return first, max(known[1], first) if last is None else last

    def take_one(self, one: bool) -> None:
        """Have only one year be typed, or a first and a last one."""
        self._one = one
        for widget in (self.dash, self.last):
            widget.setVisible(not one)
        self.retranslate()

    def set_years(self, first: int | None, last: int | None) -> None:
        """Write a period."""
        self.first.setText(str(first) if first is not None else "")
        self.last.setText(str(last) if last is not None else "")

    def set_known(self, years: Years | None) -> None:
        """Show in the empty fields which years the archive knows of."""
        self._known = years
        self.retranslate()

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        first, last = self._known or (_("from"), _("to"))
        if self._one:
            first = _("year")
        self.first.setPlaceholderText(str(first))
        self.last.setPlaceholderText(str(last))
        self.first.setAccessibleName(_("Year") if self._one else _("From year"))
        self.last.setAccessibleName(_("To year"))
        self._explain()

    def _changed(self) -> None:
        self._explain()
        self.edited.emit()

    def _unfinished(self) -> bool:
        lines = (self.first,) if self._one else (self.first, self.last)
        return any(0 < len(line.text()) < 4 for line in lines)

    def _turned(self) -> bool:
        first, last = self.typed
        return not self._one and first is not None and last is not None and first > last

    def _explain(self) -> None:
        words = _("Empty: the last year with activities") if self._one else _("Empty: all years")
        if self._unfinished():
            words = _("A year has four digits.")
        elif self._turned():
            words = _("The first year lies after the last.")
        self.says.setText(words)
        self.says.setObjectName("wrong" if self._turned() else "faint")
        if self._tight:
            self.says.setHidden(self.whole)
        self.says.style().unpolish(self.says)
        self.says.style().polish(self.says)

    def _lay_out(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(4 if self._tight else 8)
        fields.addWidget(self.first, 1)
        fields.addWidget(self.dash)
        fields.addWidget(self.last, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(fields)
        if not self._tight:
            column.addWidget(self.says)


def _year(text: str) -> int | None:
    return int(text) if len(text) == 4 and text.isdigit() else None

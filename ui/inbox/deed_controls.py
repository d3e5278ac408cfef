"""Controls for what stands in an agreement: who signed, how long it holds, the notice."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from archive.records import Signatory, Validity
from ui.editors.agreement_fields import MonthsBox
from ui.inbox.controls import ChoiceBox, DateBox, LongBox, term_entries
from ui.language import _


class SignatoriesBox(LongBox):
    """Who signed: a line each, `name; office; city`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sides = ("", "")
        self.retranslate()

    def retranslate(self) -> None:
        """Say how it is written."""
        self.setPlaceholderText(_("name; office; city – one person a line"))

    def call(self, sides: tuple[str, str]) -> None:
        """Name the sides by the two cities."""
        known, self._sides = self.value(), sides
        self.show_value(known)

    def show_value(self, value: Any) -> None:
        """Write a line for each."""
        lines = [[who.name, who.office, self._side(who.side)] for who in value or ()]
        super().show_value("\n".join("; ".join(line).rstrip("; ") for line in lines))

    def value(self) -> Any:
        """Those who are written down; a third part that is no city is part of the office."""
        lines = filter(None, map(str.strip, self.toPlainText().splitlines()))
        return tuple(self._read([part.strip() for part in line.split(";")]) for line in lines)

    def _read(self, parts: list[str]) -> Signatory:
        sides = zip(self._sides, "ab", strict=True)
        named = {name.casefold(): code for name, code in sides if name}
        side = named.get(parts[-1].casefold(), "") if len(parts) > 2 else ""
        office = parts[1:-1] if side else parts[1:]
        return Signatory(parts[0], "; ".join(office), side)

    def _side(self, code: str) -> str:
        return dict(zip("ab", self._sides, strict=True)).get(code, "")


class ValidityBox(QWidget):
    """How the end is known, and the end where it is a date."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.how, self.ends = ChoiceBox(partial(term_entries, "validities")), DateBox("ends")
        self.setFocusProxy(self.how)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.how)
        column.addWidget(self.ends)
        self.how.currentIndexChanged.connect(lambda _at: self._follow())
        for part in (self.how, self.ends):
            part.edited.connect(self.edited)
        self.retranslate()

    def show_value(self, value: Any) -> None:
        """Show a `Validity` and its end."""
        how, ends = value or (Validity.UNKNOWN, None)
        self.how.show_value(how.value)
        self.ends.show_value(ends)
        self._follow()

    def value(self) -> Any:
        """The same. Raises `Invalid("ends", "not_a_date")`."""
        how = Validity(self.how.value())
        return how, self.ends.value() if how is Validity.DATE else None

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.how.retranslate()
        self.ends.retranslate()
        self.ends.line.setAccessibleName(_("Ends"))

    def _follow(self) -> None:
        self.ends.setVisible(self.how.value() == Validity.DATE.value)


class NoticeBox(MonthsBox):
    """So many months of notice."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textEdited.connect(lambda _text: self.edited.emit())

    def show_value(self, value: Any) -> None:
        """Show so many."""
        self.set_months(value)

    def value(self) -> Any:
        """How many; None where it is not stated."""
        return self.months

    def retranslate(self) -> None:
        """Say what an empty line means."""
        self.setPlaceholderText(_("not stated in the paper"))

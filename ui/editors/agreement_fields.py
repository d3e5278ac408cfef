"""Fields of cooperation to be ticked, and the months of notice, for the editor of an agreement."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from ui.editors.choices import offered
from ui.language import _

CODE = Qt.ItemDataRole.UserRole
LONGEST, ROWS = 120, 7


class FieldsBox(QListWidget):
    """All fields of the vocabulary; Space ticks the one the cursor stands on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for words, code in offered("fields"):
            self._add(words, code)
        self.setFlow(QListWidget.Flow.TopToBottom)
        self.setWrapping(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setFixedHeight((self.sizeHintForRow(0) + 1) * ROWS + 8)

    def value(self) -> tuple[str, ...]:
        """The codes that are ticked."""
        every = (self.item(row) for row in range(self.count()))
        return tuple(
            str(item.data(CODE)) for item in every if item.checkState() is Qt.CheckState.Checked
        )

    def set_value(self, codes: Iterable[str]) -> None:
        """Tick these, also those that are not offered any more."""
        wanted = tuple(codes)
        listed = {self.item(row).data(CODE) for row in range(self.count())}
        for words, code in offered("fields", wanted):
            if code not in listed:
                self._add(words, code)
        for row in range(self.count()):
            item = self.item(row)
            ticked = item.data(CODE) in wanted
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def _add(self, words: str, code: str) -> None:
        item = QListWidgetItem(words, self)
        item.setData(CODE, code)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Unchecked)


class MonthsBox(QLineEdit):
    """So many months before the end; left empty it is not stated."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setValidator(QIntValidator(0, LONGEST, self))
        self.setPlaceholderText(_("not stated in the paper"))

    @property
    def months(self) -> int | None:
        """How many; None where it is not stated."""
        text = self.text().strip()
        return int(text) if text.isdecimal() else None

    def set_months(self, months: int | None) -> None:
        """Show so many."""
        self.setText("" if months is None else str(months))

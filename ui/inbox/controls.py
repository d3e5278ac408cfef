"""The fields' own controls: each shows a value, gives it back, and tells when a person edits it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from archive.rules import refuse
from archive.vocabulary import terms
from ui.language import language
from ui.widgets.date_edit import DateEdit

CODE = Qt.ItemDataRole.UserRole
YEARS = re.compile(r"(\d{4})(?:\s*(?:[-\u2010-\u2015]|\.\.+)\s*(\d{4}))?")
LINES, TICKS = 3, 5
Entries = Callable[[], list[tuple[Any, str]]]


class LineBox(QLineEdit):
    """A text."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textEdited.connect(lambda _text: self.edited.emit())

    def show_value(self, value: Any) -> None:
        """Write it."""
        self.setText(value or "")
        self.setCursorPosition(0)

    def value(self) -> Any:
        """As it is written."""
        return self.text()


class YearsBox(LineBox):
    """`2018` or `2018–2022`, as a pair."""

    def show_value(self, value: Any) -> None:
        """Write a pair of years."""
        super().show_value(years_words(value))

    def value(self) -> Any:
        """The pair, None where nothing is written. Raises `Invalid("years", "not_a_year")`."""
        text = self.text().strip()
        if not text:
            return None
        found = YEARS.fullmatch(text)
        if found is None:
            raise refuse("years", "not_a_year", text)
        return int(found[1]), int(found[2] or found[1])


class LongBox(QPlainTextEdit):
    """A text of several lines."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None, lines: int = LINES) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 12)
        self._filling = False
        self.textChanged.connect(lambda: None if self._filling else self.edited.emit())

    def show_value(self, value: Any) -> None:
        """Write it."""
        self._filling = True
        self.setPlainText(value or "")
        self._filling = False

    def value(self) -> Any:
        """As it is written."""
        return self.toPlainText()


class TitleBox(LongBox):
    """A long line, in three where it needs them; Enter goes on as in every line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, lines=3)

    def value(self) -> Any:
        """The words in one line."""
        return " ".join(self.toPlainText().split())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the form's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


class ChoiceBox(QComboBox):
    """One of several by its code; `entries` gives codes with their words in the language in use."""

    edited = Signal()

    def __init__(self, entries: Entries, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = entries
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(lambda _at: self.edited.emit())
        self.retranslate()

    def show_value(self, value: Any) -> None:
        """Choose it; a code that is not in the list is added as it is."""
        if self.findData(value) < 0:
            self.addItem(str(value or "–"), value)
        self.setCurrentIndex(self.findData(value))

    def value(self) -> Any:
        """The code."""
        return self.currentData()

    def retranslate(self) -> None:
        """Write the words in the language in use; what is chosen stays."""
        chosen = self.currentData() if self.count() else None
        self.clear()
        for code, words in self._entries():
            self.addItem(words, code)
        if chosen is not None:
            self.show_value(chosen)


class DateBox(DateEdit):
    """A date; the line beneath it is there only when it says something."""

    def show_value(self, value: Any) -> None:
        """Write a date (EDTF)."""
        self.set_value(value)
        self.line.setCursorPosition(0)

    def _explain(self) -> None:
        super()._explain()
        self.meaning.setVisible(bool(self.meaning.text().strip()))


class TickBox(QListWidget):
    """Several of a list; Space ticks the one the cursor stands on. Ticked ones stand first."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[tuple[Any, str], ...] = ()
        self.itemChanged.connect(lambda _item: self.edited.emit())

    def offer(self, entries: Iterable[tuple[Any, str]]) -> None:
        """These can be ticked; of those that are, the ones still here stay so."""
        ticked, self._entries = self.value(), tuple(entries)
        self.show_value(ticked)

    def show_value(self, value: Any) -> None:
        """Tick these."""
        wanted = set(value or ())
        self.blockSignals(True)
        self.clear()
        for code, words in sorted(self._entries, key=lambda entry: entry[0] not in wanted):
            item = QListWidgetItem(words, self)
            item.setData(CODE, code)
            item.setToolTip(words)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = Qt.CheckState.Checked if code in wanted else Qt.CheckState.Unchecked
            item.setCheckState(ticked)
        self.blockSignals(False)
        rows = min(max(1, self.count()), TICKS)
        self.setFixedHeight(rows * max(24, self.sizeHintForRow(0)) + 6)

    def value(self) -> Any:
        """The ids or codes that are ticked."""
        every = (self.item(row) for row in range(self.count()))
        return tuple(
            item.data(CODE) for item in every if item.checkState() is Qt.CheckState.Checked
        )


class Still(QObject):
    """Keeps the wheel from changing what is chosen in a box that one only scrolls past."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel goes on to what scrolls."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def years_words(value: tuple[int, int] | None) -> str:
    """`2018` or `2018–2022`."""
    if value is None:
        return ""
    return str(value[0]) if value[0] == value[1] else f"{value[0]}–{value[1]}"


def term_entries(vocabulary: str) -> list[tuple[Any, str]]:
    """The terms of a vocabulary: code and words."""
    return [(term.code, term.label(language())) for term in terms(vocabulary)]

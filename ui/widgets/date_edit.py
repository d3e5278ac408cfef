"""One line for a date as office people type it, with what was understood said beneath."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from archive.dates import check, read, show
from ui.language import _, language


class DateEdit(QWidget):
    """Takes “3 September 1988”, “09/1988”, “sekitar 1988” and the like, and gives EDTF.

    `field` is the name under which `archive.errors.Invalid` tells of a date not understood.
    """

    edited = Signal()

    def __init__(self, field: str = "date", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._kept: tuple[str, str | None] = ("", None)  # words set from outside, and their date
        self.line, self.meaning = QLineEdit(), QLabel()
        self.meaning.setObjectName("faint")
        self.meaning.setWordWrap(True)
        self.setFocusProxy(self.line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.line)
        layout.addWidget(self.meaning)
        self.line.textChanged.connect(self._explain)
        self.line.textEdited.connect(lambda _text: self.edited.emit())
        self.retranslate()

    def value(self) -> str | None:
        """The date in EDTF, None where nothing is written. Raises `Invalid` (`not_a_date`)."""
        words, kept = self._kept
        text = self.line.text().strip()
        if not text:
            return None
        return kept if kept is not None and text == words else check(text, self._field)

    def set_value(self, edtf: str | None) -> None:
        """Write a date in the window's language; what was said of another is forgotten."""
        self._kept = (show(edtf, language()), edtf) if edtf else ("", None)
        self.line.setText(self._kept[0])

    def retranslate(self) -> None:
        """Say the date in the language in use; words a person typed stay as they are."""
        words, kept = self._kept
        self.line.setPlaceholderText(_("for example 3 September 1988, 09/1988 or 1988"))
        if kept is not None and self.line.text() == words:
            self.set_value(kept)
        self._explain()

    def _explain(self) -> None:
        """Say the date that was understood, or that none was; the height stays the same."""
        text = self.line.text().strip()
        told = self._told(text) if text and text != self._kept[0] else ""
        self.meaning.setText(told or " ")
        self.line.setAccessibleDescription(told)

    def _told(self, text: str) -> str:
        found = read(text)
        return show(found, language()) if found else _("Not understood as a date.")

"""What is known of the file itself, to read and to copy but not to change."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from archive.records import Document
from ui.language import _
from ui.models.document_words import number, size_words
from ui.widgets.elided import ElidedLabel

DIGITS = 8  # of the SHA-256, enough to compare by eye


class FileFacts(QWidget):
    """Name, folder, size, pages and checksum of the original."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._names = [QLabel(), QLabel(), QLabel()]
        self.values = [ElidedLabel(), ElidedLabel(), ElidedLabel()]
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(2)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, value in zip(self._names, self.values, strict=True):
            name.setObjectName("faint")
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            form.addRow(name, value)
        self.retranslate()

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        original = self._document.original
        pages = _("{size} · pages: {pages} · SHA-256: {digits}…").format(
            size=size_words(original.size),
            pages=number(self._document.pages),
            digits=original.sha256[:DIGITS],
        )
        said = (
            (_("Original file"), original.name),
            (_("From the folder"), original.folder or "–"),
            (_("File"), pages),
        )
        for name, value, (title, words) in zip(self._names, self.values, said, strict=True):
            name.setText(title)
            value.say(words)
            value.setAccessibleName(title)
        self.values[2].setToolTip(original.sha256)

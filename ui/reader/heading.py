"""The reader's first line: what document this is."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from archive.dates import show
from archive.records import Document
from archive.vocabulary import label
from ui.language import language
from ui.widgets.elided import ElidedLabel


class Heading(QWidget):
    """The title, and beside it kind, date and reference code."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.facts = ElidedLabel(self), QLabel(self)
        self.title.setObjectName("heading")
        self.facts.setObjectName("faint")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 0)
        row.setSpacing(12)
        row.addWidget(self.title, 1)
        row.addWidget(self.facts)

    def show_document(self, document: Document) -> None:
        """Show what an archivist says of it."""
        self.title.say(document.description.title)
        self.facts.setText(facts_of(document))

    def clear(self) -> None:
        """No document."""
        self.title.say("")
        self.facts.clear()


def facts_of(document: Document) -> str:
    """`MoU · 12 Mei 2017 · KS-012`: what is known of kind, date and code, in the window's words."""
    said = document.description
    kind = label("document_kinds", said.kind, language()) if said.kind != "other" else ""
    date = show(said.date, language()) if said.date else ""
    return " · ".join(part for part in (kind, date, said.reference_code) if part)

"""One of two documents side by side: its title, where it comes from, its pages."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from archive.likeness.differing import Differing
from archive.records import Document
from ui.desk import Desk
from ui.language import _, ngettext
from ui.models.document_words import number
from ui.reader.preview import PagePreview


class Side(QWidget):
    """A paper under its title. Words that the other document has not are marked."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.facts = QLabel(self), QLabel(self)
        self.paper = PagePreview(desk, self)
        self.title.setWordWrap(True)
        self.title.setObjectName("heading")
        self.facts.setObjectName("faint")
        self.facts.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.facts)
        column.addWidget(self.paper, 1)

    def show_document(self, document: Document, finder: Differing | None) -> None:
        """Show its first page, the differing words marked."""
        title = document.description.title
        self.title.setText(title)
        self.facts.setText(facts_words(document))
        self.paper.setAccessibleName(_("Pages of {title}").format(title=title))
        self.paper.show_document(document.id, 1, finder)

    def clear(self) -> None:
        """Let the paper go."""
        self.title.clear()
        self.facts.clear()
        self.paper.clear()


def facts_words(document: Document) -> str:
    """`12 pages · skripsi-bab5.pdf`."""
    pages = ngettext("{n} page", "{n} pages", document.pages).format(n=number(document.pages))
    return f"{pages} · {document.original.name}"

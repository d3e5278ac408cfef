"""The pages linked to an agreement: the words on them, and beneath these where they stand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from archive.records import Evidence
from ui.language import _
from ui.partnerships.words import source_words

EVIDENCE = Qt.ItemDataRole.UserRole


class Proofs(QWidget):
    """`opened` brings document and page of the link a person opens."""

    opened = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.evidence: tuple[Evidence, ...] | None = None
        self.heading, self.none, self.list = QLabel(), QLabel(), QListWidget()
        self.heading.setObjectName("faint")
        self.heading.setBuddy(self.list)
        self.none.setWordWrap(True)
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._open)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.none)
        self._stack.addWidget(self.list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.heading)
        layout.addWidget(self._stack, 1)

    def show_none(self) -> None:
        """Nothing is known yet."""
        self.evidence = None
        self.list.clear()
        self.retranslate()

    def show_evidence(self, evidence: tuple[Evidence, ...]) -> None:
        """Show these links; the place in the list stays when it is read again."""
        place = self.list.currentRow()
        self.evidence = evidence
        self.retranslate()
        self.list.setCurrentRow(min(place, len(evidence) - 1))

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        found = self.evidence or ()
        self.heading.setText(_("Evidence"))
        self.list.setAccessibleName(_("Evidence"))
        self.none.setText("" if self.evidence is None else _("No page is linked to it yet."))
        self.list.clear()
        for each in found:
            item = QListWidgetItem(_words(each), self.list)
            item.setData(EVIDENCE, each)
            item.setToolTip(_("Double-click or Enter opens the page."))
        self._stack.setCurrentWidget(self.list if found else self.none)

    def _open(self, item: QListWidgetItem) -> None:
        each = item.data(EVIDENCE)
        self.opened.emit(each.link.document, each.link.first_page)


def _words(each: Evidence) -> str:
    quote = " ".join(each.link.quote.split())
    said = (f"“{quote}”" if quote else "", source_words(each), each.link.note)
    return "\n".join(filter(None, said))

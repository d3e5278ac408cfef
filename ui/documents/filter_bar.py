"""What the documents table is narrowed to: words, a kind, a class, only what has problems."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from archive.records import DocumentQuery
from archive.vocabulary import terms
from ui.language import _
from ui.listings.words import term_label
from ui.models.document_words import documents_counted, number

PAUSE = 150  # milliseconds after the last letter


@dataclass(frozen=True, slots=True)
class Filter:
    """What is shown; everything where nothing is said."""

    text: str = ""
    kind: str | None = None
    problems: bool = False
    classification: str | None = None

    def narrow(self, query: DocumentQuery) -> DocumentQuery:
        """The same order, narrowed to this."""
        trouble = True if self.problems else None
        return replace(
            query,
            text=self.text,
            kind=self.kind,
            trouble=trouble,
            classification=self.classification,
        )


class FilterBar(QWidget):
    """The line above the table; `changed` comes a moment after the last letter."""

    changed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box, self.kind = FilterBox(self), QComboBox(self)
        self.classification = QComboBox(self)
        self.problems, self.count = QCheckBox(self), QLabel(self)
        self.box.setClearButtonEnabled(True)
        self.box.setMaximumWidth(420)
        for choice in (self.kind, self.classification):
            choice.setMaximumWidth(200)
        self.count.setObjectName("faint")
        self._total: int | None = None
        self._chosen = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAUSE)
        self._lay_out()
        self._connect()
        self.retranslate()

    def filter(self) -> Filter:
        """What is asked for."""
        text = " ".join(self.box.text().split())
        kind, classification = self.kind.currentData(), self.classification.currentData()
        return Filter(text, kind, self.problems.isChecked(), classification)

    def show_filter(self, wanted: Filter) -> None:
        """Write a filter, without telling of it."""
        self._soon.stop()
        parts = self.box, self.kind, self.classification, self.problems
        for part in parts:
            part.blockSignals(True)
        self.box.setText(wanted.text)
        self.kind.setCurrentIndex(max(0, self.kind.findData(wanted.kind)))
        classes = self.classification
        classes.setCurrentIndex(max(0, classes.findData(wanted.classification)))
        self.problems.setChecked(wanted.problems)
        for part in parts:
            part.blockSignals(False)

    def clear(self) -> None:
        """Show everything."""
        self.show_filter(Filter())
        self.changed.emit()
        self.box.setFocus()

    def show_count(self, total: int | None) -> None:
        """Say how many documents there are; None says nothing."""
        self._total = total
        self._say_count()

    def show_chosen(self, count: int) -> None:
        """Say how many of them are chosen, where it is more than one."""
        self._chosen = count
        self._say_count()

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.box.setPlaceholderText(_("Find by title, name or code"))
        self.box.setAccessibleName(_("Find by title, name or code"))
        self.kind.setAccessibleName(_("Kind of document"))
        self.problems.setText(_("Only with problems"))
        self.problems.setToolTip(_("Files that need a password, are damaged or cannot be read"))
        self.classification.setAccessibleName(_("Classification"))
        chosen = self.filter()
        _offer(self.kind, _("All kinds"), "document_kinds")
        _offer(self.classification, _("All classes"), "classifications")
        self.show_filter(chosen)
        self._say_count()

    def _say_count(self) -> None:
        said = "" if self._total is None else documents_counted(self._total)
        if self._total is not None and self._chosen > 1:
            said = _("{all} · {n} chosen").format(all=said, n=number(self._chosen))
        self.count.setText(said)

    def _connect(self) -> None:
        self.box.textChanged.connect(lambda _text: self._soon.start())
        self.box.left.connect(self.left)
        self._soon.timeout.connect(self.changed)
        self.kind.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self.classification.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self.problems.toggled.connect(lambda _on: self.changed.emit())

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.box, 3)
        row.addWidget(self.kind)
        row.addWidget(self.classification)
        row.addWidget(self.problems)
        row.addStretch(1)
        row.addWidget(self.count)


def _offer(box: QComboBox, every: str, vocabulary: str) -> None:
    """All, and each term; without telling of it."""
    box.blockSignals(True)
    box.clear()
    box.addItem(every, None)
    for term in terms(vocabulary):
        box.addItem(term_label(vocabulary, term.code), term.code)
    box.blockSignals(False)


class FilterBox(QLineEdit):
    """A line that Esc empties and that Down leaves for the table."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties it first; a second Esc is for the window."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)

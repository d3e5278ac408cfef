"""The fields of a description, laid out in two columns."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from archive.errors import Invalid
from archive.records import Access, Description
from archive.vocabulary import terms
from ui.documents.field import Field
from ui.language import _, language
from ui.messages import rule_sentence
from ui.models.document_words import access_label, kind_label
from ui.widgets.date_edit import DateEdit

LINES = 3  # of the long fields, as they begin


class DescriptionForm(QWidget):
    """Shows a description and reads it back."""

    edited = Signal()

    def __init__(self, level: Access, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = level
        date = DateEdit("date")
        self.title, self.kind = Field(QLineEdit()), Field(QComboBox())
        self.date, self.language = Field(date, date.line), Field(QComboBox())
        self.reference_code, self.creator = Field(QLineEdit()), Field(QLineEdit())
        self.access = Field(QComboBox())
        self.scope, self.note = Field(_several_lines()), Field(_several_lines())
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_description(self, description: Description) -> None:
        """Fill the fields."""
        self.title.control.setText(description.title)
        self.title.control.setCursorPosition(0)
        self.reference_code.control.setText(description.reference_code)
        self.creator.control.setText(description.creator)
        self.date.control.set_value(description.date)
        self.scope.control.setPlainText(description.scope)
        self.note.control.setPlainText(description.note)
        _choose(self.kind.control, description.kind, kind_label(description.kind))
        _choose(self.language.control, description.language, description.language)
        _choose(self.access.control, int(description.access), access_label(description.access))

    def description(self) -> Description:
        """What the fields say. Raises `Invalid` (`date`, `not_a_date`)."""
        return Description(
            title=self.title.control.text(),
            kind=self.kind.control.currentData(),
            reference_code=self.reference_code.control.text(),
            date=self.date.control.value(),
            creator=self.creator.control.text(),
            language=self.language.control.currentData(),
            scope=self.scope.control.toPlainText(),
            note=self.note.control.toPlainText(),
            access=Access(self.access.control.currentData()),
        )

    def refuse(self, error: Invalid) -> bool:
        """Say beside its field what a rule refuses; whether there is such a field."""
        field = self._fields().get(error.field)
        if field is not None:
            field.refuse(rule_sentence(error))
        return field is not None

    def accept_all(self) -> None:
        """Take back what was refused."""
        for field in self._fields().values():
            field.refuse("")

    def retranslate(self) -> None:
        """Write every word in the language in use; choices stay as they are."""
        self.title.call(_("&Title"))
        self.kind.call(_("&Kind"))
        self.date.call(_("&Date"))
        self.language.call(_("&Language"))
        self.reference_code.call(_("&Reference code"))
        self.creator.call(_("Cr&eator"))
        self.access.call(_("&Access"))
        self.scope.call(_("&Scope and content"))
        self.note.call(_("&Note"))
        self.date.control.retranslate()
        _fill(self.kind.control, _kinds)
        _fill(self.language.control, _languages)
        _fill(self.access.control, self._levels)

    def _levels(self) -> list[tuple[str, object]]:
        return [(access_label(level), int(level)) for level in Access if level <= self._level]

    def _fields(self) -> dict[str, Field[QWidget]]:
        names = (
            *("title", "kind", "date", "language", "reference_code"),
            *("creator", "access", "scope", "note"),
        )
        return {name: getattr(self, name) for name in names}

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.addWidget(self.title, 0, 0, 1, 2)
        rows: tuple[tuple[QWidget, QWidget], ...] = (
            (self.kind, self.date),
            (self.reference_code, self.language),
            (self.creator, self.access),
            (self.scope, self.note),
        )
        for row, pair in enumerate(rows, start=1):
            for column, field in enumerate(pair):
                grid.addWidget(field, row, column)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(4, 1)

    def _connect(self) -> None:
        for line in (self.title, self.reference_code, self.creator):
            line.control.textEdited.connect(lambda _text: self.edited.emit())
        for choice in (self.kind, self.language, self.access):
            choice.control.activated.connect(lambda _at: self.edited.emit())
        for text in (self.scope, self.note):
            text.control.textChanged.connect(self.edited)
        self.date.control.edited.connect(self.edited)


def _several_lines() -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setTabChangesFocus(True)
    made.setMinimumHeight(made.fontMetrics().lineSpacing() * LINES + 16)
    return made


def _kinds() -> list[tuple[str, object]]:
    return [(term.label(language()), term.code) for term in terms("document_kinds")]


def _languages() -> list[tuple[str, object]]:
    known = [(term.label(language()), term.code) for term in terms("languages")]
    return [(_("not known"), ""), *known]


def _fill(box: QComboBox, choices: Callable[[], list[tuple[str, object]]]) -> None:
    """Put the choices in their words; one that is not in the list is kept below them."""
    chosen, words = box.currentData(), box.currentText()
    box.clear()
    for label, code in choices():
        box.addItem(label, code)
    if chosen is not None:
        _choose(box, chosen, words)


def _choose(box: QComboBox, code: object, words: str) -> None:
    if box.findData(code) < 0:
        box.addItem(words, code)
    box.setCurrentIndex(box.findData(code))

"""The fields of a description on two leaves: the essentials, and the archival details."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabWidget,
    QWidget,
)

from archive.errors import Invalid
from archive.records import Access, Description, Document
from ui.documents import choices
from ui.documents.facts import FileFacts
from ui.documents.field import Field
from ui.editors.link_form import read_span, written_span
from ui.language import _
from ui.listings.words import term_label
from ui.messages import rule_sentence
from ui.models.document_words import access_label, extent_words
from ui.widgets.date_edit import DateEdit

LINED = ("title", "reference_code", "creator", "location", "parallel_title", "keywords")
LINES = 3  # of the long fields, as they begin
MARGIN = 12
Rows = tuple[tuple[QWidget, ...], ...]


class DescriptionForm(QTabWidget):
    """Shows the description of a document and reads it back."""

    def __init__(self, level: Access, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level, self._document = level, document
        date = DateEdit("date")
        self.title, self.kind = Field(QLineEdit()), Field(QComboBox())
        self.date, self.language = Field(date, date.line), Field(QComboBox())
        self.reference_code, self.creator = Field(QLineEdit()), Field(QLineEdit())
        self.access, self.level = Field(QComboBox()), Field(QComboBox())
        self.extent = Field(QLabel())
        self.classification, self.copy_status = Field(QComboBox()), Field(QComboBox())
        self.location = Field(QLineEdit())
        self.parallel_title, self.keywords = Field(QLineEdit()), Field(QLineEdit())
        self.years = Field(QLineEdit())
        self.scope, self.note = Field(_several_lines()), Field(_several_lines())
        self.facts = FileFacts(document)
        self._lay_out()
        self.retranslate()
        self.show_description(document.description)

    def show_description(self, description: Description) -> None:
        """Fill the fields."""
        for name in LINED:
            line: QLineEdit = getattr(self, name).control
            line.setText(getattr(description, name))
            line.setCursorPosition(0)
        covered = description.first_year, description.last_year
        self.years.control.setText(written_span(*covered))
        self.date.control.set_value(description.date)
        self.scope.control.setPlainText(description.scope)
        self.note.control.setPlainText(description.note)
        for name, vocabulary in choices.VOCABULARIES.items():
            code = getattr(description, name)
            choices.choose(getattr(self, name).control, code, term_label(vocabulary, code))
        access = description.access
        choices.choose(self.access.control, int(access), access_label(access))

    def description(self) -> Description:
        """What the fields say. Raises `Invalid` (`date`, `years`)."""
        first_year, last_year = read_span("years", self.years.control.text())
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
            level=self.level.control.currentData(),
            copy_status=self.copy_status.control.currentData(),
            classification=self.classification.control.currentData(),
            location=self.location.control.text(),
            parallel_title=self.parallel_title.control.text(),
            keywords=self.keywords.control.text(),
            first_year=first_year,
            last_year=last_year,
        )

    def refuse(self, error: Invalid) -> bool:
        """Say beside its field what a rule refuses, and turn there; whether there is such a one."""
        field = self._fields().get(error.field)
        if field is not None:
            self.setCurrentIndex(int(field in self._details.findChildren(Field)))
            field.refuse(rule_sentence(error))
        return field is not None

    def accept_all(self) -> None:
        """Take back what was refused."""
        for field in self._fields().values():
            field.refuse("")

    def allow(self, *, editing: bool) -> None:
        """Whether the fields can be changed; the leaves can be turned all the same."""
        for field in self._fields().values():
            field.setEnabled(editing)

    def retranslate(self) -> None:
        """Write every word in the language in use; choices stay as they are."""
        self.setTabText(0, _("Essentials"))
        self.setTabText(1, _("Archival details"))
        for name, words in _names().items():
            getattr(self, name).call(words)
        self.extent.control.setText(extent_words(self._document))
        self.extent.setToolTip(_("Counted from the file, not typed"))
        self.date.control.retranslate()
        for name in choices.VOCABULARIES:
            choices.fill(getattr(self, name).control, partial(choices.choices, name))
        choices.fill(self.access.control, partial(choices.levels, self._level))
        self.keywords.control.setPlaceholderText(_("parted by semicolons"))
        self.years.control.setPlaceholderText(_("for example 2018 or 2018-2019; may stay empty"))
        self.facts.retranslate()

    def _fields(self) -> dict[str, Field[QWidget]]:
        return {name: getattr(self, name) for name in _names() if name != "extent"}

    def _lay_out(self) -> None:
        self.addTab(
            _leaf(
                (self.title,),
                (self.reference_code, self.level),
                (self.creator, self.date),
                (self.kind, self.language),
                (self.extent, self.access),
                (self.scope,),
            ),
            "",
        )
        rows: Rows = (
            (self.parallel_title,),
            (self.keywords, self.years),
            (self.classification, self.copy_status),
            (self.location,),
            (self.note,),
        )
        self._details = _leaf(*rows, (self.facts,))
        self.addTab(self._details, "")
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)


def _leaf(*rows: tuple[QWidget, ...]) -> QWidget:
    """Rows of one field or two; the last long field takes the room there is."""
    leaf = QWidget()
    grid = QGridLayout(leaf)
    grid.setContentsMargins(0, MARGIN, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    for at, row in enumerate(rows):
        for column, field in enumerate(row):
            grid.addWidget(field, at, column, 1, 3 - len(row) if column == 0 else 1)
        long = isinstance(getattr(row[0], "control", None), QPlainTextEdit)
        grid.setRowStretch(at, int(long))
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return leaf


def _several_lines() -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setTabChangesFocus(True)
    made.setMinimumHeight(made.fontMetrics().lineSpacing() * LINES + 16)
    return made


def _names() -> dict[str, str]:
    return {
        "title": _("&Title"),
        "reference_code": _("&Reference code"),
        "level": _("Le&vel of description"),
        "creator": _("Cr&eator"),
        "date": _("&Date"),
        "kind": _("&Kind"),
        "language": _("&Language"),
        "extent": _("Extent"),
        "access": _("&Access"),
        "scope": _("&Scope and content"),
        "parallel_title": _("Title in another lan&guage"),
        "keywords": _("Keyw&ords"),
        "years": _("&Years covered"),
        "classification": _("Class&ification"),
        "copy_status": _("Copy stat&us"),
        "location": _("&Where the original lies"),
        "note": _("&Note"),
    }

"""The fields of a link: pages, quote, what it supports, years; troubles are said beside them."""

from __future__ import annotations

import re
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from archive.errors import ArchiveError, Invalid
from archive.records import LinkDraft
from ui.language import _

UNREAD = ("unclear", "empty")  # the form's own rules: no number could be read
_RANGE = re.compile(r"(\d+)\s*(?:(?:-|–|—|\.\.)\s*(\d+))?")


class LinkForm(QWidget):
    """Lies over the whole of its dialog."""

    def __init__(self, draft: LinkDraft, title: str, dialog: QWidget) -> None:
        super().__init__(dialog)
        self.title = QLabel(title, self)
        self.title.setWordWrap(True)
        self.title.setObjectName("title")
        self.pages = QLineEdit(written_span(draft.first_page, draft.last_page), self)
        self.quote = QPlainTextEdit(draft.quote, self)
        self.quote.setTabChangesFocus(True)
        self.quote.setFixedHeight(self.quote.fontMetrics().lineSpacing() * 5)
        self.target = QLineEdit(self)
        self.list = QListWidget(self)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = QLabel(self)
        self.years = QLineEdit(written_span(draft.first_year, draft.last_year), self)
        self.note = QLineEdit(draft.note, self)
        self.new_program = QPushButton(self)
        self.new_partnership = QPushButton(self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._troubles = {name: self._trouble() for name in ("target", "pages", "quote", "years")}
        self._arrange(dialog)
        self._word()

    def for_whole(self, *, several: bool) -> None:
        """No quote, for all of a document is meant; of several, no pages either."""
        hidden = ("quote", "pages") if several else ("quote",)
        for name in hidden:
            self._rows.setRowVisible(getattr(self, name), False)
            self._rows.setRowVisible(self._troubles[name], False)

    def add(self, widget: QWidget) -> None:
        """One more row, above the buttons."""
        self._rows.insertRow(self._rows.rowCount() - 1, widget)

    def read(self, draft: LinkDraft) -> LinkDraft:
        """The draft with pages, quote, years and note as typed. Raises `Invalid`."""
        first_page, last_page = read_span("pages", self.pages.text())
        first_year, last_year = read_span("years", self.years.text())
        if first_page is None or last_page is None:
            raise Invalid("pages", "empty")
        return replace(
            draft,
            first_page=first_page,
            last_page=last_page,
            quote=self.quote.toPlainText().strip(),
            first_year=first_year,
            last_year=last_year,
            note=self.note.text().strip(),
        )

    def refuse(self, error: BaseException) -> None:
        """Say beside its field why a value was refused."""
        from ui.messages import sentence

        words = sentence(error) if isinstance(error, ArchiveError) else str(error)
        field = error.field if isinstance(error, Invalid) else "target"
        if isinstance(error, Invalid) and error.rule in UNREAD:
            words = _("Write a number, or two with a dash between them.")
        self.say(field if field in self._troubles else "target", words)

    def say(self, field: str, words: str) -> None:
        """Say something beside a field and put the cursor there."""
        self._troubles[field].setText(words)
        self._troubles[field].show()
        getattr(self, field).setFocus()

    def clear_troubles(self) -> None:
        """All is well again."""
        for label in self._troubles.values():
            label.hide()

    def _trouble(self) -> QLabel:
        label = QLabel(self)
        label.setObjectName("trouble")
        label.setWordWrap(True)
        label.hide()
        return label

    def _arrange(self, dialog: QWidget) -> None:
        form = self._rows = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.title)
        form.addRow(_("Evidence for"), self._column(self.target, self.list, self.nothing))
        form.addRow("", self._troubles["target"])
        form.addRow("", self._row(self.new_program, self.new_partnership))
        for name, label in (("years", _("Years")), ("pages", _("Pages")), ("quote", _("Quote"))):
            form.addRow(label, getattr(self, name))
            form.addRow("", self._troubles[name])
        form.addRow(_("Note"), self.note)
        form.addRow(self.buttons)
        around = QVBoxLayout(dialog)
        around.setContentsMargins(16, 16, 16, 16)
        around.addWidget(self)
        dialog.resize(620, 560)

    def _column(self, *parts: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        for part in parts:
            column.addWidget(part)
        return column

    def _row(self, *parts: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        for part in parts:
            row.addWidget(part)
        row.addStretch(1)
        return row

    def _word(self) -> None:
        self.target.setPlaceholderText(_("Type a few letters of a program, agreement or city"))
        self.target.setAccessibleName(_("Evidence for"))
        self.list.setAccessibleName(_("What was found"))
        self.nothing.setText(_("Nothing has this name."))
        self.nothing.hide()
        self.years.setPlaceholderText(_("for example 2018 or 2018-2019; may stay empty"))
        self.new_program.setText(_("New program…"))
        self.new_partnership.setText(_("New partnership…"))
        for button in (self.new_program, self.new_partnership):
            button.setAutoDefault(False)
        self.link = self.buttons.addButton(_("Link"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.link.setDefault(True)
        for name, words in (
            ("pages", _("Pages")),
            ("quote", _("Quote")),
            ("years", _("Years")),
            ("note", _("Note")),
        ):
            getattr(self, name).setAccessibleName(words)


def written_span(first: int | None, last: int | None) -> str:
    """`12`, `12–14`, or nothing."""
    if first is None:
        return ""
    return str(first) if last in (None, first) else f"{first}–{last}"


def read_span(field: str, text: str) -> tuple[int | None, int | None]:
    """A number or a range of two; both None where nothing is written. Raises `Invalid`."""
    if not text.strip():
        return None, None
    found = _RANGE.fullmatch(text.strip())
    if found is None:
        raise Invalid(field, "unclear", text.strip())
    return int(found[1]), int(found[2] or found[1])

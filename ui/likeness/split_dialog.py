"""Splits a scan that holds several papers: a row for each, with its pages and its title."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from archive.errors import ArchiveError
from archive.likeness.splitting import split
from archive.records import Document
from archive.records.likeness import PageSpan
from ui.custody.growing import trouble_label
from ui.desk import Desk
from ui.editors.leaving import Leaving
from ui.language import _, ngettext
from ui.messages import sentence
from ui.models.document_words import number
from ui.reader.preview import PagePreview

SIZE = (980, 640)


class SplitDialog(QDialog):
    """Begins with two parts; going to a row's pages shows them on the left."""

    def __init__(self, desk: Desk, document: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._id, self._count = desk, document, 0
        self._saving, self._title = False, ""
        self.rows: list[tuple[QSpinBox, QSpinBox, QLineEdit]] = []
        self.paper, self.explained = PagePreview(desk, self), QLabel(self)
        self.add_button, self.trouble = QPushButton(self), trouble_label()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.split_button = self.buttons.addButton(
            _("Split"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.leaving = Leaving(self)
        self._grid, self._held = QGridLayout(), QWidget(self)
        self._lay_out()
        self._connect()
        if desk.archive is not None:
            desk.jobs.run(desk.archive.documents.get, document, done=self._begin)

    def spans(self) -> list[PageSpan]:
        """What is asked for."""
        return [
            PageSpan(first.value(), last.value(), title.text()) for first, last, title in self.rows
        ]

    def accept(self) -> None:
        """Split, in a job; the dialog closes when it is done."""
        archive = self._desk.archive
        if self._saving or archive is None or not self._desk.writable or not self.rows:
            return
        self._set_saving(True)
        values = archive, self._id, self.spans()
        self._desk.jobs.run(split, *values, done=self._done, failed=self._refused)

    def reject(self) -> None:
        """Close, after asking where something typed would be lost."""
        if self.leaving.changed and not self._saving:
            self.leaving.ask(super().reject)
        elif not self._saving:
            super().reject()

    def done(self, result: int) -> None:
        """Let the paper go."""
        self.paper.clear()
        super().done(result)

    def add_row(self) -> None:
        """One part more, behind the last; its first page is the one shown."""
        shown = self.paper.view.page if self.rows else 1
        before = self.rows[-1][1] if self.rows else None
        first = min(self._count, max(shown, self.rows[-1][0].value() + 1)) if self.rows else 1
        if before is not None:
            before.setValue(max(first - 1, self.rows[-1][0].value()))
        self._append(first, self._count)

    def _append(self, first: int, last: int) -> None:
        place = len(self.rows) + 1
        row = self._spin(first), self._spin(last), QLineEdit(self._held)
        row[2].setText(_("{title}, part {n}").format(title=self._title, n=place))
        names = _("First page of part {n}"), _("Last page of part {n}"), _("Title of part {n}")
        for column, (part, name) in enumerate(zip(row, names, strict=True)):
            part.setAccessibleName(name.format(n=place))
            self._grid.addWidget(part, place, column)
        row[0].valueChanged.connect(self._show_page)
        row[1].valueChanged.connect(self._show_page)
        self.rows.append(row)
        self._grid.setRowStretch(place, 0)
        self._grid.setRowStretch(place + 1, 1)

    def _spin(self, value: int) -> QSpinBox:
        box = QSpinBox(self._held)
        box.setRange(1, max(1, self._count))
        box.setValue(value)
        return box

    def _show_page(self, page: int) -> None:
        self.paper.view.go_to(page)

    def _begin(self, document: Document) -> None:
        self._count, self._title = document.pages, document.description.title
        self.setWindowTitle(_("Split “{title}”").format(title=self._title))
        self.explained.setText(_explained(document.pages))
        self.paper.show_document(document.id)
        self.split_button.setEnabled(document.pages > 0 and self._desk.writable)
        half = max(1, document.pages // 2)
        self._append(1, half)
        self._append(min(half + 1, max(1, document.pages)), max(1, document.pages))
        self.leaving.begin()
        self.rows[0][1].setFocus()

    def _done(self, _documents: object) -> None:
        self._set_saving(False)
        super().accept()

    def _refused(self, error: BaseException) -> None:
        self._set_saving(False)
        if isinstance(error, ArchiveError):
            self.trouble.setText(sentence(error))
            self.trouble.show()
        else:
            self._desk.jobs.failed.emit(error)

    def _set_saving(self, saving: bool) -> None:
        self._saving = saving
        self.split_button.setEnabled(not saving)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add_row)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._desk.archive_closing.connect(super().reject)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.accept)

    def _lay_out(self) -> None:
        self.resize(*SIZE)
        self.explained.setWordWrap(True)
        self.explained.setObjectName("faint")
        self.add_button.setText(_("&Add a part"))
        self.add_button.setToolTip(_("A part that begins at the page shown"))
        self.add_button.setAutoDefault(False)
        cancel = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(_("Cancel"))
        self.split_button.setToolTip(_("Split (Ctrl+Enter)"))
        self.split_button.setDefault(True)
        split_view = QSplitter(self)
        split_view.addWidget(self.paper)
        split_view.addWidget(self._parts())
        split_view.setChildrenCollapsible(False)
        split_view.setSizes([520, 440])
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.explained)
        column.addWidget(split_view, 1)
        column.addWidget(self.trouble)
        column.addWidget(self.buttons)
        self.trouble.hide()

    def _parts(self) -> QWidget:
        heads = _("From page"), _("To page"), _("Title")
        for place, words in enumerate(heads):
            self._grid.addWidget(QLabel(words), 0, place, Qt.AlignmentFlag.AlignLeft)
        self._grid.setColumnStretch(2, 1)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._held.setLayout(self._grid)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(self._held)
        whole, below = QWidget(self), QHBoxLayout()
        below.addWidget(self.add_button)
        below.addStretch()
        column = QVBoxLayout(whole)
        column.setContentsMargins(8, 0, 0, 0)
        column.addWidget(area, 1)
        column.addLayout(below)
        return whole


def _explained(pages: int) -> str:
    words = ngettext(
        "{n} page. Each part becomes a document of its own; the file itself stays as it is.",
        "{n} pages. Each part becomes a document of its own; the file itself stays as it is. A page"
        " may be in two parts.",
        pages,
    )
    return words.format(n=number(pages))

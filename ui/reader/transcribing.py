"""Types a page: its picture beside the words, which begin with what the machine read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from archive.errors import ArchiveError
from ui.editors.leaving import Leaving
from ui.language import _
from ui.messages import sentence
from ui.reader.page_facts import said_of
from ui.reader.source import Source
from ui.reader.view import PageView

if TYPE_CHECKING:
    from ui.desk import Desk

SIZE = (1080, 700)


class TranscribeDialog(QDialog):
    """Transcribes one page (physical, from 1); `saved` tells that its text has been kept."""

    saved = Signal()

    def __init__(
        self, desk: Desk, source: Source, page: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._source, self._page = desk, source, page
        self._saving = False
        self.picture, self.text = PageView(self), QPlainTextEdit(self)
        self.how, self.wrong = QLabel(self), QLabel(self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.save_button = self.buttons.addButton(_("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.text.setPlainText(text_of(source, page))
        self.leaving = Leaving(self)
        self._lay_out()
        self._connect()
        self._write_words()
        self.resize(SIZE[0], SIZE[1])
        self.text.setFocus()
        if source.can_open:
            self.picture.show_paper(source.opener(), page)

    def accept(self) -> None:
        """Keep what is typed, in a job; the dialog closes when it is kept."""
        archive = self._desk.archive
        if self._saving or archive is None or not self._desk.writable:
            return
        self._set_saving(True)
        place = self._source.document.id, self._page
        typed = self.text.toPlainText()
        keep = archive.scans.transcribe
        self._desk.jobs.run(keep, *place, typed, done=self._kept, failed=self._refused)

    def reject(self) -> None:
        """Close, after asking where typed words would be lost; not while they are saved."""
        if self._saving:
            return
        if self.leaving.changed:
            self.leaving.ask(self._let_go)
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Let the paper go."""
        self.picture.clear()
        super().done(result)

    def _kept(self, _nothing: object) -> None:
        self._set_saving(False)
        self.saved.emit()
        super().accept()

    def _refused(self, error: BaseException) -> None:
        self._set_saving(False)
        if isinstance(error, ArchiveError):
            self.wrong.setText(sentence(error))
            self.wrong.show()
        else:
            self._desk.jobs.failed.emit(error)

    def _let_go(self) -> None:
        """Close, whatever has been typed."""
        self._saving = False
        super().reject()

    def _set_saving(self, saving: bool) -> None:
        self._saving = saving
        self.save_button.setEnabled(not saving)

    def _connect(self) -> None:
        self.picture.opened.connect(lambda: QTimer.singleShot(0, self.picture, self._to_page))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._desk.archive_closing.connect(self._let_go)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept)
        for keys, step in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1)):
            larger = QShortcut(QKeySequence(keys), self)
            larger.activated.connect(lambda step=step: self.picture.zoom_by(step))
        QShortcut(QKeySequence("Ctrl+R"), self).activated.connect(self._turn)

    def _turn(self) -> None:
        self.picture.rotate(1)
        self._to_page()

    def _to_page(self) -> None:
        self.picture.go_to(self._page)

    def _write_words(self) -> None:
        self.setWindowTitle(_("Transcribe page {page}").format(page=self._page))
        said = said_of(self._source.pages[self._page - 1])
        advice = _(
            "Type the words as they stand on the page. From then on they are searched and quoted;"
            " what the machine read stays kept beside them."
        )
        self.how.setText(f"{said}. {advice}" if said else advice)
        self.picture.setAccessibleName(_("The page"))
        self.text.setAccessibleName(_("Words of the page"))
        self.save_button.setToolTip(_("Save (Ctrl+Enter)"))
        cancel = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(_("Cancel"))

    def _lay_out(self) -> None:
        self.text.setTabChangesFocus(True)
        self.how.setWordWrap(True)
        self.how.setObjectName("faint")
        self.wrong.setObjectName("wrong")
        self.wrong.setWordWrap(True)
        self.wrong.hide()
        split = QSplitter(self)
        split.addWidget(self.picture)
        split.addWidget(self.text)
        split.setChildrenCollapsible(False)
        split.setSizes([560, 480])
        foot = QHBoxLayout()
        foot.addWidget(self.wrong, 1)
        foot.addWidget(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.how)
        column.addWidget(split, 1)
        column.addLayout(foot)
        self.save_button.setDefault(True)


def text_of(source: Source, page: int) -> str:
    """The words of a page as they are known so far."""
    read = source.readings.get(page)
    return read.text if read is not None else source.pages[page - 1].text

"""The pages of one kept print."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from archive.records import KeptPrint
from ui.desk import Desk
from ui.language import _
from ui.messages.prints import report_word
from ui.prints.words import subject_words
from ui.reader.preview import PagePreview

SIZE = 760, 700
STATE = "prints/pages"


class KeptPagesDialog(QDialog):
    """Shows the kept file itself; nothing is drawn anew."""

    def __init__(self, desk: Desk, kept: KeptPrint, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._kept = desk, kept
        self.pages, self.sha256, self.shut = PagePreview(desk, self), QLabel(), QPushButton()
        self.sha256.setObjectName("faint")
        self.sha256.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.sha256.setText(f"SHA-256 {kept.sha256}")
        self._lay_out()
        self.shut.clicked.connect(self.reject)
        desk.archive_closing.connect(self.reject)
        desk.language_changed.connect(self.retranslate)
        self.retranslate()
        self.pages.show_file(kept.file)
        self.pages.view.setFocus()

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.setWindowTitle(f"{report_word(self._kept.told.report)}, {subject_words(self._kept)}")
        self.shut.setText(_("Close"))
        self.pages.retranslate()

    def done(self, result: int) -> None:
        """Let the file go."""
        self._desk.settings.set_state(STATE, self.saveGeometry())
        self.pages.clear()
        super().done(result)

    def _lay_out(self) -> None:
        foot, column = QHBoxLayout(), QVBoxLayout(self)
        foot.addWidget(self.sha256, 1)
        foot.addWidget(self.shut)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.pages, 1)
        column.addLayout(foot)
        if not self.restoreGeometry(self._desk.settings.state(STATE)):
            self.resize(*SIZE)

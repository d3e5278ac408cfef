"""The line that installs missing languages, to be copied by a person."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from archive.intake.ocr.languages import installing
from ui.language import _
from ui.scanning.names import how_to_install, language_names
from ui.widgets.icons import icon


class InstallLine(QWidget):
    """Hidden while nothing is missing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._missing: tuple[str, ...] = ()
        self.says, self.line, self.copy = QLabel(self), QLineEdit(self), QToolButton(self)
        self.says.setObjectName("faint")
        self.says.setWordWrap(True)
        self.line.setReadOnly(True)
        self.copy.clicked.connect(self._copy)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.says)
        column.addLayout(row)
        self.retranslate()

    def show_missing(self, missing: Sequence[str]) -> None:
        """These languages, as Tesseract names them, are not there."""
        self._missing = tuple(missing)
        self.retranslate()

    def retranslate(self) -> None:
        """Write every word in the language of the window."""
        self.copy.setIcon(icon("copy"))
        self.copy.setToolTip(_("Copy the line"))
        self.copy.setAccessibleName(_("Copy the line"))
        self.line.setAccessibleName(_("Line that installs what is missing"))
        self.setVisible(bool(self._missing))
        if self._missing:
            self._say()

    def _say(self) -> None:
        how = installing(self._missing)
        named = _("Not installed on this computer: {languages}.")
        said = named.format(languages=language_names(self._missing))
        self.says.setText(f"{said} {how_to_install(how)}")
        self.line.setText(how.command)
        self.line.setCursorPosition(0)
        for part in (self.line, self.copy):
            part.setVisible(bool(how.command))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.line.text())
        self.line.selectAll()

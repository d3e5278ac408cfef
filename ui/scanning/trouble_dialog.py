"""Why pages are not read here, and what can be done about it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from ui.custody.growing import grow
from ui.language import _
from ui.messages import sentence
from ui.scanning.eyes import Eyes
from ui.scanning.install_line import InstallLine

WIDTH = 520


class TroubleDialog(QDialog):
    """Says what is missing, with the line that installs it, and tries again."""

    def __init__(self, eyes: Eyes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._eyes = eyes
        self.says, self.missing = QLabel(self), InstallLine(self)
        self.says.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        again = self.buttons.addButton(_("Try again"), QDialogButtonBox.ButtonRole.AcceptRole)
        again.setDefault(True)
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setText(_("Close"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for part in (self.says, self.missing, self.buttons):
            column.addWidget(part)
        self._say()
        self.resize(WIDTH, 0)
        grow(self)

    def accept(self) -> None:
        """Look again, and read what waits."""
        super().accept()
        self._eyes.go_on()

    def _say(self) -> None:
        self.setWindowTitle(_("Reading of pictures"))
        trouble = self._eyes.trouble
        some = _("Some languages are not looked for, because they are not installed.")
        said = sentence(replace(trouble, command="")) if trouble is not None else some
        self.says.setText(said)
        no_engine = trouble is not None and trouble.reason == "no_engine"
        self.missing.show_missing(() if no_engine else self._eyes.missing)

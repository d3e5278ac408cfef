"""Shows a file that was chosen, with a button to choose another."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from ui.language import _

ENDING = ".kembar"


class FileLine(QWidget):
    """A backup file to write (`saving`) or to read; only chosen, so that Qt asks before replacing.

    `chosen` tells of a file that a person chose.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, saving: bool) -> None:
        super().__init__(parent)
        self._saving = saving
        self._file: Path | None = None
        self.line, self.choose = QLineEdit(), QPushButton()
        self.line.setReadOnly(True)
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._look)
        self.setFocusProxy(self.choose)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.choose)
        self.retranslate()

    def file(self) -> Path | None:
        """The file; None until there is one."""
        return self._file

    def set_file(self, file: Path) -> None:
        """Show this file."""
        self._file = file
        self.line.setText(str(file))
        self.line.setToolTip(str(file))

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.choose.setText(_("Choose…"))
        self.choose.setAccessibleName(self._title())
        self.line.setAccessibleName(_("Backup file"))
        self.line.setPlaceholderText("" if self._saving else _("No file chosen yet"))

    def _title(self) -> str:
        return _("Choose where the backup goes") if self._saving else _("Choose a backup file")

    def _look(self) -> None:
        dialog = QFileDialog(self, self._title())
        dialog.setNameFilters([_("Backups of Kembar (*.kembar)"), _("All files (*)")])
        if self._saving:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix(ENDING.removeprefix("."))
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        if self._file is not None:
            dialog.setDirectory(str(self._file.parent))
            dialog.selectFile(self._file.name)
        dialog.fileSelected.connect(self._found)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _found(self, file: str) -> None:
        self.set_file(Path(file))
        self.chosen.emit(Path(file))

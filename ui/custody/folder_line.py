"""A line for the path of a new folder, with a button that looks for its place."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from ui.language import _

UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')  # what some system refuses in a folder's name


def documents() -> Path:
    """Where people keep their papers on this computer."""
    location = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(location) or Path.home())


def folder_name(words: str) -> str:
    """A name for a folder that every system allows, from a name people gave."""
    return " ".join(UNFIT.sub(" ", words).split()).strip(" .")


class FolderLine(QWidget):
    """Proposes a folder by a name until a person writes or chooses another."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line, self.choose = QLineEdit(), QPushButton()
        self._above, self._own = documents(), False
        self._name = ""
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._written)
        self.line.textChanged.connect(lambda _text: self.changed.emit())
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._look)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.choose)
        self.retranslate()

    def propose(self, name: str) -> None:
        """Have the folder go by this name, where the person has not written another."""
        self._name = folder_name(name)
        if not self._own:
            self.line.setText(str(self._above / self._name) if self._name else "")

    def set_path(self, folder: Path) -> None:
        """Show this folder, as if a person had written it."""
        self._own = True
        self.line.setText(str(folder))

    def path(self) -> Path | None:
        """The folder; None where none is written, or only a part of its path."""
        text = self.line.text().strip()
        found = Path(text) if text else None
        return found if found is not None and found.is_absolute() else None

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.choose.setText(_("Choose…"))
        self.choose.setAccessibleName(_("Choose where the folder goes"))
        self.line.setAccessibleName(_("Folder"))

    def _written(self, text: str) -> None:
        self._own = bool(text.strip())

    def _look(self) -> None:
        dialog = QFileDialog(self, _("Choose where the folder goes"), str(self._above))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _chosen(self, folder: str) -> None:
        """The new folder goes into the one that was chosen, which may hold other things."""
        self._above, self._own = Path(folder), False
        self.line.setText(str(self._above / self._name) if self._name else folder)

"""The row of the settings for the watched folder: a switch, the folder, a button to choose it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from archive.archive import Archive
from archive.intake.watching import within
from archive.rules import refuse
from ui.custody.growing import trouble_label
from ui.desk import Desk
from ui.language import _
from ui.messages import sentence
from ui.watching.choice import Watched, choose, watched
from ui.widgets.elided import ElidedLabel


class WatchRow(QWidget):
    """For the open archive only; each choice counts at once. `grown` tells of more words in it."""

    grown = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.switch, self.folder, self.choose = QCheckBox(), ElidedLabel(), QPushButton()
        self.about, self.wrong = QLabel(), trouble_label()
        self._lay_out()
        self.retranslate()
        self.switch.clicked.connect(self._turn)
        self.choose.clicked.connect(self._ask)

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.switch.setText(_("&Bring in new files from this folder by themselves"))
        self.choose.setText(_("Choose…"))
        self.choose.setAccessibleName(_("Choose the folder to be watched"))
        self.about.setText(
            _(
                "Only for this archive, while it is open here. The files stay where they are; each"
                " is brought in once, when it is complete."
            )
        )
        self._show()

    def take(self, folder: Path) -> None:
        """Watch this folder from now on; one of the archive's own is refused."""
        archive = self._desk.archive
        if archive is None:
            return
        inside = within(folder, archive.folder)
        self.wrong.setVisible(inside)
        if inside:
            self.wrong.setText(sentence(refuse("folder", "inside_archive", folder)))
            self.grown.emit()
            return
        self._remember(archive, Watched(folder, on=True))

    def _turn(self, on: bool) -> None:
        archive = self._desk.archive
        if archive is None:
            return
        folder = watched(self._desk.settings, archive).folder
        if on and folder is None:
            self._show()
            self._ask()
        else:
            self._remember(archive, Watched(folder, on=on))

    def _remember(self, archive: Archive, chosen: Watched) -> None:
        choose(self._desk.settings, archive, chosen)
        self._show()

    def _show(self) -> None:
        archive = self._desk.archive
        chosen = watched(self._desk.settings, archive) if archive is not None else Watched()
        self.switch.setChecked(chosen.on)
        self.folder.say(str(chosen.folder) if chosen.folder else _("No folder chosen"))
        self.folder.setEnabled(chosen.on)
        self.setEnabled(self._desk.writable)

    def _ask(self) -> None:
        dialog = QFileDialog(self, _("Choose the folder to be watched"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda chosen: self.take(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _lay_out(self) -> None:
        self.about.setObjectName("faint")
        self.about.setWordWrap(True)
        self.choose.setAutoDefault(False)
        self.setFocusProxy(self.switch)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.folder, 1)
        line.addWidget(self.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.switch)
        column.addLayout(line)
        column.addWidget(self.wrong)
        column.addWidget(self.about)

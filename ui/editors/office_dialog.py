"""The identity of the office that keeps the archive: what stands at the head of its prints."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QWidget

from archive.archive import Archive
from archive.catalogue.emblem import read_emblem
from archive.errors import ArchiveError
from archive.records import Office
from ui.editors.editor import Editor
from ui.editors.emblem_edit import EmblemEdit
from ui.language import _
from ui.messages import sentence

if TYPE_CHECKING:
    from ui.desk import Desk


class OfficeDialog(Editor):
    """Changes name, line and emblem; `saved` brings the `Office`."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._before = b""
        self.setWindowTitle(_("Identity of the office"))
        self.name, self.line, self.emblem = QLineEdit(), QLineEdit(), EmblemEdit()
        self._add_rows()
        self.emblem.wanted.connect(self.ask_picture)
        self.name.setFocus()
        self.gather(lambda archive: archive.office.get(), self._show)

    @property
    def changed(self) -> bool:
        """Whether something would be lost by closing."""
        return super().changed or self.emblem.png != self._before

    def read(self) -> Office:
        """The office as the fields say."""
        return Office(self.name.text(), self.line.text(), self.emblem.png)

    def work(self) -> Callable[[Archive, Office], Office]:
        """Saves it as one deed."""
        return lambda archive, office: archive.office.change(office)

    def ask_picture(self) -> None:
        """Ask for the file of an emblem."""
        dialog = QFileDialog(self, _("Choose a picture"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        pictures = _("Pictures")
        dialog.setNameFilter(f"{pictures} (*.png *.jpg *.jpeg *.tif *.tiff *.bmp *.gif *.webp)")
        dialog.fileSelected.connect(self.take_picture)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_picture(self, file: str) -> None:
        """Show the emblem in a file; read in a job, and refused beside it."""
        self._clear()
        done, failed = self.emblem.show_emblem, self._refuse_picture
        self._jobs.append(self.desk.jobs.run(read_emblem, Path(file), done=done, failed=failed))

    def _refuse_picture(self, error: BaseException) -> None:
        if isinstance(error, ArchiveError):
            self.say("emblem", sentence(error))
        else:
            self.desk.jobs.failed.emit(error)

    def _show(self, office: Office) -> None:
        self._before = office.emblem
        self.name.setText(office.name)
        self.line.setText(office.line)
        self.emblem.show_emblem(office.emblem)

    def _add_rows(self) -> None:
        told = QLabel(
            _("Stands at the head of every print. What was printed before stays as it is.")
        )
        told.setObjectName("faint")
        told.setWordWrap(True)
        self.form.addRow(told)
        self.name.setPlaceholderText(_("for example: Regional Cooperation Bureau"))
        self.line.setPlaceholderText(_("for example: the address, or the unit above"))
        self.add_row("name", _("Name of the office"), self.name)
        self.add_row("line", _("Line under the name"), self.line)
        self.add_row("emblem", _("Emblem"), self.emblem)

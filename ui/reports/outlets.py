"""Where a print goes: to a printer, or into a PDF file."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.language import _
from ui.reader.originals import safe_name
from ui.reader.print_dialog import ask_printer
from ui.reader.printing import PrintOrder, print_pages
from ui.reader.source import open_pdf
from ui.reports.choices import save_print

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ui.desk import Desk


class Outlets(QWidget):
    """Two buttons, usable while a print is there, and a quiet word of where it was saved."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._file: Path | None = None
        self._count, self._title = 0, ""
        self._dialog: QFileDialog | None = None
        self.save, self.print, self.says = QPushButton(), QPushButton(), QLabel()
        self.save.setDefault(True)
        self.says.setObjectName("faint")
        self.says.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.save, self.print, self.says):
            column.addWidget(widget)
        self.save.clicked.connect(self.ask_where)
        self.print.clicked.connect(self.ask_printer)
        self.let_go()
        self.retranslate()

    def take(self, file: Path, pages: int, title: str) -> None:
        """This print is ready; `title` names it for files and printers."""
        self._file, self._count, self._title = file, pages, title
        self._enable()

    def let_go(self) -> None:
        """There is no print now."""
        self._file = None
        self.says.clear()
        self._enable()

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.save.setText(_("Save as PDF…"))
        self.print.setText(_("Print…"))

    def ask_where(self) -> None:
        """Ask for a file name, then save a copy of the print there."""
        if self._file is None:
            return
        dialog = QFileDialog(self.window(), _("Save as PDF"), self._last_folder())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(_("PDF files (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(self.file_name())
        dialog.fileSelected.connect(partial(self._save, self._file))
        dialog.finished.connect(dialog.deleteLater)
        self._dialog = dialog
        dialog.open()

    def file_name(self) -> str:
        """A name made of report, subject and date."""
        today = date.today().isoformat()  # noqa: DTZ011 - the day on the wall
        return safe_name(f"{self._title} {today}.pdf", ".pdf")

    def ask_printer(self) -> None:
        """Ask for the printer, then print all pages."""
        if self._file is not None and self._count:
            printer = ask_printer(self.window(), self._title)
            if printer is not None and self._file is not None:
                self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Print all pages, in a job."""
        assert self._file is not None
        order = PrintOrder(partial(open_pdf, self._file), tuple(range(1, self._count + 1)))
        self._desk.jobs.run(print_pages, order, printer, title=_("Printing"), progress=True)

    def _save(self, file: Path, chosen: str) -> None:
        archive = self._desk.archive
        if chosen and archive is not None:
            target = Path(chosen)
            self._desk.settings.set_value("reports/folder", str(target.parent))
            self._desk.jobs.run(
                save_print, file, target, archive.folder, done=self._saved, title=_("Saving a copy")
            )

    def _saved(self, target: Path) -> None:
        self.says.setText(_("Saved: {name}").format(name=target.name))
        self.says.setToolTip(QDir.toNativeSeparators(str(target)))

    def _last_folder(self) -> str:
        usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return str(self._desk.settings.value("reports/folder", usual))

    def _enable(self) -> None:
        for button in (self.save, self.print):
            button.setEnabled(self._file is not None)

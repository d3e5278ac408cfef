"""Where a print goes: to a printer, or into a PDF file. What went there is kept in the archive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from archive.archive import Archive
from archive.errors import NotKept
from ui.language import _
from ui.messages import sentence
from ui.prints.naming import print_name
from ui.reader.originals import copy_out
from ui.reader.print_dialog import ask_printer
from ui.reader.printing import PrintOrder, print_pages
from ui.reader.source import open_pdf

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ui.desk import Desk
    from ui.reports.press import Pressed


@dataclass(frozen=True, slots=True)
class Gone:
    """Where a print went (None: to a printer), and why it could not be kept, if it could not."""

    target: Path | None
    trouble: NotKept | None


class Outlets(QWidget):
    """Two buttons, usable while a print is there, and a quiet word of where it went."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pressed: Pressed | None = None
        self._count, self._title = 0, ""
        self._dialog: QFileDialog | None = None
        self.save, self.print, self.says = QPushButton(), QPushButton(), QLabel()
        self.save.setDefault(True)
        self.says.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.save, 3)
        row.addWidget(self.print, 2)
        column.addWidget(self.says)  # above: the buttons must not move under a hand
        column.addLayout(row)
        self.save.clicked.connect(self.ask_where)
        self.print.clicked.connect(self.ask_printer)
        self.let_go()
        self.retranslate()

    def take(self, pressed: Pressed, pages: int, title: str) -> None:
        """This print is ready; `title` names it for files and printers."""
        self._pressed, self._count, self._title = pressed, pages, title
        self._enable()

    def let_go(self) -> None:
        """There is no print now."""
        self._pressed = None
        self._say("")
        self._enable()

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.save.setText(_("Save as PDF…"))
        self.print.setText(_("Print…"))

    def ask_where(self) -> None:
        """Ask for a file name, then save a copy of the print there."""
        if self._pressed is None:
            return
        dialog = QFileDialog(self.window(), _("Save as PDF"), self._last_folder())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(_("PDF files (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(self.file_name())
        dialog.fileSelected.connect(partial(self.save_as, self._pressed))
        dialog.finished.connect(dialog.deleteLater)
        self._dialog = dialog
        dialog.open()

    def file_name(self) -> str:
        """A name made of report, subject and date."""
        return print_name(self._title, date.today().isoformat())  # noqa: DTZ011 - the day on the wall

    def ask_printer(self) -> None:
        """Ask for the printer, then print all pages."""
        if self._pressed is not None and self._count:
            printer = ask_printer(self.window(), self._title)
            if printer is not None and self._pressed is not None:
                self.print_on(printer, self._pressed)

    def print_on(self, printer: QPrinter, pressed: Pressed) -> None:
        """Print all pages, in a job; then keep the print."""
        opened = partial(open_pdf, pressed.file)
        order = PrintOrder(opened, tuple(range(1, self._count + 1)))
        done = partial(self._printed, pressed)
        title = _("Printing")
        self._desk.jobs.run(print_pages, order, printer, done=done, title=title, progress=True)

    def save_as(self, pressed: Pressed, chosen: str) -> None:
        """Save a copy of a print, in a job; then keep it."""
        archive = self._desk.archive
        if chosen and archive is not None:
            target = Path(chosen)
            self._desk.settings.set_value("reports/folder", str(target.parent))
            title = _("Saving a copy")
            self._desk.jobs.run(
                save_print,
                archive,
                pressed,
                target,
                done=self._tell,
                failed=self._fail,
                title=title,
            )

    def _printed(self, pressed: Pressed, _pages: object) -> None:
        archive = self._desk.archive
        if archive is not None:
            self._desk.jobs.run(keep_print, archive, pressed, done=self._tell, failed=self._fail)

    def _tell(self, gone: Gone) -> None:
        """Where it went; what is said in place of that also stands in the window's own line."""
        if gone.trouble is not None:
            self._say(sentence(gone.trouble), wrong=True)
            self._desk.say(sentence(gone.trouble))
        elif gone.target is None:
            self._say(_("Sent to the printer, and kept."))
        else:
            self._say(_("Saved: {name}").format(name=gone.target.name))
        if gone.target is not None:
            self.says.setToolTip(QDir.toNativeSeparators(str(gone.target)))

    def _fail(self, error: BaseException) -> None:
        self._say("")
        self._desk.jobs.failed.emit(error)

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self.says.setText(words)
        self.says.setVisible(bool(words))
        self.says.setToolTip("")
        self.says.setObjectName("wrong" if wrong else "faint")
        self.says.style().unpolish(self.says)
        self.says.style().polish(self.says)

    def _last_folder(self) -> str:
        usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return str(self._desk.settings.value("reports/folder", usual))

    def _enable(self) -> None:
        for button in (self.save, self.print):
            button.setEnabled(self._pressed is not None)


def save_print(archive: Archive, pressed: Pressed, target: Path) -> Gone:
    """Copy a print to where a person wants it, whole or not at all, and keep it. Runs in a job.

    Raises `FileUnusable`, `DiskFull`.
    """
    copy_out(archive, pressed.file, target)
    return Gone(target, keep_print(archive, pressed).trouble)


def keep_print(archive: Archive, pressed: Pressed) -> Gone:
    """Keep a print that went to a printer. Runs in a job. What cannot be kept is good all the
    same: this is told, not raised."""
    try:
        archive.prints.keep(pressed.made.told, pressed.file, pressed.made.snapshot)
    except NotKept as trouble:
        return Gone(None, trouble)
    return Gone(None, None)

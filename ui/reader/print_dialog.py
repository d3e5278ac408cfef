"""Asks which pages to print and whether with their marks, then for the printer."""

from __future__ import annotations

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ui.language import _
from ui.reader.page_ranges import read_ranges


class PrintPagesDialog(QDialog):
    """Pages of one document; `pages` and `marks` hold the choice once it is accepted."""

    def __init__(self, count: int, suggested: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = count
        self.pages: tuple[int, ...] = ()
        self.setWindowTitle(_("Print pages"))
        self.range = QLineEdit(suggested, self)
        self.range.setPlaceholderText(_("all pages, or for example 1-3, 5"))
        self.range.setAccessibleName(_("Pages to print"))
        self.with_marks = QCheckBox(_("With the hits and the linked quotes marked"), self)
        self.trouble = QLabel(self)
        self.trouble.setWordWrap(True)
        self.trouble.setObjectName("trouble")
        self.trouble.hide()
        self._arrange()

    def _arrange(self) -> None:
        form = QFormLayout()
        form.addRow(_("Pages (1 to {count})").format(count=self._count), self.range)
        form.addRow("", self.trouble)
        form.addRow("", self.with_marks)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        go_on = buttons.addButton(_("Print…"), QDialogButtonBox.ButtonRole.AcceptRole)
        go_on.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(buttons)

    @property
    def marks(self) -> bool:
        """Whether the marks are to be printed."""
        return self.with_marks.isChecked()

    def accept(self) -> None:
        """Go on when the pages can be understood; else say what cannot."""
        try:
            self.pages = read_ranges(self.range.text(), self._count)
        except ValueError as error:
            words = _("“{part}” is not a page or a range of pages from 1 to {count}.")
            self.trouble.setText(words.format(part=error, count=self._count))
            self.trouble.show()
            self.range.setFocus()
            return
        super().accept()


def ask_printer(parent: QWidget, title: str) -> QPrinter | None:
    """The printer a person chose, set as chosen; None when nothing is to be printed."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=False)
    chosen = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if chosen else None

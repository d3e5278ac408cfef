"""Printing the open document: asks for pages and marks, then for the printer, then prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from ui.language import _
from ui.reader.hits import HitFinder
from ui.reader.print_dialog import PrintPagesDialog, ask_printer
from ui.reader.printing import PrintOrder, print_pages
from ui.reader.source import Source

if TYPE_CHECKING:
    from ui.desk import Desk


class PaperPrints:
    """Prints chosen pages of a document, with or without what is marked on them."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk, self._parent = desk, parent

    def ask(self, source: Source, suggested: str, finder: HitFinder | None) -> None:
        """Ask which pages; then go on to the printer."""
        dialog = PrintPagesDialog(max(1, source.document.pages), suggested, self._parent)
        dialog.accepted.connect(lambda: self._ask_printer(dialog, source, finder))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_printer(
        self, dialog: PrintPagesDialog, source: Source, finder: HitFinder | None
    ) -> None:
        printer = ask_printer(self._parent, source.document.description.title)
        if printer is not None:
            marked = dialog.marks
            quotes = [linked.quote() for linked in source.links] if marked else []
            order = PrintOrder(source.opener(), dialog.pages, finder if marked else None, quotes)
            self.print(order, printer)

    def print(self, order: PrintOrder, printer: QPrinter) -> None:
        """Print in a job."""
        self._desk.jobs.run(print_pages, order, printer, title=_("Printing"), progress=True)

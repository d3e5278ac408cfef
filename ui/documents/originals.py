"""The original of a chosen document outside the window: opened, copied, shown, printed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from archive.archive import Archive
from archive.records import Document
from ui.desk import Desk
from ui.reader import originals
from ui.reader.paper_prints import PaperPrints
from ui.reader.source import Source, load


def printable(archive: Archive, document: int) -> Source:
    """A document ready to be printed; runs in a job. Raises `OriginalMissing`, `NotFound`."""
    archive.documents.original_path(document)
    return load(archive, document)


class ChosenOriginal:
    """Does it with the document it is given."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk, self._parent = desk, parent
        self.prints = PaperPrints(desk, parent)

    def open(self, document: Document) -> None:
        """Open a copy in the system's viewer."""
        originals.open_original(self._desk, document.id)

    def save_copy(self, document: Document) -> None:
        """Save a copy under a name to be chosen."""
        name = originals.safe_name(document.original.name, "")
        originals.save_copy(self._desk, self._parent, document.id, name)

    def show_in_folder(self, document: Document) -> None:
        """Show where the archive keeps it."""
        originals.show_in_folder(self._desk, document.id)

    def print(self, document: Document) -> None:
        """Ask for pages and printer, and print."""
        self._desk.jobs.run(printable, self._desk.archive, document.id, done=self._ask)

    def _ask(self, source: Source) -> None:
        if source.can_open:
            self.prints.ask(source, "", None)
        elif source.asks:
            self._desk.open_document(source.document.id)

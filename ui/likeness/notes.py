"""For lists of documents: which are like others, and the way to the dialog that shows them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from archive.archive import Archive
from archive.likeness.finding import likely
from ui.desk import Desk
from ui.likeness.words import note


def notes(archive: Archive, documents: Sequence[int]) -> dict[int, str]:
    """What to say of those of these documents that are like others. Runs in a job."""
    return dict.fromkeys(likely(archive, documents), note())


def show_similar(desk: Desk, document: int, parent: QWidget) -> None:
    """Show what is like a document, beside it."""
    from ui.likeness.dialog import SimilarDialog

    SimilarDialog(desk, document, parent).open()


def split_pages(desk: Desk, document: int, parent: QWidget) -> None:
    """Ask into which documents the pages of a document are to be split."""
    from ui.likeness.split_dialog import SplitDialog

    SplitDialog(desk, document, parent).open()

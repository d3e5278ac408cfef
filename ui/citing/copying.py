"""Copies the citation of a document in the manner of APA, with the page that is looked at."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from archive.archive import Archive
from archive.exchange.citing import apa, reference
from ui.language import _, language

if TYPE_CHECKING:
    from ui.desk import Desk


def copy_citation(desk: Desk, document: int, page: int = 0) -> None:
    """Put the citation on the clipboard, with a page when one is named."""
    if desk.archive is not None:
        wanted = desk.archive, document, page, language()
        desk.jobs.run(cite, *wanted, done=partial(_copied, desk))


def cite(archive: Archive, document: int, page: int, spoken: str) -> str:
    """The citation, its page as it is printed. Runs in a job. Raises `NotFound`."""
    found = archive.documents.get(document)
    printed = archive.documents.page(document, page).label or str(page) if page else ""
    return apa(reference(found, archive.info.name, spoken), spoken, printed)


def _copied(desk: Desk, citation: str) -> None:
    QGuiApplication.clipboard().setText(citation)
    desk.say(_("Copied: {citation}").format(citation=citation))

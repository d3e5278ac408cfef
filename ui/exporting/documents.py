"""Documents as descriptions and citations: what they can be written as, and asking for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.exporting.saving import Documents, Exporting
from ui.language import _


def description_formats() -> dict[str, str]:
    """Descriptions, for other archives and for people."""
    return {"dc": _("Dublin Core (XML)"), "dc-csv": _("Dublin Core (table)")}


def citation_formats() -> dict[str, str]:
    """Citations, for the programs that keep them."""
    return {"bibtex": "BibTeX", "ris": "RIS (Mendeley, EndNote)", "csl": "CSL-JSON (Zotero)"}


def all_formats() -> dict[str, str]:
    """All that a document can be written as without its file."""
    return description_formats() | citation_formats()


def ask_descriptions(exporting: Exporting, parent: QWidget, ids: Sequence[int]) -> None:
    """Ask where the descriptions of these documents go."""
    wanted = Documents(tuple(ids))
    formats = description_formats()
    exporting.ask(parent, _("Descriptions"), formats, lambda: wanted, "descriptions")


def ask_citations(exporting: Exporting, parent: QWidget, ids: Sequence[int]) -> None:
    """Ask where the citations of these documents go."""
    wanted = Documents(tuple(ids))
    exporting.ask(parent, _("Citations"), citation_formats(), lambda: wanted, "citations")

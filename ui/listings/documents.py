"""Documents as a table: any columns of the documents table, each cell a plain value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from archive.archive import Archive
from archive.exchange.gathering import documents
from archive.exchange.tables import Cell, Column, Sort, Table, day
from archive.progress import Progress
from archive.records import Document
from ui.language import _, language, ngettext
from ui.listings.words import term_label, trouble_word

MORE = ("parallel_title", "keywords", "first_year", "last_year", "scope", "note", "sha256", "uuid")
SORTS = {
    **dict.fromkeys(("date", "imported"), Sort.DATE),
    **dict.fromkeys(("pages", "links"), Sort.NUMBER),
    **dict.fromkeys(("first_year", "last_year"), Sort.YEAR),
}
VOCABULARIES = {
    "kind": "document_kinds",
    "language": "languages",
    "level": "description_levels",
    "copy_status": "copy_statuses",
    "classification": "classifications",
}


def documents_table(
    archive: Archive,
    ids: Sequence[int],
    columns: Sequence[str],
    progress: Progress | None = None,
) -> Table:
    """These documents in this order, as far as the reader may see them. Raises `Cancelled`."""
    cells = [cell(column) for column in columns]
    rows = (tuple(say(each) for say in cells) for each in documents(archive, ids, progress))
    heads = tuple(Column(heading(code), SORTS.get(code, Sort.TEXT)) for code in columns)
    return Table(_("Documents"), heads, tuple(rows))


def every_column() -> tuple[str, ...]:
    """All that can be told of a document."""
    return (*_headings(), *MORE)


def heading(code: str) -> str:
    """What a column is called."""
    return (_headings() | _more())[code]


def cell(code: str) -> Callable[[Document], Cell]:
    """What a column says of a document."""
    if code in VOCABULARIES:
        return lambda it: term_label(VOCABULARIES[code], getattr(it.description, code))
    return CELLS.get(code) or (lambda it: getattr(it.description, code))


def _state(document: Document) -> str:
    if document.trouble:
        return trouble_word(document.trouble)
    if not document.waiting:
        return ""
    words = ngettext("{n} page not read yet", "{n} pages not read yet", document.waiting)
    return words.format(n=document.waiting)


def _imported(document: Document) -> date:
    """The day it came in, here."""
    return datetime.fromisoformat(document.imported).astimezone().date()


CELLS: dict[str, Callable[[Document], Cell]] = {
    "date": lambda it: day(it.description.date, language()),
    "pages": lambda it: it.pages,
    "trouble": _state,
    "links": lambda it: it.links,
    "access": lambda it: term_label("access_levels", it.description.access.name.lower()),
    "name": lambda it: it.original.name,
    "imported": _imported,
    "sha256": lambda it: it.original.sha256,
    "uuid": lambda it: it.uuid,
}


def _headings() -> dict[str, str]:
    return {
        "title": _("Title"),
        "kind": _("Kind"),
        "date": _("Date"),
        "reference_code": _("Reference code"),
        "pages": _("Pages"),
        "trouble": _("State"),
        "links": _("Links"),
        "access": _("Access"),
        "name": _("File name"),
        "imported": _("Imported"),
        "creator": _("Creator"),
        "language": _("Language"),
        "level": _("Level of description"),
        "copy_status": _("Copy status"),
        "classification": _("Classification"),
        "location": _("Location"),
    }


def _more() -> dict[str, str]:
    return {
        "parallel_title": _("Title in another language"),
        "keywords": _("Keywords"),
        "first_year": _("First year"),
        "last_year": _("Last year"),
        "scope": _("Scope and content"),
        "note": _("Note"),
        "sha256": "SHA-256",
        "uuid": "UUID",
    }

"""What the cells of the documents table say, in the language in use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QDate, QLocale

from archive.dates import show
from archive.records import Access, Document
from archive.vocabulary import label
from ui.language import _, language, ngettext

MEGABYTE, KILOBYTE = 1_000_000, 1_000


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the database's name for its order, what a cell says, how wide it begins."""

    order: str
    text: Callable[[Document], str]
    width: int
    number: bool = False
    hidden: bool = False


def number(count: int) -> str:
    """A number as the language groups it."""
    return QLocale(language()).toString(count)


def kind_label(code: str) -> str:
    """What a kind of document is called."""
    return label("document_kinds", code, language())


def access_label(access: Access) -> str:
    """What a level of access is called."""
    return label("access_levels", access.name.lower(), language())


def size_words(size: int) -> str:
    """A size in bytes as people say it."""
    locale = QLocale(language())
    if size >= MEGABYTE:
        return f"{locale.toString(size / MEGABYTE, 'f', 1)} MB"
    if size >= KILOBYTE:
        return f"{locale.toString(size / KILOBYTE, 'f', 0)} KB"
    return ngettext("{n} byte", "{n} bytes", size).format(n=size)


def state_words(document: Document) -> str:
    """What is the matter with a document; empty when nothing is."""
    if document.trouble:
        return _troubles().get(document.trouble) or _("cannot be read")
    if document.waiting:
        words = ngettext("{n} page not read yet", "{n} pages not read yet", document.waiting)
        return words.format(n=number(document.waiting))
    return ""


def imported_day(document: Document) -> str:
    """The day a document came in, here."""
    day = datetime.fromisoformat(document.imported).astimezone().date()
    return QLocale(language()).toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


def documents_counted(count: int) -> str:
    """So many documents."""
    return ngettext("{n} document", "{n} documents", count).format(n=number(count))


def heading(column: Column) -> str:
    """What a column is called."""
    words = {
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
    }
    return words[column.order]


def _troubles() -> dict[str, str]:
    return {
        "password": _("needs a password"),
        "damaged": _("damaged"),
        "picture_damaged": _("damaged"),
        "file_damaged": _("damaged"),
        "kept_unread": _("kept, not read"),
        "no_pages": _("damaged: without pages"),
        "crashes_reader": _("cannot be read"),
        "too_slow": _("too slow to read"),
        "too_large": _("too large to read"),
    }


COLUMNS = (
    Column("title", lambda it: it.description.title, 260),
    Column("kind", lambda it: kind_label(it.description.kind), 152),
    Column("date", lambda it: show(it.description.date or "", language()), 144),
    Column("reference_code", lambda it: it.description.reference_code, 116),
    Column("pages", lambda it: number(it.pages), 76, number=True),
    Column("trouble", state_words, 160),
    Column("links", lambda it: number(it.links) if it.links else "", 76, number=True, hidden=True),
    Column("access", lambda it: access_label(it.description.access), 110, hidden=True),
    Column("name", lambda it: it.original.name, 220, hidden=True),
    Column("imported", imported_day, 104),
)

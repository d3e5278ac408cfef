"""What the cells of the documents table say, in the language in use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QDate, QLocale

from archive.dates import show
from archive.records import Access, Document
from archive.vocabulary import label
from ui.language import language, ngettext
from ui.listings.documents import heading as heading_of
from ui.listings.words import term_label, trouble_word

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
    return term_label("document_kinds", code)


def extent_words(document: Document) -> str:
    """How much a document is, as it was counted."""
    pages = ngettext("{n} page", "{n} pages", document.pages).format(n=number(document.pages))
    return f"{pages} · {size_words(document.original.size)}"


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
        return trouble_word(document.trouble)
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
    return heading_of(column.order)


def _term(field: str, vocabulary: str) -> Callable[[Document], str]:
    return lambda it: term_label(vocabulary, getattr(it.description, field))


COLUMNS = (
    Column("title", lambda it: it.description.title, 260),
    Column("kind", lambda it: kind_label(it.description.kind), 152),
    Column("date", lambda it: show(it.description.date or "", language()), 144),
    Column("reference_code", lambda it: it.description.reference_code, 116),
    Column("pages", lambda it: number(it.pages), 76, number=True),
    Column("trouble", state_words, 160),
    Column("links", lambda it: number(it.links) if it.links else "", 76, number=True, hidden=True),
    Column("access", lambda it: access_label(it.description.access), 110, hidden=True),
    Column("creator", lambda it: it.description.creator, 160, hidden=True),
    Column("language", _term("language", "languages"), 120, hidden=True),
    Column("level", _term("level", "description_levels"), 130, hidden=True),
    Column("copy_status", _term("copy_status", "copy_statuses"), 120, hidden=True),
    Column("classification", _term("classification", "classifications"), 190, hidden=True),
    Column("location", lambda it: it.description.location, 160, hidden=True),
    Column("name", lambda it: it.original.name, 220, hidden=True),
    Column("imported", imported_day, 104),
)

"""What is to be said of a paper in the inbox besides its title: pages, and what is the matter."""

from __future__ import annotations

from archive.records import Document
from ui.language import ngettext
from ui.models.document_words import kind_label, number, state_words


def notes(document: Document) -> tuple[str, ...]:
    """Kind, number of pages, what is the matter; what is not known is left out."""
    return tuple(filter(None, (kind_words(document), pages_words(document), trouble(document))))


def kind_words(document: Document) -> str:
    """The kind, where it is more than `other`."""
    kind = document.description.kind
    return kind_label(kind) if kind != "other" else ""


def pages_words(document: Document) -> str:
    """`3 pages`; nothing where pages could not be counted."""
    if not document.pages:
        return ""
    return ngettext("{n} page", "{n} pages", document.pages).format(n=number(document.pages))


def trouble(document: Document) -> str:
    """`2 pages not read yet`, `needs a password`; nothing when nothing is the matter."""
    return state_words(document)

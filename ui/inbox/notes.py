"""What is to be said of a paper in the inbox besides its title: pages, and what is the matter."""

from __future__ import annotations

from archive.records import Document
from ui.language import ngettext
from ui.models.document_words import kind_label, number, state_words


def facts(document: Document, proposed: str) -> str:
    """`memorandum of understanding · 3 pages`: the kind it has or seems to have, and its pages."""
    kind = document.description.kind if document.description.kind != "other" else proposed
    words = kind_label(kind) if kind else ""
    return " · ".join(filter(None, (words, pages_words(document))))


def pages_words(document: Document) -> str:
    """`3 pages`; nothing where pages could not be counted."""
    if not document.pages:
        return ""
    return ngettext("{n} page", "{n} pages", document.pages).format(n=number(document.pages))


def trouble(document: Document) -> str:
    """`2 pages not read yet`, `needs a password`; nothing when nothing is the matter."""
    return state_words(document)

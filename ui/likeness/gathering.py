"""What the dialog of similar documents asks of the archive; all of it runs in jobs."""

from __future__ import annotations

from dataclasses import dataclass

from archive.archive import Archive
from archive.likeness.differing import Differing, differing
from archive.likeness.finding import suggested
from archive.records import Document, DocumentQuery
from archive.records.likeness import Likeness

MOST = 50
Marks = tuple[Differing | None, Differing | None]


@dataclass(frozen=True, slots=True)
class Found:
    """A document, what is suggested as like it, and others that were looked for."""

    document: Document
    suggested: tuple[Likeness, ...]
    others: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """Two documents, left and right, and which words to mark in each."""

    pair: tuple[Document, Document]
    marks: Marks


def look_for(archive: Archive, document: int, words: str) -> Found:
    """What is suggested; where words are given, the documents they find. Raises `NotFound`."""
    found = archive.documents.get(document)
    if not words.strip():
        return Found(found, suggested(archive, document), ())
    query = DocumentQuery(text=words, order="title", descending=False, limit=MOST)
    others = tuple(each for each in archive.documents.table(query) if each.id != document)
    return Found(found, (), others)


def put_beside(archive: Archive, one: int, other: int, near: bool, turned: bool) -> Beside:
    """The two, the other one left where `turned`. Words are marked where they are `near`."""
    left, right = (other, one) if turned else (one, other)
    pair = archive.documents.get(left), archive.documents.get(right)
    return Beside(pair, differing(archive, left, right) if near else (None, None))

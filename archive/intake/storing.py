"""Writes what was read: one document with its pages, in the transaction it is given."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, NamedTuple

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from archive.catalogue.assembling import taken_up_by
from archive.changes import Kind
from archive.intake.readings import FileRead, PageRead
from archive.records import PageState, TextSource
from archive.storage.database import Transaction
from archive.storage.kinds import TEXT
from archive.storage.tables import (
    DocumentRow,
    OriginalRow,
    PageRow,
    PageTextRow,
    ReadingCopyRow,
)

FIRST_VERSION = 1


class Known(NamedTuple):
    """A document that is kept already."""

    document: int
    title: str
    pages: int
    trashed: bool


def known(session: Session, sha256: str) -> Known | None:
    """The document an original belongs to, or was joined to, if there is one; one in use first."""
    asked = select(DocumentRow).join(OriginalRow, OriginalRow.id == DocumentRow.original_id)
    here = asked.where(OriginalRow.sha256 == sha256)
    row = session.scalar(here.order_by(DocumentRow.trashed.is_not(None), DocumentRow.id).limit(1))
    while row is not None and (other := taken_up_by(session, row)) is not None:
        row = other
    if row is None:
        return None
    return Known(row.id, row.title, row.page_count, row.trashed is not None)


def store(writing: Transaction, read: FileRead) -> int:
    """Enter a new document with its original and all its pages; answers its id."""
    session = writing.session
    original = OriginalRow(
        sha256=read.sha256,
        size=read.size,
        media_type=read.media_type,
        name=read.name,
        folder=read.folder,
        modified=read.modified,
    )
    document = DocumentRow(
        original=original,
        title=read.title,
        trouble=read.trouble,
        imported=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
    _count(document, read)
    session.add(document)
    session.flush()
    if read.copy is not None:
        copy = ReadingCopyRow(original_id=original.id, sha256=read.copy.sha256, size=read.copy.size)
        session.add(copy)
    _enter_pages(writing, document.id, original.id, read)
    return document.id


def fill(writing: Transaction, document: DocumentRow, read: FileRead) -> None:
    """Give a document that has no pages yet those that could be read of it later."""
    _count(document, read)
    _enter_pages(writing, document.id, document.original_id, read)


def _count(document: DocumentRow, read: FileRead) -> None:
    waiting = sum(_state(read, page) is PageState.WAITING for page in read.pages)
    document.page_count, document.waiting_count = len(read.pages), waiting


def _enter_pages(writing: Transaction, document: int, original: int, read: FileRead) -> None:
    _enter(writing.session, PageRow, list(_pages(read, document, original)))
    _enter(writing.session, PageTextRow, list(_texts(read, document)))
    writing.touch(Kind.DOCUMENT, document)


def _enter(
    session: Session, table: type[PageRow | PageTextRow], rows: list[dict[str, Any]]
) -> None:
    if rows:
        session.connection().execute(insert(table.__table__), rows)  # type: ignore[arg-type]


def _pages(read: FileRead, document: int, original: int) -> Iterator[dict[str, Any]]:
    for number, page in enumerate(read.pages, start=1):
        yield {
            "document_id": document,
            "number": number,
            "label": page.label,
            "original_id": original,
            "original_page": number,
            "state": _state(read, page).value,
            "version": FIRST_VERSION if page.text.strip() else 0,
        }


def _state(read: FileRead, page: PageRead) -> PageState:
    """A page without words, or with rubbish for them, may hold a picture of them.

    Not in a text file.
    """
    if page.text.strip() and page.sound:
        return PageState.TEXT
    return PageState.BLANK if read.media_type == TEXT else PageState.WAITING


def _texts(read: FileRead, document: int) -> Iterator[dict[str, Any]]:
    for number, page in enumerate(read.pages, start=1):
        if page.text.strip():
            yield {
                "document_id": document,
                "number": number,
                "version": FIRST_VERSION,
                "source": TextSource.EMBEDDED.value,
                "text": page.text,
                "raw": page.raw,
            }

"""From which file each page of a document is read and shown, when that is not simply one file."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from archive.records.papers import PageFile
from archive.storage.files import Originals
from archive.storage.kinds import PDF
from archive.storage.tables import (
    DocumentFileRow,
    DocumentRow,
    OriginalRow,
    PageRow,
    PasswordRow,
    ReadingCopyRow,
)


def assembled(session: Session, document: DocumentRow) -> bool:
    """Whether it shows several files, another than its own, or only some pages of one."""
    other = aliased(DocumentRow)
    shares = exists().where(other.original_id == document.original_id, other.id != document.id)
    joined = exists().where(DocumentFileRow.document_id == document.id)
    return bool(session.scalar(select(or_(shares, joined))))


def of_pages(session: Session, document: int, originals: Originals) -> tuple[PageFile, ...]:
    """For each page in order: its file (None where it is not here), its place there, password."""
    rows = session.execute(_PAGES.where(PageRow.document_id == document))
    return tuple(
        PageFile(_there(originals, copy or sha256, PDF if copy else kind), page, password)
        for page, sha256, kind, copy, password in rows
    )


def _there(originals: Originals, sha256: str, media_type: str) -> Path | None:
    path = originals.path(sha256, media_type)
    return path if path.is_file() else None


PASSWORD = (
    select(func.max(PasswordRow.password))
    .join(DocumentRow, DocumentRow.id == PasswordRow.document_id)
    .where(DocumentRow.original_id == PageRow.original_id)
    .correlate(PageRow)
    .scalar_subquery()
)
_PAGES = (
    select(
        PageRow.original_page,
        OriginalRow.sha256,
        OriginalRow.media_type,
        ReadingCopyRow.sha256,
        PASSWORD,
    )
    .join(OriginalRow, OriginalRow.id == PageRow.original_id)
    .outerjoin(ReadingCopyRow, ReadingCopyRow.original_id == OriginalRow.id)
    .order_by(PageRow.number)
)

"""What people call things by: titles, codes and names that are offered while someone types."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from archive.catalogue.visibility import seen_at
from archive.records import Access, Called
from archive.storage.tables import AgreementRow, DocumentRow, PartnershipRow, ProgramRow


def called(session: Session, level: Access) -> tuple[Called, ...]:
    """All names a reader of this level may know, each once; the catalogue's before the papers'."""
    return tuple(dict.fromkeys((*_of_cooperation(session), *_of_documents(session, level))))


def _of_cooperation(session: Session) -> Iterator[Called]:
    for row in session.scalars(select(PartnershipRow)):
        yield Called("partnership", f"{row.a.name}–{row.b.name}")
    for name in session.scalars(select(ProgramRow.name)):
        yield Called("program", name)
    for number in session.scalars(select(AgreementRow.number).where(AgreementRow.number != "")):
        yield Called("code", number)


def _of_documents(session: Session, level: Access) -> Iterator[Called]:
    row = DocumentRow
    found = session.execute(select(row.title, row.reference_code).where(seen_at(level))).all()
    for each in found:
        if each.reference_code:
            yield Called("code", each.reference_code)
    for each in found:
        yield Called("title", each.title)

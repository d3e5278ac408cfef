"""Which documents are of one day or month: dated so, or linked to an agreement signed then."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from archive.catalogue.visibility import seen_at
from archive.dates import bounds
from archive.records import Access
from archive.storage.tables import AgreementRow, DocumentRow, LinkRow


def dated(session: Session, date: str, level: Access) -> frozenset[int]:
    """The ids of the visible documents of a plain EDTF day or month. Raises `ValueError`."""
    row, (earliest, latest) = DocumentRow, bounds(date)
    signed = (
        select(LinkRow.document_id)
        .join(AgreementRow, AgreementRow.id == LinkRow.agreement_id)
        .where(AgreementRow.signed.startswith(date, autoescape=True))
    )
    so_dated = (row.date_earliest >= earliest) & (row.date_latest <= latest)
    found = select(row.id).where(seen_at(level), so_dated | row.id.in_(signed))
    return frozenset(session.scalars(found))

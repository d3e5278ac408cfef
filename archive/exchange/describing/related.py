"""What documents are evidence for: partnerships with their cities, and agreements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import aliased

from archive.archive import Archive
from archive.catalogue.descriptions import chunks
from archive.catalogue.visibility import seen_at
from archive.storage.tables import (
    ActivityRow,
    AgreementRow,
    CityRow,
    DocumentRow,
    LinkRow,
    PartnershipRow,
    ProgramRow,
)


@dataclass(frozen=True, slots=True)
class Related:
    """The titles of partnerships and agreements, and the names of the cities."""

    partnerships: tuple[str, ...] = ()
    agreements: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


def related(archive: Archive, ids: Sequence[int]) -> dict[int, Related]:
    """What each of these documents is linked to; those without links are left out."""
    found: dict[int, list[Any]] = defaultdict(list)
    with archive._database.reading() as session:
        for some in chunks(ids):
            linked = _linked().where(LinkRow.document_id.in_(some), seen_at(archive.access))
            for row in session.execute(linked.order_by(LinkRow.id)):
                found[row.document_id].append(row)
    return {document: _gathered(rows) for document, rows in found.items()}


def _gathered(rows: Sequence[Any]) -> Related:
    pairs = [(row.a, row.b) for row in rows]
    return Related(
        tuple(dict.fromkeys(f"{a}–{b}" for a, b in pairs)),
        tuple(dict.fromkeys(row.agreement for row in rows if row.agreement)),
        tuple(dict.fromkeys(city for pair in pairs for city in pair)),
    )


def _linked() -> Select[*tuple[Any, ...]]:
    """Each link with the names of what it belongs to, whichever of the four it supports."""
    a, b, held = aliased(CityRow), aliased(CityRow), aliased(ProgramRow)
    partnership = func.coalesce(
        LinkRow.partnership_id,
        AgreementRow.partnership_id,
        ProgramRow.partnership_id,
        held.partnership_id,
    )
    names = a.name.label("a"), b.name.label("b"), AgreementRow.title.label("agreement")
    return (
        select(LinkRow.document_id, *names)
        .join(DocumentRow, DocumentRow.id == LinkRow.document_id)
        .outerjoin(AgreementRow, AgreementRow.id == LinkRow.agreement_id)
        .outerjoin(ProgramRow, ProgramRow.id == LinkRow.program_id)
        .outerjoin(ActivityRow, ActivityRow.id == LinkRow.activity_id)
        .outerjoin(held, held.id == ActivityRow.program_id)
        .join(PartnershipRow, PartnershipRow.id == partnership)
        .join(a, a.id == PartnershipRow.a_id)
        .join(b, b.id == PartnershipRow.b_id)
    )

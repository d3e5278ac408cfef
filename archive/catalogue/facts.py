"""What search may ask of the catalogue: which documents a filter leaves, and how they divide."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import Session

from archive.catalogue.noun import Noun
from archive.catalogue.programs import descendants
from archive.catalogue.visibility import all_seen, seen_at
from archive.changes import Changes
from archive.records import Access
from archive.storage.database import Database
from archive.storage.tables import AgreementRow, DocumentRow, LinkRow, ProgramRow

if TYPE_CHECKING:
    from archive.catalogue.holdings import Holdings


@dataclass(frozen=True, slots=True)
class Filters:
    """What to narrow a search to; years inclusive, kinds as codes, partnerships and programs by id.

    Within one field any of the values will do; the fields hold together.
    """

    years: tuple[int, int] | None = None
    kinds: tuple[str, ...] = ()
    partnerships: tuple[int, ...] = ()
    programs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value and how many documents have it; `id` for partnerships and programs."""

    value: str
    id: int | None
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """How documents divide by `kind`, `year`, `partnership` or `program`."""

    name: str
    values: tuple[FacetValue, ...]


class Facts(Noun):
    """The catalogue's side of searching.

    Nothing above the reader's level is in any answer or count.
    """

    def __init__(
        self, database: Database, announce: Callable[[Changes], None], access: Access
    ) -> None:
        super().__init__(database, announce, access)
        self._holdings: Holdings | None = None
        self._counting = threading.Lock()

    def matching(self, filters: Filters) -> frozenset[int] | None:
        """The ids of the documents that match and may be seen; None when that is all."""
        with self._reading() as session:
            if filters == Filters() and all_seen(session, self._access):
                return None
            return frozenset(session.scalars(_matching(session, filters, self._access)))

    def counts(self, ids: Sequence[int]) -> tuple[Facet, ...]:
        """How these documents divide by kind, year, partnership and program.

        Empty facets left out.
        """
        holdings = self._current()
        return tuple(
            Facet(name, tuple(FacetValue(*value) for value in counted))
            for name, counted in holdings.counts(ids).items()
            if counted
        )

    def _current(self) -> Holdings:
        """The counted facts, taken anew when anything has changed since."""
        from archive.catalogue.holdings import take_stock

        with self._counting:
            sequence = self._database.sequence()
            if self._holdings is None or self._holdings.sequence != sequence:
                with self._reading() as session:
                    self._holdings = take_stock(session, sequence, self._access)
            return self._holdings


def _matching(session: Session, filters: Filters, level: Access) -> Select[Any]:
    chosen = select(DocumentRow.id).where(seen_at(level))
    if filters.kinds:
        chosen = chosen.where(DocumentRow.kind.in_(filters.kinds))
    if filters.years:
        chosen = chosen.where(_in_years(*filters.years))
    if filters.partnerships:
        chosen = chosen.where(_linked_to(_for_partnerships(filters.partnerships)))
    if filters.programs:
        tree = descendants(session, filters.programs)
        chosen = chosen.where(_linked_to(LinkRow.program_id.in_(tree)))
    return chosen


def _in_years(first: int, last: int) -> ColumnElement[bool]:
    """The document's date, or the years of one of its links, overlaps the years."""
    dated = and_(
        DocumentRow.date_earliest <= f"{last:04}-12-31",
        DocumentRow.date_latest >= f"{first:04}-01-01",
    )
    return or_(dated, _linked_to(and_(LinkRow.first_year <= last, LinkRow.last_year >= first)))


def _for_partnerships(partnerships: Sequence[int]) -> ColumnElement[bool]:
    """A link to one of the partnerships, or to an agreement or program of one."""
    agreements = select(AgreementRow.id).where(AgreementRow.partnership_id.in_(partnerships))
    programs = select(ProgramRow.id).where(ProgramRow.partnership_id.in_(partnerships))
    return or_(
        LinkRow.partnership_id.in_(partnerships),
        LinkRow.agreement_id.in_(agreements),
        LinkRow.program_id.in_(programs),
    )


def _linked_to(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return DocumentRow.id.in_(select(LinkRow.document_id).where(condition))

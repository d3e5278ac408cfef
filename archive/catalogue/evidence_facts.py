"""Which documents are linked to what, in which fields and years, in arrays for counting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from archive.catalogue.visibility import seen_at
from archive.records import Access
from archive.storage.tables import (
    ActivityRow,
    AgreementRow,
    DocumentRow,
    FindingRow,
    LinkRow,
    PartnershipRow,
    ProgramRow,
)

Numbers = NDArray[np.int64]
Counted = tuple[str, int | None, str, int]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Which document belongs to which item, as two columns without repeats; `names` by item."""

    documents: Numbers
    items: Numbers
    names: dict[int, str]

    def of(self, items: Sequence[int]) -> Numbers:
        """The documents of any of the items."""
        return self.documents[np.isin(self.items, items)]

    def counts(self, chosen: NDArray[np.bool_]) -> list[Counted]:
        """How many of the chosen documents each item has."""
        numbers = np.bincount(self.items[chosen[self.documents]])
        return [
            (self.names[item], item, self.names[item], int(numbers[item]))
            for item in np.flatnonzero(numbers).tolist()
        ]


@dataclass(frozen=True, slots=True)
class Linked:
    """All visible links: by partnership, program and field, and the years each document has.

    Fields are those of the agreements, programs and findings a document is linked to, numbered
    from 1 as `codes` lists them.
    """

    partnerships: Pairs
    programs: Pairs
    fields: Pairs
    years: tuple[Numbers, Numbers]

    @property
    def codes(self) -> dict[str, int]:
        """The fields that occur, with their numbers."""
        return {code: number for number, code in self.fields.names.items()}

    @property
    def documents(self) -> frozenset[int]:
        """The documents any link or field starts from."""
        linked = self.partnerships.documents.tolist()
        return frozenset(linked) | frozenset(self.fields.documents.tolist())

    def in_years(self, first: int, last: int) -> Numbers:
        """The documents linked to any of the years."""
        documents, years = self.years
        return documents[(years >= first) & (years <= last)]


def read_links(session: Session, level: Access) -> Linked:
    """Read all links the level lets see."""
    rows = session.execute(_links(level)).all()
    links = np.fromiter(chain.from_iterable(rows), np.int64).reshape(-1, 6)
    documents, first, last, agreements, programs, partnerships = links.T
    return Linked(
        _pairs(documents, partnerships, _titles(session)),
        _programs(session, documents, programs),
        _fields(session, level, documents, (AgreementRow, agreements), (ProgramRow, programs)),
        _years(documents, first, last),
    )


def are_linked(session: Session, documents: Sequence[int]) -> bool:
    """Whether any link or field starts from any of these documents."""
    linked = select(LinkRow.id).where(LinkRow.document_id.in_(documents)).limit(1)
    found = select(FindingRow.id).where(FindingRow.document_id.in_(documents)).limit(1)
    return session.scalar(linked) is not None or session.scalar(found) is not None


def _links(level: Access) -> Any:
    """Every visible link with the partnership it is for, by its agreement or program too.

    One of an activity is one of its program; 0 where there is none.
    """
    program = func.coalesce(LinkRow.program_id, ActivityRow.program_id, 0)
    partnership = func.coalesce(
        LinkRow.partnership_id, AgreementRow.partnership_id, ProgramRow.partnership_id, 0
    )
    years = func.coalesce(LinkRow.first_year, 0), func.coalesce(LinkRow.last_year, 0)
    agreement = func.coalesce(LinkRow.agreement_id, 0)
    return (
        select(LinkRow.document_id, *years, agreement, program, partnership)
        .join(DocumentRow, DocumentRow.id == LinkRow.document_id)
        .outerjoin(AgreementRow, AgreementRow.id == LinkRow.agreement_id)
        .outerjoin(ActivityRow, ActivityRow.id == LinkRow.activity_id)
        .outerjoin(ProgramRow, ProgramRow.id == program)
        .where(seen_at(level))
    )


def _programs(session: Session, documents: Numbers, programs: Numbers) -> Pairs:
    """A document of a program is also one of every program above it."""
    rows = session.execute(select(ProgramRow.id, ProgramRow.parent_id, ProgramRow.name)).all()
    above = np.zeros(max((row.id for row in rows), default=0) + 1, dtype=np.int64)
    for row in rows:
        above[row.id] = row.parent_id or 0
    found = [(documents, programs)]
    while found[-1][1].any():
        found.append((documents, above[found[-1][1]]))
    names = {row.id: row.name for row in rows}
    of_documents, items = map(np.concatenate, zip(*found, strict=True))
    return _pairs(of_documents, items, names)


def _fields(
    session: Session,
    level: Access,
    documents: Numbers,
    *linked: tuple[type[AgreementRow | ProgramRow], Numbers],
) -> Pairs:
    """What the agreement or program of a link is about, and what a document's findings are."""
    asked = select(FindingRow.document_id, FindingRow.field).where(FindingRow.field != "")
    found = session.execute(asked.join(DocumentRow).where(seen_at(level))).all()
    known = [(np.array([row.document_id]), row.field) for row in found]
    for table, items in linked:
        rows = session.execute(select(table.id, table.fields)).all()
        codes = {row.id: row.fields for row in rows}
        for item, some in _by_item(items, documents):
            known += [(some, code) for code in codes.get(item) or ()]
    names = dict(enumerate(sorted({code for _, code in known}), start=1))
    numbers = {code: number for number, code in names.items()}
    none = np.zeros(0, dtype=np.int64)
    all_items = [np.full(len(some), numbers[code]) for some, code in known]
    all_documents = [some for some, _ in known]
    return _pairs(np.concatenate([none, *all_documents]), np.concatenate([none, *all_items]), names)


def _by_item(items: Numbers, documents: Numbers) -> Iterator[tuple[int, Numbers]]:
    """Each item that is none but 0, with its documents."""
    order = np.argsort(items, kind="stable")
    known, starts = np.unique(items[order], return_index=True)
    parts = np.split(documents[order], starts[1:])
    return ((int(item), part) for item, part in zip(known, parts, strict=False) if item)


def _years(documents: Numbers, first: Numbers, last: Numbers) -> tuple[Numbers, Numbers]:
    """Each year of each span; 0: none is said."""
    said = first > 0
    documents, first, spans = documents[said], first[said], (last - first + 1)[said]
    steps = np.arange(spans.sum()) - np.repeat(np.cumsum(spans) - spans, spans)
    return _once(np.repeat(documents, spans), np.repeat(first, spans) + steps)


def _titles(session: Session) -> dict[int, str]:
    rows = session.scalars(select(PartnershipRow))
    return {row.id: f"{row.a.name}–{row.b.name}" for row in rows}


def _pairs(documents: Numbers, items: Numbers, names: dict[int, str]) -> Pairs:
    return Pairs(*_once(documents[items > 0], items[items > 0]), names)


def _once(documents: Numbers, items: Numbers) -> tuple[Numbers, Numbers]:
    """Two columns in order, without repeats."""
    size = int(items.max(initial=0)) + 1
    both = np.unique(documents * size + items)
    return both // size, both % size

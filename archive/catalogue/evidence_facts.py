"""Which documents are linked to what, in which fields and years, in arrays for counting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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

    Fields are those of the agreements, programs and findings a document is linked to, numbered as
    `codes` lists them.
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
    links = session.execute(_links(level)).all()
    partnerships = {(link.document_id, link.partnership) for link in links}
    years = {
        (link.document_id, year)
        for link in links
        if link.first_year
        for year in range(link.first_year, link.last_year + 1)
    }
    return Linked(
        _pairs(partnerships, _titles(session)),
        _programs(session, links),
        _fields(session, links, level),
        _columns(years),
    )


def are_linked(session: Session, documents: Sequence[int]) -> bool:
    """Whether any link or field starts from any of these documents."""
    linked = select(LinkRow.id).where(LinkRow.document_id.in_(documents)).limit(1)
    found = select(FindingRow.id).where(FindingRow.document_id.in_(documents)).limit(1)
    return session.scalar(linked) is not None or session.scalar(found) is not None


def _links(level: Access) -> Any:
    """Every visible link with the partnership it is for, by its agreement or program too.

    One of an activity is one of its program.
    """
    program = func.coalesce(LinkRow.program_id, ActivityRow.program_id)
    partnership = func.coalesce(
        LinkRow.partnership_id, AgreementRow.partnership_id, ProgramRow.partnership_id
    )
    return (
        select(LinkRow.document_id, LinkRow.first_year, LinkRow.last_year)
        .add_columns(program.label("program_id"), partnership.label("partnership"))
        .add_columns(AgreementRow.fields.label("of_agreement"), ProgramRow.fields.label("fields"))
        .join(DocumentRow, DocumentRow.id == LinkRow.document_id)
        .outerjoin(AgreementRow, AgreementRow.id == LinkRow.agreement_id)
        .outerjoin(ActivityRow, ActivityRow.id == LinkRow.activity_id)
        .outerjoin(ProgramRow, ProgramRow.id == program)
        .where(seen_at(level))
    )


def _programs(session: Session, links: Iterable[Any]) -> Pairs:
    """A document of a program is also one of every program above it."""
    rows = session.execute(select(ProgramRow.id, ProgramRow.parent_id, ProgramRow.name)).all()
    above = {row.id: row.parent_id for row in rows}
    pairs = set()
    for document, program in {(link.document_id, link.program_id) for link in links}:
        item = program
        while item is not None:
            pairs.add((document, item))
            item = above[item]
    return _pairs(pairs, {row.id: row.name for row in rows})


def _fields(session: Session, links: Iterable[Any], level: Access) -> Pairs:
    """What the agreement or program of a link is about, and what a document's findings are."""
    known = {
        (link.document_id, code)
        for link in links
        for code in (*(link.of_agreement or ()), *(link.fields or ()))
    }
    found = select(FindingRow.document_id, FindingRow.field).where(FindingRow.field != "")
    rows = session.execute(found.join(DocumentRow).where(seen_at(level)))
    known.update((row.document_id, row.field) for row in rows)
    numbers = {code: number for number, code in enumerate(sorted({code for _, code in known}))}
    pairs = {(document, numbers[code]) for document, code in known}
    return _pairs(pairs, {number: code for code, number in numbers.items()})


def _titles(session: Session) -> dict[int, str]:
    rows = session.scalars(select(PartnershipRow))
    return {row.id: f"{row.a.name}–{row.b.name}" for row in rows}


def _pairs(pairs: Iterable[tuple[int, int]], names: dict[int, str]) -> Pairs:
    return Pairs(*_columns(pairs), names)


def _columns(pairs: Iterable[tuple[int, int]]) -> tuple[Numbers, Numbers]:
    columns = np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2)
    return columns[:, 0], columns[:, 1]

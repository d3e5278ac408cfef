"""The facts of all documents in arrays, so that thousands are counted in a millisecond or two."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from archive.catalogue.visibility import seen_at
from archive.records import Access
from archive.storage.tables import (
    AgreementRow,
    DocumentRow,
    LinkRow,
    PartnershipRow,
    ProgramRow,
)

Numbers = NDArray[np.int64]
Names = dict[int, tuple[str, int | None, str]]
Counted = tuple[str, int | None, str, int]
OPEN_START, OPEN_END = 1, 9999  # the years of `archive.dates.EARLIEST` and `LATEST`


@dataclass(frozen=True, slots=True)
class Pairs:
    """Which document has which value, as two columns.

    `names` says what a value number stands for.
    """

    documents: Numbers
    values: Numbers
    names: Names

    def counts(self, chosen: NDArray[np.bool_]) -> list[Counted]:
        """How many of the chosen documents have each value."""
        numbers = np.bincount(self.values[chosen[self.documents]])
        return [(*self.names[int(at)], int(numbers[at])) for at in np.flatnonzero(numbers)]


@dataclass(frozen=True, slots=True)
class Holdings:
    """What a reader's level lets see, as it was when the catalogue's last change was `sequence`."""

    sequence: int
    size: int
    facets: dict[str, Pairs]

    def counts(self, ids: Sequence[int]) -> dict[str, list[Counted]]:
        """Each facet's values with their counts: years in order, the others by falling count."""
        chosen = np.zeros(self.size, dtype=np.bool_)
        wanted = np.asarray(ids, dtype=np.int64)
        chosen[wanted[(wanted >= 0) & (wanted < self.size)]] = True
        found = {name: pairs.counts(chosen) for name, pairs in self.facets.items()}
        return {name: sorted(counted, key=_order(name)) for name, counted in found.items()}


def take_stock(session: Session, sequence: int, level: Access) -> Holdings:
    """Read the facts of all documents the level lets see."""
    columns = DocumentRow.id, DocumentRow.kind, DocumentRow.date_earliest, DocumentRow.date_latest
    documents = session.execute(select(*columns).where(seen_at(level))).all()
    linked = session.execute(_links(level)).all()
    facets = {
        "kind": _coded((row.id, row.kind) for row in documents),
        "year": _numbered(_dated(documents) | _linked_years(linked)),
        "partnership": _pairs(_partnerships(linked), _titles(session)),
        "program": _pairs(*_programs(session, linked)),
    }
    size = max((row.id for row in documents), default=0) + 1
    return Holdings(sequence, size, facets)


def _order(name: str) -> Callable[[Counted], tuple[object, ...]]:
    if name == "year":
        return lambda counted: (counted[0],)
    return lambda counted: (-counted[3], counted[2].casefold(), counted[1] or 0)


def _links(level: Access) -> Select[Any]:
    """Every visible link with the partnership it is for, by its agreement or program too."""
    partnership = func.coalesce(
        LinkRow.partnership_id, AgreementRow.partnership_id, ProgramRow.partnership_id
    )
    return (
        select(LinkRow.document_id, LinkRow.program_id, LinkRow.first_year, LinkRow.last_year)
        .add_columns(partnership.label("partnership"))
        .join(DocumentRow, DocumentRow.id == LinkRow.document_id)
        .outerjoin(AgreementRow, AgreementRow.id == LinkRow.agreement_id)
        .outerjoin(ProgramRow, ProgramRow.id == LinkRow.program_id)
        .where(seen_at(level))
    )


def _dated(documents: Iterable[Any]) -> set[tuple[int, int]]:
    return {
        (row.id, year)
        for row in documents
        if row.date_earliest
        for year in _span(int(row.date_earliest[:4]), int(row.date_latest[:4]))
    }


def _linked_years(linked: Iterable[Any]) -> set[tuple[int, int]]:
    return {
        (row.document_id, year)
        for row in linked
        if row.first_year
        for year in _span(row.first_year, row.last_year)
    }


def _span(first: int, last: int) -> range:
    """The years from first to last.

    An open end goes no further than now, an open start counts none.
    """
    end = max(first, datetime.now(UTC).year) if last == OPEN_END else last
    return range(end if first == OPEN_START else first, end + 1)


def _partnerships(linked: Iterable[Any]) -> set[tuple[int, int]]:
    return {(row.document_id, row.partnership) for row in linked}


def _programs(session: Session, linked: Iterable[Any]) -> tuple[set[tuple[int, int]], Names]:
    """A document of a program is also one of every program above it."""
    rows = session.execute(select(ProgramRow.id, ProgramRow.parent_id, ProgramRow.name)).all()
    above = {row.id: row.parent_id for row in rows}
    pairs = set()
    for row in linked:
        program = row.program_id
        while program is not None:
            pairs.add((row.document_id, program))
            program = above[program]
    return pairs, {row.id: (row.name, row.id, row.name) for row in rows}


def _titles(session: Session) -> Names:
    rows = session.scalars(select(PartnershipRow))
    titles = {row.id: f"{row.a.name}–{row.b.name}" for row in rows}
    return {item: (title, item, title) for item, title in titles.items()}


def _coded(pairs: Iterable[tuple[int, str]]) -> Pairs:
    listed = list(pairs)
    numbers = {code: at for at, code in enumerate(sorted({code for _, code in listed}))}
    names: Names = {at: (code, None, code) for code, at in numbers.items()}
    return _pairs(((document, numbers[code]) for document, code in listed), names)


def _numbered(pairs: Iterable[tuple[int, int]]) -> Pairs:
    listed = list(pairs)
    return _pairs(listed, {year: (str(year), None, str(year)) for _, year in listed})


def _pairs(pairs: Iterable[tuple[int, int]], names: Names) -> Pairs:
    columns = np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2).T
    return Pairs(columns[0], columns[1], names)

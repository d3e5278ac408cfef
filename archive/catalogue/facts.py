"""What search may ask of the catalogue: which documents a filter leaves, and how they divide."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.catalogue.called import called
from archive.catalogue.dated import dated
from archive.catalogue.document_table import in_order
from archive.catalogue.noun import Noun
from archive.catalogue.unsearched import unsearched
from archive.catalogue.visibility import all_seen
from archive.changes import Changes
from archive.records import Access, Called, Unsearched
from archive.storage.database import Database

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from archive.catalogue.holdings import Holdings

REMEMBERED = 200  # answers to filters kept until something changes


@dataclass(frozen=True, slots=True)
class Filters:
    """What to narrow a search to; years inclusive, kinds, fields and languages as codes.

    Partnerships and programs by id. Within one of them any of the values will do; all of them hold.
    """

    years: tuple[int, int] | None = None
    kinds: tuple[str, ...] = ()
    partnerships: tuple[int, ...] = ()
    programs: tuple[int, ...] = ()
    fields: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value and how many documents have it; `id` for partnerships and programs."""

    value: str
    id: int | None
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """How documents divide by kind, year, partnership, program, field or language."""

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
        self._matched: dict[Filters, frozenset[int] | None] = {}
        self._orders: dict[str, tuple[int, dict[int, int]]] = {}  # with the change they are of
        self._counting = threading.Lock()

    def matching(self, filters: Filters) -> frozenset[int] | None:
        """The ids of the documents that match and may be seen; None when that is all."""
        with self._counting:
            holdings = self._current()
            if len(self._matched) > REMEMBERED:
                self._matched.clear()
            if filters not in self._matched:
                self._matched[filters] = self._match(holdings, filters)
            return self._matched[filters]

    def dated(self, date: str) -> frozenset[int]:
        """The ids of the visible documents of a day or month (plain EDTF), or of an agreement
        signed then. Raises `ValueError`."""
        with self._reading() as session:
            return dated(session, date, self._access)

    def counts(self, ids: Sequence[int] | NDArray[np.int64]) -> tuple[Facet, ...]:
        """How these documents divide by kind, year, partnership, program, field and language.

        Many come best as an array. Empty facets left out.
        """
        with self._counting:
            counted = self._current().counts(ids)
        return tuple(
            Facet(name, tuple(FacetValue(*value) for value in values))
            for name, values in counted.items()
            if values
        )

    def ordered(self, by: str) -> dict[int, int]:
        """The place of each visible document by `date` (the newest first) or `title`."""
        with self._counting:
            sequence = self._database.sequence()
            if self._orders.get(by, (0, {}))[0] != sequence:
                with self._reading() as session:
                    ids = session.scalars(in_order(by, self._access))
                    self._orders[by] = sequence, {each: place for place, each in enumerate(ids)}
            return self._orders[by][1]

    def called(self) -> tuple[Called, ...]:
        """The names of what a reader may know: partnerships, programs, numbers, codes, titles."""
        with self._reading() as session:
            return called(session, self._access)

    def unsearched(self, most: int) -> Unsearched:
        """The documents that cannot be searched whole, `most` of them by name."""
        with self._reading() as session:
            return unsearched(session, self._access, most)

    def _match(self, holdings: Holdings, filters: Filters) -> frozenset[int] | None:
        with self._reading() as session:
            if filters == Filters() and all_seen(session, self._access):
                return None
        return frozenset(holdings.matching(filters))

    def _current(self) -> Holdings:
        """The facts as they are now; what changed since they were read is taken in."""
        from archive.catalogue.holdings import Holdings

        known = self._holdings
        if known is None:
            sequence = self._database.sequence()
            with self._reading() as session:
                self._holdings = known = Holdings(session, sequence, self._access)
        elif known.sequence != self._database.sequence():
            changes = self._database.changes_since(known.sequence)
            with self._reading() as session:
                known.refresh(session, changes)
            self._matched.clear()
        return known

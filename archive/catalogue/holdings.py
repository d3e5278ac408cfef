"""The facts of all visible documents in arrays: filters and counts in a millisecond, at any size.

Documents come in by thousands while people search, so a change of documents is taken in one by one;
links are made by hand and read anew when one has changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select
from sqlalchemy.orm import Session

from archive.catalogue.evidence_facts import Counted, read_links
from archive.catalogue.visibility import seen_at
from archive.changes import Changes, Kind
from archive.records import Access
from archive.storage.tables import DocumentRow

OPEN_START, OPEN_END = 1, 9999  # the years of `archive.dates.EARLIEST` and `LATEST`
TOGETHER = 5000
YEARS = 10_000  # more than there are: a document and a year as one number
LINKING = (Kind.LINK, Kind.PROGRAM, Kind.AGREEMENT, Kind.PARTNERSHIP, Kind.CITY)

Numbers = NDArray[np.int64]
Mask = NDArray[np.bool_]


class Holdings:
    """What one reader's level lets see, as it was after the change `sequence`."""

    def __init__(self, session: Session, sequence: int, level: Access) -> None:
        self.sequence = sequence
        self._level = level
        self._codes: list[str] = []
        self._kind = np.full(0, -1, dtype=np.int64)  # by document id; -1: not there or not seen
        self._first = np.zeros(0, dtype=np.int64)  # year; 0: undated
        self._last = np.zeros(0, dtype=np.int64)
        self._covers = np.zeros((0, 2), dtype=np.int64)  # the years its content covers, or 0
        self._more: tuple[Numbers, Numbers] | None = None
        self._take(session.execute(_documents(level)).all())
        self._linked = read_links(session, level)

    def refresh(self, session: Session, changes: Changes) -> None:
        """Take in what has changed since."""
        documents = changes.ids(Kind.DOCUMENT)
        self._more = None
        self._forget(documents)
        for some in _portions(sorted(documents)):
            self._take(
                session.execute(_documents(self._level).where(DocumentRow.id.in_(some))).all()
            )
        if changes.touches(*LINKING) or documents & self._linked.documents:
            self._linked = read_links(session, self._level)
        self.sequence = changes.sequence

    def matching(
        self,
        years: tuple[int, int] | None,
        kinds: Sequence[str],
        partnerships: Sequence[int],
        programs: Sequence[int],
    ) -> list[int]:
        """The ids of the documents that meet all of these; what is empty asks nothing."""
        left = self._kind >= 0
        if kinds:
            left &= np.isin(self._kind, [self._codes.index(k) for k in kinds if k in self._codes])
        if years is not None:
            left &= self._in_years(*years)
        if partnerships:
            left &= self._among(self._linked.partnerships.of(partnerships))
        if programs:
            left &= self._among(self._linked.programs.of(programs))
        return np.flatnonzero(left).tolist()

    def counts(self, ids: Sequence[int]) -> dict[str, list[Counted]]:
        """How these documents divide: years in order, all else by falling count."""
        chosen = self._among(np.asarray(ids, dtype=np.int64)) & (self._kind >= 0)
        return {
            "kind": _by_count(self._kinds(chosen)),
            "year": self._years(chosen),
            "partnership": _by_count(self._linked.partnerships.counts(chosen)),
            "program": _by_count(self._linked.programs.counts(chosen)),
        }

    def _take(self, rows: Sequence[Any]) -> None:
        if not rows:
            return
        self._grow(max(row.id for row in rows) + 1)
        self._codes += sorted({row.kind for row in rows} - set(self._codes))
        numbers = {code: number for number, code in enumerate(self._codes)}
        ids = np.array([row.id for row in rows], dtype=np.int64)
        self._kind[ids] = [numbers[row.kind] for row in rows]
        self._first[ids] = [int((row.date_earliest or "0")[:4]) for row in rows]
        self._last[ids] = [int((row.date_latest or "0")[:4]) for row in rows]
        self._covers[ids] = [(row.first_year or 0, row.last_year or 0) for row in rows]

    def _grow(self, size: int) -> None:
        """Make room, and some more, so that it is seldom done."""
        missing = size + size // 4 - len(self._kind)
        if size > len(self._kind):
            self._kind = np.pad(self._kind, (0, missing), constant_values=-1)
            self._first = np.pad(self._first, (0, missing))
            self._last = np.pad(self._last, (0, missing))
            self._covers = np.pad(self._covers, ((0, missing), (0, 0)))

    def _forget(self, documents: Iterable[int]) -> None:
        known = [document for document in documents if document < len(self._kind)]
        self._kind[known] = -1

    def _among(self, ids: Numbers) -> Mask:
        """Which documents are among these ids."""
        mask = np.zeros(len(self._kind), dtype=np.bool_)
        mask[ids[(ids >= 0) & (ids < len(mask))]] = True
        return mask

    def _in_years(self, first: int, last: int) -> Mask:
        dated = (self._first > 0) & (self._first <= last) & (self._last >= first)
        begins, ends = self._covers.T
        dated |= (begins > 0) & (begins <= last) & (ends >= first)
        return dated | self._among(self._linked.in_years(first, last))

    def _kinds(self, chosen: Mask) -> list[Counted]:
        numbers = np.bincount(self._kind[chosen], minlength=len(self._codes))
        return [
            (code, None, code, int(n)) for code, n in zip(self._codes, numbers, strict=True) if n
        ]

    def _years(self, chosen: Mask) -> list[Counted]:
        """A document counts once in every year of its date or of a link from it."""
        first, last = self._spans()
        dated = chosen & (self._first > 0)
        opened = np.bincount(first[dated], minlength=OPEN_END + 2)
        closed = np.bincount(last[dated] + 1, minlength=OPEN_END + 2)
        numbers = np.cumsum(opened - closed)
        documents, years = self._more_years()
        added = chosen[documents] & ((years < first[documents]) | (years > last[documents]))
        numbers += np.bincount(years[added], minlength=OPEN_END + 2)
        return [(str(y), None, str(y), int(numbers[y])) for y in np.flatnonzero(numbers).tolist()]

    def _more_years(self) -> tuple[Numbers, Numbers]:
        """Documents and years that links or the described content add to the dates; each once."""
        if self._more is None:
            self._more = self._reckon_more_years()
        return self._more

    def _reckon_more_years(self) -> tuple[Numbers, Numbers]:
        documents, years = self._linked.years
        covering = np.flatnonzero(self._covers[:, 0])
        spans = self._covers[covering, 1] - self._covers[covering, 0] + 1
        begins = np.repeat(self._covers[covering, 0], spans)
        steps = np.arange(spans.sum()) - np.repeat(np.cumsum(spans) - spans, spans)
        pairs = documents * YEARS + years, np.repeat(covering, spans) * YEARS + begins + steps
        once = np.unique(np.concatenate(pairs))
        return once // YEARS, once % YEARS

    def _spans(self) -> tuple[Numbers, Numbers]:
        """The years to count: an open end goes no further than now, an open start is its end."""
        now = np.maximum(self._first, datetime.now(UTC).year)
        last = np.where(self._last == OPEN_END, now, self._last)
        return np.where(self._first == OPEN_START, last, self._first), last


def _documents(level: Access) -> Any:
    row = DocumentRow
    dates = row.date_earliest, row.date_latest, row.first_year, row.last_year
    return select(row.id, row.kind, *dates).where(seen_at(level))


def _portions(ids: Sequence[int]) -> Iterable[Sequence[int]]:
    return (ids[start : start + TOGETHER] for start in range(0, len(ids), TOGETHER))


def _by_count(counted: Iterable[Counted]) -> list[Counted]:
    return sorted(counted, key=lambda value: (-value[3], value[2].casefold(), value[1] or 0))

"""The facts of all visible documents in arrays: filters and counts in a millisecond, at any size.

Documents come in by thousands while people search, so a change of documents is taken in one by one;
links are made by hand and read anew when one has changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select
from sqlalchemy.orm import Session

from archive.catalogue.coded import Coded
from archive.catalogue.evidence_facts import Counted, are_linked, read_links
from archive.catalogue.visibility import seen_at
from archive.changes import Changes, Kind
from archive.records import Access
from archive.storage.tables import DocumentRow

if TYPE_CHECKING:
    from archive.catalogue.facts import Filters

OPEN_START, OPEN_END = 1, 9999  # the years of `archive.dates.EARLIEST` and `LATEST`
TOGETHER = 5000
YEARS = 10_000  # more than there are: a document and a year as one number
LINKING = (
    Kind.LINK,
    Kind.PROGRAM,
    Kind.AGREEMENT,
    Kind.PARTNERSHIP,
    Kind.CITY,
    Kind.FINDING,
)

Numbers = NDArray[np.int64]
Mask = NDArray[np.bool_]


class Holdings:
    """What one reader's level lets see, as it was after the change `sequence`."""

    def __init__(self, session: Session, sequence: int, level: Access) -> None:
        self.sequence = sequence
        self._level = level
        self._kind = Coded()  # by document id; none: not there or not seen
        self._language = Coded()
        self._first = np.zeros(0, dtype=np.int64)  # year; 0: undated
        self._last = np.zeros(0, dtype=np.int64)
        self._covers = np.zeros((0, 2), dtype=np.int64)  # the years its content covers, or 0
        self._more: tuple[Numbers, Numbers] | None = None
        self._counted: tuple[int, Numbers, Numbers] | None = None  # this year, and `_spans` in it
        self._take(session.execute(_documents(level)).all())
        self._linked = read_links(session, level)

    def refresh(self, session: Session, changes: Changes) -> None:
        """Take in what has changed since."""
        documents = changes.ids(Kind.DOCUMENT)
        self._more = self._counted = None
        unseen = documents - self._known(documents)
        self._forget(documents)
        for some in _portions(sorted(documents)):
            self._take(
                session.execute(_documents(self._level).where(DocumentRow.id.in_(some))).all()
            )
        appeared = self._known(unseen)  # new, out of the trash, or under another level
        changed = changes.touches(*LINKING) or bool(documents & self._linked.documents)
        if changed or any(are_linked(session, some) for some in _portions(sorted(appeared))):
            self._linked = read_links(session, self._level)
        self.sequence = changes.sequence

    def matching(self, asked: Filters) -> list[int]:
        """The ids of the documents that meet all of these; what is empty asks nothing."""
        left, linked = self._kind.known, self._linked
        if asked.kinds:
            left &= self._kind.any_of(asked.kinds)
        if asked.languages:
            left &= self._language.any_of(asked.languages)
        if asked.years is not None:
            left &= self._in_years(*asked.years)
        if asked.partnerships:
            left &= self._among(linked.partnerships.of(asked.partnerships))
        if asked.programs:
            left &= self._among(linked.programs.of(asked.programs))
        if asked.fields:
            numbers = [linked.codes[code] for code in asked.fields if code in linked.codes]
            left &= self._among(linked.fields.of(numbers))
        return np.flatnonzero(left).tolist()

    def counts(self, ids: Sequence[int] | Numbers) -> dict[str, list[Counted]]:
        """How these documents divide: years in order, all else by falling count."""
        chosen = self._among(np.asarray(ids, dtype=np.int64)) & self._kind.known
        linked = self._linked
        return {
            "kind": _by_count(self._kind.counts(chosen)),
            "year": self._years(chosen),
            "partnership": _by_count(linked.partnerships.counts(chosen)),
            "program": _by_count(linked.programs.counts(chosen)),
            "field": _by_count(_without_ids(linked.fields.counts(chosen))),
            "language": _by_count(self._language.counts(chosen)),
        }

    def _take(self, rows: Sequence[Any]) -> None:
        if not rows:
            return
        self._grow(max(row.id for row in rows) + 1)
        ids = np.array([row.id for row in rows], dtype=np.int64)
        self._kind.take(ids, [row.kind for row in rows])
        self._language.take(ids, [row.language for row in rows])
        self._first[ids] = [int((row.date_earliest or "0")[:4]) for row in rows]
        self._last[ids] = [int((row.date_latest or "0")[:4]) for row in rows]
        self._covers[ids] = [(row.first_year or 0, row.last_year or 0) for row in rows]

    def _grow(self, size: int) -> None:
        """Make room, and some more, so that it is seldom done."""
        missing = size + size // 4 - len(self._first)
        if size > len(self._first):
            self._kind.grow(missing)
            self._language.grow(missing)
            self._first = np.pad(self._first, (0, missing))
            self._last = np.pad(self._last, (0, missing))
            self._covers = np.pad(self._covers, ((0, missing), (0, 0)))

    def _forget(self, documents: Iterable[int]) -> None:
        self._kind.forget([document for document in documents if document < len(self._first)])

    def _known(self, documents: frozenset[int]) -> frozenset[int]:
        """Those of them that are there and may be seen."""
        known = self._kind.known
        return frozenset(each for each in documents if each < len(known) and known[each])

    def _among(self, ids: Numbers) -> Mask:
        """Which documents are among these ids."""
        mask = np.zeros(len(self._first), dtype=np.bool_)
        mask[ids[(ids >= 0) & (ids < len(mask))]] = True
        return mask

    def _in_years(self, first: int, last: int) -> Mask:
        dated = (self._first > 0) & (self._first <= last) & (self._last >= first)
        begins, ends = self._covers.T
        dated |= (begins > 0) & (begins <= last) & (ends >= first)
        return dated | self._among(self._linked.in_years(first, last))

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
        year = datetime.now(UTC).year
        if self._counted is None or self._counted[0] != year:
            now = np.maximum(self._first, year)
            last = np.where(self._last == OPEN_END, now, self._last)
            self._counted = year, np.where(self._first == OPEN_START, last, self._first), last
        return self._counted[1:]


def _documents(level: Access) -> Any:
    row = DocumentRow
    dates = row.date_earliest, row.date_latest, row.first_year, row.last_year
    return select(row.id, row.kind, row.language, *dates).where(seen_at(level))


def _portions(ids: Sequence[int]) -> Iterable[Sequence[int]]:
    return (ids[start : start + TOGETHER] for start in range(0, len(ids), TOGETHER))


def _without_ids(counted: Iterable[Counted]) -> list[Counted]:
    return [(value, None, words, count) for value, _number, words, count in counted]


def _by_count(counted: Iterable[Counted]) -> list[Counted]:
    return sorted(counted, key=lambda value: (-value[3], value[2].casefold(), value[1] or 0))

"""What each transaction did to which row, before and after: written beside it, never altered.

The session's own history is read at each flush, so that no noun can forget to tell. Times are UTC,
ISO 8601; the agent is `user@computer`, or what works on its own (`working_as`).
"""

from __future__ import annotations

import getpass
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import event, func, insert, inspect, select
from sqlalchemy.orm import Session

from archive.records.values import Access
from archive.storage.base import Base
from archive.storage.tables import (
    ActivityRow,
    ActorRow,
    AgreementRow,
    CityRow,
    DocumentRow,
    EventRow,
    FindingRow,
    LinkRow,
    OfficeRow,
    PartnershipRow,
    ProgramRow,
    RelationRow,
    RoleRow,
    SynonymRow,
    TermRow,
)

NOUNS: dict[str, type[Base]] = {
    "city": CityRow,
    "partnership": PartnershipRow,
    "agreement": AgreementRow,
    "relation": RelationRow,
    "program": ProgramRow,
    "activity": ActivityRow,
    "actor": ActorRow,
    "role": RoleRow,
    "finding": FindingRow,
    "link": LinkRow,
    "document": DocumentRow,
    "term": TermRow,
    "office": OfficeRow,
    "synonym": SynonymRow,
}
CALLED = {row: noun for noun, row in NOUNS.items()}
NAMED = ("title", "name", "statement", "quote", "label_id", "term")
CALLED_AFTER: dict[str, tuple[tuple[type[Base], str], ...]] = {
    "partnership": ((CityRow, "a_id"), (CityRow, "b_id")),
    "relation": ((AgreementRow, "agreement_id"), (AgreementRow, "other_id")),
    "role": ((ActorRow, "actor_id"),),
    "link": ((DocumentRow, "document_id"),),
    "finding": ((DocumentRow, "document_id"),),
}
PRINT = "print"  # no row of the catalogue: a kept print, told of by `archive.prints`
LONGEST_NAME = 120  # characters
SAMPLE = "sample"  # the agent that lays the sample: nobody has done this, nobody undoes it
UNTOLD = frozenset({"page_count", "waiting_count"})  # they repeat what the pages say
Values = dict[str, Any]
_working: ContextVar[str] = ContextVar("_working", default="")


class Recorder:
    """Listens to one session, and at its end writes what happened as events of one deed."""

    def __init__(self, session: Session, undoes: int | None = None) -> None:
        self._session, self._undoes = session, undoes
        self._found: dict[tuple[str, int], tuple[Values | None, Values | None]] = {}
        event.listen(session, "before_flush", self._before)
        event.listen(session, "after_flush", self._after)

    def write(self) -> int | None:
        """Put the events down; the number of the deed, None where nothing changed."""
        self._session.flush()
        changed = {key: pair for key, pair in self._found.items() if pair[0] != pair[1]}
        if not changed:
            return None
        deed = next_deed(self._session)
        rows = [self._row(deed, *key, *pair) for key, pair in changed.items()]
        self._session.execute(insert(EventRow), rows)
        return deed

    def _before(self, session: Session, *_more: object) -> None:
        """The rows as they were, before the flush writes over them."""
        for row in (*session.dirty, *session.deleted):
            if type(row) in CALLED:
                self._keep(CALLED[type(row)], row.id, before=_as_it_was(row))

    def _after(self, session: Session, *_more: object) -> None:
        for row in (*session.new, *session.dirty):
            if type(row) in CALLED:
                self._keep(CALLED[type(row)], row.id, after=_as_it_is(row))
        for row in session.deleted:
            if type(row) in CALLED:
                before, _after = self._found[CALLED[type(row)], row.id]
                self._found[CALLED[type(row)], row.id] = before, None

    def _keep(
        self, noun: str, item: int, before: Values | None = None, after: Values | None = None
    ) -> None:
        """The first `before` of a transaction counts, and the last `after`."""
        if (noun, item) not in self._found:
            self._found[noun, item] = before, after if after is not None else before
        elif after is not None:
            self._found[noun, item] = self._found[noun, item][0], after

    def _row(
        self, deed: int, noun: str, item: int, before: Values | None, after: Values | None
    ) -> Values:
        return {
            "deed": deed,
            "undoes": self._undoes,
            "time": datetime.now(UTC).isoformat(timespec="seconds"),
            "agent": _working.get() or agent(),
            "action": _action(before, after),
            "noun": noun,
            "item": item,
            "name": self._name(noun, after or before or {}),
            "before": before,
            "after": after,
        }

    def _name(self, noun: str, values: Values) -> str:
        """What the row is called; what has no name of its own, after what it belongs to."""
        own = next((values[column] for column in NAMED if values.get(column)), "")
        return str(own or self._after_others(noun, values))[:LONGEST_NAME]

    def _after_others(self, noun: str, values: Values) -> str:
        rows = [
            self._session.get(table, values[name]) for table, name in CALLED_AFTER.get(noun, ())
        ]
        return "–".join(str(getattr(row, "name", "") or getattr(row, "title", "")) for row in rows)


def next_deed(session: Session) -> int:
    """The number the deed in hand will have; writes go one at a time, so nobody else takes it."""
    return (session.scalar(select(func.max(EventRow.deed))) or 0) + 1


@contextmanager
def working_as(name: str) -> Iterator[None]:
    """Whatever this thread writes meanwhile is put down as the work of that agent."""
    token = _working.set(name)
    try:
        yield
    finally:
        _working.reset(token)


@cache
def agent() -> str:
    """Who works here: `user@computer`."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = "?"
    return f"{user}@{socket.gethostname()}"


def told_level(values: Mapping[str, object]) -> int:
    """The reader's level that what left the archive was made at, from its event."""
    level = values.get("access")
    return level if isinstance(level, int) else int(max(Access))


def columns(row: type[Base]) -> Iterator[str]:
    """The columns that events hold."""
    for column in inspect(row).columns:
        if column.key not in UNTOLD:
            yield str(column.key)


def _action(before: Values | None, after: Values | None) -> str:
    """What was done; a document that goes into the trash keeps its row, and yet was removed."""
    if before is None:
        return "add"
    if after is None or (after.get("trashed") and not before.get("trashed")):
        return "remove"
    return "restore" if before.get("trashed") and not after.get("trashed") else "change"


def _as_it_is(row: Any) -> Values:
    return {name: getattr(row, name) for name in columns(type(row))}


def _as_it_was(row: Any) -> Values:
    """The values that were loaded, whatever has been set since."""
    state = inspect(row)
    values = {}
    for name in columns(type(row)):
        history = state.attrs[name].load_history()
        old = history.deleted or history.unchanged or history.added
        values[name] = old[0] if old else None
    return values

"""Events: who did what and when; undoing the last deed, and bringing back what was deleted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, delete, func, insert, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from archive.catalogue import term_rows
from archive.catalogue.assembling import settle, take_apart, went_into_another
from archive.catalogue.noun import Noun
from archive.catalogue.trashing import tell_of
from archive.changes import Kind
from archive.errors import CannotUndo, NotFound
from archive.records import Deed, Event
from archive.records.history import Exported
from archive.storage.database import Transaction
from archive.storage.history import (
    LONGEST_NAME,
    NOUNS,
    PRINT,
    SAMPLE,
    agent,
    columns,
    next_deed,
    told_level,
)
from archive.storage.tables import DocumentRow, EventRow, PasswordRow

LOOKED_AT = 20  # deeds at a time, looking for the last one that may be seen
TOLD_AS = {"relation": Kind.AGREEMENT, "role": Kind.ACTOR}
EXPORT = "export"  # no row of the catalogue: a file that was written for elsewhere
LEFT = (PRINT, EXPORT)  # it left the archive: told of, and never undone
ORDER = (*NOUNS, *LEFT)  # parents before what hangs on them


class Events(Noun):
    """The log of this archive. It only grows. Above the reader's level nothing of it is shown."""

    def deeds(self, limit: int = 200, before: int | None = None) -> tuple[Deed, ...]:
        """What was done, the last first: so many, of those before a deed. Empty at the end."""
        numbers = select(EventRow.deed).distinct().order_by(EventRow.deed.desc())
        if before is not None:
            numbers = numbers.where(EventRow.deed < before)
        with self._reading() as session:
            found = session.scalars(numbers.execution_options(yield_per=limit))
            every = (self._deed(session, number) for number in found)
            return tuple(islice(filter(None, every), limit))

    def of_deed(self, deed: int) -> tuple[Event, ...]:
        """Every row a deed touched."""
        with self._reading() as session:
            return self._events(session, select(EventRow).filter_by(deed=deed))

    def of_item(self, kind: Kind, item: int) -> tuple[Event, ...]:
        """The life of one item, the last first."""
        with self._reading() as session:
            wanted = select(EventRow).filter_by(noun=kind.value, item=item)
            return tuple(reversed(self._events(session, wanted)))

    def last(self) -> Deed | None:
        """The deed that *Undo* would reverse: the last one here that is not reversed yet."""
        with self._reading() as session:
            return self._last(session)

    def undo(self) -> Deed:
        """Reverse the last deed. Raises `NotFound` when there is none, `CannotUndo`."""
        found = self.last()
        if found is None:
            raise NotFound("deed", "")
        self.reverse(found.number)
        return found

    def trash(self) -> tuple[Deed, ...]:
        """The deletions that have not been reversed, the last first."""
        with self._reading() as session:
            numbers = session.scalars(
                select(EventRow.deed)
                .where(EventRow.action == "remove", EventRow.undoes.is_(None))
                .where(EventRow.deed.not_in(_reversed()))
                .where(or_(EventRow.noun != "document", EventRow.deed.in_(_putting_away())))
                .distinct()
                .order_by(EventRow.deed.desc())
            ).all()
            return tuple(filter(None, (self._deed(session, number) for number in numbers)))

    def reverse(self, deed: int) -> None:
        """Put every row a deed touched back as it was, all or none. Raises `CannotUndo`."""
        with self._database.writing(self._announce, deed) as writing:
            events = self._events(writing.session, select(EventRow).filter_by(deed=deed))
            if not events or _is_reversed(writing.session, deed):
                raise CannotUndo(deed, "gone")
            if any(event.noun in LEFT for event in events):
                raise CannotUndo(deed, "printed")
            fewer = take_apart(writing, deed, events, self._access)
            try:
                for event in _in_reverse(events):
                    _reverse(writing, event)
                writing.session.flush()
                if fewer is not None:
                    settle(writing, fewer)
                    tell_of(writing, fewer)
            except (IntegrityError, ValueError) as error:
                raise CannotUndo(deed, "in_the_way") from error
            if not term_rows.hold(writing.session, events):
                raise CannotUndo(deed, "in_the_way")

    def exported(self, told: Exported) -> None:
        """Put down that a file left the archive; it can be read and not be undone."""
        with self._writing() as writing:
            last = writing.session.scalar(select(func.max(EventRow.item)).filter_by(noun=EXPORT))
            row = {
                "deed": next_deed(writing.session),
                "time": datetime.now(UTC).isoformat(timespec="seconds"),
                "agent": agent(),
                "action": EXPORT,
                "noun": EXPORT,
                "item": (last or 0) + 1,
                "name": told.name[:LONGEST_NAME],
                "after": asdict(told) | {"access": int(self._access)},
            }
            writing.session.execute(insert(EventRow).values(row))

    def _last(self, session: Session) -> Deed | None:
        """What lies above the level is passed over, as if it were not there."""
        undone = _reversed()
        numbers = session.scalars(
            select(EventRow.deed)
            .where(EventRow.undoes.is_(None), EventRow.deed.not_in(undone), _can_be_undone())
            .distinct()
            .order_by(EventRow.deed.desc())
            .execution_options(yield_per=LOOKED_AT)
        )
        return next(filter(None, (self._deed(session, number) for number in numbers)), None)

    def _deed(self, session: Session, number: int) -> Deed | None:
        events = self._events(session, select(EventRow).filter_by(deed=number))
        if not events:
            return None
        first = min(events, key=lambda event: (ORDER.index(event.noun), event.id))
        return Deed(
            number,
            first.time,
            first.agent,
            first.action,
            first.noun,
            first.item,
            first.name,
            len(events),
            first.undoes,
            _is_reversed(session, number),
            len({event.item for event in events if event.noun == first.noun}),
        )

    def _events(self, session: Session, wanted: Select[Any]) -> tuple[Event, ...]:
        found = session.scalars(wanted.order_by(EventRow.id)).all()
        return tuple(_record(row) for row in found if self._may_see(session, row))

    def _may_see(self, session: Session, row: EventRow) -> bool:
        """What tells of a document, a print or an export above the level is not shown."""
        values = row.after or row.before or {}
        if row.noun in LEFT and told_level(values) > self._access:
            return False
        document = row.item if row.noun == "document" else values.get("document_id")
        if not isinstance(document, int):
            return True
        found = session.get(DocumentRow, document)
        return found is None or found.access <= self._access


def _reversed() -> Select[Any]:
    return select(EventRow.undoes).where(EventRow.undoes.is_not(None))


def _putting_away() -> Select[Any]:
    """The deeds that put into the trash the documents that lie there now, not into others."""
    there = DocumentRow.trashed.is_not(None), ~went_into_another()
    return select(DocumentRow.trashed).where(*there)


def _can_be_undone() -> ColumnElement[bool]:
    """What a person did; and what was brought in goes by removing it, never by undoing.

    What was printed or exported is out in the world.
    """
    return and_(
        EventRow.agent != SAMPLE,
        EventRow.noun.not_in(LEFT),
        or_(EventRow.noun != "document", EventRow.action != "add"),
    )


def _is_reversed(session: Session, deed: int) -> bool:
    return session.scalar(select(EventRow.id).filter_by(undoes=deed).limit(1)) is not None


def _record(row: EventRow) -> Event:
    return Event(
        row.id,
        row.deed,
        row.undoes,
        row.time,
        row.agent,
        row.action,
        row.noun,
        row.item,
        row.name,
        row.before,
        row.after,
    )


def _in_reverse(events: Sequence[Event]) -> Iterable[Event]:
    """What comes back comes parents first; what goes, goes from the leaves."""
    back = [event for event in events if event.after is None]
    rest = [event for event in events if event.after is not None]
    yield from sorted(back, key=lambda event: (ORDER.index(event.noun), event.item))
    yield from sorted(rest, key=lambda event: (_is_new(event), -ORDER.index(event.noun), -event.id))


def _is_new(event: Event) -> bool:
    """A document that was split off: it goes when nothing hangs on it any more."""
    return event.noun == "document" and event.before is None


def _reverse(writing: Transaction, event: Event) -> None:
    session, table = writing.session, NOUNS[event.noun]
    row = session.get(table, event.item)
    if event.before is None:
        if row is None:
            raise CannotUndo(event.deed, "gone")
        session.delete(row)
    else:
        if row is None:
            row = table(id=event.item)
            session.add(row)
        for name in columns(table):
            setattr(row, name, event.before.get(name))
        if event.noun == "document" and event.before.get("trouble") == "password":
            session.execute(delete(PasswordRow).filter_by(document_id=event.item))  # not kept then
    session.flush()
    if event.noun == "document":
        tell_of(writing, event.item)
    kind = TOLD_AS.get(event.noun) or Kind(event.noun)
    writing.touch(kind, event.item if event.noun not in TOLD_AS else _told(event))


def _told(event: Event) -> int:
    values = event.before or event.after or {}
    return int(values["agreement_id" if event.noun == "relation" else "actor_id"])

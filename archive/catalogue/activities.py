"""Activities: what programs did, year by year; also what was planned and did not take place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields

from sqlalchemy import select
from sqlalchemy.orm import Session

from archive.catalogue.columns import in_vocabulary, set_date
from archive.catalogue.names import block, key, line, required
from archive.catalogue.noun import Noun, fetch
from archive.catalogue.removing import take_out
from archive.changes import Kind
from archive.records import Activity, ActivityDraft
from archive.rules import refuse
from archive.storage.database import Transaction
from archive.storage.tables import ActivityRow, ProgramRow
from archive.vocabulary import codes

PLAIN = tuple(each.name for each in fields(ActivityDraft) if each.name != "program")


class Activities(Noun):
    """All activities of all programs."""

    def of(self, program: int) -> tuple[Activity, ...]:
        """A program's activities, by year and name. Raises `NotFound`."""
        with self._reading() as session:
            fetch(session, ProgramRow, Kind.PROGRAM, program)
            return _sorted(session.scalars(select(ActivityRow).filter_by(program_id=program)).all())

    def get(self, activity: int) -> Activity:
        """One activity. Raises `NotFound`."""
        with self._reading() as session:
            return record(fetch(session, ActivityRow, Kind.ACTIVITY, activity))

    def add(self, draft: ActivityDraft) -> Activity:
        """Enter an activity.

        Raises `NotFound`; `Invalid`: name, year, dates, mode, status, participants.
        """
        with self._writing() as writing:
            row = ActivityRow()
            _fill(writing.session, row, draft)
            writing.session.add(row)
            return _saved(writing, row)

    def change(self, activity: int, draft: ActivityDraft) -> Activity:
        """Save new values. Raises as `add` does."""
        with self._writing() as writing:
            row = fetch(writing.session, ActivityRow, Kind.ACTIVITY, activity)
            _fill(writing.session, row, draft)
            return _saved(writing, row)

    def remove(self, activity: int) -> None:
        """Put an activity into the trash, with its links. Raises `NotFound`."""
        with self._writing() as writing:
            take_out(writing, Kind.ACTIVITY, activity, self._access)


def of_partnership(session: Session, partnership: int) -> tuple[Activity, ...]:
    """All activities of a partnership's programs, by year and name."""
    programs = select(ProgramRow.id).filter_by(partnership_id=partnership)
    rows = session.scalars(select(ActivityRow).where(ActivityRow.program_id.in_(programs)))
    return _sorted(rows.all())


def record(row: ActivityRow) -> Activity:
    """The record of a row."""
    values = {name: getattr(row, name) for name in PLAIN}
    return Activity(id=row.id, uuid=row.uuid, program=row.program_id, **values)


def _sorted(rows: Iterable[ActivityRow]) -> tuple[Activity, ...]:
    found = map(record, rows)
    return tuple(sorted(found, key=lambda each: (each.year, key(each.name), each.id)))


def _fill(session: Session, row: ActivityRow, draft: ActivityDraft) -> None:
    fetch(session, ProgramRow, Kind.PROGRAM, draft.program)
    row.program_id, row.name = draft.program, required("name", draft.name)
    set_date(row, "dates", draft.dates)
    row.year = _year(row, draft.year)
    row.mode = in_vocabulary(draft.mode, codes("activity_modes"), "mode")
    row.status = in_vocabulary(draft.status, codes("activity_statuses"), "status")
    row.place, row.reason, row.note = line(draft.place), block(draft.reason), block(draft.note)
    row.participants_a = _count(draft.participants_a)
    row.participants_b = _count(draft.participants_b)


def _year(row: ActivityRow, year: int) -> int:
    """The year, which must be one of its dates. Raises `Invalid("year", ...)`."""
    if not 1000 <= year <= 9999:
        raise refuse("year", "not_a_year", year)
    first, last = row.dates_earliest, row.dates_latest
    if (first and year < int(first[:4])) or (last and year > int(last[:4])):
        raise refuse("year", "outside_dates", year)
    return year


def _count(people: int | None) -> int | None:
    if people is not None and people < 0:
        raise refuse("participants", "negative", people)
    return people


def _saved(writing: Transaction, row: ActivityRow) -> Activity:
    writing.session.flush()
    writing.touch(Kind.ACTIVITY, row.id)
    return record(row)

"""Descriptions of documents as their columns have them: one wholly, or many in some of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from archive.catalogue.columns import dated, in_vocabulary, optional
from archive.catalogue.names import block, line, required
from archive.catalogue.quotes import check_years
from archive.catalogue.visibility import seen_at
from archive.catalogue.wording import allowed
from archive.progress import Progress, Step
from archive.records import Access, Description, DescriptionChanges, ManyDone, Shared
from archive.rules import refuse
from archive.storage.foundation import now
from archive.storage.tables import DocumentRow

VOCABULARIES = {
    "level": "description_levels",
    "copy_status": "copy_statuses",
    "classification": "classifications",
}
TOGETHER = 500  # rows at a time when many are read
YEARS = ("first_year", "last_year")
TITLES = 3  # told of many
COMMON = tuple(each.name for each in fields(DescriptionChanges) if each.name != "note_added")
Columns = dict[str, Any]


def fill(session: Session, row: DocumentRow, description: Description, level: Access) -> None:
    """Set all columns: a person has said what it is.

    Raises `Invalid`: title, kind, date, years, access, a field with a vocabulary.
    """
    check_years(description.first_year, description.last_year)
    for each in fields(Description):
        set_columns(row, _columns(session, each.name, getattr(description, each.name), level))
    row.confirmed = row.confirmed or now()


def common_columns(session: Session, changes: DescriptionChanges, level: Access) -> Columns:
    """The columns that all are given, checked; what is not to change is left out. `Invalid`."""
    given = {name: getattr(changes, name) for name in COMMON}
    found: Columns = {}
    for name, value in given.items():
        found |= _columns(session, name, value, level) if value is not None else {}
    return found


def differing(row: DocumentRow, wanted: Columns, note_added: str | None) -> Columns:
    """What would be another value in this row."""
    added = block(note_added or "")
    more = {"note": f"{row.note}\n{added}" if row.note else added} if added else {}
    return {name: value for name, value in (wanted | more).items() if getattr(row, name) != value}


def change_many(
    session: Session,
    ids: Sequence[int],
    changes: DescriptionChanges,
    level: Access,
    progress: Progress,
    changed: Callable[[DocumentRow, Columns], None],
) -> ManyDone:
    """Tell of each row that becomes another what would change; counts all. Raises `Invalid`."""
    wanted = common_columns(session, changes, level)
    done = same = 0
    for row in seen_rows(session, ids, level, progress):
        columns = differing(row, wanted, changes.note_added)
        if columns:
            changed(row, columns)
        done, same = done + bool(columns), same + (not columns)
    return ManyDone(done, same, len(set(ids)) - done - same)


def set_columns(row: DocumentRow, columns: Columns) -> None:
    """Write these columns."""
    for name, value in columns.items():
        setattr(row, name, value)


def shared(session: Session, ids: Sequence[int], level: Access) -> Shared:
    """What these documents have in common, as far as the reader may see them."""
    found: dict[str, set[Any]] = {name: set() for name in COMMON}
    titles: list[str] = []
    count = 0
    wanted = DocumentRow.title, *(getattr(DocumentRow, name) for name in COMMON)
    for some in chunks(ids):
        rows = session.execute(select(*wanted).where(DocumentRow.id.in_(some), seen_at(level)))
        for title, *values in rows:
            count += 1
            titles += [title] if len(titles) < TITLES else []
            for name, value in zip(COMMON, values, strict=True):
                found[name].add(value)
    same = {name: each.pop() for name, each in found.items() if len(each) == 1}
    if "access" in same:
        same["access"] = Access(same["access"])
    return Shared(count, len(set(ids)) - count, tuple(titles), same)


def seen_rows(
    session: Session, ids: Sequence[int], level: Access, progress: Progress
) -> Iterator[DocumentRow]:
    """The rows of these documents that the reader may see; tells how far it is."""
    done = 0
    for some in chunks(ids):
        chosen = select(DocumentRow).where(DocumentRow.id.in_(some), seen_at(level))
        yield from session.scalars(chosen.order_by(DocumentRow.id)).all()
        done += len(some)
        progress.report(Step(done, len(ids)))


def chunks(ids: Iterable[int]) -> Iterator[list[int]]:
    """Each id once, some at a time: SQLite takes only so many values in one question."""
    every = list(dict.fromkeys(ids))
    for start in range(0, len(every), TOGETHER):
        yield every[start : start + TOGETHER]


def _columns(session: Session, name: str, value: Any, level: Access) -> Columns:
    """One field of a description as its columns."""
    if name == "date":
        return dated("date", value)
    return {name: _tidy(session, name, value, level)}


def _tidy(session: Session, name: str, value: Any, level: Access) -> Any:
    if name == "title":
        return required("title", value)
    if name == "kind":
        return in_vocabulary(value, allowed(session, "document_kinds"))
    if name in VOCABULARIES:
        return optional(value, allowed(session, VOCABULARIES[name]), name)
    return _plain(name, value, level)


def _plain(name: str, value: Any, level: Access) -> Any:
    """What no vocabulary holds."""
    if name == "access":
        return int(_allowed(value, level))
    if name == "keywords":
        return "; ".join(filter(None, map(line, value.split(";"))))
    if name in ("scope", "note"):
        return block(value)
    return value if name in YEARS else line(value)


def _allowed(access: Access, level: Access) -> Access:
    if access > level:
        raise refuse("access", "above_reader", Access(access).name.lower())
    return access

"""Puts a noun into the trash with all that hangs on it: one deed, that can be undone whole."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from archive.catalogue.noun import fetch
from archive.changes import Kind
from archive.errors import InUse
from archive.records import Access
from archive.storage.database import Transaction
from archive.storage.tables import (
    ActivityRow,
    ActorRow,
    AgreementRow,
    Base,
    DocumentRow,
    FindingRow,
    LinkRow,
    PartnershipRow,
    ProgramRow,
    RelationRow,
    RoleRow,
)

ROWS: dict[Kind, type[Base]] = {
    Kind.PARTNERSHIP: PartnershipRow,
    Kind.AGREEMENT: AgreementRow,
    Kind.PROGRAM: ProgramRow,
    Kind.ACTIVITY: ActivityRow,
    Kind.ACTOR: ActorRow,
    Kind.FINDING: FindingRow,
    Kind.LINK: LinkRow,
}
TOLD = {row: kind for kind, row in ROWS.items()}
HANGING: dict[type[Base], tuple[tuple[type[Base], str], ...]] = {
    PartnershipRow: (
        (LinkRow, "partnership_id"),
        (FindingRow, "partnership_id"),
        (RoleRow, "partnership_id"),
        (AgreementRow, "partnership_id"),
        (ProgramRow, "partnership_id"),
    ),
    AgreementRow: (
        (LinkRow, "agreement_id"),
        (RelationRow, "agreement_id"),
        (RelationRow, "other_id"),
    ),
    ProgramRow: (
        (LinkRow, "program_id"),
        (FindingRow, "program_id"),
        (RoleRow, "program_id"),
        (ActivityRow, "program_id"),
        (ProgramRow, "parent_id"),
    ),
    ActivityRow: ((LinkRow, "activity_id"),),
    ActorRow: ((RoleRow, "actor_id"),),
}


def take_out(writing: Transaction, kind: Kind, item: int, level: Access) -> None:
    """Delete a row and what hangs on it, the deepest first.

    Raises `NotFound`; `InUse` when evidence hangs on it that lies above the reader's level: nobody
    throws away what he cannot see.
    """
    row = fetch(writing.session, ROWS[kind], kind, item)
    every = tuple(dict.fromkeys(_with_all(writing.session, row)))
    if any(_is_hidden(writing.session, each, level) for each in every):
        raise InUse(kind.value, name_of(row), Kind.LINK.value, 0)
    for each in every:
        if each in writing.session.deleted:
            continue
        writing.session.delete(each)
        if type(each) in TOLD:
            writing.touch(TOLD[type(each)], each.id)  # type: ignore[attr-defined]
        writing.session.flush()


def name_of(row: Base) -> str:
    """What a row is called."""
    if isinstance(row, PartnershipRow):
        return f"{row.a.name}–{row.b.name}"
    return str(getattr(row, "title", "") or getattr(row, "name", ""))


def hanging(session: Session, kind: Kind, item: int, level: Access) -> dict[Kind, int]:
    """How many things of each kind that a reader may see would go into the trash with it.

    Itself is not counted.
    """
    row = fetch(session, ROWS[kind], kind, item)
    found: dict[Kind, int] = {}
    for each in dict.fromkeys(_with_all(session, row)):
        if each is not row and type(each) in TOLD and not _is_hidden(session, each, level):
            found[TOLD[type(each)]] = found.get(TOLD[type(each)], 0) + 1
    return found


def _is_hidden(session: Session, row: Base, level: Access) -> bool:
    if not isinstance(row, LinkRow | FindingRow):
        return False
    document = session.get(DocumentRow, row.document_id)
    return document is not None and document.access > level


def _with_all(session: Session, row: Base) -> Iterator[Base]:
    for table, column in HANGING.get(type(row), ()):
        condition: ColumnElement[bool] = getattr(table, column) == row.id  # type: ignore[attr-defined]
        for under in session.scalars(select(table).where(condition)).all():
            yield from _with_all(session, under)
    yield row

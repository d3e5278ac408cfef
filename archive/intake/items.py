"""Rows of the queue as records, and what is written to them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from archive.changes import Kind
from archive.records import ImportItem, Outcome, Reason
from archive.storage.database import Transaction
from archive.storage.tables import ImportItemRow

WAITING, DONE, CANCELLED = "waiting", "done", "cancelled"


def record(row: ImportItemRow) -> ImportItem:
    """The record of a row."""
    return ImportItem(
        id=row.id,
        run=row.run_id,
        path=row.path,
        outcome=Outcome(row.outcome) if row.outcome else None,
        document=row.document_id,
        pages=row.pages,
        reason=_reason(row.reason),
        attempts=row.attempts,
    )


def reason_form(reason: Reason | None) -> dict[str, object] | None:
    """A reason as it is kept."""
    return {"code": reason.code, **reason.data} if reason else None


def waiting(session: Session, after: int, most: int) -> list[ImportItemRow]:
    """The next items that wait, in the order they came."""
    asked = select(ImportItemRow).where(ImportItemRow.state == WAITING, ImportItemRow.id > after)
    return list(session.scalars(asked.order_by(ImportItemRow.id).limit(most)))


def end(
    session: Session,
    item: int,
    outcome: Outcome,
    reason: Reason | None,
    document: int | None = None,
    pages: int = 0,
) -> ImportItem:
    """Write how an item ended; answers its record."""
    row = session.get_one(ImportItemRow, item)
    row.state, row.outcome, row.reason = DONE, outcome.value, reason_form(reason)
    row.document_id, row.pages = document, pages
    session.flush()
    return record(row)


def opened(writing: Transaction, document: int, pages: int) -> None:
    """A password was found: the files that became this document came in after all."""
    asked = select(ImportItemRow).where(
        ImportItemRow.document_id == document, ImportItemRow.outcome == Outcome.PASSWORD.value
    )
    for row in writing.session.scalars(asked):
        row.outcome, row.reason, row.pages = Outcome.IMPORTED.value, None, pages
        writing.touch(Kind.IMPORT, row.run_id)


def set_state(session: Session, which: ColumnElement[bool], **values: Any) -> None:
    """Change several items at once."""
    session.execute(update(ImportItemRow).where(which).values(**values))


def _reason(form: dict[str, object] | None) -> Reason | None:
    if not form:
        return None
    data = {key: str(value) for key, value in form.items() if key != "code"}
    return Reason(str(form["code"]), data)

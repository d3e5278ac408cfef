"""Puts an event into the log for each kept print that has none yet; a writer's work.

Who only reads an archive keeps prints beside its writer and cannot write the log; the next writer
does it for him, with the time and the name of who printed.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from archive.changes import Changes
from archive.errors import PrintDamaged
from archive.prints.shelf import Shelf
from archive.prints.slip import Slip, called, read_slip, uuid_in
from archive.storage.database import Database
from archive.storage.history import LONGEST_NAME, PRINT, Values, next_deed
from archive.storage.tables import EventRow

log = logging.getLogger(__name__)


def adopt(database: Database, shelf: Shelf) -> int:
    """Put down what is not put down yet, each once; how many those were."""
    with database.reading() as session:
        fresh = tuple(_fresh(shelf.slips(), session))
    if not fresh:
        return 0
    slips = tuple(_read(fresh))  # files are not waited for while the catalogue is locked
    with database.writing(_nobody) as writing:
        known = noted(writing.session)
        new = [slip for slip in reversed(slips) if slip.uuid not in known]
        for slip in new:
            _put_down(writing.session, slip)
    return len(new)


def noted(session: Session) -> frozenset[str]:
    """The UUIDs of all prints the log tells of, whatever their level."""
    told = select(func.json_extract(EventRow.after, "$.uuid")).filter_by(noun=PRINT)
    return frozenset(session.scalars(told))


def _fresh(files: Iterable[Path], session: Session) -> Iterator[Path]:
    known = noted(session)
    return (file for file in files if uuid_in(file.name) not in known)


def _read(files: Iterable[Path]) -> Iterator[Slip]:
    for file in files:
        try:
            yield read_slip(file)
        except PrintDamaged:
            log.warning("a kept print cannot be read: %s", file)


def _put_down(session: Session, slip: Slip) -> None:
    """Each print is a deed of its own, for each was made on its own."""
    last = session.scalar(select(func.max(EventRow.item)).filter_by(noun=PRINT))
    row = {
        "deed": next_deed(session),
        "undoes": None,
        "time": slip.time,
        "agent": slip.agent,
        "action": "print",
        "noun": PRINT,
        "item": (last or 0) + 1,
        "name": called(slip.told)[:LONGEST_NAME],
        "before": None,
        "after": _values(slip),
    }
    session.execute(insert(EventRow).values(row))


def _values(slip: Slip) -> Values:
    told = slip.told
    return {
        "uuid": slip.uuid,
        "report": told.report,
        "subject": told.subject,
        "years": None if told.years is None else list(told.years),
        "language": told.language,
        "access": int(told.level),
        "pages": told.pages,
        "printed": told.printed,
        "version": told.version,
        "size": slip.size,
        "sha256": slip.sha256,
        "snapshot": slip.snapshot,
    }


def _nobody(_changes: Changes) -> None:
    """A print changes nothing that is shown or indexed."""

"""The queue of files to bring in: kept in the database, so that nothing of it is ever lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, func, insert, or_, select

from archive.changes import Changes, Kind
from archive.errors import NotFound
from archive.intake import items
from archive.intake.crew import Crew
from archive.intake.paths import Found, files_of
from archive.intake.run import OnItem, ReadingCrew, Run
from archive.intake.watching import MEMORY, Look, Memory, Watch, within
from archive.intake.worker import attend
from archive.progress import Progress, Step
from archive.records import Access, ImportItem, ImportRun, Outcome
from archive.rules import refuse
from archive.storage.database import Database, Transaction
from archive.storage.failures import told
from archive.storage.files import Originals
from archive.storage.tables import DocumentRow, ImportItemRow, ImportRunRow

TOGETHER = 500
AGAIN = (Outcome.REJECTED.value, Outcome.PASSWORD.value)


class Imports:
    """All imports of an archive: what waits, what was done, and how each file ended."""

    def __init__(
        self,
        database: Database,
        originals: Originals,
        announce: Callable[[Changes], None],
        access: Access,
    ) -> None:
        self._database, self._originals, self._announce = database, originals, announce
        self._access = access

    def enqueue(self, paths: Sequence[Path], progress: Progress) -> ImportRun:
        """Put files, and all files of folders, into the queue. Raises `Cancelled`."""
        found = files_of(paths, self._database.path.parent)
        with self._database.writing(self._announce) as writing:
            run = ImportRunRow(started=_now())
            writing.session.add(run)
            writing.session.flush()
            _enter(writing, run.id, found, progress)
            writing.touch(Kind.IMPORT, run.id)
            _end_empty(writing)
            number = run.id
        return self.get(number)

    def watch(self, folders: Sequence[Path]) -> Watch:
        """Folders whose new files can be queued from now on. Raises `Invalid`."""
        ours = self._database.path.parent
        for folder in folders:
            if within(folder, ours):
                raise refuse("folder", "inside_archive", folder)
        return Watch(folders, ours, Memory(ours / MEMORY))

    def enqueue_new(self, watch: Watch, progress: Progress) -> Look:
        """Queue what has come into watched folders, each file once. Raises `Cancelled`."""
        look = watch.look()
        if look.new:
            self.enqueue(look.new, progress)
            with told(self._database.path.parent):
                watch.took(look)
        return look

    def run(
        self, progress: Progress, *, workers: int | None = None, on_item: OnItem | None = None
    ) -> None:
        """Bring in all that waits; `on_item` is told of each file as it ends.

        Raises `Cancelled` (what waits goes on with the next run) and `DiskFull`.
        """
        self._originals.sweep()
        crew: ReadingCrew = Crew(attend, self._originals.folder, size=workers)
        try:
            Run(self._database, self._announce, crew, progress, on_item).work_off()
        finally:
            crew.dismiss()
            self._originals.sweep()
            with self._database.writing(self._announce) as writing:
                _end_empty(writing)

    def cancel(self, run: int) -> None:
        """What still waits of an import is not done."""
        with self._database.writing(self._announce) as writing:
            mine = and_(ImportItemRow.run_id == run, ImportItemRow.state == items.WAITING)
            items.set_state(writing.session, mine, state=items.CANCELLED)
            writing.touch(Kind.IMPORT, run)
            _end_empty(writing)

    def retry(self, chosen: Iterable[int]) -> None:
        """Put files that were rejected, cancelled or asked for a password into the queue again."""
        with self._database.writing(self._announce) as writing:
            rows = [
                row
                for row in (writing.session.get(ImportItemRow, item) for item in chosen)
                if row is not None and (row.outcome in AGAIN or row.state == items.CANCELLED)
            ]
            for row in rows:
                row.state, row.attempts, row.outcome, row.reason = items.WAITING, 0, None, None
                writing.session.get_one(ImportRunRow, row.run_id).ended = None
                writing.touch(Kind.IMPORT, row.run_id)

    def get(self, run: int) -> ImportRun:
        """One import with its counts. Raises `NotFound`."""
        with self._database.reading() as session:
            rows = session.execute(_runs(self._access).where(ImportRunRow.id == run)).all()
        if not rows:
            raise NotFound(Kind.IMPORT.value, str(run))
        return _summed(rows)[0]

    def runs(self) -> tuple[ImportRun, ...]:
        """All imports, the newest first."""
        with self._database.reading() as session:
            return _summed(session.execute(_runs(self._access)).all())

    def items(self, run: int, limit: int = 200, offset: int = 0) -> tuple[ImportItem, ...]:
        """The files of an import in the order they came.

        What became a document above the reader's level is left out; what was found to be one
        already names none.
        """
        with self._database.reading() as session:
            mine = select(ImportItemRow).where(ImportItemRow.run_id == run, _told(self._access))
            rows = session.scalars(mine.order_by(ImportItemRow.id).limit(limit).offset(offset))
            found = tuple(map(items.record, rows))
            hidden = set(session.scalars(_hidden(self._access)))
        return tuple(
            replace(each, document=None, pages=0) if each.document in hidden else each
            for each in found
        )

    def pending(self) -> int:
        """How many files wait."""
        with self._database.reading() as session:
            waiting = select(func.count()).where(ImportItemRow.state == items.WAITING)
            return session.scalar(waiting) or 0


def _enter(writing: Transaction, run: int, found: Iterable[Found], progress: Progress) -> None:
    """Write the files found, some hundred at a time."""
    entering, done = iter(found), 0
    while some := list(islice(entering, TOGETHER)):
        done += len(some)
        progress.report(Step(done, 0))
        writing.session.execute(insert(ImportItemRow), [_row(run, each) for each in some])


def _row(run: int, found: Found) -> dict[str, Any]:
    refused = found.reason is not None
    return {
        "run_id": run,
        "path": found.path,
        "state": items.DONE if refused else items.WAITING,
        "outcome": Outcome.REJECTED.value if refused else None,
        "reason": items.reason_form(found.reason),
    }


def _end_empty(writing: Transaction) -> None:
    """Imports of which nothing waits any more have ended."""
    waits = select(ImportItemRow.run_id).where(ImportItemRow.state == items.WAITING)
    over = select(ImportRunRow).where(ImportRunRow.ended.is_(None), ImportRunRow.id.not_in(waits))
    for run in writing.session.scalars(over):
        run.ended = _now()
        writing.touch(Kind.IMPORT, run.id)


def _hidden(level: Access) -> Select[*tuple[Any, ...]]:
    return select(DocumentRow.id).where(DocumentRow.access > int(level))


def _told(level: Access) -> ColumnElement[bool]:
    item = ImportItemRow
    seen = or_(item.document_id.is_(None), item.document_id.not_in(_hidden(level)))
    return or_(seen, item.outcome == Outcome.DUPLICATE.value)


def _runs(level: Access) -> Select[*tuple[Any, ...]]:
    """An import of which nothing may be seen is left out; one that found no file is not."""
    run, item = ImportRunRow, ImportItemRow
    some, any_at_all = select(item.run_id).where(_told(level)), select(item.run_id)
    return (
        select(run.id, run.started, run.ended, item.state, item.outcome, func.count(item.id))
        .outerjoin(item, and_(item.run_id == run.id, _told(level)))
        .where(or_(run.id.in_(some), run.id.not_in(any_at_all)))
        .group_by(run.id, run.started, run.ended, item.state, item.outcome)
        .order_by(run.id.desc())
    )


def _summed(rows: Sequence[Row[*tuple[Any, ...]]]) -> tuple[ImportRun, ...]:
    grouped: dict[int, list[Row[*tuple[Any, ...]]]] = {}
    for row in rows:
        grouped.setdefault(row[0], []).append(row)
    return tuple(_run(some) for some in grouped.values())


def _run(rows: Sequence[Row[*tuple[Any, ...]]]) -> ImportRun:
    number, started, ended, *_ = rows[0]
    return ImportRun(
        id=number,
        started=started,
        ended=ended,
        total=sum(row[5] for row in rows),
        waiting=sum(row[5] for row in rows if row[3] == items.WAITING),
        outcomes={Outcome(row[4]): row[5] for row in rows if row[4]},
    )


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

"""The catalogue's database.

Read sessions, write transactions, and the numbered changes they leave.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, QueuePool, create_engine, event, func, insert, select
from sqlalchemy.orm import Session

from archive.changes import Changes, Kind
from archive.errors import ReadOnly
from archive.storage.address import address
from archive.storage.failures import database_told
from archive.storage.history import Recorder
from archive.storage.tables import ChangeRow

BUSY_SECONDS = 30
LAST = str(select(func.max(ChangeRow.sequence)))


@dataclass(slots=True)
class Transaction:
    """One write in hand: its session, and the items it has touched so far."""

    session: Session
    touched: list[tuple[Kind, int]] = field(default_factory=list)

    def touch(self, kind: Kind, item: int) -> None:
        """Note that an item changed; told to listeners and the index after the commit."""
        self.touched.append((kind, item))


def engine_for(path: Path, *, readonly: bool = False, immutable: bool = False) -> Engine:
    """An engine on one SQLite file, whatever signs its path holds (a URL would read them twice)."""
    where = address(path, readonly=readonly, immutable=immutable)

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(where, uri=True, timeout=BUSY_SECONDS, check_same_thread=False)

    return create_engine("sqlite://", creator=connect, poolclass=QueuePool)


class Database:
    """One SQLite catalogue. Safe from several threads; writes go one at a time."""

    def __init__(self, path: Path, *, readonly: bool = False, immutable: bool = False) -> None:
        """`immutable` is for media where not even SQLite's side files can be made."""
        self.path = path
        self.readonly = readonly or immutable
        self._immutable = immutable
        self._writing = threading.RLock()
        self._engine = self._connect()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one consistent state and cannot change it."""
        with database_told(self.path.parent), Session(self._engine, autoflush=False) as session:
            yield session
            session.rollback()

    @contextmanager
    def asking(self) -> Iterator[sqlite3.Connection]:
        """SQLite's own connection for questions made once; it sees one consistent state.

        What a session brings takes as long as reading tens of pages. The pool ends the transaction.
        """
        with database_told(self.path.parent), closing(self._engine.raw_connection()) as held:
            connection: Any = held.driver_connection
            connection.execute("BEGIN")
            yield connection

    @contextmanager
    def writing(
        self, announce: Callable[[Changes], None], undoes: int | None = None
    ) -> Iterator[Transaction]:
        """One transaction: commits at the end and then announces, or leaves nothing behind.

        What it did is put down as events; `undoes` names the deed that it reverses.
        """
        if self.readonly:
            raise ReadOnly(self.path.parent)
        folder = self.path.parent
        with self._writing, database_told(folder), Session(self._engine) as session:
            session.connection(execution_options={"write": True})
            recorder = Recorder(session, undoes)
            transaction = Transaction(session)
            yield transaction
            recorder.write()
            changes = self._number(transaction)
            session.commit()
        if changes.items:
            announce(changes)

    def sequence(self) -> int:
        """The number of the last change, 0 when nothing has changed yet."""
        with self.asking() as connection:  # it is asked many times a second
            return int(connection.execute(LAST).fetchone()[0] or 0)

    def changes_since(self, sequence: int) -> Changes:
        """Everything touched after `sequence`."""
        with self.reading() as session:
            rows = session.execute(
                select(ChangeRow.sequence, ChangeRow.kind, ChangeRow.item)
                .where(ChangeRow.sequence > sequence)
                .order_by(ChangeRow.sequence)
            ).all()
        last = rows[-1].sequence if rows else sequence
        return Changes(last, frozenset((Kind(row.kind), row.item) for row in rows))

    def copy_to(self, target: Path) -> None:
        """Write one moment of the catalogue to a new file, with no log; others may write on."""
        with database_told(target.parent), closing(self._engine.raw_connection()) as held:
            source: Any = held.driver_connection
            with closing(sqlite3.connect(target)) as copied:
                source.backup(copied)
                copied.execute("PRAGMA journal_mode=DELETE")

    def close(self) -> None:
        """Give all connections back; the last one to close folds the WAL in."""
        self._engine.dispose()

    def _number(self, transaction: Transaction) -> Changes:
        transaction.session.flush()
        items = dict.fromkeys(transaction.touched)
        last = 0
        for kind, item in items:
            row = insert(ChangeRow).values(kind=kind.value, item=item)
            last = transaction.session.scalar(row.returning(ChangeRow.sequence)) or last
        return Changes(last, frozenset(items))

    def _connect(self) -> Engine:
        engine = engine_for(self.path, readonly=self.readonly, immutable=self._immutable)
        event.listen(engine, "connect", self._prepare)
        event.listen(engine, "begin", _begin)
        return engine

    def _prepare(self, connection: Any, _record: object) -> None:
        connection.isolation_level = None  # SQLAlchemy says BEGIN itself, below
        cursor = connection.cursor()
        cursor.execute("PRAGMA foreign_keys=ON")
        if not self.readonly:
            cursor.execute("PRAGMA journal_mode=WAL")
            cursor.execute("PRAGMA synchronous=FULL")
        cursor.close()


def _begin(connection: Any) -> None:
    write = connection.get_execution_options().get("write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

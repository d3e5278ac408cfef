"""Brings a catalogue to the newest schema, after a copy of it has been put aside.

Alembic does the work and is imported only when there is some: opening a current archive stays
quick.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archive.errors import ArchiveDamaged, ArchiveTooNew
from archive.storage.address import address
from archive.storage.failures import told

if TYPE_CHECKING:
    from sqlalchemy import Connection

# oldest first; the last is the schema of `tables.py`
REVISIONS = ("0001", "0002", "0003", "0004", "0005")
NEWEST = REVISIONS[-1]
TABLE = "alembic_version"
SCRIPTS = Path(__file__).parent


def revision(catalogue: Path, *, immutable: bool = False) -> str | None:
    """The schema a catalogue has, None when it is empty.

    Raises `ArchiveDamaged` when it is none.
    """
    with told(catalogue.parent), closing(_look(catalogue, immutable)) as connection:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name=?", (TABLE,)).fetchone():
            return None
        row = connection.execute(f"SELECT version_num FROM {TABLE}").fetchone()
    return str(row[0]) if row else None


def check(catalogue: Path, *, immutable: bool = False) -> bool:
    """Whether the catalogue is current.

    Raises `ArchiveTooNew` when its schema cannot be known here.
    """
    found = revision(catalogue, immutable=immutable)
    if found is None:
        raise ArchiveDamaged(catalogue.parent, catalogue.name)
    if found not in REVISIONS:
        raise ArchiveTooNew(catalogue.parent, found, NEWEST)
    return found == NEWEST


def upgrade(catalogue: Path) -> None:
    """Bring the catalogue (or a new, empty file) to the newest schema: wholly, or not at all."""
    found = revision(catalogue) if catalogue.exists() else None
    if found is not None:
        put_aside(catalogue, found)
    with told(catalogue.parent):
        _run(catalogue)


def put_aside(catalogue: Path, found: str) -> Path:
    """Copy the catalogue to `backups/`, with what its write-ahead log still holds.

    The copy's path.
    """
    time = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    target = catalogue.parent / "backups" / f"catalogue-{found}-{time}.db"
    with told(catalogue.parent):
        target.parent.mkdir(exist_ok=True)
        copy(catalogue, target)
    return target


def copy(catalogue: Path, target: Path) -> None:
    """A true copy of a catalogue that others may be writing (SQLite's backup API).

    One file, no log beside.
    """
    try:
        with closing(_look(catalogue)) as source, closing(sqlite3.connect(target)) as copied:
            source.backup(copied)
            copied.execute("PRAGMA journal_mode=DELETE")
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def _look(catalogue: Path, immutable: bool = False) -> sqlite3.Connection:
    where = address(catalogue, readonly=True, immutable=immutable)
    return sqlite3.connect(where, uri=True, timeout=30)


def _run(catalogue: Path) -> None:
    from sqlalchemy import event

    from archive.storage.database import engine_for

    engine = engine_for(catalogue)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", lambda begun: begun.exec_driver_sql("BEGIN IMMEDIATE"))
    try:
        with engine.begin() as connection:
            _steps(connection)
            _keys_hold(connection, catalogue.parent)
    finally:
        engine.dispose()


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # else the driver commits before each change of a table
    connection.execute("PRAGMA foreign_keys=OFF")  # a table may be replaced; checked at the end
    connection.execute("PRAGMA journal_mode=WAL")


def _steps(connection: Connection) -> None:
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    script = ScriptDirectory.from_config(config)

    def ahead(current: Any, _context: Any) -> Any:
        return script._upgrade_revs(NEWEST, current)

    with EnvironmentContext(config, script, fn=ahead, destination_rev=NEWEST) as environment:
        environment.configure(connection=connection)
        environment.run_migrations()


def _keys_hold(connection: Connection, folder: Path) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise ArchiveDamaged(folder, f"{broken[0]} names a missing {broken[2]}")

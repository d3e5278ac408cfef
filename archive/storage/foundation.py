"""The foundation an open archive stands on.

Its catalogue laid, recognised, renewed and connected.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from archive.changes import Changes
from archive.errors import ArchiveDamaged, ArchiveTooOld, NotAnArchive
from archive.records import ArchiveInfo
from archive.storage import layout, marker, migrations, reading
from archive.storage.database import Database
from archive.storage.tables import InfoRow


def lay(folder: Path, name: str, *, sample: bool) -> None:
    """Make the catalogue of a new archive, then the marker that says the folder is one."""
    catalogue = layout.catalogue(folder)
    migrations.upgrade(catalogue)
    database = Database(catalogue)
    try:
        with database.writing(_nobody) as writing:
            writing.session.add(InfoRow(name=name, created=now(), sample=sample))
    finally:
        database.close()
    marker.write(folder, marker.Marker(name))


def recognise(folder: Path) -> None:
    """Raises `NotAnArchive`; `ArchiveTooNew` and `ArchiveDamaged` as the marker says.

    An attempt to make one that was killed before it came to anything is none either.
    """
    if not layout.catalogue(folder).is_file():
        raise NotAnArchive(folder)
    if marker.read(folder) is None and layout.is_blank(folder):
        raise NotAnArchive(folder)


def renew(folder: Path) -> None:
    """Bring an older catalogue to the newest schema, and put a lost marker back.

    The writer does this.
    """
    catalogue = layout.catalogue(folder)
    if not migrations.check(catalogue):
        migrations.upgrade(catalogue)
    if marker.read(folder) is None:
        _mark_again(folder)


def connect(folder: Path, held: ExitStack, *, readonly: bool) -> Database:
    """Open the catalogue.

    `held` closes it. Raises `ArchiveTooNew`, `ArchiveTooOld`, `ArchiveDamaged`.
    """
    catalogue = layout.catalogue(folder)
    place = reading.place(catalogue) if readonly else reading.Reading(catalogue)
    if place.copy is not None:
        held.callback(place.copy.cleanup)
    if not migrations.check(place.catalogue, immutable=place.immutable):
        found = migrations.revision(place.catalogue, immutable=place.immutable)
        raise ArchiveTooOld(folder, found or "", migrations.NEWEST)
    database = Database(place.catalogue, readonly=readonly, immutable=place.immutable)
    held.callback(database.close)
    return database


def info(database: Database) -> ArchiveInfo:
    """Who this archive is. Raises `ArchiveDamaged` when the catalogue does not say."""
    with database.reading() as session:
        row = session.scalar(select(InfoRow))
        if row is None:
            raise ArchiveDamaged(database.path.parent, InfoRow.__tablename__)
        return ArchiveInfo(row.uuid, row.epoch, row.name, row.created, row.sample)


def start_epoch(folder: Path) -> None:
    """Mark that the archive's numbers of changes begin a new life: whatever was derived is stale.

    The time makes two restores of one backup differ from each other.
    """
    with (
        closing(Database(layout.catalogue(folder))) as database,
        database.writing(_nobody) as writing,
    ):
        row = writing.session.scalars(select(InfoRow)).one()
        row.epoch = max(row.epoch + 1, int(time.time()))


def fault(catalogue: Path) -> str:
    """What SQLite finds wrong in a catalogue when it reads it whole; empty when it is sound."""
    try:
        with closing(sqlite3.connect(catalogue)) as connection:
            found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
            broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.DatabaseError as error:
        return str(error)
    return found if found != "ok" else str(broken or "")


def now() -> str:
    """This moment, UTC, ISO 8601, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _mark_again(folder: Path) -> None:
    with ExitStack() as held:
        database = connect(folder, held, readonly=True)
        marker.write(folder, marker.Marker(info(database).name))


def _nobody(_changes: Changes) -> None:
    """Nobody listens yet."""

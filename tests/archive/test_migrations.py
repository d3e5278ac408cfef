"""The schema: the migrations lead to just what the tables say, and nothing is lost on the way."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from archive.archive import Archive, Mode
from archive.errors import ArchiveDamaged, ArchiveTooOld
from archive.records import CityDraft
from archive.storage import migrations
from archive.storage.database import engine_for
from archive.storage.tables import Base

Newer = Callable[[str], None]
SECOND = """
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade():
    {step}
"""
SCHEMA = (
    "SELECT type, name, sql FROM sqlite_master"
    " WHERE name NOT LIKE 'sqlite_%' AND name NOT LIKE 'alembic%' ORDER BY type, name"
)


@pytest.fixture
def newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Newer:
    """Makes this a newer version of the program, with one more migration of the given step."""

    def renew(step: str) -> None:
        scripts = tmp_path / "scripts"
        shutil.copytree(migrations.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__*"))
        second = scripts / "versions" / "0002_second.py"
        second.write_text(SECOND.format(step=step), encoding="utf-8")
        monkeypatch.setattr(migrations, "SCRIPTS", scripts)
        monkeypatch.setattr(migrations, "REVISIONS", (*migrations.REVISIONS, "0002"))
        monkeypatch.setattr(migrations, "NEWEST", "0002")

    return renew


def schema(connection: sqlite3.Connection) -> dict[tuple[str, str], list[str]]:
    """Every table and index with its lines, whose order does not matter."""
    rows = connection.execute(SCHEMA).fetchall()
    return {
        (kind, name): sorted(line.strip(" ,\n\t)") for line in sql.split("\n"))
        for kind, name, sql in rows
    }


def test_the_migrations_make_exactly_the_tables(tmp_path: Path) -> None:
    migrations.upgrade(tmp_path / "catalogue.db")
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with closing(sqlite3.connect(tmp_path / "catalogue.db")) as migrated, engine.connect() as made:
        declared = made.connection.driver_connection
        assert isinstance(declared, sqlite3.Connection)
        assert schema(migrated) == schema(declared)
    engine.dispose()


def test_alembic_sees_no_difference_either(tmp_path: Path) -> None:
    migrations.upgrade(tmp_path / "catalogue.db")
    engine = engine_for(tmp_path / "catalogue.db")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_the_list_of_revisions_is_that_of_the_scripts() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrations.SCRIPTS))
    scripts = ScriptDirectory.from_config(config).walk_revisions()
    assert tuple(reversed([script.revision for script in scripts])) == migrations.REVISIONS


def test_an_older_catalogue_is_put_aside_and_renewed(archive: Archive, newer: Newer) -> None:
    archive.cities.add(CityDraft("Jakarta"))
    archive.close()
    newer('op.add_column("cities", sa.Column("founded", sa.String()))')
    with Archive.open(archive.folder) as again:
        assert [city.name for city in again.cities.all()] == ["Jakarta"]
    with closing(sqlite3.connect(archive.folder / "catalogue.db")) as renewed:
        assert renewed.execute("SELECT name, founded FROM cities").fetchall() == [("Jakarta", None)]
    [kept] = (archive.folder / "backups").iterdir()
    assert kept.name.startswith("catalogue-0001-")
    assert migrations.revision(kept) == "0001"
    with closing(sqlite3.connect(kept)) as copy:
        assert copy.execute("SELECT * FROM cities").description[-1][0] == "own"
        assert copy.execute("SELECT name FROM cities").fetchall() == [("Jakarta",)]


def test_a_renewed_archive_is_not_renewed_again(archive: Archive, newer: Newer) -> None:
    archive.close()
    newer('op.add_column("cities", sa.Column("founded", sa.String()))')
    for _ in range(2):
        Archive.open(archive.folder).close()
    assert len(list((archive.folder / "backups").iterdir())) == 1


def test_a_migration_that_fails_leaves_the_catalogue_as_it_was(
    archive: Archive, newer: Newer
) -> None:
    archive.close()
    newer('op.create_table("half", sa.Column("id", sa.Integer()))\n    raise RuntimeError("half")')
    for _ in range(2):
        with pytest.raises(RuntimeError):
            Archive.open(archive.folder)
        assert archive.writer() is None
    with closing(sqlite3.connect(archive.folder / "catalogue.db")) as connection:
        assert not connection.execute("SELECT 1 FROM sqlite_master WHERE name='half'").fetchall()
    assert migrations.revision(archive.folder / "catalogue.db") == "0001"


def test_a_migration_that_breaks_a_key_is_refused(archive: Archive, newer: Newer) -> None:
    archive.close()
    newer(
        'op.execute("INSERT INTO programs (uuid, partnership_id, name, note)"'
        " \" VALUES ('u', 7, 'n', '')\")"
    )
    with pytest.raises(ArchiveDamaged):
        Archive.open(archive.folder)
    with closing(sqlite3.connect(archive.folder / "catalogue.db")) as connection:
        assert connection.execute("SELECT count(*) FROM programs").fetchone() == (0,)


def test_a_reader_is_told_that_the_archive_must_be_renewed_first(
    archive: Archive, newer: Newer
) -> None:
    archive.close()
    newer('op.add_column("cities", sa.Column("founded", sa.String()))')
    with pytest.raises(ArchiveTooOld) as refused:
        Archive.open(archive.folder, Mode.READ)
    assert (refused.value.found, refused.value.known) == ("0001", "0002")

"""The schema: the migrations lead to just what the tables say, and nothing is lost on the way."""

from __future__ import annotations

import re
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
NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{before}"


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
        added = scripts / "versions" / "9999_next.py"
        words = NEXT.format(step=step, before=migrations.NEWEST)
        added.write_text(words, encoding="utf-8")
        monkeypatch.setattr(migrations, "SCRIPTS", scripts)
        monkeypatch.setattr(migrations, "REVISIONS", (*migrations.REVISIONS, "9999"))
        monkeypatch.setattr(migrations, "NEWEST", "9999")

    return renew


PART = re.compile(r"\n|, (?=[a-z_]+ [A-Z])")  # a column added later follows on the same line


def schema(connection: sqlite3.Connection) -> dict[tuple[str, str], list[str]]:
    """Every table and index with its parts, whose order does not matter."""
    rows = connection.execute(SCHEMA).fetchall()
    return {
        (kind, name): sorted(line.strip(" ,\n\t)").replace(chr(34), "") for line in PART.split(sql))
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
    assert kept.name.startswith(f"catalogue-{migrations.REVISIONS[-2]}-")
    assert migrations.revision(kept) == migrations.REVISIONS[-2]
    with closing(sqlite3.connect(kept)) as copy:
        assert copy.execute("SELECT * FROM cities").description[-1][0] == "aliases"
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
    assert migrations.revision(archive.folder / "catalogue.db") == migrations.REVISIONS[-2]


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
    assert (refused.value.found, refused.value.known) == (migrations.REVISIONS[-2], "9999")


FIRST = """
INSERT INTO cities VALUES (3, 'c3', 'Jakarta', 'Indonesia', 1), (5, 'c5', 'Tokyo', 'Jepang', 0);
INSERT INTO partnerships VALUES
  (2, 'p2', 3, 5, '3-5', 'sister_city', 1, '1989', '1989-01-01', '1989-12-31', 'catatan');
INSERT INTO programs (id, uuid, partnership_id, parent_id, name, note)
  VALUES (4, 'g4', 2, NULL, 'Budaya', ''), (9, 'g9', 2, 4, 'Festival', '');
INSERT INTO originals VALUES (1, 'ab', 9, 'text/plain', 'a.txt', '', '');
INSERT INTO documents (id, uuid, original_id, title, kind, reference_code, creator, language, scope,
  note, access, trouble, imported, page_count, waiting_count)
  VALUES (7, 'd7', 1, 'Laporan', 'other', '', '', '', '', '', 0, '', '2026', 1, 0);
INSERT INTO links (id, uuid, document_id, first_page, last_page, quote, program_id, note)
  VALUES (8, 'l8', 7, 1, 1, '', 9, '');
"""


def test_the_second_schema_keeps_every_row_of_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue = tmp_path / "catalogue.db"
    with monkeypatch.context() as older:
        older.setattr(migrations, "NEWEST", "0001")
        migrations.upgrade(catalogue)
    with closing(sqlite3.connect(catalogue)) as first:
        first.executescript(FIRST)
        tables = ("cities", "partnerships", "programs", "documents", "links")
        before = {table: _known(first, table) for table in tables}
    migrations.upgrade(catalogue)
    with closing(sqlite3.connect(catalogue)) as second:
        columns = {table: list(before[table][0]) for table in tables}
        assert {table: _known(second, table, columns[table]) for table in tables} == before
        assert second.execute("SELECT aliases FROM cities").fetchall() == [("[]",), ("[]",)]
        second.execute("DELETE FROM links")
        second.execute(
            "INSERT INTO links (uuid, document_id, first_page, last_page, quote, program_id, note)"
            " VALUES ('l', 7, 1, 1, '', 9, '')"
        )
        assert second.execute("SELECT id FROM links").fetchall() == [(9,)]  # 8 is never given again


def _known(
    connection: sqlite3.Connection, table: str, columns: list[str] | None = None
) -> list[dict[str, object]]:
    cursor = connection.execute(f"SELECT {', '.join(columns) if columns else '*'} FROM {table}")
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def test_events_are_never_altered(archive: Archive) -> None:
    archive.cities.add(CityDraft("Jakarta"))
    with closing(sqlite3.connect(archive.folder / "catalogue.db")) as connection:
        connection.execute(
            "INSERT INTO events (deed, time, agent, action, noun, item, name)"
            " VALUES (1, '', '', 'add', 'city', 1, '')"
        )
        for words in ("UPDATE events SET name = 'x'", "DELETE FROM events"):
            with pytest.raises(sqlite3.IntegrityError, match="never altered"):
                connection.execute(words)

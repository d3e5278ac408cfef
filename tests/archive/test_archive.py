"""The archive folder: created, opened, marked, announced."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from archive.archive import Archive, Mode
from archive.changes import Changes, Kind
from archive.errors import (
    ArchiveDamaged,
    ArchiveTooNew,
    FolderNotEmpty,
    FolderUnusable,
    Invalid,
    NotAnArchive,
    ReadOnly,
)
from archive.records import Access, CityDraft
from archive.storage import marker
from tests.archive import stock


def test_a_new_archive_is_laid_out_and_says_who_it_is(tmp_path: Path) -> None:
    with Archive.create(tmp_path / "a", " Arsip  Biro ", sample=True) as archive:
        assert archive.info.name == "Arsip Biro"
        assert archive.info.sample
        assert archive.info.epoch == 1
        assert archive.writable
    names = {entry.name for entry in (tmp_path / "a").iterdir()}
    assert {"catalogue.db", "files", "index", "thumbnails", "backups", "kembar.toml"} <= names
    assert not names & {"catalogue.db-wal", "writer.json"}


def test_the_archives_that_tests_copy_are_like_created_ones(tmp_path: Path) -> None:
    Archive.create(tmp_path / "a", "Biro").close()
    stock.fresh(tmp_path / "b", "Biro").close()
    assert _bones(tmp_path / "a") == _bones(tmp_path / "b")
    with Archive.open(tmp_path / "a") as created, Archive.open(tmp_path / "b") as copied:
        assert created.info.uuid != copied.info.uuid
        who = replace(copied.info, uuid=created.info.uuid, created=created.info.created)
        assert who == created.info


def _bones(folder: Path) -> tuple[list[str], list[str]]:
    """The names in an archive's folder, and what its catalogue holds save who it is and when."""
    names = sorted(entry.name for entry in folder.iterdir())
    with closing(sqlite3.connect(folder / "catalogue.db")) as catalogue:
        lines = [line for line in catalogue.iterdump() if not line.startswith('INSERT INTO "info"')]
    return names, lines


def test_opening_again_finds_what_was_saved(tmp_path: Path) -> None:
    with Archive.create(tmp_path / "a", "Biro") as archive:
        city, who = archive.cities.add(CityDraft("Jakarta")), archive.info
    with Archive.open(tmp_path / "a") as again:
        assert again.info == who
        assert again.cities.all() == (city,)


@pytest.mark.parametrize("name", ['Arsip "Biro" \\ é', "档案", "a = b # c"])
def test_the_marker_holds_any_name(tmp_path: Path, name: str) -> None:
    with Archive.create(tmp_path / "a", name):
        found = marker.read(tmp_path / "a")
    assert found == marker.Marker(name)


def test_a_name_is_needed(tmp_path: Path) -> None:
    with pytest.raises(Invalid):
        Archive.create(tmp_path / "a", "  ")
    assert not (tmp_path / "a").exists()


def test_nothing_is_made_where_other_things_lie(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("x", encoding="utf-8")
    with pytest.raises(FolderNotEmpty):
        Archive.create(tmp_path, "Biro")
    assert [entry.name for entry in tmp_path.iterdir()] == ["letter.txt"]


def test_an_archive_is_never_made_over_another_even_without_its_marker(archive: Archive) -> None:
    archive.close()
    with pytest.raises(FolderNotEmpty):
        Archive.create(archive.folder, "Biro")
    (archive.folder / marker.NAME).unlink()
    with pytest.raises(FolderNotEmpty):
        Archive.create(archive.folder, "Biro")


def test_what_an_ended_attempt_left_is_no_hindrance(tmp_path: Path) -> None:
    for name in ("files", "backups", "index"):
        (tmp_path / name).mkdir()
    (tmp_path / "catalogue.db").touch()
    (tmp_path / "writer.lock").touch()
    with Archive.create(tmp_path, "Biro") as archive:
        assert archive.info.name == "Biro"


def test_a_file_is_not_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x", encoding="utf-8")
    with pytest.raises(FolderUnusable):
        Archive.create(tmp_path / "a" / "b", "Biro")
    with pytest.raises((NotAnArchive, FolderUnusable)):
        Archive.open(tmp_path / "a")


def test_a_folder_without_an_archive_is_said_to_have_none(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(NotAnArchive):
            Archive.open(folder)


def test_a_lost_marker_comes_back(archive: Archive) -> None:
    archive.close()
    (archive.folder / marker.NAME).unlink()
    with Archive.open(archive.folder, Mode.READ) as reader:
        assert reader.info.name == "Arsip Biro"
    Archive.open(archive.folder).close()
    assert marker.read(archive.folder) == marker.Marker("Arsip Biro")


@pytest.mark.parametrize("rubbish", [b"", b"not a database, only words", b"\x00" * 5000])
def test_a_broken_catalogue_is_said_to_be_broken(archive: Archive, rubbish: bytes) -> None:
    archive.close()
    (archive.folder / "catalogue.db").write_bytes(rubbish)
    for mode in (Mode.READ, Mode.WRITE):
        with pytest.raises(ArchiveDamaged):
            Archive.open(archive.folder, mode)
    assert archive.writer() is None


@pytest.mark.parametrize("text", ["format = ", "name = 3\nformat = 1", "nothing = 1"])
def test_a_broken_marker_is_said_to_be_broken(archive: Archive, text: str) -> None:
    archive.close()
    (archive.folder / marker.NAME).write_text(text, encoding="utf-8")
    with pytest.raises(ArchiveDamaged):
        Archive.open(archive.folder)


def test_a_damaged_page_of_the_database_is_told_when_met(archive: Archive) -> None:
    for number in range(60):
        stock.put(archive, f"Surat {number}", ["kata " * 400])
    archive.close()
    path = archive.folder / "catalogue.db"
    content = bytearray(path.read_bytes())
    content[8192:] = b"\xff" * (len(content) - 8192)
    path.write_bytes(content)
    with pytest.raises(ArchiveDamaged), Archive.open(archive.folder, Mode.READ) as reader:
        list(reader.documents.entries(reader.documents.ids()))


def test_newer_archives_are_refused_untouched(archive: Archive) -> None:
    archive.close()
    catalogue = archive.folder / "catalogue.db"
    with sqlite3.connect(catalogue) as connection:
        connection.execute("UPDATE alembic_version SET version_num='9999'")
    connection.close()
    before = catalogue.read_bytes()
    for mode in (Mode.READ, Mode.WRITE):
        with pytest.raises(ArchiveTooNew) as refused:
            Archive.open(archive.folder, mode)
        assert refused.value.found == "9999"
    assert catalogue.read_bytes() == before


def test_a_newer_folder_format_is_refused(archive: Archive) -> None:
    archive.close()
    marker.write(archive.folder, marker.Marker("Biro", format=marker.FORMAT + 1))
    with pytest.raises(ArchiveTooNew):
        Archive.open(archive.folder)


def test_readers_look_and_do_not_touch(archive: Archive) -> None:
    archive.cities.add(CityDraft("Jakarta"))
    with Archive.open(archive.folder, Mode.READ) as reader:
        assert [city.name for city in reader.cities.all()] == ["Jakarta"]
        assert not reader.writable
        with pytest.raises(ReadOnly):
            reader.cities.add(CityDraft("Tokyo"))
        archive.cities.add(CityDraft("Tokyo"))
        assert [city.name for city in reader.cities.all()] == ["Jakarta", "Tokyo"]


def test_changes_are_announced_after_the_commit_and_numbered(archive: Archive) -> None:
    heard: list[tuple[Changes, int]] = []
    stop = archive.subscribe(lambda changes: heard.append((changes, archive.sequence())))
    city = archive.cities.add(CityDraft("Jakarta"))
    stop()
    archive.cities.add(CityDraft("Tokyo"))
    [(changes, sequence)] = heard
    assert changes.ids(Kind.CITY) == {city.id}
    assert changes.sequence == sequence
    assert archive.changes_since(sequence).sequence == sequence + 1
    assert not archive.changes_since(sequence + 1).items


def test_a_refused_change_is_neither_kept_nor_announced(archive: Archive) -> None:
    archive.cities.add(CityDraft("Jakarta"))
    heard: list[Changes] = []
    archive.subscribe(heard.append)
    before = archive.sequence()
    with pytest.raises(Invalid):
        archive.cities.add(CityDraft("jakarta"))
    assert (heard, archive.sequence()) == ([], before)


def test_one_deaf_listener_does_not_keep_the_news_from_others(
    archive: Archive, caplog: pytest.LogCaptureFixture
) -> None:
    heard: list[Changes] = []

    def fails(_changes: Changes) -> None:
        raise RuntimeError("deaf")

    archive.subscribe(fails)
    archive.subscribe(heard.append)
    archive.cities.add(CityDraft("Jakarta"))
    assert len(heard) == 1
    assert "deaf" in caplog.text


def test_status_counts_only_what_may_be_seen(archive: Archive) -> None:
    stock.put(archive, "Surat", ["satu", ""])
    stock.put(archive, "Rahasia", ["dua", "tiga", ""], access=Access.SECRET)
    seen = archive.status()
    assert (seen.documents, seen.pages, seen.pages_without_text) == (1, 2, 1)
    with Archive.open(archive.folder, Mode.READ, Access.SECRET) as reader:
        all_of_it = reader.status()
    assert (all_of_it.documents, all_of_it.pages, all_of_it.pages_without_text) == (2, 5, 2)
    assert all_of_it.sequence == archive.sequence()


def test_opening_imports_nothing_slow(archive: Archive) -> None:
    archive.close()
    code = (
        "import sys; from pathlib import Path; from archive.archive import Archive;"
        "Archive.open(Path(sys.argv[1])).close();"
        "slow = {'alembic', 'edtf', 'numpy', 'babel', 'PySide6'};"
        "sys.exit(', '.join(slow & set(sys.modules)) or None)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(archive.folder)], capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_originals_need_nothing_heavy() -> None:
    code = (
        "import sys; import archive.storage.files;"
        "sys.exit(', '.join({'sqlalchemy', 'filelock'} & set(sys.modules)) or None)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

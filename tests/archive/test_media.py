"""Media as they are: read-only, without rights, full."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp

import pytest

from archive.archive import Archive, Mode
from archive.custody.backup import restore
from archive.errors import DiskFull, NotKept
from archive.progress import Progress
from archive.records import CityDraft
from tests.archive import stock
from tests.archive.prints.printed import SNAPSHOT, TOLD
from tests.archive.processes import needs_root, output, running

LOOK = """
import sys; from pathlib import Path
from archive.archive import Archive, Mode
with Archive.open(Path(sys.argv[1]), Mode.READ) as archive:
    [document] = archive.documents.ids()
    pages = archive.documents.pages(document)
    print(archive.info.name, len(archive.cities.all()), len(pages), archive.writer())
"""
LOOK_IN_VAIN = """
import sys; from pathlib import Path
from archive.archive import Archive, Mode; from archive.errors import FolderUnusable
try:
    Archive.open(Path(sys.argv[1]), Mode.READ)
except FolderUnusable as refused:
    print("unusable", bool(refused.reason))
"""
TRY_TO_WRITE = """
import sys; from pathlib import Path
from archive.archive import Archive; from archive.errors import FolderUnusable
try:
    Archive.open(Path(sys.argv[1]))
except FolderUnusable as refused:
    print("unusable", bool(refused.reason))
"""
TRY_TO_CREATE = """
import sys; from pathlib import Path
from archive.archive import Archive; from archive.errors import FolderUnusable
try:
    Archive.create(Path(sys.argv[1]), "Biro")
except FolderUnusable as refused:
    print("unusable", bool(refused.reason))
"""
HANG = """
import sys; from pathlib import Path
from archive.archive import Archive; from archive.records import CityDraft
archive = Archive.open(Path(sys.argv[1]))
archive.cities.add(CityDraft("Tokyo"))
print("ready", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def shelf() -> Iterator[Path]:
    """A folder that other users may reach, as the tests' own folders are not."""
    folder = Path(mkdtemp(prefix="kembar-test-"))
    folder.chmod(0o755)
    yield folder
    for path in folder.rglob("*"):
        if path.is_dir():
            path.chmod(0o755)
    shutil.rmtree(folder)


@pytest.fixture
def kept(shelf: Path) -> Path:
    """An archive with one city and one paper of two pages."""
    with Archive.create(shelf / "arsip", "Biro") as archive:
        archive.cities.add(CityDraft("Jakarta"))
        stock.put(archive)
    return shelf / "arsip"


def write_protect(folder: Path) -> None:
    """Take the right to write from everybody but root."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)


@needs_root
def test_an_archive_on_read_only_media_can_be_looked_at(kept: Path) -> None:
    write_protect(kept)
    assert output(LOOK, kept, as_nobody=True) == "Biro 1 2 None"
    assert output(TRY_TO_WRITE, kept, as_nobody=True) == "unusable True"
    assert not list(kept.glob("catalogue.db-*"))


@needs_root
def test_what_a_killed_writer_left_is_seen_on_read_only_media_too(kept: Path, shelf: Path) -> None:
    with running(HANG, kept) as writer:
        writer.kill()
        writer.wait()
    copy = shelf / "salinan"
    shutil.copytree(kept, copy, ignore=shutil.ignore_patterns("*-shm"))
    assert (copy / "catalogue.db-wal").stat().st_size
    write_protect(copy)
    assert output(LOOK, copy, as_nobody=True) == "Biro 2 2 None"


@needs_root
def test_a_user_without_rights_looks_on_while_another_writes(kept: Path) -> None:
    with running(HANG, kept):
        assert output(LOOK, kept, as_nobody=True).startswith("Biro 2 2")


@needs_root
def test_where_nothing_can_be_made_it_is_said(shelf: Path) -> None:
    assert output(TRY_TO_CREATE, shelf / "baru", as_nobody=True) == "unusable True"
    assert not (shelf / "baru").exists()


@needs_root
def test_what_cannot_be_read_is_said(kept: Path) -> None:
    (kept / "catalogue.db").chmod(0o600)
    assert output(LOOK_IN_VAIN, kept, as_nobody=True) == "unusable True"


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Path]:
    """A medium of one megabyte."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("needs root to mount a small medium")
    folder = tmp_path / "stik"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("nothing can be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(folder: Path, leave: int) -> None:
    """Fill a medium but for so many bytes."""
    size = shutil.disk_usage(folder).free - leave
    (folder / "penuh").write_bytes(b"\0" * max(size, 0))


def test_a_full_disk_refuses_a_new_archive_and_is_left_clean(stick: Path) -> None:
    fill(stick, 60_000)
    with pytest.raises(DiskFull):
        Archive.create(stick / "arsip", "Biro")
    assert [path.name for path in stick.rglob("*") if path.is_file()] == ["penuh"]
    (stick / "penuh").unlink()
    Archive.create(stick / "arsip", "Biro").close()


def test_a_full_disk_refuses_an_original_and_keeps_nothing_half(
    stick: Path, tmp_path: Path
) -> None:
    (tmp_path / "besar.pdf").write_bytes(os.urandom(900_000))
    with Archive.create(stick / "arsip", "Biro") as archive:
        with pytest.raises(DiskFull):
            archive.originals.keep(tmp_path / "besar.pdf", "application/pdf")
        assert list(archive.originals.all()) == []
        assert [path for path in archive.originals.folder.rglob("*") if path.is_file()] == []
        archive.cities.add(CityDraft("Jakarta"))


def test_a_full_disk_keeps_no_part_of_a_print(stick: Path, tmp_path: Path) -> None:
    (tmp_path / "besar.pdf").write_bytes(os.urandom(150_000))
    with Archive.create(stick / "arsip", "Biro") as archive:
        fill(stick, 60_000)
        with pytest.raises(NotKept) as refused:
            archive.prints.keep(TOLD, tmp_path / "besar.pdf", SNAPSHOT)
        assert refused.value.reason == ""
        assert archive.prints.all() == ()
        assert [path for path in (stick / "arsip" / "prints").rglob("*") if path.is_file()] == []
        (stick / "penuh").unlink()
        kept = archive.prints.keep(TOLD, tmp_path / "besar.pdf", SNAPSHOT)
        assert archive.prints.whole(kept.uuid)


def test_a_full_disk_refuses_a_change_and_what_was_saved_stays(stick: Path) -> None:
    with Archive.create(stick / "arsip", "Biro") as archive:
        archive.cities.add(CityDraft("Jakarta"))
        fill(stick, 0)
        before = archive.sequence()
        with pytest.raises(DiskFull):
            for number in range(2000):
                archive.cities.add(CityDraft(f"Kota {number}", "x" * 5000))
        count = len(archive.cities.all())
        assert archive.sequence() == before + count - 1
        (stick / "penuh").unlink()
        archive.cities.add(CityDraft("Tokyo"))
    with Archive.open(stick / "arsip") as again:
        assert len(again.cities.all()) == count + 1


def test_a_full_stick_refuses_a_backup_and_keeps_the_older_one(
    archive: Archive, stick: Path
) -> None:
    stock.put(archive, "Surat", ["kata"])
    archive.custody.backup(stick / "a.kembar", Progress())
    before = (stick / "a.kembar").read_bytes()
    fill(stick, 2000)
    stock.put(archive, "Surat kedua", [os.urandom(200_000).hex()])
    with pytest.raises(DiskFull):
        archive.custody.backup(stick / "a.kembar", Progress())
    assert sorted(path.name for path in stick.iterdir()) == ["a.kembar", "penuh"]
    assert (stick / "a.kembar").read_bytes() == before


def test_a_full_disk_refuses_a_restore_and_is_left_clean(
    archive: Archive, stick: Path, tmp_path: Path
) -> None:
    stock.put(archive)
    archive.custody.backup(tmp_path / "a.kembar", Progress())
    for leave in (1000, 200_000):
        (stick / "penuh").unlink(missing_ok=True)
        fill(stick, leave)
        with pytest.raises(DiskFull):
            restore(tmp_path / "a.kembar", stick / "arsip", Progress())
        assert [path.name for path in stick.iterdir()] == ["penuh"]


def test_a_reader_needs_no_room(stick: Path) -> None:
    with Archive.create(stick / "arsip", "Biro") as archive:
        archive.cities.add(CityDraft("Jakarta"))
    fill(stick, 0)
    with Archive.open(stick / "arsip", Mode.READ) as reader:
        assert len(reader.cities.all()) == 1

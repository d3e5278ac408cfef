"""One writer at a time, over real processes: told who, taken over from the dead, readers beside."""

from __future__ import annotations

import os
import platform
import threading
from pathlib import Path

import pytest

from archive.archive import Archive, Mode
from archive.errors import ArchiveInUse, ReadOnly
from archive.records import CityDraft
from archive.storage import lock
from tests.archive.processes import output, running

HOLD = """
import sys; from pathlib import Path; from archive.archive import Archive
archive = Archive.open(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.read()
archive.close()
"""
WRITE_AND_HANG = """
import sys; from pathlib import Path
from archive.archive import Archive; from archive.records import CityDraft
archive = Archive.open(Path(sys.argv[1]))
archive.cities.add(CityDraft("Jakarta"))
print("ready", flush=True)
with archive._database.writing(archive.announce) as writing:
    from archive.storage.tables import CityRow
    writing.session.add(CityRow(name="Tokyo")); writing.session.flush()
    sys.stdin.read()
"""
DELEGATE = """
import sys; from pathlib import Path
from archive.archive import Archive, Mode; from archive.records import CityDraft
with Archive.open(Path(sys.argv[1]), Mode.DELEGATE) as archive:
    archive.cities.add(CityDraft("Tokyo"))
"""
TRY = """
import sys, threading; from pathlib import Path
from archive.archive import Archive; from archive.errors import ArchiveInUse
sys.stdin.readline()
try:
    archive = Archive.open(Path(sys.argv[1]))
    print("won", flush=True); sys.stdin.read(); archive.close()
except ArchiveInUse:
    print("lost", flush=True)
"""


@pytest.fixture
def closed(archive: Archive) -> Path:
    """The folder of an archive that nobody holds."""
    archive.close()
    return archive.folder


def test_the_second_writer_is_told_who_writes_since_when(closed: Path) -> None:
    with running(HOLD, closed) as owner:
        with pytest.raises(ArchiveInUse) as refused:
            Archive.open(closed)
        writer = refused.value.writer
        assert writer is not None
        assert (writer.process, writer.computer) == (owner.pid, platform.node())
        assert "T" in writer.since
        with Archive.open(closed, Mode.READ) as reader:
            assert reader.writer() == writer


def test_in_one_process_too_there_is_one_writer(archive: Archive) -> None:
    with pytest.raises(ArchiveInUse) as refused:
        Archive.open(archive.folder)
    assert refused.value.writer is not None
    assert refused.value.writer.process == os.getpid()
    archive.cities.add(CityDraft("Jakarta"))


def test_a_writer_who_leaves_leaves_no_trace(closed: Path) -> None:
    assert lock.holder(closed) is None
    with Archive.open(closed) as archive:
        assert archive.writer() is not None
    assert not (closed / lock.NOTE).exists()
    Archive.open(closed).close()


def test_the_lock_of_a_killed_writer_is_taken_over(closed: Path) -> None:
    with running(WRITE_AND_HANG, closed) as owner:
        owner.kill()
        owner.wait()
        assert (closed / lock.NOTE).exists()
        assert lock.holder(closed) is None
        with Archive.open(closed) as archive:
            assert [city.name for city in archive.cities.all()] == ["Jakarta"]
            assert archive.writer() is not None
            archive.cities.add(CityDraft("Tokyo"))


def test_a_reader_beside_a_killed_writer_sees_what_was_saved(closed: Path) -> None:
    with running(WRITE_AND_HANG, closed) as owner:
        owner.kill()
        owner.wait()
        with Archive.open(closed, Mode.READ) as reader:
            assert [city.name for city in reader.cities.all()] == ["Jakarta"]
            assert reader.writer() is None


def test_a_delegate_writes_under_its_parents_lock(archive: Archive) -> None:
    archive.cities.add(CityDraft("Jakarta"))
    before = archive.sequence()
    output(DELEGATE, archive.folder)
    assert [city.name for city in archive.cities.all()] == ["Jakarta", "Tokyo"]
    assert archive.changes_since(before).items


def test_a_delegate_without_a_writer_may_not_write(closed: Path) -> None:
    with pytest.raises(ReadOnly):
        Archive.open(closed, Mode.DELEGATE)


def test_nobody_writes_under_the_lock_of_a_stranger(closed: Path) -> None:
    with running(HOLD, closed), pytest.raises(ReadOnly):
        Archive.open(closed, Mode.DELEGATE)


def test_asking_who_writes_does_not_get_in_a_writers_way(closed: Path) -> None:
    asking = threading.Event()

    def ask() -> None:
        while not asking.is_set():
            lock.holder(closed)

    askers = [threading.Thread(target=ask) for _ in range(3)]
    for asker in askers:
        asker.start()
    try:
        for _ in range(20):
            Archive.open(closed).close()
    finally:
        asking.set()
        for asker in askers:
            asker.join()


def test_of_many_who_come_at_once_one_writes(closed: Path) -> None:
    with (
        running(TRY, closed, ready=False) as one,
        running(TRY, closed, ready=False) as two,
        running(TRY, closed, ready=False) as three,
    ):
        several = (one, two, three)
        for each in several:
            assert each.stdin is not None
            each.stdin.write("go\n")
            each.stdin.flush()
        results = [each.stdout.readline().strip() for each in several if each.stdout]
    assert sorted(results) == ["lost", "lost", "won"]

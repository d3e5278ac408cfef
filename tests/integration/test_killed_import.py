"""Imports killed at any moment: nothing is lost, nothing is half there, the next one goes on."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import psutil
import pytest

from archive.archive import Archive, Mode
from archive.errors import NotAnArchive
from archive.progress import Progress
from search.finder import Finder
from search.records import SearchRequest
from tests import papers
from tests.archive.intake import bringing
from tests.integration.kembar import command, kembar, surroundings, well

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
FILES, PAGES = 48, 3
SECONDS = 60  # until an import must have come somewhere


@contextmanager
def importing(archive: Path, *paths: Path) -> Iterator[subprocess.Popen[bytes]]:
    """An import in a process group of its own, gone at the end."""
    process = subprocess.Popen(
        command("--archive", archive, "import", *paths, "--json"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=surroundings(),
        start_new_session=True,
    )
    try:
        yield process
    finally:
        _kill_group(process)
        process.wait()


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def _kill_alone(process: subprocess.Popen[bytes]) -> None:
    """Only the import itself; its readers must notice and end by themselves."""
    readers = psutil.Process(process.pid).children(recursive=True)
    process.kill()
    process.wait()
    _gone, alive = psutil.wait_procs(readers, timeout=10)
    assert not alive, "readers outlive the import they read for"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Ordinary papers, two of them the same, one locked, one empty."""
    folder = tmp_path / "berkas"
    papers.folder_of_papers(folder, FILES, pages=PAGES)
    (folder / "arsip-kembar.pdf").write_bytes((folder / "arsip-00007.pdf").read_bytes())
    papers.encrypted_pdf(folder / "terkunci.pdf")
    (folder / "kosong.pdf").write_bytes(b"")
    return folder


def _all_came(archive: Path, folder: Path) -> None:
    """Everything is there once, whole, and found."""
    with Archive.open(archive) as opened:
        bringing.looks_whole(opened)
        ids = opened.documents.ids()
        kept = [opened.documents.original_path(number).read_bytes() for number in ids]
        assert set(kept) == {path.read_bytes() for path in folder.iterdir()} - {b""}
        assert len(kept) == len(set(kept))
        assert sum(not opened.documents.get(number).pages for number in ids) == 1  # the locked one
        assert opened.custody.verify(Progress()).faults == ()
        with closing(Finder(opened)) as finder:
            assert finder.state().behind == 0
            assert finder.search(SearchRequest("")).total == len(ids)


def _go_on(archive: Path) -> None:
    """Bring in what waits; one file is empty, so the answer may be 1."""
    told = kembar("--archive", archive, "import", "--json")
    assert told.code <= 1, told.messages


def _half_way_whole(archive: Path) -> int:
    """What is there after a kill can be looked at and is whole; how much it is."""
    with Archive.open(archive, Mode.READ) as opened:
        for number in opened.documents.ids():
            kept = opened.documents.get(number)
            assert len(opened.documents.pages(number)) == kept.pages
            assert opened.documents.original_path(number).stat().st_size == kept.original.size
        return len(opened.documents.ids())


def test_killed_dozens_of_times(tmp_path: Path, folder: Path) -> None:
    """At moments drawn by lot, from the first breath of the process to the last of its files."""
    archive, chance = tmp_path / "arsip", random.Random()
    with importing(archive, folder) as process:
        _until(lambda: len(_originals(archive)) > 2)
        _kill_group(process)
    for kill in range(24):
        with importing(archive) as process:
            time.sleep(chance.uniform(0.1, 0.8))
            if process.poll() is None:
                [_kill_group, _kill_alone][kill % 2](process)
    _half_way_whole(archive)
    _go_on(archive)
    _all_came(archive, folder)
    status = well("--archive", archive, "status", "--json").json
    assert (status["documents"], status["queued"]) == (FILES + 1, 0)
    assert well("--archive", archive, "search", "", "--json").json["total"] == FILES + 1


@pytest.mark.parametrize("kill", [_kill_group, _kill_alone])
def test_killed_while_a_copy_is_half_done(
    tmp_path: Path, folder: Path, kill: Callable[[subprocess.Popen[bytes]], None]
) -> None:
    archive = tmp_path / "arsip"
    large = folder / "a besar.txt"
    large.write_bytes(b"catatan yang panjang sekali\n" * 2_000_000)
    with importing(archive, folder) as process:
        _until(lambda: any(path.stat().st_size > 1 << 20 for path in _parts(archive)))
        kill(process)
    assert _parts(archive), "killed too late"
    large.write_text("Catatan yang pendek.", "utf-8")
    _go_on(archive)
    _all_came(archive, folder)


def test_killed_before_all_is_queued(tmp_path: Path, folder: Path) -> None:
    """Whenever the first import is killed, the same command again brings all in."""
    archive = tmp_path / "arsip"
    for moment in (0.3, 0.55, 0.65, 0.75, 0.85):
        with importing(archive, folder) as process:
            time.sleep(moment)
            _kill_group(process)
    told = kembar("--archive", archive, "import", folder, "--json")
    assert told.code == 1, told  # for the one that is empty
    assert told.last["summary"]["files"] == FILES + 3
    _all_came(archive, folder)


@pytest.mark.parametrize("statement", [None, "CREATE TABLE alembic_version (version_num TEXT)"])
def test_an_archive_killed_while_it_was_made_is_made_anew(
    tmp_path: Path, statement: str | None
) -> None:
    archive = tmp_path / "arsip"
    archive.mkdir()
    with closing(sqlite3.connect(archive / "catalogue.db")) as begun:
        begun.execute("PRAGMA journal_mode=WAL")
        if statement:
            begun.execute(statement)
    with pytest.raises(NotAnArchive):
        Archive.open(archive, Mode.READ)
    with Archive.create(archive, "Arsip") as made:
        assert made.documents.ids() == ()


def test_the_lock_of_one_killed_is_free_at_once(tmp_path: Path, folder: Path) -> None:
    archive = tmp_path / "arsip"
    with importing(archive, folder) as process:
        _until(lambda: len(_originals(archive)) > 2)
        _kill_alone(process)
        with Archive.open(archive, Mode.WRITE) as opened:
            assert 0 < opened.imports.pending() <= FILES + 3
    assert _half_way_whole(archive) < FILES
    _go_on(archive)
    _all_came(archive, folder)


def _originals(archive: Path) -> list[Path]:
    return list((archive / "files").glob("[0-9a-f][0-9a-f]/*"))


def _parts(archive: Path) -> list[Path]:
    return list((archive / "files" / ".incoming").glob("*.part"))


def _until(come: Callable[[], bool]) -> None:
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        with suppress(OSError):
            if come():
                return
        time.sleep(0.002)
    pytest.fail("the import did not get on")

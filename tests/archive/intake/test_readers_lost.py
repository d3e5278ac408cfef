"""Reading processes that die or stand still: the file is read again, or kept unread."""

from __future__ import annotations

import contextlib
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from archive.archive import Archive
from archive.intake import crew
from archive.progress import Progress
from archive.records import ImportItem
from tests import papers
from tests.archive.intake import bringing
from tests.archive.intake.bringing import IMPORTED, REJECTED

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals")


@contextlib.contextmanager
def struck(deed: Callable[[psutil.Process], object], times: int) -> Iterator[list[int]]:
    """While inside, the first so many readers are struck as soon as they read."""
    struck_readers: list[int] = []
    over = threading.Event()

    def strike() -> None:
        while not over.wait(0.002) and len(struck_readers) < times:
            for reader in _readers():
                if reader.pid not in struck_readers and len(struck_readers) < times:
                    struck_readers.append(reader.pid)
                    with contextlib.suppress(psutil.NoSuchProcess):
                        deed(reader)

    striking = threading.Thread(target=strike)
    striking.start()
    try:
        yield struck_readers
    finally:
        over.set()
        striking.join()


def _readers() -> list[psutil.Process]:
    return [child for child in psutil.Process().children() if "spawn_main" in _words(child)]


def _words(process: psutil.Process) -> str:
    with contextlib.suppress(psutil.Error):
        return " ".join(process.cmdline())
    return ""


def _kill_soon(reader: psutil.Process) -> None:
    time.sleep(0.25)
    reader.kill()


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    return papers.text_pdf(tmp_path / "nota.pdf")


def test_a_reader_that_dies_once_costs_nothing(archive: Archive, paper: Path) -> None:
    with struck(psutil.Process.kill, times=1) as readers:
        item = bringing.bring(archive, paper)["nota.pdf"]
    assert len(readers) == 1
    assert bringing.ended(item) == (IMPORTED, None) and item.pages == 2
    bringing.looks_whole(archive)


def test_a_file_that_kills_two_readers_is_kept_unread(archive: Archive, paper: Path) -> None:
    with struck(psutil.Process.kill, times=2):
        item = bringing.bring(archive, paper)["nota.pdf"]
    assert bringing.ended(item) == (IMPORTED, "crashes_reader") and item.pages == 0
    assert bringing.document(archive, item).trouble == "crashes_reader"
    bringing.looks_whole(archive)


def test_a_file_that_kills_every_reader_is_given_up(archive: Archive, paper: Path) -> None:
    with struck(psutil.Process.kill, times=3):
        item = bringing.bring(archive, paper)["nota.pdf"]
    assert bringing.ended(item) == (REJECTED, "failed")  # it is not kept, so it may not say so
    bringing.looks_whole(archive)


def test_a_file_that_stops_readers_is_kept_unread(
    archive: Archive, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crew, "STALL_SECONDS", 0.8)
    with struck(lambda reader: reader.send_signal(signal.SIGSTOP), times=2):
        item = bringing.bring(archive, paper)["nota.pdf"]
    assert bringing.ended(item) == (IMPORTED, "too_slow")
    bringing.looks_whole(archive)


def test_the_others_go_on_while_readers_die(archive: Archive, tmp_path: Path) -> None:
    """Readers are killed at random moments; most files never notice, and each has an outcome."""
    papers.folder_of_papers(tmp_path / "berkas", 80, pages=6)
    run = archive.imports.enqueue([tmp_path / "berkas"], Progress())
    ended: list[ImportItem] = []
    with struck(_kill_soon, times=6) as readers:
        archive.imports.run(Progress(), workers=2, on_item=ended.append)
    assert len(readers) > 1 and len(ended) == 80
    assert {item.id for item in ended} == {item.id for item in bringing.items(archive, run.id)}
    assert sum(bringing.ended(item) == (IMPORTED, None) for item in ended) > 70
    bringing.looks_whole(archive)

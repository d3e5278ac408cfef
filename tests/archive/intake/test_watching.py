"""Watched folders: a file is taken once, when it is whole, and nothing in the folder is touched."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from archive.archive import Archive
from archive.errors import Invalid
from archive.intake.watching import MEMORY, SETTLED_SECONDS, Memory, Watch
from archive.progress import Progress
from tests import papers
from tests.archive.intake import bringing


class Clock:
    """A clock that stands still until it is told to go on."""

    def __init__(self) -> None:
        self.time = 100.0

    def __call__(self) -> float:
        return self.time

    def wait(self, seconds: float = SETTLED_SECONDS) -> None:
        """So much time passes."""
        self.time += seconds


@pytest.fixture
def clock() -> Clock:
    """The time of the watch."""
    return Clock()


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """The folder that is watched."""
    folder = tmp_path / "masuk"
    folder.mkdir()
    return folder


@pytest.fixture
def watching(tmp_path: Path, inbox: Path, clock: Clock) -> Callable[[], Watch]:
    """A watch as a start of the program makes it."""
    memory = tmp_path / "arsip.txt"
    return lambda: Watch([inbox], tmp_path / "arsip", Memory(memory), clock)


def _write(path: Path, text: str = "isi") -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def _settled(watch: Watch, clock: Clock) -> list[str]:
    """What is told after a while, and taken."""
    watch.look()
    clock.wait()
    look = watch.look()
    watch.took(look)
    return [path.name for path in look.new]


def test_a_file_is_told_when_it_has_stood_still(
    inbox: Path, watching: Callable[[], Watch], clock: Clock
) -> None:
    watch, paper = watching(), _write(inbox / "a.txt")
    assert watch.look().new == ()
    clock.wait(SETTLED_SECONDS - 1)
    assert watch.look().new == ()
    clock.wait(1)
    assert watch.look().new == (paper,)


def test_one_that_grows_is_waited_for(
    inbox: Path, watching: Callable[[], Watch], clock: Clock
) -> None:
    watch, paper = watching(), inbox / "a.txt"
    for length in range(1, 6):
        _write(paper, "x" * length)
        assert watch.look().new == ()
        clock.wait()
    watch.look()
    clock.wait()
    assert watch.look().new == (paper,)


def test_what_was_taken_is_not_told_again(
    inbox: Path, watching: Callable[[], Watch], clock: Clock
) -> None:
    watch = watching()
    _write(inbox / "a.txt")
    assert _settled(watch, clock) == ["a.txt"]
    assert _settled(watch, clock) == []
    assert _settled(watching(), clock) == []  # nor by the next start of the program


def test_what_was_not_taken_is_told_again(
    inbox: Path, watching: Callable[[], Watch], clock: Clock
) -> None:
    watch, paper = watching(), _write(inbox / "a.txt")
    watch.look()
    clock.wait()
    assert watch.look().new == watch.look().new == (paper,)


def test_one_that_changed_since_is_new(
    inbox: Path, watching: Callable[[], Watch], clock: Clock
) -> None:
    watch, paper = watching(), _write(inbox / "a.txt")
    _settled(watch, clock)
    _write(paper, "isi yang lain")
    assert _settled(watch, clock) == ["a.txt"]


def test_folders_within_are_watched_too(
    inbox: Path, watching: Callable[[], Watch], clock: Clock
) -> None:
    (inbox / "2018" / "Tokyo").mkdir(parents=True)
    _write(inbox / "2018" / "Tokyo" / "a.txt")
    assert _settled(watching(), clock) == ["a.txt"]


@pytest.mark.parametrize(
    "name", ["a.pdf.part", "b.crdownload", "c.TMP", ".tersembunyi.txt", "~$surat.docx", "Thumbs.db"]
)
def test_unfinished_and_hidden_ones_are_passed_over(
    inbox: Path, watching: Callable[[], Watch], clock: Clock, name: str
) -> None:
    _write(inbox / name)
    assert _settled(watching(), clock) == []


def test_empty_ones_and_pipes_are_waited_for(
    inbox: Path, watching: Callable[[], Watch], clock: Clock
) -> None:
    (inbox / "kosong.txt").touch()
    if hasattr(os, "mkfifo"):
        os.mkfifo(inbox / "pipa.txt")
    assert _settled(watching(), clock) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="reads everything")
def test_one_that_cannot_be_read_yet_is_waited_for(
    inbox: Path, watching: Callable[[], Watch], clock: Clock
) -> None:
    watch, paper = watching(), _write(inbox / "a.txt")
    paper.chmod(0)
    assert _settled(watch, clock) == []
    paper.chmod(0o644)
    assert _settled(watch, clock) == ["a.txt"]


def test_a_folder_that_goes_away_is_told_and_goes_on(
    tmp_path: Path, inbox: Path, watching: Callable[[], Watch], clock: Clock
) -> None:
    watch = watching()
    _write(inbox / "a.txt")
    _settled(watch, clock)
    inbox.rename(tmp_path / "dicabut")
    assert watch.look().away == (inbox,)
    (tmp_path / "dicabut").rename(inbox)
    _write(inbox / "b.txt")
    assert _settled(watch, clock) == ["b.txt"]
    assert watch.look().away == ()


def test_nothing_in_the_folder_is_touched(
    inbox: Path, watching: Callable[[], Watch], clock: Clock
) -> None:
    paper = _write(inbox / "a.txt")
    before = paper.stat().st_mtime_ns, paper.read_bytes()
    _settled(watching(), clock)
    assert [each.name for each in inbox.iterdir()] == ["a.txt"]
    assert (paper.stat().st_mtime_ns, paper.read_bytes()) == before


def test_a_memory_that_was_cut_short_only_tells_again(
    tmp_path: Path, inbox: Path, watching: Callable[[], Watch], clock: Clock
) -> None:
    for name in ("a.txt", "b.txt"):
        _write(inbox / name)
    _settled(watching(), clock)
    memory = tmp_path / "arsip.txt"
    memory.write_bytes(memory.read_bytes()[:-4] + b"\xff\xfe")
    assert len(_settled(watching(), clock)) == 1


def test_what_comes_in_is_queued_once(
    archive: Archive, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archive.intake.watching.SETTLED_SECONDS", 0.0)
    papers.text_pdf(inbox / "nota.pdf")
    watch = archive.imports.watch([inbox])
    assert archive.imports.enqueue_new(watch, Progress()).new == (inbox / "nota.pdf",)
    assert archive.imports.enqueue_new(watch, Progress()).new == ()
    archive.imports.run(Progress(), workers=1)
    (run,) = archive.imports.runs()
    assert [bringing.ended(item)[0] for item in bringing.items(archive, run.id)] == ["imported"]
    assert (archive.folder / MEMORY).is_file()
    archive.imports.enqueue_new(archive.imports.watch([inbox]), Progress())
    assert len(archive.imports.runs()) == 1


def test_the_archives_own_folder_is_refused(archive: Archive, tmp_path: Path) -> None:
    for folder in (archive.folder, archive.folder / "files"):
        with pytest.raises(Invalid) as refused:
            archive.imports.watch([folder])
        assert (refused.value.field, refused.value.rule) == ("folder", "inside_archive")


def test_the_archive_within_a_watched_folder_is_passed_over(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archive.intake.watching.SETTLED_SECONDS", 0.0)
    around = archive.folder.parent
    for each in around.iterdir():
        if each != archive.folder:
            shutil.rmtree(each) if each.is_dir() else each.unlink()
    _write(around / "catatan.txt")
    look = archive.imports.enqueue_new(archive.imports.watch([around]), Progress())
    assert [path.name for path in look.new] == ["catatan.txt"]

"""Backup and restore killed at any moment leave what was there before, or the whole new thing."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.archive import Archive
from archive.custody import box
from archive.custody.backup import restore
from archive.progress import Progress
from tests.archive import stock
from tests.archive.processes import running

BACK_UP = """
import sys; from pathlib import Path
from archive.archive import Archive, Mode; from archive.progress import Progress
import archive.custody.backup
with Archive.open(Path(sys.argv[1]), Mode.READ) as archive:
    print("ready", flush=True)
    while True:
        archive.custody.backup(Path(sys.argv[2]), Progress())
"""
RESTORE = """
import shutil, sys; from pathlib import Path
from archive.custody.backup import restore; from archive.progress import Progress
target = Path(sys.argv[2])
print("ready", flush=True)
for number in range(10_000):
    restore(Path(sys.argv[1]), target / str(number), Progress())
"""
MOMENTS = [0.005, 0.03, 0.06, 0.1, 0.15, 0.21]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that each test has a copy of: enough papers for a backup to take its time."""
    with stock.fresh(tmp_path_factory.mktemp("banyak") / "arsip") as archive:
        for number in range(120):
            stock.put(archive, f"Surat {number}", ["kata " * 100])
        return archive.folder


@pytest.fixture
def filled(tmp_path: Path, model: Path) -> Iterator[Archive]:
    """An archive of 120 papers."""
    with Archive.open(shutil.copytree(model, tmp_path / "arsip")) as archive:
        yield archive


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_killed_backup_leaves_the_older_or_a_whole_one(
    filled: Archive, tmp_path: Path, moment: float
) -> None:
    file = tmp_path / "a.kembar"
    filled.custody.backup(file, Progress())
    with running(BACK_UP, filled.folder, file) as working:
        time.sleep(moment)
        working.kill()
        working.wait()
    box.check(file, Progress())
    filled.custody.backup(file, Progress())
    assert sorted(path.name for path in tmp_path.glob("*.kembar*")) == ["a.kembar"]


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_killed_restore_leaves_nothing_or_a_whole_archive(
    filled: Archive, tmp_path: Path, moment: float
) -> None:
    file, target = tmp_path / "a.kembar", tmp_path / "kembali"
    target.mkdir()
    filled.custody.backup(file, Progress())
    with running(RESTORE, file, target) as working:
        time.sleep(moment)
        working.kill()
        working.wait()
    for folder in target.glob("[0-9]*"):
        with Archive.open(folder) as back:
            assert len(back.documents.ids()) == 120
            assert back.custody.verify(Progress()).faults == ()
    last = target / str(len(list(target.glob("[0-9]*"))))
    restore(file, last, Progress())
    Archive.open(last).close()
    assert [path.name for path in target.iterdir() if path.name.startswith(".")] == []

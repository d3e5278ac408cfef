"""Keeping prints killed at any moment: each print is there whole, or not at all."""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

import pytest

from archive.archive import Archive, Mode
from archive.progress import Progress
from tests.archive.prints import printed
from tests.archive.prints.printed import SNAPSHOT, TOLD
from tests.archive.processes import running

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
KILLS = 8
KEEP = """
import sys; from pathlib import Path
from archive.archive import Archive, Mode
from tests.archive.prints.printed import SNAPSHOT, TOLD
folder, mode, work = Path(sys.argv[1]), Mode(sys.argv[2]), Path(sys.argv[3])
with Archive.open(folder, mode) as archive:
    archive.prints.all()
    print("ready", flush=True)
    for number in range(100_000):
        file = work / "cetakan.pdf"
        file.write_bytes(b"%PDF-1.7 " + str(number).encode() * 60_000 + work.name.encode())
        archive.prints.keep(TOLD, file, SNAPSHOT)
"""


@pytest.mark.parametrize("mode", [Mode.READ, Mode.WRITE])
def test_killed_while_keeping(archive: Archive, tmp_path: Path, mode: Mode) -> None:
    archive.close()
    chance = random.Random()
    for kill in range(KILLS):
        work = tmp_path / f"mesin {kill}"
        work.mkdir()
        with running(KEEP, archive.folder, mode.value, work) as process:
            time.sleep(chance.uniform(0.0, 0.08))
            process.kill()
            process.wait()
        _all_whole(archive.folder)
    with Archive.open(archive.folder) as opened:
        kept = opened.prints.all()
        assert len(kept) > 0
        assert len(opened.events.deeds(10_000)) == len(kept)
        opened.prints.keep(TOLD, printed.pdf(tmp_path), SNAPSHOT)
        assert len(opened.prints.all()) == len(kept) + 1


def _all_whole(folder: Path) -> None:
    """Every slip is whole and has its PDF; the log tells of none that is not there."""
    with Archive.open(folder, Mode.READ) as reader:
        assert len(reader.prints.all()) == len(list(folder.glob("prints/[0-9]*/*.json.gz")))
        assert reader.custody.verify(Progress()).faults == ()

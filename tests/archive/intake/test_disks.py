"""What disks do: no rights, no room, deep folders, loops of links, times out of bounds."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from archive.archive import Archive
from archive.errors import DiskFull
from archive.intake.paths import files_of
from archive.progress import Progress
from archive.records import Outcome
from tests import papers
from tests.archive.intake import bringing
from tests.archive.intake.bringing import IMPORTED, REJECTED
from tests.conftest import ROOT

posix = pytest.mark.skipif(sys.platform == "win32", reason="links and modes are other things there")
ROOM = 8  # MB on the disk that gets full
BRING = """
import sys
from pathlib import Path
from archive.archive import Archive
from archive.progress import Progress
if __name__ == "__main__":
    with Archive.create(Path(sys.argv[1]), "Arsip") as archive:
        run = archive.imports.enqueue([Path(sys.argv[2])], Progress())
        archive.imports.run(Progress(), workers=1)
        for item in archive.imports.items(run.id):
            print(Path(item.path).name, item.outcome, item.reason and item.reason.code)
"""


def _without_rights() -> list[str]:
    """How a process is started that may read only what modes let it; root may read all else."""
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("root reads everything, and there is no setpriv to take that away")
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]


@posix
def test_files_and_folders_without_rights(tmp_path: Path) -> None:
    folder = tmp_path / "berkas"
    folder.mkdir()
    papers.text_pdf(folder / "boleh.pdf")
    papers.text_pdf(folder / "rahasia.pdf", ["Rahasia"]).chmod(0)
    (folder / "terlarang").mkdir(0)
    script = tmp_path / "bring.py"
    script.write_text(BRING, "utf-8")
    told = subprocess.run(
        [*_without_rights(), sys.executable, script, tmp_path / "arsip", folder],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    (folder / "terlarang").chmod(0o700)
    assert sorted(told.stdout.splitlines()) == [
        "boleh.pdf imported None",
        "rahasia.pdf rejected no_rights",
        "terlarang rejected no_rights",
    ]
    with Archive.open(tmp_path / "arsip") as archive:
        bringing.looks_whole(archive)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a few megabytes."""
    place = tmp_path / "kecil"
    place.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root mounts a small disk")
    mount = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}m", "tmpfs", str(place)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_file_too_large_for_the_disk_lets_the_others_in(small_disk: Path, tmp_path: Path) -> None:
    folder = tmp_path / "berkas"
    folder.mkdir()
    (folder / "b besar.txt").write_text("besar sekali\n" * (ROOM << 17), "utf-8")
    papers.text_pdf(folder / "a kecil.pdf", ["Kecil"])
    papers.text_pdf(folder / "c kecil.pdf", ["Kecil juga"])
    with Archive.create(small_disk / "arsip", "Arsip") as archive:
        brought = bringing.bring(archive, folder)
        assert bringing.ended(brought["b besar.txt"]) == (REJECTED, "disk_full")
        assert bringing.ended(brought["a kecil.pdf"]) == (IMPORTED, None)
        assert bringing.ended(brought["c kecil.pdf"]) == (IMPORTED, None)
        bringing.looks_whole(archive)


@pytest.mark.parametrize("left", [0, 20_000, 150_000, 400_000])
def test_a_full_disk_loses_nothing(small_disk: Path, tmp_path: Path, left: int) -> None:
    """However much room is left when it begins, all is whole, and all comes in when there is."""
    folder, filler = tmp_path / "berkas", small_disk / "penuh"
    papers.folder_of_papers(folder, 40, pages=4)
    with Archive.create(small_disk / "arsip", "Arsip") as archive:
        run = archive.imports.enqueue([folder], Progress())
        _fill(filler, left)
        with suppress(DiskFull):
            archive.imports.run(Progress(), workers=2)
        brought = archive.imports.get(run.id).outcomes.get(Outcome.IMPORTED, 0)
        assert len(archive.documents.ids()) == brought < 40
        filler.unlink()
        archive.imports.retry([item.id for item in bringing.items(archive, run.id)])
        archive.imports.run(Progress(), workers=2)
        assert archive.imports.get(run.id).outcomes == {Outcome.IMPORTED: 40}
        bringing.looks_whole(archive)


def _fill(filler: Path, left: int) -> None:
    """Take all room there is, but for so many bytes."""
    with filler.open("wb", buffering=0) as file:
        with suppress(OSError):
            while file.write(bytes(1 << 16)):
                pass
        file.truncate(file.tell() - left)


def test_a_full_disk_is_told_when_files_are_queued(small_disk: Path, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number:08}{'x' * 200}.pdf" for number in range(4_000)]
    with Archive.create(small_disk / "arsip", "Arsip") as archive:
        _fill(small_disk / "penuh", 50_000)
        with pytest.raises(DiskFull):
            archive.imports.enqueue(paths, Progress())
        (small_disk / "penuh").unlink()
        assert archive.imports.runs() == () and archive.imports.pending() == 0


@posix
def test_loops_of_links_are_walked_once(archive: Archive, tmp_path: Path) -> None:
    folder = tmp_path / "berkas"
    (folder / "dalam" / "lebih dalam").mkdir(parents=True)
    papers.text_pdf(folder / "dalam" / "nota.pdf")
    (folder / "dalam" / "lebih dalam" / "atas").symlink_to(folder)
    (folder / "samping").symlink_to(folder / "dalam")
    (folder / "a").symlink_to(folder / "b")
    (folder / "b").symlink_to(folder / "a")
    brought = bringing.bring(archive, folder)
    assert sorted(brought) == ["a", "b", "nota.pdf"]
    assert bringing.ended(brought["nota.pdf"]) == (IMPORTED, None)
    assert bringing.ended(brought["a"]) == (REJECTED, "unreadable")


@posix
def test_very_deep_folders(tmp_path: Path) -> None:
    """Deeper than Python's calls may be nested, and as deep as a path can be long."""
    here = Path.cwd()
    top = tmp_path / "dalam"
    try:
        for folder in [top, *[Path("d")] * 1_500]:
            folder.mkdir()
            os.chdir(folder)
        papers.text_pdf(Path("terdalam.pdf"))
        os.chdir(here)
        (found,) = files_of([top], tmp_path / "arsip")
        assert found.reason is None and found.path.endswith("/d/terdalam.pdf")
    finally:
        os.chdir(here)
        subprocess.run(["rm", "-rf", str(top)], check=True)


@posix
def test_folders_deeper_than_a_path_can_name(archive: Archive, tmp_path: Path) -> None:
    here, top = Path.cwd(), tmp_path / "dalam"
    try:
        for folder in [top, *[Path("d" * 200)] * 22]:
            folder.mkdir()
            os.chdir(folder)
        os.chdir(here)
        (item,) = bringing.bring(archive, top).values()
        assert bringing.ended(item) == (REJECTED, "path_too_long")
    finally:
        os.chdir(here)
        subprocess.run(["rm", "-rf", str(top)], check=True)


@posix
def test_a_name_longer_than_any_file_has(archive: Archive, tmp_path: Path) -> None:
    (item,) = bringing.bring(archive, tmp_path / ("x" * 300 + ".pdf")).values()
    assert bringing.ended(item) == (REJECTED, "path_too_long")


@pytest.mark.skipif(sys.platform != "linux", reason="such names cannot be made there")
def test_a_name_that_is_no_text(archive: Archive, tmp_path: Path) -> None:
    paper = papers.text_pdf(tmp_path / os.fsdecode(b"caf\xe9.pdf"))
    item = bringing.bring(archive, paper)[paper.name]
    assert bringing.ended(item) == (IMPORTED, None)
    document = bringing.document(archive, item)
    assert document.original.name == "caf?.pdf" and document.description.title == "caf?"


@pytest.mark.parametrize(
    ("seconds", "kept"),
    [
        (-1, "1969-12-31T23:59:59Z"),
        (-(2**40), ""),
        (2**33, "2242-03-16T12:56:32Z"),
        (2**40, ""),
    ],
)
def test_times_out_of_bounds(archive: Archive, tmp_path: Path, seconds: int, kept: str) -> None:
    memory = Path("/dev/shm")  # keeps any time; most disks do not
    place = memory / f"kembar-{os.getpid()}" if memory.is_dir() else tmp_path
    place.mkdir(exist_ok=True)
    try:
        paper = papers.text_pdf(place / "nota.pdf")
        os.utime(paper, (seconds, seconds))
        if paper.stat().st_mtime != seconds:
            pytest.skip("this disk cannot keep such a time")
        item = bringing.bring(archive, paper)["nota.pdf"]
        assert bringing.ended(item) == (IMPORTED, None)
        assert bringing.document(archive, item).original.modified == kept
    finally:
        shutil.rmtree(place)


def test_what_no_one_wants_is_passed_over(archive: Archive, tmp_path: Path) -> None:
    folder = tmp_path / "berkas"
    (folder / ".git").mkdir(parents=True)
    for name in (".git/nota.pdf", ".tersembunyi.pdf", "Thumbs.db", "desktop.ini", "~$nota.pdf"):
        papers.text_pdf(folder / name)
    papers.text_pdf(folder / "nota.pdf")
    assert list(bringing.bring(archive, folder)) == ["nota.pdf"]
    (item,) = bringing.bring(archive, folder / ".tersembunyi.pdf").values()  # named, so wanted
    assert item.document is not None


def test_the_archive_is_not_brought_into_itself(archive: Archive, tmp_path: Path) -> None:
    papers.text_pdf(tmp_path / "nota.pdf")
    assert list(bringing.bring(archive, tmp_path)) == ["nota.pdf"]
    assert bringing.bring(archive, archive.folder) == {}

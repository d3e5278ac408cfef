"""Kept prints are checked with the originals, go into backups, and come back from them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from archive.archive import Archive, Mode
from archive.custody import box
from archive.custody.backup import restore
from archive.errors import BackupFaulty
from archive.progress import Cancelled, Progress, Step
from archive.records import Access, FixityFault, KeptPrint
from tests.archive import stock
from tests.archive.prints import printed
from tests.archive.prints.printed import SNAPSHOT, TOLD

NAME = "partnership_summary: Jakarta–Tokyo"


@pytest.fixture
def kept(archive: Archive, tmp_path: Path) -> KeptPrint:
    """One paper, and two prints of which one is above the reader's level."""
    stock.put(archive)
    secret = replace(TOLD, level=Access.SECRET)
    archive.prints.keep(secret, printed.pdf(tmp_path, "Rahasia"), SNAPSHOT)
    return archive.prints.keep(TOLD, printed.pdf(tmp_path), SNAPSHOT)


def _faults(archive: Archive) -> tuple[FixityFault, ...]:
    return archive.custody.verify(Progress()).faults


def _spoil(path: Path) -> None:
    path.chmod(0o600)
    path.write_bytes(b"x" * path.stat().st_size)


def test_whole_prints_are_counted_as_far_as_they_are_seen(
    archive: Archive, kept: KeptPrint
) -> None:
    steps: list[Step] = []
    result = archive.custody.verify(Progress(steps.append))
    assert (result.checked, result.prints, result.faults) == (1, 1, ())
    assert steps[-1] == Step(result.bytes, result.bytes)
    with Archive.open(archive.folder, Mode.READ, Access.SECRET) as reader:
        assert reader.custody.verify(Progress()).prints == 2


def test_an_altered_print_is_named(archive: Archive, kept: KeptPrint) -> None:
    _spoil(kept.file)
    assert _faults(archive) == (FixityFault(0, NAME, str(kept.file), "altered", "print"),)


def test_a_missing_print_is_named(archive: Archive, kept: KeptPrint) -> None:
    kept.file.chmod(0o600)
    kept.file.unlink()
    assert _faults(archive) == (FixityFault(0, NAME, str(kept.file), "missing", "print"),)


def test_a_print_whose_slip_is_gone_is_missed_by_the_log(archive: Archive, kept: KeptPrint) -> None:
    [slip] = archive.folder.glob(f"prints/*/*{kept.uuid}*")
    _spoil(slip)
    [altered] = _faults(archive)
    assert (altered.title, altered.problem) == (NAME, "altered")
    slip.unlink()
    [missing] = _faults(archive)
    assert (missing.title, missing.problem, missing.kind) == (NAME, "missing", "print")


def test_a_fault_above_the_level_is_told_without_a_name(archive: Archive, kept: KeptPrint) -> None:
    [secret] = set(archive.folder.glob("prints/??/*.pdf")) - {kept.file}
    _spoil(secret)
    assert _faults(archive) == (FixityFault(0, "", str(secret), "altered", "print"),)


def test_a_check_of_prints_can_be_stopped(archive: Archive, kept: KeptPrint) -> None:
    def stop(step: Step) -> None:
        if step.done:
            progress.cancel()

    progress = Progress(stop)
    with pytest.raises(Cancelled):
        archive.custody.verify(progress)


def test_prints_come_back_from_a_backup(archive: Archive, kept: KeptPrint, tmp_path: Path) -> None:
    file, back = tmp_path / "a.kembar", tmp_path / "kembali"
    assert archive.custody.backup(file, Progress()).faults == ()
    restore(file, back, Progress())
    with Archive.open(back, access=Access.SECRET) as restored:
        assert len(restored.prints.all()) == 2
        assert restored.prints.snapshot(kept.uuid) == SNAPSHOT
        assert all(restored.prints.whole(each.uuid) for each in restored.prints.all())
        assert _faults(restored) == ()
        assert restored.prints.adopt() == 0
        assert not restored.prints.find(kept.uuid).file.stat().st_mode & 0o222


def test_prints_the_log_did_not_know_yet_are_in_the_backup_and_put_down_later(
    archive: Archive, tmp_path: Path
) -> None:
    file, back = tmp_path / "a.kembar", tmp_path / "kembali"
    with Archive.open(archive.folder, Mode.READ) as reader:
        reader.prints.keep(TOLD, printed.pdf(tmp_path), SNAPSHOT)
        reader.custody.backup(file, Progress())
    restore(file, back, Progress())
    with Archive.open(back) as restored:
        assert len(restored.events.deeds()) == len(restored.prints.all()) == 1


def test_a_backup_names_what_is_not_whole_and_keeps_it_as_it_is(
    archive: Archive, kept: KeptPrint, tmp_path: Path
) -> None:
    file, back = tmp_path / "a.kembar", tmp_path / "kembali"
    _spoil(kept.file)
    result = archive.custody.backup(file, Progress())
    assert [(fault.kind, fault.problem) for fault in result.faults] == [("print", "altered")]
    restore(file, back, Progress())
    with Archive.open(back) as restored:
        assert not restored.prints.whole(kept.uuid)


def test_only_a_backup_with_prints_needs_a_program_that_knows_of_them(
    archive: Archive, tmp_path: Path
) -> None:
    file = tmp_path / "a.kembar"
    stock.put(archive)
    archive.custody.backup(file, Progress())
    assert _format(file) == box.PLAIN
    archive.prints.keep(TOLD, printed.pdf(tmp_path), SNAPSHOT)
    archive.custody.backup(file, Progress())
    assert _format(file) == box.FORMAT


@pytest.mark.parametrize(
    "name",
    [
        "prints/../evil.pdf",
        f"prints/ab/{'cd' * 32}.pdf",
        "prints/2026/evil.json.gz",
        f"prints/2026/20251121T144906703471Z-{'a' * 32}.json.gz",
        f"prints/ab/{'ab' * 32}.exe",
    ],
)
def test_a_crafted_backup_puts_nothing_elsewhere(
    archive: Archive, kept: KeptPrint, tmp_path: Path, name: str
) -> None:
    file, crafted = tmp_path / "a.kembar", tmp_path / "b.kembar"
    archive.custody.backup(file, Progress())
    with ZipFile(file) as came, ZipFile(crafted, "w") as goes:
        contents = json.loads(came.read(box.CONTENTS))
        contents["entries"][name] = {"sha256": "0" * 64, "size": 1}
        for each in came.namelist():
            goes.writestr(each, came.read(each))
        goes.writestr(name, b"x")
        contents_again = json.dumps(contents)
    with ZipFile(crafted) as came, ZipFile(file, "w") as goes:
        for each in came.namelist():
            goes.writestr(each, contents_again if each == box.CONTENTS else came.read(each))
    with pytest.raises(BackupFaulty):
        restore(file, tmp_path / "kembali", Progress())
    assert not (tmp_path / "kembali").exists()


def _format(file: Path) -> int:
    with ZipFile(file) as zipped:
        return int(json.loads(zipped.read(box.CONTENTS))["format"])

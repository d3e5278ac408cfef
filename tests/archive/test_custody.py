"""Custody: originals checked, one file to take away, and back from it; whole or not at all."""

from __future__ import annotations

import json
import random
import time
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from archive.archive import Archive, Mode
from archive.custody import box
from archive.custody.backup import restore
from archive.errors import (
    ArchiveTooNew,
    BackupFaulty,
    FileUnusable,
    FolderNotEmpty,
    FolderUnusable,
)
from archive.progress import Cancelled, Progress, Step
from archive.records import Access, CityDraft, LinkDraft, Target
from tests.archive import stock
from tests.archive.processes import running


def original(archive: Archive, document: int) -> Path:
    return archive.documents.original_path(document)


def spoil(path: Path, content: bytes | None) -> None:
    path.chmod(0o644)
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)


@pytest.fixture
def filled(archive: Archive) -> Archive:
    """Three papers and a link."""
    joined = stock.join(archive)
    papers = [stock.put(archive, f"Surat {number}") for number in range(3)]
    archive.links.add(LinkDraft(papers[0], 1, 1, Target.PROGRAM, joined.program.id))
    return archive


@pytest.fixture
def backup(filled: Archive, tmp_path: Path) -> Path:
    """A backup of `filled`."""
    file = tmp_path / "cadangan 1.kembar"
    filled.custody.backup(file, Progress())
    return file


def test_untouched_originals_are_found_intact(filled: Archive) -> None:
    steps: list[Step] = []
    result = filled.custody.verify(Progress(steps.append))
    assert (result.checked, result.faults) == (3, ())
    assert result.bytes == sum(path.stat().st_size for path in filled.originals.all())
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert steps[-1].done == steps[-1].total == result.bytes


def test_each_fault_is_named(filled: Archive) -> None:
    missing, altered, sound = filled.documents.ids()
    spoil(original(filled, missing), None)
    spoil(original(filled, altered), b"something else")
    found = filled.custody.verify(Progress()).faults
    assert [(fault.document, fault.problem) for fault in found] == [
        (missing, "missing"),
        (altered, "altered"),
    ]
    assert sound not in {fault.document for fault in found}
    assert found[0].title == "Surat 0"


def test_what_a_reader_may_not_see_is_checked_but_not_named(archive: Archive) -> None:
    hidden = stock.put(archive, "Rahasia", access=Access.SECRET)
    with Archive.open(archive.folder, Mode.READ, Access.SECRET) as reader:
        spoil(original(reader, hidden), b"")
    [fault] = archive.custody.verify(Progress()).faults
    assert (fault.document, fault.title, fault.problem) == (0, "", "altered")


def test_checking_can_be_stopped(filled: Archive) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        filled.custody.verify(progress)


def test_there_and_back_again(filled: Archive, backup: Path, tmp_path: Path) -> None:
    restore(backup, tmp_path / "kembali", Progress())
    with Archive.open(tmp_path / "kembali") as back:
        assert back.partnerships.all() == filled.partnerships.all()
        assert list(back.documents.entries(back.documents.ids())) == list(
            filled.documents.entries(filled.documents.ids())
        )
        assert back.links.of_document(1) == filled.links.of_document(1)
        assert back.custody.verify(Progress()).faults == ()
        assert back.info.uuid == filled.info.uuid
        assert back.info.epoch > filled.info.epoch
        assert back.sequence() == filled.sequence()
        back.cities.add(CityDraft("Seoul"))
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_reader_can_back_up_too(filled: Archive, tmp_path: Path) -> None:
    with Archive.open(filled.folder, Mode.READ) as reader:
        reader.custody.backup(tmp_path / "a.kembar", Progress())
    restore(tmp_path / "a.kembar", tmp_path / "kembali", Progress())


WRITE_ON = """
import sys; from pathlib import Path
from archive.archive import Archive; from tests.archive import stock
archive = Archive.open(Path(sys.argv[1]))
stock.put(archive, "Pertama")
print("ready", flush=True)
for number in range(10_000):
    stock.put(archive, f"Berikut {number}")
"""


def test_one_moment_is_kept_while_another_process_writes(archive: Archive, tmp_path: Path) -> None:
    archive.close()
    with running(WRITE_ON, archive.folder), Archive.open(archive.folder, Mode.READ) as reader:
        for number in range(3):
            time.sleep(0.1)
            result = reader.custody.backup(tmp_path / f"{number}.kembar", Progress())
            assert result.faults == ()
    for number in range(3):
        restore(tmp_path / f"{number}.kembar", tmp_path / str(number), Progress())
        with Archive.open(tmp_path / str(number)) as back:
            assert back.documents.ids()
            assert back.custody.verify(Progress()).faults == ()


def test_faulty_originals_do_not_prevent_a_backup_and_are_told(
    filled: Archive, tmp_path: Path
) -> None:
    missing, altered, _ = filled.documents.ids()
    spoil(original(filled, altered), b"something else")
    spoil(original(filled, missing), None)
    result = filled.custody.backup(tmp_path / "a.kembar", Progress())
    assert {fault.problem for fault in result.faults} == {"missing", "altered"}
    restore(tmp_path / "a.kembar", tmp_path / "kembali", Progress())
    with Archive.open(tmp_path / "kembali") as back:
        again = back.custody.verify(Progress()).faults
    assert {(fault.document, fault.problem) for fault in again} == {
        (missing, "missing"),
        (altered, "altered"),
    }


def test_a_backup_replaces_an_older_one(filled: Archive, backup: Path, tmp_path: Path) -> None:
    stock.put(filled, "Surat 9")
    filled.custody.backup(backup, Progress())
    restore(backup, tmp_path / "kembali", Progress())
    with Archive.open(tmp_path / "kembali") as back:
        assert len(back.documents.ids()) == 4


def test_a_stopped_backup_leaves_the_older_one(filled: Archive, backup: Path) -> None:
    before = backup.read_bytes()
    progress = Progress(lambda step: progress.cancel() if step.done else None)
    with pytest.raises(Cancelled):
        filled.custody.backup(backup, progress)
    assert backup.read_bytes() == before
    assert [path.name for path in backup.parent.glob("*.part")] == []


def test_a_backup_to_nowhere_is_refused(filled: Archive, tmp_path: Path) -> None:
    with pytest.raises(FileUnusable):
        filled.custody.backup(tmp_path / "nowhere" / "a.kembar", Progress())
    (tmp_path / "folder").mkdir()
    with pytest.raises(FileUnusable):
        filled.custody.backup(tmp_path / "folder", Progress())


def test_nothing_is_restored_over_anything(backup: Path, tmp_path: Path) -> None:
    (tmp_path / "penuh").mkdir()
    (tmp_path / "penuh" / "surat.txt").write_text("x", encoding="utf-8")
    with pytest.raises(FolderNotEmpty):
        restore(backup, tmp_path / "penuh", Progress())
    assert [path.name for path in (tmp_path / "penuh").iterdir()] == ["surat.txt"]


def test_an_empty_folder_may_be_restored_into(backup: Path, tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    restore(backup, tmp_path / "kosong", Progress())
    Archive.open(tmp_path / "kosong").close()


@pytest.mark.parametrize("seed", range(12))
def test_a_flipped_byte_anywhere_is_never_restored(
    filled: Archive, backup: Path, tmp_path: Path, seed: int
) -> None:
    content = bytearray(backup.read_bytes())
    at = random.Random(seed).randrange(len(content))
    content[at] ^= 0x40
    backup.write_bytes(content)
    target = tmp_path / "kembali"
    try:
        restore(backup, target, Progress())
    except (BackupFaulty, ArchiveTooNew):
        assert not target.exists()
    else:  # a byte that says nothing, such as the time of an entry
        with Archive.open(target) as back:
            assert back.custody.verify(Progress()).faults == ()
            assert back.partnerships.all() == filled.partnerships.all()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("bit", [0x01, 0x40, 0x80])
def test_a_flipped_byte_in_its_directory_is_a_fault_of_the_backup(backup: Path, bit: int) -> None:
    content = bytearray(backup.read_bytes())
    for at in range(len(content) - 120, len(content)):
        content[at] ^= bit
        backup.write_bytes(content)
        with suppress(BackupFaulty, ArchiveTooNew):
            box.check(backup, Progress())
        content[at] ^= bit


@pytest.mark.parametrize("share", [0.0, 0.3, 0.99])
def test_a_shortened_file_is_never_restored(backup: Path, tmp_path: Path, share: float) -> None:
    content = backup.read_bytes()
    backup.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(BackupFaulty):
        restore(backup, tmp_path / "kembali", Progress())
    assert not (tmp_path / "kembali").exists()


def test_another_kind_of_file_is_no_backup(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "foto.zip", "w") as zipped:
        zipped.writestr("a.jpg", b"x")
    with pytest.raises(BackupFaulty):
        restore(tmp_path / "foto.zip", tmp_path / "kembali", Progress())
    with pytest.raises(FileUnusable):
        restore(tmp_path / "gone.kembar", tmp_path / "kembali", Progress())


def rewritten(backup: Path, change: dict[str, object], extra: str = "") -> None:
    """The backup with other contents said, and perhaps one more entry that they name."""
    with zipfile.ZipFile(backup) as zipped:
        parts = {name: zipped.read(name) for name in zipped.namelist()}
    contents = json.loads(parts.pop(box.CONTENTS)) | change
    if extra:
        parts[extra] = b"x"
        digest = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
        contents["entries"][extra] = {"sha256": digest, "size": 1}
    with zipfile.ZipFile(backup, "w") as zipped:
        for name, content in parts.items():
            zipped.writestr(name, content)
        zipped.writestr(box.CONTENTS, json.dumps(contents))


@pytest.mark.parametrize(
    "name",
    ["../outside.txt", "/etc/outside", "files/aa/../../outside", "files/ab/x.pdf", "C:\\x", "a"],
)
def test_an_entry_goes_nowhere_but_to_its_place(backup: Path, tmp_path: Path, name: str) -> None:
    rewritten(backup, {}, extra=name)
    with pytest.raises(BackupFaulty):
        restore(backup, tmp_path / "kembali", Progress())
    assert not (tmp_path / "kembali").exists()


@pytest.mark.parametrize("change", [{"format": 3}, {"schema": "9999"}])
def test_a_newer_backup_is_refused(backup: Path, tmp_path: Path, change: dict[str, object]) -> None:
    rewritten(backup, change)
    with pytest.raises(ArchiveTooNew):
        restore(backup, tmp_path / "kembali", Progress())


@pytest.mark.parametrize("change", [{"uuid": "another"}, {"entries": {}}, {"absent": 3}])
def test_a_backup_that_lies_about_itself_is_refused(
    backup: Path, tmp_path: Path, change: dict[str, object]
) -> None:
    rewritten(backup, change)
    with pytest.raises(BackupFaulty):
        restore(backup, tmp_path / "kembali", Progress())
    assert not (tmp_path / "kembali").exists()


def test_an_original_the_catalogue_names_must_be_there(backup: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(backup) as zipped:
        entries = json.loads(zipped.read(box.CONTENTS))["entries"]
        parts = {name: zipped.read(name) for name in zipped.namelist()}
    left_out = next(name for name in entries if name.startswith("files/"))
    del entries[left_out], parts[left_out]
    with zipfile.ZipFile(backup, "w") as zipped:
        for name, content in parts.items():
            zipped.writestr(name, content)
    rewritten(backup, {"entries": entries})
    with pytest.raises(BackupFaulty):
        restore(backup, tmp_path / "kembali", Progress())


def test_a_place_that_cannot_be_is_refused(backup: Path, tmp_path: Path) -> None:
    (tmp_path / "surat.txt").write_text("x", encoding="utf-8")
    with pytest.raises(FolderUnusable):
        restore(backup, tmp_path / "surat.txt" / "kembali", Progress())


def test_a_stopped_restore_leaves_nothing(backup: Path, tmp_path: Path) -> None:
    progress = Progress(lambda step: progress.cancel() if step.done else None)
    with pytest.raises(Cancelled):
        restore(backup, tmp_path / "kembali", progress)
    assert not (tmp_path / "kembali").exists()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []

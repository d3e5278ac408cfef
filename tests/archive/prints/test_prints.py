"""Kept prints: kept whole, found again, checked, put down in the log once; in every mode."""

from __future__ import annotations

import gzip
import json
import os
import time
from dataclasses import replace
from pathlib import Path

import pytest

from archive.archive import Archive, Mode
from archive.errors import CannotUndo, NotFound, NotKept, PrintDamaged
from archive.prints.shelf import OLD
from archive.records import Access, CityDraft, KeptPrint
from archive.storage import layout
from tests.archive.prints import printed
from tests.archive.prints.printed import SNAPSHOT, TOLD
from tests.archive.processes import needs_root, output, running
from tests.archive.stock import fresh

KEEP = """
import sys; from pathlib import Path
from archive.archive import Archive, Mode
from tests.archive.prints.printed import SNAPSHOT, TOLD
with Archive.open(Path(sys.argv[1]), Mode.READ) as archive:
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(int(sys.argv[3])):
        archive.prints.keep(TOLD, Path(sys.argv[2]), SNAPSHOT)
    print("done", flush=True)
"""
KEEP_IN_VAIN = """
import sys; from pathlib import Path
from archive.archive import Archive, Mode; from archive.errors import NotKept
import archive.prints.prints, archive.prints.shelf
from archive.records import Access, PrintTold
told = PrintTold("evidence", "", "id", None, Access.OPEN, 1, "2026-11-21", "0.1")
with Archive.open(Path(sys.argv[1]), Mode.READ) as archive:
    try:
        archive.prints.keep(told, Path(sys.argv[2]), b"")
    except NotKept as refused:
        print("not kept", bool(refused.reason), len(archive.prints.all()))
"""


def _keep(
    archive: Archive, folder: Path, words: str = "Ringkasan", level: Access = Access.OPEN
) -> KeptPrint:
    return archive.prints.keep(replace(TOLD, level=level), printed.pdf(folder, words), SNAPSHOT)


def test_a_print_is_kept_with_what_it_was_drawn_from(archive: Archive, tmp_path: Path) -> None:
    kept = _keep(archive, tmp_path)
    (tmp_path / "Ringkasan.pdf").unlink()
    assert archive.prints.all() == (kept,)
    assert archive.prints.find(kept.uuid) == kept
    assert kept.told == TOLD
    assert archive.prints.pdf(kept.uuid).stat().st_size == kept.size
    assert archive.prints.snapshot(kept.uuid) == SNAPSHOT
    assert archive.prints.whole(kept.uuid)


def test_the_last_made_comes_first(archive: Archive, tmp_path: Path) -> None:
    kept = [_keep(archive, tmp_path, f"Cetakan {number}") for number in range(5)]
    assert archive.prints.all() == tuple(reversed(kept))


def test_the_same_bytes_are_kept_once_and_told_each_time(archive: Archive, tmp_path: Path) -> None:
    first, second = _keep(archive, tmp_path), _keep(archive, tmp_path)
    assert (first.file, first.sha256) == (second.file, second.sha256)
    assert len(list((archive.folder / layout.PRINTS).rglob("*.pdf"))) == 1
    assert [kept.uuid for kept in archive.prints.all()] == [second.uuid, first.uuid]
    assert len(archive.events.deeds()) == 2


def test_a_reader_keeps_prints_beside_the_writer(archive: Archive, tmp_path: Path) -> None:
    with Archive.open(archive.folder, Mode.READ) as reader:
        kept = _keep(reader, tmp_path)
        assert reader.prints.all() == (kept,)
        assert reader.prints.adopt() == 0
    assert archive.prints.all() == (kept,)
    assert archive.events.deeds() == ()
    assert archive.prints.adopt() == 1
    assert archive.prints.adopt() == 0
    [deed] = archive.events.deeds()
    assert (deed.action, deed.noun, deed.time, deed.agent) == (
        "print",
        "print",
        kept.time,
        kept.agent,
    )


def test_whoever_opens_for_writing_puts_the_prints_down(archive: Archive, tmp_path: Path) -> None:
    with Archive.open(archive.folder, Mode.READ, Access.SECRET) as reader:
        secret = _keep(reader, tmp_path, level=Access.SECRET)
        seen = _keep(reader, tmp_path)
    archive.close()
    for _time in range(2):
        with Archive.open(archive.folder) as opened:
            assert len(opened.events.deeds()) == 1
    with Archive.open(archive.folder, Mode.READ, Access.SECRET) as reader:
        values = [
            event.after or {}
            for deed in reader.events.deeds()
            for event in reader.events.of_deed(deed.number)
        ]
    assert [each["uuid"] for each in values] == [seen.uuid, secret.uuid]
    assert {each["sha256"] for each in values} == {seen.sha256}


def test_a_print_above_the_level_is_not_there(archive: Archive, tmp_path: Path) -> None:
    secret = _keep(archive, tmp_path, level=Access.CONFIDENTIAL)
    assert archive.prints.all() == ()
    assert archive.events.deeds() == ()
    assert archive.events.of_deed(1) == ()
    for question in (archive.prints.find, archive.prints.pdf, archive.prints.snapshot):
        with pytest.raises(NotFound):
            question(secret.uuid)
    with pytest.raises(NotFound):
        archive.prints.whole(secret.uuid)
    with Archive.open(archive.folder, Mode.READ, Access.CONFIDENTIAL) as reader:
        assert reader.prints.all() == (secret,)
        assert len(reader.events.deeds()) == 1


def test_undo_passes_prints_over(archive: Archive, tmp_path: Path) -> None:
    archive.cities.add(CityDraft("Jakarta"))
    _keep(archive, tmp_path)
    [print_, city] = archive.events.deeds()
    assert archive.events.last() == city
    with pytest.raises(CannotUndo) as refused:
        archive.events.reverse(print_.number)
    assert refused.value.reason == "printed"
    archive.events.undo()
    assert archive.cities.all() == ()
    assert len(archive.prints.all()) == 1
    assert archive.events.trash() == ()


@pytest.mark.parametrize("harm", ["altered", "missing", "slip"])
def test_what_is_not_as_it_was_kept_is_told(archive: Archive, tmp_path: Path, harm: str) -> None:
    kept = _keep(archive, tmp_path)
    other = _keep(archive, tmp_path, "Lain")
    [slip] = archive.folder.glob(f"prints/*/*{kept.uuid}*")
    target = slip if harm == "slip" else kept.file
    target.chmod(0o600)
    if harm == "missing":
        target.unlink()
    else:
        target.write_bytes(b"x" * target.stat().st_size)
    assert not archive.prints.whole(kept.uuid)
    assert archive.prints.whole(other.uuid)


def test_an_altered_snapshot_is_never_given_out(archive: Archive, tmp_path: Path) -> None:
    kept = _keep(archive, tmp_path)
    [slip] = archive.folder.glob("prints/*/*.json.gz")
    line = gzip.decompress(slip.read_bytes()).partition(b"\n")[0]
    slip.chmod(0o600)
    slip.write_bytes(gzip.compress(line + b"\n" + SNAPSHOT.replace(b"Tokyo", b"Kyoto")))
    assert json.loads(line)["uuid"] == kept.uuid
    assert archive.prints.find(kept.uuid) == kept
    with pytest.raises(PrintDamaged):
        archive.prints.snapshot(kept.uuid)
    assert not archive.prints.whole(kept.uuid)


def test_a_print_made_again_mends_its_altered_twin(archive: Archive, tmp_path: Path) -> None:
    kept = _keep(archive, tmp_path)
    kept.file.chmod(0o600)
    kept.file.write_bytes(b"x" * kept.size)
    again = _keep(archive, tmp_path)
    assert archive.prints.whole(again.uuid)
    assert archive.prints.whole(kept.uuid)


def test_two_processes_print_at_once(archive: Archive, tmp_path: Path) -> None:
    file = printed.pdf(tmp_path)
    starts = [running(KEEP, archive.folder, file, 15) for _process in range(2)]
    with starts[0] as one, starts[1] as two:
        for process in (one, two):
            assert process.stdin is not None
            process.stdin.write("\n")
            process.stdin.flush()
        own = [_keep(archive, tmp_path).uuid for _number in range(5)]
        for process in (one, two):
            assert process.stdout is not None
            assert process.stdout.readline().strip() == "done"
    kept = archive.prints.all()
    assert len({each.uuid for each in kept}) == len(kept) == 35
    assert all(archive.prints.whole(each.uuid) for each in kept)
    assert set(own) <= {each.uuid for each in kept}
    archive.prints.adopt()
    assert len(archive.events.deeds()) == 35
    assert len({deed.item for deed in archive.events.deeds()}) == 35


@needs_root
def test_where_nothing_can_be_written_the_print_is_not_kept(open_folder: Path) -> None:
    with fresh(open_folder / "arsip", "Biro"):
        file = printed.pdf(open_folder)
    for path in (open_folder / "arsip", *(open_folder / "arsip").rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    told = output(KEEP_IN_VAIN, open_folder / "arsip", file, as_nobody=True)
    assert told == "not kept True 0"


def test_an_archive_made_before_prints_were_kept(archive: Archive, tmp_path: Path) -> None:
    (archive.folder / layout.PRINTS).rmdir()
    assert archive.prints.all() == ()
    kept = _keep(archive, tmp_path)
    assert archive.prints.all() == (kept,)


def test_a_file_in_the_way_is_told(archive: Archive, tmp_path: Path) -> None:
    (archive.folder / layout.PRINTS).rmdir()
    (archive.folder / layout.PRINTS).write_bytes(b"")
    with pytest.raises(NotKept):
        _keep(archive, tmp_path)
    assert archive.prints.all() == ()


def test_only_what_was_left_long_ago_is_swept(archive: Archive, tmp_path: Path) -> None:
    _keep(archive, tmp_path)
    incoming = archive.folder / layout.PRINTS / ".incoming"
    left, fresh = incoming / "a.part", incoming / "b.part"
    for path in (left, fresh):
        path.write_bytes(b"")
    os.utime(left, (0, time.time() - OLD - 60))
    archive.close()
    Archive.open(archive.folder).close()
    assert list(incoming.iterdir()) == [fresh]

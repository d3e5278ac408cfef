"""The originals: kept once, byte for byte, whole or not at all."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.progress import Cancelled, Progress
from archive.storage.files import CHUNK, INCOMING, Originals, digest

PDF = "application/pdf"


@pytest.fixture
def originals(tmp_path: Path) -> Originals:
    return Originals(tmp_path / "files")


def test_an_original_is_kept_under_its_digest(originals: Originals, tmp_path: Path) -> None:
    source = tmp_path / "surat é 📄.pdf"
    source.write_bytes(b"x" * (CHUNK + 7))
    kept = originals.keep(source, PDF)
    path = originals.path(kept.sha256, PDF)
    assert path.read_bytes() == source.read_bytes()
    assert path.relative_to(originals.folder).as_posix() == f"{kept.sha256[:2]}/{kept.sha256}.pdf"
    assert kept == digest(path)
    assert originals.holds(kept.sha256, PDF)
    assert not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    assert not any((originals.folder / INCOMING).iterdir())


@given(st.binary(max_size=200))
def test_any_bytes_come_back_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / "a.txt").write_bytes(content)
    originals = Originals(folder / "files")
    kept = originals.keep(folder / "a.txt", "text/plain")
    assert kept == (hashlib.sha256(content).hexdigest(), len(content), True)
    assert originals.path(kept.sha256, "text/plain").read_bytes() == content


def test_the_same_file_twice_is_kept_once(originals: Originals, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"one")
    (tmp_path / "b.pdf").write_bytes(b"one")
    first = originals.keep(tmp_path / "a.pdf", PDF)
    times = originals.path(first.sha256, PDF).stat().st_mtime_ns
    assert originals.keep(tmp_path / "b.pdf", PDF) == first._replace(new=False)
    assert originals.path(first.sha256, PDF).stat().st_mtime_ns == times
    assert len(list(originals.all())) == 1


def test_a_shortened_original_is_made_whole_by_keeping_it_again(
    originals: Originals, tmp_path: Path
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"whole")
    kept = originals.keep(tmp_path / "a.pdf", PDF)
    path = originals.path(kept.sha256, PDF)
    path.chmod(0o644)
    path.write_bytes(b"wh")
    path.chmod(0o444)
    originals.keep(tmp_path / "a.pdf", PDF)
    assert path.read_bytes() == b"whole"


def test_a_copy_that_is_stopped_leaves_nothing(originals: Originals, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"x" * (3 * CHUNK))
    progress = Progress()

    def stop_after_one(done: int) -> None:
        if done >= CHUNK:
            progress.cancel()
        progress.check()

    with pytest.raises(Cancelled):
        originals.keep(tmp_path / "a.pdf", PDF, stop_after_one)
    assert [path for path in originals.folder.rglob("*") if path.is_file()] == []


def test_a_source_that_vanished_is_the_callers_to_tell(
    originals: Originals, tmp_path: Path
) -> None:
    with pytest.raises(FileNotFoundError):
        originals.keep(tmp_path / "gone.pdf", PDF)


def test_what_a_killed_copy_left_is_swept_away(originals: Originals, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"one")
    kept = originals.keep(tmp_path / "a.pdf", PDF)
    (originals.folder / INCOMING / "0123.part").write_bytes(b"half")
    assert originals.sweep() == 1
    assert originals.sweep() == 0
    assert originals.holds(kept.sha256, PDF)
    assert [path.name for path in originals.all()] == [f"{kept.sha256}.pdf"]


@pytest.mark.skipif(os.name == "nt", reason="no such links there")
def test_a_link_is_kept_as_what_it_points_to(originals: Originals, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"one")
    (tmp_path / "b.pdf").symlink_to(tmp_path / "a.pdf")
    kept = originals.keep(tmp_path / "b.pdf", PDF)
    path = originals.path(kept.sha256, PDF)
    assert not path.is_symlink()
    assert path.read_bytes() == b"one"

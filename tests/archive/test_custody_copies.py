"""Reading copies and further files are in custody like the originals they belong to."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from archive.archive import Archive
from archive.custody import box
from archive.custody.backup import restore
from archive.errors import BackupFaulty
from archive.progress import Progress
from tests import office_papers, papers
from tests.archive.intake.bringing import bring


@pytest.fixture
def pictures(archive: Archive, tmp_path: Path) -> Archive:
    """A picture, that has a reading copy, and a PDF, that needs none."""
    office_papers.picture(tmp_path / "a.jpg")
    papers.text_pdf(tmp_path / "b.pdf")
    bring(archive, tmp_path / "a.jpg", tmp_path / "b.pdf")
    return archive


def copy_of(archive: Archive) -> Path:
    return archive.documents.reading_path(archive.documents.find("a.jpg").id)


def test_reading_copies_are_checked(pictures: Archive) -> None:
    assert pictures.custody.verify(Progress()).checked == 3
    copy_of(pictures).chmod(0o644)
    copy_of(pictures).write_bytes(b"lain")
    [fault] = pictures.custody.verify(Progress()).faults
    assert (fault.title, fault.problem) == ("a", "altered")


def test_reading_copies_are_backed_up_and_come_back(pictures: Archive, tmp_path: Path) -> None:
    result = pictures.custody.backup(tmp_path / "a.kembar", Progress())
    assert (result.checked, result.faults) == (3, ())
    restore(tmp_path / "a.kembar", tmp_path / "kembali", Progress())
    with Archive.open(tmp_path / "kembali") as back:
        assert copy_of(back).read_bytes() == copy_of(pictures).read_bytes()
        assert back.custody.verify(Progress()).faults == ()


def test_a_missing_copy_is_told_and_the_rest_comes_back(pictures: Archive, tmp_path: Path) -> None:
    copy_of(pictures).chmod(0o644)
    copy_of(pictures).unlink()
    [fault] = pictures.custody.backup(tmp_path / "a.kembar", Progress()).faults
    assert fault.problem == "missing"
    restore(tmp_path / "a.kembar", tmp_path / "kembali", Progress())


def test_a_backup_without_a_copy_it_names_is_refused(pictures: Archive, tmp_path: Path) -> None:
    pictures.custody.backup(tmp_path / "a.kembar", Progress())
    _leave_out(tmp_path / "a.kembar", tmp_path / "b.kembar", copy_of(pictures).stem)
    with pytest.raises(BackupFaulty):
        restore(tmp_path / "b.kembar", tmp_path / "kembali", Progress())
    assert not (tmp_path / "kembali").exists()


def test_a_copy_that_is_also_an_original_is_counted_once(archive: Archive, tmp_path: Path) -> None:
    office_papers.picture(tmp_path / "a.jpg")
    bring(archive, tmp_path / "a.jpg")
    (tmp_path / "salinan.pdf").write_bytes(copy_of(archive).read_bytes())
    bring(archive, tmp_path / "salinan.pdf")
    assert archive.custody.backup(tmp_path / "a.kembar", Progress()).checked == 2
    restore(tmp_path / "a.kembar", tmp_path / "kembali", Progress())


def _leave_out(source: Path, target: Path, sha256: str) -> None:
    """A backup of which the list of contents and the box both know one file less."""
    with zipfile.ZipFile(source) as came, zipfile.ZipFile(target, "w") as goes:
        for name in came.namelist():
            content = came.read(name)
            if name == box.CONTENTS:
                content = _without(content, sha256)
            if Path(name).stem != sha256:
                goes.writestr(name, content)


def _without(content: bytes, sha256: str) -> bytes:
    known = json.loads(content)
    entries = next(value for value in known.values() if isinstance(value, dict))
    for name in [name for name in entries if sha256 in name]:
        del entries[name]
    return json.dumps(known).encode()

"""An index that is stale, missing or of another archive never lies and is made anew."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.archive import Archive, Mode
from archive.progress import Progress
from search.finder import Finder
from search.index import State
from search.indexing import Keeper
from search.records import INCOMPLETE
from tests.archive.stock import fresh, put
from tests.search.alike import DOCUMENTS, TEXTS, filled, whole
from tests.search.test_finder import ask, index


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with filled(tmp_path / "arsip") as made:
        yield made


def test_an_index_of_another_archive_is_not_read(
    archive: Archive, finder: Finder, tmp_path: Path
) -> None:
    with fresh(tmp_path / "lain", "Lain") as other:
        put(other, "Orang lain", ("Pemuda dari arsip lain.",) * 3)
        index(other)
        shutil.copytree(other.folder / "index", archive.folder / "index", dirs_exist_ok=True)
    answer = ask(finder, "pemuda")
    assert answer.total == 0
    assert INCOMPLETE in answer.notices
    index(archive)
    whole(finder)


def test_an_index_of_an_older_form_is_made_anew(
    archive: Archive, finder: Finder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.index.SCHEMA_VERSION", 1)
    monkeypatch.setattr(State.__init__, "__defaults__", (None, 1))
    index(archive)
    monkeypatch.undo()
    assert INCOMPLETE in ask(finder, "pemuda").notices
    index(archive)
    whole(finder)


def test_an_index_newer_than_its_catalogue_is_made_anew(archive: Archive) -> None:
    index(archive)
    folder, saved = archive.folder, archive.folder.parent / "saved"
    archive.close()
    shutil.copytree(folder, saved)
    with Archive.open(folder) as later:
        put(later, "Laporan lagi", TEXTS)
        index(later)
    shutil.rmtree(saved / "index")
    shutil.copytree(folder / "index", saved / "index")
    with Archive.open(saved) as older:
        index(older)
        finder = Finder(older)
        whole(finder)
        finder.close()


def test_where_no_index_can_stand_the_catalogue_answers(archive: Archive, finder: Finder) -> None:
    """As with a folder that cannot be written to, whoever runs the tests."""
    (archive.folder / "index").rmdir()
    (archive.folder / "index").write_text("not a folder", encoding="utf-8")
    with pytest.raises(OSError):
        index(archive)
    assert INCOMPLETE in ask(finder, "pemuda").notices
    assert ask(finder, "").total == DOCUMENTS
    folder = archive.folder
    archive.close()
    with Archive.open(folder, Mode.READ) as reading:
        own = Finder(reading)
        whole(own)
        own.close()


def test_an_index_broken_off_is_gone_on_with(archive: Archive, finder: Finder) -> None:
    class Enough(Exception):
        """Somebody stops the work."""

    class Stopping(Progress):
        def report(self, step: object) -> None:
            raise Enough

    keeper = Keeper(archive)
    with pytest.raises(Enough):
        keeper.rebuild(Stopping())
    keeper.close()
    assert INCOMPLETE in ask(finder, "pemuda").notices
    index(archive)
    whole(finder)


def test_a_closed_keeper_leaves_the_folder_alone(archive: Archive) -> None:
    for number in range(12):
        put(archive, f"Sedikit {number}", TEXTS)
        index(archive)
    shutil.rmtree(archive.folder / "index")
    assert not (archive.folder / "index").exists()

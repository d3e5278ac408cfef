"""An index that is stale, missing, damaged or of another archive never lies and is made anew."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from archive.archive import Archive, Mode
from archive.progress import Progress
from search.finder import Finder
from search.index import Generation, State
from search.indexing import Keeper
from search.records import INCOMPLETE, SearchRequest
from search.soundness import MARK, Stumbled, engine_told, is_sound
from tests.archive.stock import put
from tests.search.test_finder import ask, index

TEXTS = ("Pertukaran pemuda diadakan pada tahun 2018.", "Festival seni oleh wali kota.")
ASKED = ("pemuda", "festival seni", '"wali kota"', "fest*", "judul:laporan", "*")
DOCUMENTS = 40
FOOTER = 200  # bytes at a file's end that the damage below leaves alone

Damage = Callable[[bytes], bytes]


def _garbage(content: bytes) -> bytes:
    return Random(1).randbytes(len(content))


def _body(content: bytes) -> bytes:
    return Random(2).randbytes(max(0, len(content) - FOOTER)) + content[-FOOTER:]


def _half(content: bytes) -> bytes:
    return content[: len(content) // 2]


def _zeros(content: bytes) -> bytes:
    return bytes(len(content))


def _nothing(_content: bytes) -> bytes:
    return b""


def _flipped(content: bytes) -> bytes:
    """One byte of the body is another."""
    at = len(content) // 4
    return content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :]


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.create(tmp_path / "arsip", "Arsip") as made:
        for number in range(DOCUMENTS):
            put(made, f"Laporan {number}", TEXTS)
        yield made


@pytest.fixture
def finder(archive: Archive) -> Iterator[Finder]:
    made = Finder(archive)
    yield made
    made.close()


def files(archive: Archive, suffix: str) -> list[Path]:
    found = list((archive.folder / "index").rglob(f"*{suffix}"))
    assert found
    return found


def spoil(path: Path, damage: Damage) -> None:
    """The damaged content in a new file: whoever still reads the old one is left in peace."""
    content = path.read_bytes()
    path.unlink()
    path.write_bytes(damage(content))


def honest(finder: Finder) -> None:
    """All is found, or it is said that it may not be."""
    for query in ASKED:
        answer = ask(finder, query)
        assert answer.total == DOCUMENTS or INCOMPLETE in answer.notices, query


def whole(finder: Finder) -> None:
    """All is found, and nothing is said."""
    for query in ASKED:
        answer = ask(finder, query)
        assert (answer.total, answer.notices) == (DOCUMENTS, ()), query
    assert finder.state().complete
    assert finder.state().behind == 0


@pytest.mark.parametrize("damage", [_garbage, _body, _half, _zeros, _nothing])
@pytest.mark.parametrize(
    "suffix",
    [".idx", ".term", ".pos", ".fast", ".fieldnorm", ".store", "meta.json", ".managed.json"],
)
def test_a_damaged_index_never_lies_and_is_made_anew(
    archive: Archive, finder: Finder, suffix: str, damage: Damage
) -> None:
    index(archive)
    for path in files(archive, suffix):
        spoil(path, damage)
    honest(finder)
    index(archive)
    whole(finder) if suffix != ".fieldnorm" else honest(finder)


@pytest.mark.parametrize("suffix", [".idx", ".term", ".pos", ".fast", ".fieldnorm", ".store"])
def test_the_check_sees_a_single_byte(archive: Archive, suffix: str) -> None:
    index(archive)
    place = archive.folder / "index" / "1"
    assert is_sound(place)
    spoil(files(archive, suffix)[0], _flipped)
    assert not is_sound(place)


@pytest.mark.parametrize("suffix", [".idx", ".term", ".pos", ".fast", ".store", "meta.json"])
def test_an_index_with_a_file_gone_is_made_anew(
    archive: Archive, finder: Finder, suffix: str
) -> None:
    index(archive)
    for path in files(archive, suffix):
        path.unlink()
    assert INCOMPLETE in ask(finder, "pemuda").notices
    index(archive)
    whole(finder)


def test_damage_is_remembered(archive: Archive, finder: Finder) -> None:
    index(archive)
    spoil(files(archive, ".fast")[0], _body)
    assert INCOMPLETE in ask(finder, "pemuda").notices
    assert files(archive, MARK)
    assert not finder.state().complete
    again = Finder(archive)
    assert INCOMPLETE in ask(again, "pemuda").notices
    again.close()
    index(archive)
    whole(finder)
    assert not list((archive.folder / "index").rglob(MARK)), "the damaged one is gone"


def test_a_keeper_that_meets_damage_makes_the_index_anew(archive: Archive, finder: Finder) -> None:
    index(archive)
    for path in files(archive, ".idx"):
        spoil(path, _body)
    put(archive, "Laporan lagi", TEXTS)
    index(archive)
    assert ask(finder, "pemuda").total == DOCUMENTS + 1
    assert ask(finder, "lagi").total == 1
    assert all(is_sound(meta.parent) for meta in files(archive, "meta.json"))


def test_an_index_of_another_archive_is_not_read(
    archive: Archive, finder: Finder, tmp_path: Path
) -> None:
    with Archive.create(tmp_path / "lain", "Lain") as other:
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
    kept = archive.folder / "index"
    meta = next(kept.rglob("meta.json"))
    json.loads(meta.read_text("utf-8"))
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


def test_a_question_the_engine_dies_of_condemns_no_sound_index(
    archive: Archive, finder: Finder, monkeypatch: pytest.MonkeyPatch
) -> None:
    index(archive)
    ways: list[Generation | None] = []
    answered = Finder._answered

    def dying(*values: object) -> object:
        ways.append(values[3])  # type: ignore[arg-type]
        if len(ways) == 1:
            raise type("PanicException", (BaseException,), {})("odd")
        return answered(*values)  # type: ignore[arg-type]

    monkeypatch.setattr(Finder, "_answered", dying)
    answer = finder.search(SearchRequest("pemuda"))
    assert answer.total == DOCUMENTS
    assert answer.notices == ("plain_words",)
    assert ways[0] is ways[1]


def test_other_ends_of_a_program_pass_through() -> None:
    with pytest.raises(KeyboardInterrupt), engine_told():
        raise KeyboardInterrupt
    with pytest.raises(Stumbled), engine_told():
        raise type("PanicException", (BaseException,), {})

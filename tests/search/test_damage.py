"""A damaged index never lies, is found out, and is made anew."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from archive.archive import Archive
from search.finder import Finder
from search.index import Generation
from search.records import INCOMPLETE, SearchRequest
from search.soundness import MARK, Stumbled, engine_told, is_sound
from tests.archive.stock import put
from tests.search.alike import DOCUMENTS, TEXTS, files, filled, honest, whole
from tests.search.test_finder import ask, index

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


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that each test has a copy of."""
    with filled(tmp_path_factory.mktemp("alike") / "arsip") as made:
        return made.folder


@pytest.fixture
def archive(tmp_path: Path, model: Path) -> Iterator[Archive]:
    with Archive.open(shutil.copytree(model, tmp_path / "arsip")) as made:
        yield made


@pytest.fixture
def finder(archive: Archive) -> Iterator[Finder]:
    made = Finder(archive)
    yield made
    made.close()


def spoil(path: Path, damage: Damage) -> None:
    """The damaged content in a new file: whoever still reads the old one is left in peace."""
    content = path.read_bytes()
    path.unlink()
    path.write_bytes(damage(content))


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

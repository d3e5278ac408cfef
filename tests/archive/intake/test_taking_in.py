"""One file taken in by itself, with what cannot be made happen in a process of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from archive.errors import DiskFull
from archive.intake import pdf_text, plain_text
from archive.intake.reading import take_in
from archive.intake.readings import Answer, FileRead, Held, Refused, Task
from archive.records import Outcome
from archive.storage.files import Originals
from tests import papers


@pytest.fixture
def originals(tmp_path: Path) -> Originals:
    """An empty folder of originals."""
    return Originals(tmp_path / "files")


def _take(path: Path, originals: Originals, *, again: bool = False) -> Answer:
    return take_in(Task(1, str(path), again=again), originals, lambda _done, _total: None)


def _fails(error: type[BaseException]) -> Callable[..., None]:
    def fail(*_values: object) -> None:
        raise error

    return fail


def _text(path: Path) -> Path:
    path.write_text("Catatan rapat.", "utf-8")
    return path


@pytest.mark.parametrize(
    ("make", "name", "module", "function"),
    [
        (papers.text_pdf, "a.pdf", pdf_text, "read"),
        (_text, "a.txt", plain_text, "decode"),
        (_text, "a.txt", plain_text, "read_pages"),
    ],
)
def test_what_is_too_large_for_memory_is_kept_unread(
    make: Callable[[Path], Path],
    name: str,
    module: object,
    function: str,
    tmp_path: Path,
    originals: Originals,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    paper = make(tmp_path / name)
    monkeypatch.setattr(module, function, _fails(MemoryError))
    taken = _take(paper, originals)
    assert isinstance(taken, FileRead) and taken.outcome is Outcome.IMPORTED
    assert taken.trouble == "too_large" and taken.pages == ()
    assert originals.path(taken.sha256, taken.media_type).read_bytes() == paper.read_bytes()


def test_an_original_that_is_there_is_only_named(tmp_path: Path, originals: Originals) -> None:
    paper = papers.text_pdf(tmp_path / "a.pdf")
    first = _take(paper, originals)
    assert isinstance(first, FileRead)
    assert _take(paper, originals) == Held(1, first.sha256)
    assert _take(paper, originals, again=True) == first


def test_a_full_disk_leaves_no_part(
    tmp_path: Path, originals: Originals, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = papers.text_pdf(tmp_path / "a.pdf")
    monkeypatch.setattr("archive.storage.files.sync_file", _fails_full(tmp_path))
    taken = _take(paper, originals)
    assert isinstance(taken, Refused) and taken.reason.code == "disk_full"
    assert not [path for path in originals.folder.rglob("*") if path.is_file()]


def _fails_full(folder: Path) -> Callable[..., None]:
    def fail(_file: object) -> None:
        raise DiskFull(folder)

    return fail


def test_signs_of_life_are_given_page_by_page(tmp_path: Path, originals: Originals) -> None:
    beats: list[tuple[int, int]] = []
    paper = papers.text_pdf(tmp_path / "a.pdf", ["satu", "dua", "tiga"])
    take_in(Task(1, str(paper)), originals, lambda done, total: beats.append((done, total)))
    assert [beat for beat in beats if beat[1]] == [(1, 3), (2, 3), (3, 3)]


def test_a_long_text_gives_signs_of_life_too(tmp_path: Path, originals: Originals) -> None:
    beats: list[tuple[int, int]] = []
    paper = tmp_path / "a.txt"
    paper.write_text("kata " * 3_000, "utf-8")
    taken = take_in(Task(1, str(paper)), originals, lambda done, total: beats.append((done, total)))
    assert isinstance(taken, FileRead)
    count = len(taken.pages)
    assert count > 2 and [beat[0] for beat in beats if beat[1] == count] == [*range(1, count + 1)]

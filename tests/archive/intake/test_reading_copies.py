"""What is no PDF gets a reading copy: made once, kept like an original, the same each time."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from archive.archive import Archive
from archive.intake import copies, images
from archive.intake.reading import take_in
from archive.intake.readings import FileRead, Held, Task
from archive.records import Outcome
from archive.reports import reading_copy
from archive.storage.files import Originals
from archive.storage.kinds import PDF
from tests import office_papers, papers
from tests.archive.intake import bringing

Make = Callable[[Path], object]


@pytest.fixture
def originals(tmp_path: Path) -> Originals:
    """An empty folder of originals."""
    return Originals(tmp_path / "files")


def _take(path: Path, originals: Originals, *, again: bool = False) -> FileRead:
    taken = take_in(Task(1, str(path), again=again), originals, lambda _done, _total: None)
    assert isinstance(taken, FileRead), taken
    return taken


def _compound(stream: str) -> Make:
    return lambda path: office_papers.compound(path, stream)


COPIED: dict[str, tuple[Make, list[str]]] = {  # and the beginnings of their pages' texts
    "a.jpg": (office_papers.picture, [""]),
    "a.tif": (office_papers.tiff, ["", "", ""]),
    "a.docx": (office_papers.word, ["PEMERINTAH PROVINSI", "Halaman kedua"]),
    "a.odt": (
        lambda path: office_papers.open_text(path, "<text:p>Surat edaran</text:p>"),
        ["Surat edaran"],
    ),
}
DAMAGED: dict[str, tuple[Make, str]] = {
    "rusak.jpg": (lambda path: path.write_bytes(b"\xff\xd8\xff\xe0 rusak"), "picture_damaged"),
    "bom.png": (office_papers.bomb, "too_large"),
    "rusak.docx": (lambda path: path.write_bytes(b"PK\x03\x04 rusak"), "file_damaged"),
    "setengah.docx": (lambda path: office_papers.word_of(path, "<w:p>"), "file_damaged"),
    "tanpa isi.odt": (
        lambda path: office_papers.package(
            path, {"mimetype": "application/vnd.oasis.opendocument.text"}
        ),
        "file_damaged",
    ),
    "neraca.xlsx": (office_papers.office, "kept_unread"),
    "paparan.pptx": (office_papers.office, "kept_unread"),
    "lama.doc": (_compound("WordDocument"), "kept_unread"),
    "surat.msg": (_compound("__properties_version1.0"), "kept_unread"),
    "surat.rtf": (lambda path: path.write_bytes(rb"{\rtf1 Surat}"), "kept_unread"),
}


@pytest.mark.parametrize("name", COPIED)
def test_it_has_the_pages_of_its_copy(name: str, tmp_path: Path, originals: Originals) -> None:
    make, texts = COPIED[name]
    make(tmp_path / name)
    taken = _take(tmp_path / name, originals)
    assert taken.outcome is Outcome.IMPORTED and taken.reason is None and taken.trouble == ""
    assert [page.text[: len(text)] for page, text in zip(taken.pages, texts, strict=True)] == texts
    assert all(bool(page.text) == bool(text) for page, text in zip(taken.pages, texts, strict=True))


@pytest.mark.parametrize("name", COPIED)
def test_the_copy_is_kept_like_an_original(name: str, tmp_path: Path, originals: Originals) -> None:
    COPIED[name][0](tmp_path / name)
    taken = _take(tmp_path / name, originals)
    assert taken.copy is not None
    copy = originals.path(taken.copy.sha256, PDF)
    assert hashlib.sha256(copy.read_bytes()).hexdigest() == taken.copy.sha256
    assert copy.stat().st_size == taken.copy.size
    assert not copy.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    original = originals.path(taken.sha256, taken.media_type)
    assert original.read_bytes() == (tmp_path / name).read_bytes()
    assert {path for path in originals.folder.rglob("*") if path.is_file()} == {copy, original}


@pytest.mark.parametrize("name", COPIED)
def test_it_is_made_once(name: str, tmp_path: Path, originals: Originals) -> None:
    COPIED[name][0](tmp_path / name)
    first = _take(tmp_path / name, originals)
    assert _take(tmp_path / name, originals, again=True) == first
    held = take_in(Task(1, str(tmp_path / name)), originals, lambda _done, _total: None)
    assert held == Held(1, first.sha256)


@pytest.mark.parametrize("name", DAMAGED)
def test_what_cannot_be_read_is_kept_and_says_why(
    name: str, tmp_path: Path, originals: Originals
) -> None:
    make, code = DAMAGED[name]
    make(tmp_path / name)
    taken = _take(tmp_path / name, originals)
    assert taken.outcome is Outcome.IMPORTED and taken.reason is not None
    assert (taken.reason.code, taken.trouble, taken.pages, taken.copy) == (code, code, (), None)
    kept = originals.path(taken.sha256, taken.media_type)
    assert kept.read_bytes() == (tmp_path / name).read_bytes()


def test_damaged_pages_are_named(tmp_path: Path, originals: Originals) -> None:
    taken = _take(office_papers.broken_tiff(tmp_path / "a.tif"), originals)
    assert taken.reason is not None and taken.reason.data == {"pages": "2"}
    assert len(taken.pages) == 3 and taken.trouble == "" and taken.copy is not None


def test_a_package_under_a_password_asks_for_it(tmp_path: Path, originals: Originals) -> None:
    path = office_papers.compound(tmp_path / "a.docx", "EncryptedPackage")
    taken = _take(path, originals)
    assert taken.outcome is Outcome.PASSWORD and taken.trouble == "password"


def test_a_written_file_has_the_title_it_gives_itself(tmp_path: Path, originals: Originals) -> None:
    assert _take(office_papers.word(tmp_path / "a.docx"), originals).title == "Laporan Kunjungan"
    untitled = _take(office_papers.word(tmp_path / "b_c.docx", title="Untitled"), originals)
    assert untitled.title == "b c"


def test_a_letter_is_text(tmp_path: Path, originals: Originals) -> None:
    taken = _take(office_papers.letter(tmp_path / "a.eml"), originals)
    assert taken.title == "Laporan tahunan" and taken.copy is None
    (page,) = taken.pages
    assert page.text.startswith("From: Biro <biro@example.org>\nTo: Kota Tokyo")
    assert "Terlampir laporan." in page.text and page.text.endswith("[laporan.pdf]")


@pytest.mark.parametrize(
    "content",
    [
        b"Subject: =?utf-8?b?!!!?=\nContent-Type: text/plain; charset=apa\n\nisi",
        b"From: <<>>,,\nContent-Type: multipart/mixed\n\nisi",
        b"Content-Type: text/html\n\n<p>satu<p>dua<script>x</script>",
    ],
)
def test_a_malformed_letter_is_read_as_far_as_it_goes(
    content: bytes, tmp_path: Path, originals: Originals
) -> None:
    (tmp_path / "a.eml").write_bytes(content)
    taken = _take(tmp_path / "a.eml", originals)
    assert taken.outcome is Outcome.IMPORTED
    assert "<p>" not in taken.pages[0].text


@pytest.mark.parametrize(
    ("make", "name", "module", "function"),
    [
        (office_papers.picture, "a.png", images, "_encoded"),
        (office_papers.word, "a.docx", reading_copy, "_build"),
        (office_papers.word, "a.docx", copies, "make"),
    ],
)
def test_what_is_too_large_for_memory_is_kept_unread(
    make: Make,
    name: str,
    module: object,
    function: str,
    tmp_path: Path,
    originals: Originals,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_values: object) -> None:
        raise MemoryError

    make(tmp_path / name)
    monkeypatch.setattr(module, function, fail)
    taken = _take(tmp_path / name, originals)
    assert (taken.trouble, taken.pages, taken.copy) == ("too_large", (), None)


def test_one_that_is_the_same_as_a_paper_brought_in_later_is_no_hindrance(
    tmp_path: Path, originals: Originals
) -> None:
    taken = _take(office_papers.picture(tmp_path / "a.jpg"), originals)
    assert taken.copy is not None
    paper = tmp_path / "salinan.pdf"
    paper.write_bytes(originals.path(taken.copy.sha256, PDF).read_bytes())
    assert isinstance(take_in(Task(2, str(paper)), originals, lambda _done, _total: None), Held)
    assert len(_take(paper, originals, again=True).pages) == 1


def test_a_pdf_has_no_copy(tmp_path: Path, originals: Originals) -> None:
    assert _take(papers.text_pdf(tmp_path / "a.pdf"), originals).copy is None


def test_the_archive_shows_the_copy_and_keeps_the_original(
    archive: Archive, tmp_path: Path
) -> None:
    paper, scan = office_papers.word(tmp_path / "a.docx"), office_papers.tiff(tmp_path / "b.tif")
    brought = bringing.bring(archive, paper, scan)
    for name in ("a.docx", "b.tif"):
        document = bringing.document(archive, brought[name])
        shown = archive.documents.reading_path(document.id)
        assert shown.suffix == ".pdf" and shown.read_bytes().startswith(b"%PDF-")
        kept = archive.documents.original_path(document.id)
        assert kept.read_bytes() == (tmp_path / name).read_bytes()
    assert bringing.document(archive, brought["b.tif"]).waiting == 3
    assert "Halaman kedua" in bringing.texts(archive, brought["a.docx"])[1]


def test_one_bad_file_does_not_stop_the_rest(archive: Archive, tmp_path: Path) -> None:
    makes = {**{name: make for name, (make, _) in DAMAGED.items()}, "z.jpg": office_papers.picture}
    for name, make in makes.items():
        make(tmp_path / name)
    brought = bringing.bring(archive, *(tmp_path / name for name in makes))
    ended = {name: code for name, (_, code) in DAMAGED.items()}
    assert {name: bringing.ended(item)[1] for name, item in brought.items()} == {
        **ended,
        "z.jpg": None,
    }

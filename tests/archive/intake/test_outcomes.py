"""Each file, however odd, ends in one outcome with its reason, and the rest of the run goes on."""

from __future__ import annotations

import os
import shutil
import socket
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from archive.archive import Archive
from archive.intake.reasons import REASONS
from archive.records import ImportItem
from tests import papers
from tests.archive.intake import bringing
from tests.archive.intake.bringing import DUPLICATE, IMPORTED, PASSWORD, REJECTED, Ended
from tests.archive.stock import fresh

posix = pytest.mark.skipif(sys.platform == "win32", reason="no such files there")


def _cut_short(path: Path) -> None:
    """The end of the file is missing, and with it all that says where the pages are."""
    papers.truncated_pdf(path, keep=0.5)


def _barely_begun(path: Path) -> None:
    papers.truncated_pdf(path, keep=0.01)


def _header_later(path: Path) -> None:
    papers.text_pdf(path)
    path.write_bytes(b"junk of a mail program\n" + path.read_bytes())


def _about_pdf(path: Path) -> None:
    path.write_text("Berkas PDF selalu diawali %PDF-1.7 dan diakhiri %%EOF.", "utf-8")


def _no_pages_either(path: Path) -> None:
    """Other bytes than the other one; it is read right after one that asks for a password."""
    papers.zero_page_pdf(path)
    path.write_bytes(path.read_bytes() + b"\n")


def _text(words: str) -> Callable[[Path], object]:
    return lambda path: path.write_text(words, "utf-8")


def _bytes(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


KEPT_UNREAD = (IMPORTED, "kept_unread")
KINDS: dict[str, tuple[Callable[[Path], object], Ended]] = {
    "baik.pdf": (papers.text_pdf, (IMPORTED, None)),
    "kosong.pdf": (_bytes(b""), (REJECTED, "empty")),
    "kosong.txt": (_bytes(b""), (REJECTED, "empty")),
    "teks.pdf": (_text("Ini bukan PDF."), (REJECTED, "not_a_pdf")),
    "gambar.txt": (_bytes(bytes(range(256)) * 40), (REJECTED, "not_text")),
    "surat.docx": (_bytes(b"PK\x03\x04" + bytes(200)), (IMPORTED, "file_damaged")),
    "surat.zip": (_bytes(b"PK\x03\x04" + bytes(201)), (REJECTED, "not_supported")),
    "halaman.jpg": (_text("<html><body>Tidak ditemukan</body></html>"), (REJECTED, "not_as_named")),
    "neraca.xls": (_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)), KEPT_UNREAD),
    "tanpa akhiran": (_text("catatan"), (REJECTED, "not_supported")),
    "terpotong.pdf": (_cut_short, (IMPORTED, "damaged")),
    "baru mulai.pdf": (_barely_begun, (IMPORTED, "damaged")),
    "terkunci.pdf": (papers.encrypted_pdf, (PASSWORD, "password")),
    "tanpa halaman.pdf": (papers.zero_page_pdf, (IMPORTED, "no_pages")),
    "sampah di depan.pdf": (_header_later, (IMPORTED, None)),
    "terkunci, lalu.pdf": (
        lambda path: papers.encrypted_pdf(path, ["Lain"]),
        (PASSWORD, "password"),
    ),
    "terkunci, lalu tanpa halaman.pdf": (_no_pages_either, (IMPORTED, "no_pages")),
    "PDF.PDF": (lambda path: papers.text_pdf(path, ["Akhiran besar"]), (IMPORTED, None)),
    "pdf tanpa akhiran": (lambda path: papers.text_pdf(path, ["Tanpa akhiran"]), (IMPORTED, None)),
    "tentang pdf.txt": (_about_pdf, (IMPORTED, None)),
    "catatan.txt": (_text("Catatan rapat."), (IMPORTED, None)),
    "spasi.txt": (_text(" \n\t\n"), (IMPORTED, None)),
    "berkas 😀 日本.pdf": (lambda path: papers.text_pdf(path, ["Nama aneh"]), (IMPORTED, None)),
    "n" * 251 + ".pdf": (lambda path: papers.text_pdf(path, ["Nama panjang"]), (IMPORTED, None)),
    "bytes:%00.pdf": (lambda path: papers.text_pdf(path, ["Nama licik"]), (IMPORTED, None)),
    "salinan baik.pdf": (papers.text_pdf, (DUPLICATE, "already_kept")),
}
if sys.platform == "win32":  # names it does not know
    KINDS = {name: kind for name, kind in KINDS.items() if ":" not in name and len(name) < 200}
ODD_KINDS: dict[str, Ended] = {
    "buntu.pdf": (REJECTED, "vanished"),
    "melingkar.pdf": (REJECTED, "unreadable"),
    "pipa.pdf": (REJECTED, "not_supported"),
    "soket.pdf": (REJECTED, "not_supported"),
}


@dataclass(frozen=True)
class Brought:
    """An archive into which a folder of all kinds of files has been brought."""

    archive: Archive
    folder: Path
    items: dict[str, ImportItem]


@pytest.fixture(scope="module")
def brought(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Brought]:
    """One import of all kinds of files, made once; the tests look at how each ended."""
    place = tmp_path_factory.mktemp("masuk")
    folder = place / "berkas"
    folder.mkdir()
    for name, (make, _wanted) in KINDS.items():
        make(folder / name)
    if sys.platform != "win32":
        _make_odd(folder)
    with fresh(place / "arsip") as archive:
        yield Brought(archive, folder, bringing.bring(archive, folder))
    shutil.rmtree(folder)


def _make_odd(folder: Path) -> None:
    (folder / "buntu.pdf").symlink_to(folder / "tidak ada.pdf")
    (folder / "melingkar.pdf").symlink_to(folder / "melingkar.pdf")
    (folder / "lingkaran").symlink_to(folder)
    os.mkfifo(folder / "pipa.pdf")
    with socket.socket(socket.AF_UNIX) as listening:
        back = Path.cwd()
        os.chdir(folder)  # a socket's path may be no longer than about a hundred bytes
        listening.bind("soket.pdf")
        os.chdir(back)


@pytest.mark.parametrize("name", KINDS)
def test_each_kind_ends_as_decided(brought: Brought, name: str) -> None:
    item = brought.items[name]
    assert bringing.ended(item) == KINDS[name][1]
    assert (item.document is None) == (item.outcome == REJECTED)
    if item.reason:
        assert set(item.reason.data) == set(REASONS[item.reason.code])


@posix
@pytest.mark.parametrize("name", ODD_KINDS)
def test_what_is_no_file_is_refused_at_once(brought: Brought, name: str) -> None:
    assert bringing.ended(brought.items[name]) == ODD_KINDS[name]


def test_every_file_has_an_outcome_and_no_other(brought: Brought) -> None:
    odd = ODD_KINDS if sys.platform != "win32" else {}
    assert set(brought.items) == {*KINDS, *odd}
    (run,) = brought.archive.imports.runs()
    assert run.ended and not run.waiting
    assert run.total == sum(run.outcomes.values()) == len(brought.items)


def test_all_that_is_kept_is_whole(brought: Brought) -> None:
    bringing.looks_whole(brought.archive)


@pytest.mark.parametrize("name", [name for name, (_, end) in KINDS.items() if end[0] != REJECTED])
def test_originals_are_the_same_bytes(brought: Brought, name: str) -> None:
    document = bringing.document(brought.archive, brought.items[name])
    kept = brought.archive.documents.original_path(document.id)
    assert kept.read_bytes() == (brought.folder / name).read_bytes()
    assert document.original.size == (brought.folder / name).stat().st_size


@pytest.mark.parametrize("name", [name for name, (_, end) in KINDS.items() if end[0] == IMPORTED])
def test_name_and_folder_are_kept(brought: Brought, name: str) -> None:
    original = bringing.document(brought.archive, brought.items[name]).original
    assert (original.name, original.folder) == (name, str(brought.folder))


@pytest.mark.parametrize(
    ("name", "trouble"),
    [
        ("terkunci.pdf", "password"),
        ("terpotong.pdf", "damaged"),
        ("tanpa halaman.pdf", "no_pages"),
        ("baik.pdf", ""),
    ],
)
def test_documents_tell_their_trouble(brought: Brought, name: str, trouble: str) -> None:
    assert bringing.document(brought.archive, brought.items[name]).trouble == trouble


def test_a_duplicate_names_the_document_it_is(brought: Brought) -> None:
    first, second = brought.items["baik.pdf"], brought.items["salinan baik.pdf"]
    assert first.document == second.document and first.pages == second.pages == 2
    assert second.reason is not None and second.reason.data == {"title": "baik"}


def test_a_text_without_words_does_not_wait_to_be_read(brought: Brought) -> None:
    assert bringing.document(brought.archive, brought.items["spasi.txt"]).waiting == 0


def test_a_text_about_pdf_is_a_text(brought: Brought) -> None:
    item = brought.items["tentang pdf.txt"]
    assert bringing.document(brought.archive, item).original.media_type == "text/plain"
    assert "%PDF-1.7" in bringing.texts(brought.archive, item)[0]

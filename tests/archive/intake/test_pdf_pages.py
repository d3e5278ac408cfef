"""PDFs page by page: texts, printed numbers, titles, pages without text, and very many pages."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import select

from archive.archive import Archive
from archive.intake.pdf_text import CannotOpen, PdfRead, read
from archive.intake.reading import _trouble
from archive.intake.readings import PageRead
from archive.records import PageState
from archive.storage.tables import PageTextRow
from tests import papers
from tests.archive.intake import bringing
from tests.archive.intake.bringing import IMPORTED


def test_nine_hundred_sixty_one_pages_are_read_whole(archive: Archive, tmp_path: Path) -> None:
    paper = papers.text_pdf(tmp_path / "tebal.pdf", [f"Halaman ke-{n}" for n in range(1, 962)])
    item = bringing.bring(archive, paper)["tebal.pdf"]
    assert bringing.ended(item) == (IMPORTED, None) and item.pages == 961
    assert bringing.texts(archive, item) == [f"Halaman ke-{n}" for n in range(1, 962)]
    bringing.looks_whole(archive)


def test_printed_page_numbers_are_kept(archive: Archive, tmp_path: Path) -> None:
    item = bringing.bring(archive, papers.labelled_pdf(tmp_path / "skripsi.pdf"))["skripsi.pdf"]
    pages = archive.documents.pages(bringing.document(archive, item).id)
    assert [page.label for page in pages] == ["i", "ii", "1", "2", "3"]


def test_numbers_that_are_just_the_count_are_none(archive: Archive, tmp_path: Path) -> None:
    paper = papers.text_pdf(tmp_path / "a.pdf", ["satu", "dua"], labels=[(1, "ARABIC", 1)])
    item = bringing.bring(archive, paper)["a.pdf"]
    pages = archive.documents.pages(bringing.document(archive, item).id)
    assert [page.label for page in pages] == ["", ""]


def test_pages_without_text_wait(archive: Archive, tmp_path: Path) -> None:
    item = bringing.bring(archive, papers.mixed_pdf(tmp_path / "campur.pdf"))["campur.pdf"]
    document = bringing.document(archive, item)
    states = [page.state for page in archive.documents.pages(document.id)]
    assert states == [PageState.TEXT, PageState.WAITING, PageState.WAITING]
    assert document.waiting == 2


def test_a_scan_waits_whole(archive: Archive, tmp_path: Path) -> None:
    item = bringing.bring(archive, papers.image_pdf(tmp_path / "pindaian.pdf"))["pindaian.pdf"]
    assert bringing.ended(item) == (IMPORTED, None)
    assert bringing.document(archive, item).waiting == item.pages == 1


def test_text_is_cleaned_and_the_raw_text_kept_where_it_differs(
    archive: Archive, tmp_path: Path
) -> None:
    files = [
        papers.ligature_pdf(tmp_path / "cetak.pdf"),
        papers.text_pdf(tmp_path / "b.pdf", ["a"]),
    ]
    brought = bringing.bring(archive, *files)
    (text,) = bringing.texts(archive, brought["cetak.pdf"])
    assert "film dan flora" in text and "Pembiayaan bersama" in text
    with archive._database.reading() as session:
        raw = session.scalars(select(PageTextRow.raw).order_by(PageTextRow.document_id)).all()
    assert raw[0] is not None and "Pem\xadbiayaan" in raw[0] and raw[1] is None


def test_drawn_letters_are_read_by_what_they_mean(archive: Archive, tmp_path: Path) -> None:
    item = bringing.bring(archive, papers.type3_pdf(tmp_path / "gambar.pdf"))["gambar.pdf"]
    assert bringing.texts(archive, item) == ["AKTA"]


TITLES = {  # of the file: as its maker wrote it, and as it is shown
    "scan0001.pdf": ("Nota  Kesepahaman\tTokyo", "Nota Kesepahaman Tokyo"),
    "Nota_Kesepahaman.pdf": ("Microsoft Word - nota.docx", "Nota Kesepahaman"),
    "laporan akhir.pdf": ("untitled", "laporan akhir"),
    "MoU 1992.PDF": ("", "MoU 1992"),
    "a.pdf": ("Judul " + "panjang " * 100, ("Judul " + "panjang " * 100)[:300]),
}


def test_titles(archive: Archive, tmp_path: Path) -> None:
    for name, (written, _shown) in TITLES.items():
        papers.text_pdf(tmp_path / name, [name], title=written)
    brought = bringing.bring(archive, *(tmp_path / name for name in TITLES))
    for name, (_written, shown) in TITLES.items():
        assert bringing.document(archive, brought[name]).description.title == shown


@pytest.mark.parametrize("whole", [0, 1])
def test_a_false_count_of_pages_is_not_believed(
    archive: Archive, tmp_path: Path, whole: int
) -> None:
    """A file of a few hundred bytes that claims a million pages makes no million rows."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] >>"
    kids = b"3 0 R" if whole else b""
    papers._assemble(
        tmp_path / "juta.pdf",
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [" + kids + b"] /Count 1000000 >>",
            page,
        ],
    )
    item = bringing.bring(archive, tmp_path / "juta.pdf")["juta.pdf"]
    assert bringing.ended(item) == (IMPORTED, "pages_damaged" if whole else "damaged")
    assert item.pages == whole + 1


def test_a_long_list_of_damaged_pages_is_told_shortly(tmp_path: Path) -> None:
    pages = [PageRead("", "", None)] * 300
    why = _trouble(PdfRead("", tuple(pages), tuple(range(2, 301))))
    assert why is not None and why.data["pages"].startswith("2, 3, 4, ")
    assert len(why.data["pages"]) < 100 and why.data["pages"].endswith("…")


def test_a_file_cut_short_anywhere_is_read_or_refused(tmp_path: Path) -> None:
    path = papers.text_pdf(tmp_path / "a.pdf")
    whole = path.read_bytes()
    for length in range(0, len(whole), len(whole) // 300):
        path.write_bytes(whole[:length])
        with suppress(CannotOpen):
            assert len(read(path, lambda _done, _total: None).pages) <= 2

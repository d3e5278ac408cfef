"""PDFs page by page: texts, printed numbers, titles, pages without text, and very many pages."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from archive.archive import Archive
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

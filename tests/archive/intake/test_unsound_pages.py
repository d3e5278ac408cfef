"""A text layer that is rubbish: the page waits to be read from its picture, as do bare scans."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from archive.archive import Archive
from archive.intake.scans import storing
from archive.intake.scans.tasks import PageText
from archive.progress import Progress
from archive.records import PageState
from tests import papers
from tests.archive.intake.bringing import bring

SOUP = "3HUDWXUDQ 0HQWHUL 'DODP 1HJHUL 5HSXEOLN ,QGRQHVLD WHQWDQJ NHUMD VDPD GDHUDK " * 4


def scan_with_layer(path: Path, layer: str, seen: str = papers.REPORT) -> Path:
    """A picture of a page with a text layer beneath it, as scanning programs make them."""
    canvas = Canvas(str(path), pagesize=A4)
    for row in range(0, len(layer), 80):
        canvas.drawString(60, 780 - row / 5, layer[row : row + 80])
    canvas.drawImage(ImageReader(papers.picture(seen)), 0, 0, *A4)
    canvas.showPage()
    canvas.save()
    return path


def test_rubbish_counts_until_the_picture_has_been_read(archive: Archive, tmp_path: Path) -> None:
    bring(archive, scan_with_layer(tmp_path / "rusak.pdf", SOUP))
    page = archive.documents.page(1, 1)
    assert page.state is PageState.WAITING and "3HUDWXUDQ" in page.text
    assert archive.documents.get(1).waiting == 1
    archive.scans.run(Progress(), workers=1)
    page = archive.documents.page(1, 1)
    assert "Pertukaran pemuda" in page.text and page.source == "ocr"


def test_a_mark_of_the_scanner_is_not_the_text_of_a_scan(archive: Archive, tmp_path: Path) -> None:
    bring(archive, scan_with_layer(tmp_path / "pindai.pdf", "CamScanner"))
    assert archive.documents.page(1, 1).state is PageState.WAITING


def test_sound_text_is_not_read_again(archive: Archive, tmp_path: Path) -> None:
    bring(archive, scan_with_layer(tmp_path / "baik.pdf", papers.REPORT.replace("\n", " ")))
    bring(archive, papers.text_pdf(tmp_path / "pendek.pdf", ["Bab I"]))  # little, but no picture
    assert archive.scans.unread().pages == 0
    assert archive.scans.read_again([1, 2]) == 0


def test_a_worse_reading_leaves_the_text_of_the_file(archive: Archive, tmp_path: Path) -> None:
    bring(archive, scan_with_layer(tmp_path / "rusak.pdf", SOUP))
    with archive._database.writing(archive.announce) as writing:
        storing.enter(writing, (1, 1), PageText(1, "text", "o l", 0.2, (), "x", "x"), "ind")
    page = archive.documents.page(1, 1)
    assert page.source == "embedded" and page.state is PageState.TEXT
    assert archive.scans.read_again([1]) == 1  # a better machine may come

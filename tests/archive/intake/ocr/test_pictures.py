"""Pages drawn as grey pictures: how finely, within which bounds, and what cannot be drawn."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from archive.intake.ocr import pictures
from archive.intake.ocr.page_images import images_on
from archive.intake.ocr.pictures import NoPicture, Picture
from tests import papers

SIZE = 60, 40


def _marked(size: tuple[int, int] = SIZE) -> Image.Image:
    """White with a dark corner, upper left."""
    image = Image.new("L", size, 255)
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 3, size[1] // 3), fill=10)
    return image


def _dark_corner(picture: Picture) -> str:
    grey = np.asarray(picture.image)
    height, width = grey.shape
    row, column = np.unravel_index(int(np.argmin(grey)), grey.shape)
    corners = [grey[: height // 4, : width // 4], grey[: height // 4, -width // 4 :]]
    corners += [grey[-height // 4 :, : width // 4], grey[-height // 4 :, -width // 4 :]]
    assert grey[row, column] < 60
    darkest = int(np.argmin([part.mean() for part in corners]))
    return ("upper left", "upper right", "lower left", "lower right")[darkest]


def _scan(path: Path, size: tuple[int, int], page: tuple[float, float] = A4) -> Path:
    canvas = Canvas(str(path), pagesize=page)
    canvas.drawImage(ImageReader(_marked(size=size)), 0, 0, *page)
    canvas.save()
    return path


def test_a_page_is_drawn_as_finely_as_its_scan(tmp_path: Path) -> None:
    inches = A4[0] / 72, A4[1] / 72
    for scanned, drawn in ((100, 200), (250, 250), (600, 300)):
        pixels = round(inches[0] * scanned), round(inches[1] * scanned)
        picture = pictures.of_pdf(_scan(tmp_path / f"{scanned}.pdf", pixels), 1)
        assert abs(picture.resolution - drawn) <= 1
        assert picture.points == pytest.approx(A4, abs=0.1)
        assert picture.image.mode == "L" and _dark_corner(picture) == "upper left"


def test_a_page_without_images_is_drawn_coarsely(tmp_path: Path) -> None:
    assert pictures.of_pdf(papers.text_pdf(tmp_path / "a.pdf"), 2).resolution == 200


def test_a_giant_page_is_drawn_within_bounds(tmp_path: Path) -> None:
    picture = pictures.of_pdf(_scan(tmp_path / "giant.pdf", (300, 200), (14_400, 9_000)), 1)
    assert picture.image.width * picture.image.height <= pictures.PIXELS * 1.01
    long = pictures.fitting(14_400, 2, 300 / 72)
    assert 14_400 * long <= pictures.SIDE < 14_400 * 300 / 72


def test_images_of_a_page_are_measured(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    canvas.drawImage(ImageReader(_marked(size=(300, 300))), 0, 0, A4[0], A4[1] / 2)
    canvas.drawImage(ImageReader(_marked(size=(900, 900))), 0, 0, 30, 30)
    canvas.save()
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as document:
        found = images_on(document[0])
    assert found.share == pytest.approx(0.5, abs=0.01)
    assert found.resolution < 60  # the fine seal does not count


def test_a_scan_in_strips_and_layers_is_one(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    for _layer in range(2):
        for strip in range(40):
            image = ImageReader(_marked(size=(1240, 44)))
            canvas.drawImage(image, 0, strip * A4[1] / 40, A4[0], A4[1] / 40)
    canvas.save()
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as document:
        page = document[0]
        page.set_rotation(90)
        found = images_on(page)
    assert found.share == 1 and found.resolution == pytest.approx(150, abs=1)


def test_an_image_within_a_form_is_measured_as_it_lies_on_the_page(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    canvas.beginForm("scan")
    canvas.drawImage(ImageReader(_marked(size=(500, 700))), 0, 0, 10, 10)
    canvas.endForm()
    canvas.scale(A4[0] / 10, A4[1] / 10)
    canvas.doForm("scan")
    canvas.save()
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as document:
        found = images_on(document[0])
    assert found.share == pytest.approx(1, abs=0.01)
    assert found.resolution == pytest.approx(60, abs=1)


def test_what_is_no_page_says_so(tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing")
    for path, number in ((broken, 1), (papers.text_pdf(tmp_path / "a.pdf"), 3)):
        with pytest.raises(NoPicture):
            pictures.of_pdf(path, number)
    with pytest.raises(FileNotFoundError):
        pictures.of_pdf(tmp_path / "gone.pdf", 1)


def test_a_fingerprint_is_of_what_is_seen() -> None:
    first, same = (Picture(_marked(), (60, 40)) for _ in range(2))
    assert first.fingerprint == same.fingerprint
    other = _marked()
    other.putpixel((50, 30), 0)
    assert first.fingerprint != Picture(other, (60, 40)).fingerprint
    white = [Picture(Image.new("L", size, 255), (9, 9)) for size in ((2, 8), (8, 2))]
    assert white[0].fingerprint != white[1].fingerprint

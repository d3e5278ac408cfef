"""Pages and image files as grey pictures: sizes, turns, depths, colours, frames, what is broken."""

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
from archive.intake.ocr.pictures import NoPicture
from tests import papers

SIZE = 60, 40


def _marked(mode: str = "L", *, size: tuple[int, int] = SIZE) -> Image.Image:
    """White with a dark corner, upper left."""
    image = Image.new("L", size, 255)
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 3, size[1] // 3), fill=10)
    return image.convert(mode)


def _dark_corner(picture: pictures.Picture) -> str:
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


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("ending", ["jpg", "tif", "png"])
def test_a_photograph_is_turned_as_its_camera_says(tmp_path: Path, turn: int, ending: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = turn
    path = tmp_path / f"photo.{ending}"
    compressed = {"compression": "tiff_lzw"} if ending == "tif" else {}
    _marked().save(path, exif=exif, dpi=(200, 200), **compressed)
    picture = pictures.of_file(path)
    corner = {2: "upper right", 3: "lower right", 4: "lower left", 5: "upper left"}
    corner |= {6: "upper right", 7: "lower right", 8: "lower left"}
    assert _dark_corner(picture) == corner.get(turn, "upper left")
    upright = picture.image.height > picture.image.width
    assert upright == (turn >= 5)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "PA", "RGB", "RGBA", "CMYK", "I", "F"])
def test_every_kind_of_image_becomes_grey(tmp_path: Path, mode: str) -> None:
    image = _marked("L").convert(mode)
    picture = pictures.of_image(image)
    assert picture.image.mode == "L" and _dark_corner(picture) == "upper left"
    assert int(np.asarray(picture.image).max()) >= 250


def test_sixteen_bits_keep_their_shades(tmp_path: Path) -> None:
    deep = np.asarray(_marked()).astype(np.uint16) * 257
    for shift, name in ((0, "full.png"), (4, "scanner-of-12-bits.tif")):
        Image.fromarray(deep >> shift).save(tmp_path / name)
        picture = pictures.of_file(tmp_path / name)
        assert _dark_corner(picture) == "upper left"
        assert int(np.asarray(picture.image).max()) == 255


def test_what_is_transparent_is_paper() -> None:
    image = Image.new("RGBA", SIZE, (0, 0, 0, 0))
    assert int(np.asarray(pictures.of_image(image).image).min()) == 255


def test_each_frame_is_a_page(tmp_path: Path) -> None:
    path = tmp_path / "fax.tif"
    upside = _marked().transpose(Image.Transpose.ROTATE_180)
    _marked("1").save(path, save_all=True, append_images=[upside.convert("1")], dpi=(204, 196))
    assert pictures.frames(path) == 2
    assert [_dark_corner(pictures.of_file(path, n)) for n in (0, 1)] == [
        "upper left",
        "lower right",
    ]
    with pytest.raises(NoPicture):
        pictures.of_file(path, 2)


def test_a_fax_whose_dots_are_not_square_keeps_its_paper(tmp_path: Path) -> None:
    path = tmp_path / "fax.tif"
    _marked("1", size=(204, 98)).save(path, dpi=(204, 98))
    assert pictures.of_file(path).points == pytest.approx((72, 72), abs=0.5)


def test_a_size_nobody_believes_is_taken_for_a_sheet(tmp_path: Path) -> None:
    path = tmp_path / "screen.png"
    _marked(size=(600, 800)).save(path, dpi=(1, 1))
    picture = pictures.of_file(path)
    assert picture.points == pytest.approx((595, 595 * 800 / 600))
    assert abs(picture.resolution - 200) <= 1


def test_a_broken_image_says_so(tmp_path: Path) -> None:
    path = tmp_path / "half.png"
    _marked(size=(500, 500)).save(path)
    path.write_bytes(path.read_bytes()[:200])
    with pytest.raises(NoPicture):
        pictures.of_file(path)
    path.write_bytes(b"no image")
    for read in (pictures.of_file, pictures.frames):
        with pytest.raises(NoPicture):
            read(path)


def test_an_image_beyond_all_bounds_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "OPENED", 1000)
    with pytest.raises(NoPicture):
        pictures.of_image(_marked())


def test_a_fingerprint_is_of_what_is_seen() -> None:
    first, same = pictures.of_image(_marked()), pictures.of_image(_marked("RGB"))
    assert first.fingerprint == same.fingerprint
    other = _marked()
    other.putpixel((50, 30), 0)
    assert first.fingerprint != pictures.of_image(other).fingerprint
    white = [pictures.Picture(Image.new("L", size, 255), (9, 9)) for size in ((2, 8), (8, 2))]
    assert white[0].fingerprint != white[1].fingerprint

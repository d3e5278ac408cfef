"""Pictures become PDFs: a page a frame, as large as on paper, upright, nothing lost."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image, ImageChops

from archive.intake.images import A4, Drawn, NoPicture, TooManyDots, write_pdf
from tests import office_papers


def _made(path: Path) -> tuple[Drawn, bytes]:
    content = BytesIO()
    drawn = write_pdf(path, content, lambda _done, _total: None)
    return drawn, content.getvalue()


@contextmanager
def _pages(content: bytes) -> Iterator[Any]:
    document = pypdfium2.PdfDocument(content)
    try:
        yield document
    finally:
        document.close()


def _shown(content: bytes, width: int, page: int = 0) -> Image.Image:
    """A page as it is seen, so many dots wide."""
    with _pages(content) as document:
        sheet = document[page]
        shown: Image.Image = sheet.render(scale=width / sheet.get_width()).to_pil().convert("RGB")
        return shown


@pytest.mark.parametrize(
    ("name", "mode"),
    [
        ("a.jpg", "L"), ("b.jpg", "RGB"), ("c.jpg", "CMYK"), ("a.png", "L"), ("b.png", "RGB"),
        ("c.png", "P"), ("d.png", "1"), ("e.png", "RGBA"), ("f.png", "LA"), ("g.png", "I;16"),
        ("a.tif", "1"), ("b.tif", "CMYK"), ("c.tif", "YCbCr"), ("d.tif", "F"), ("a.bmp", "RGB"),
        ("a.gif", "P"), ("a.webp", "RGB"),
    ],
)  # fmt: skip
def test_every_kind_looks_as_it_came(name: str, mode: str, tmp_path: Path) -> None:
    drawn, content = _made(office_papers.picture(tmp_path / name, mode))
    assert drawn == Drawn(1, ())
    wanted = office_papers.scan().convert("RGB")
    shown = _shown(content, wanted.width)
    assert shown.size == wanted.size
    far = ImageChops.difference(shown, wanted).convert("L").point(lambda tone: 255 * (tone > 90))
    assert far.histogram()[255] < 0.01 * wanted.width * wanted.height


def test_a_jpeg_is_kept_byte_by_byte(tmp_path: Path) -> None:
    path = office_papers.picture(tmp_path / "a.jpg")
    assert path.read_bytes() in _made(path)[1]


def test_the_same_picture_makes_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.jpg", "a.png"):
        path = office_papers.picture(tmp_path / name)
        assert _made(path)[1] == _made(path)[1]


@pytest.mark.parametrize("ending", ["jpg", "tif", "png"])
@pytest.mark.parametrize("turned", range(1, 9))
def test_turned_pictures_stand_upright(ending: str, turned: int, tmp_path: Path) -> None:
    path = office_papers.picture(tmp_path / f"a.{ending}", turned=turned)
    _drawn, content = _made(path)
    lying = turned > 4
    shown = _shown(content, 702 if lying else 496)
    assert shown.size == pytest.approx((702, 496) if lying else (496, 702), abs=1)
    corners = {
        1: (0, 0),
        2: (1, 0),
        3: (1, 1),
        4: (0, 1),
        5: (0, 0),
        6: (1, 0),
        7: (1, 1),
        8: (0, 1),
    }
    right, low = corners[turned]
    at = (shown.width - 40 if right else 40), (shown.height - 40 if low else 40)
    assert max(shown.getpixel(at)) < 60  # type: ignore[arg-type]


def test_pages_are_as_large_as_on_paper(tmp_path: Path) -> None:
    _drawn, content = _made(office_papers.tiff(tmp_path / "a.tif", 1, dots=100))
    with _pages(content) as document:
        assert document[0].get_size() == pytest.approx((496 * 0.72, 702 * 0.72), abs=0.1)


@pytest.mark.parametrize("dots", [None, 72, 30_000])
def test_without_a_size_that_can_be_believed_it_is_as_large_as_a4(
    dots: int | None, tmp_path: Path
) -> None:
    _drawn, content = _made(office_papers.picture(tmp_path / "a.png", dots=dots))
    with _pages(content) as document:
        width, height = document[0].get_size()
    assert (width, height) <= A4 and max(width / A4[0], height / A4[1]) == pytest.approx(
        1, abs=0.01
    )


def test_all_pages_of_a_tiff_come(tmp_path: Path) -> None:
    beats: list[tuple[int, int]] = []
    content = BytesIO()
    path = office_papers.tiff(tmp_path / "a.tif", 4)
    drawn = write_pdf(path, content, lambda done, total: beats.append((done, total)))
    assert drawn == Drawn(4, ()) and beats == [(1, 4), (2, 4), (3, 4), (4, 4)]
    with _pages(content.getvalue()) as document:
        widths = [round(page.get_width()) for page in document]
    assert widths == [round(0.72 * (496 - 10 * page)) for page in range(4)]


def test_a_broken_page_keeps_its_place(tmp_path: Path) -> None:
    drawn, content = _made(office_papers.broken_tiff(tmp_path / "a.tif"))
    assert drawn == Drawn(3, (2,))
    assert _shown(content, 476, page=2).getpixel((40, 40)) == (0, 0, 0)


def test_what_arrived_of_a_picture_is_shown(tmp_path: Path) -> None:
    drawn, content = _made(office_papers.cut_short(tmp_path / "a.jpg", 0.7))
    assert drawn == Drawn(1, (1,))
    assert max(_shown(content, 496).getpixel((40, 40))) < 60  # type: ignore[arg-type]


def test_a_picture_wider_than_any_paper_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TooManyDots):
        _made(office_papers.bomb(tmp_path / "a.png"))


@pytest.mark.parametrize("start", [b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"II*\0\x08\0\0\0"])
def test_no_picture_at_all_is_refused(start: bytes, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(start + bytes(range(200)))
    with pytest.raises(NoPicture):
        _made(tmp_path / "a")

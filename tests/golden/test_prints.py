"""The first pages of each print, compared as pictures with those last looked at by a person.

They are set in the fonts that come with reportlab, so that every computer draws the same. After a
change that is meant: `python -m tests.golden.test_prints` draws them anew; look at them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest
import reportlab
from PIL import Image

from archive.reports import fonts
from tests.archive.reports.dossiers import ordinary
from tests.archive.reports.reading import summary

PICTURES = Path(__file__).parent / "prints"
SCALE = 0.7  # of 72 dots an inch
TOLERANCE = 1.0  # mean difference of grey, of 255: another PDFium smooths letters otherwise
LANGUAGES = ("id", "en")


@pytest.fixture(autouse=True)
def bundled_only(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer whose only fonts are those that come with reportlab."""
    monkeypatch.setattr(fonts, "_folders", bundled)
    fonts.forget()
    yield
    monkeypatch.undo()
    fonts.forget()


def bundled() -> list[Path]:
    """The folder of reportlab's own fonts."""
    return [Path(reportlab.__file__).parent / "fonts"]


def drawn(pdf: bytes) -> list[Image.Image]:
    """The pages of a print as small grey pictures."""
    with pdfium.PdfDocument(pdf) as document:
        return [page.render(scale=SCALE, grayscale=True).to_pil() for page in document]


def names(language: str, count: int) -> list[Path]:
    """Where the pictures of a print lie."""
    return [PICTURES / f"partnership_summary-{language}-{page + 1}.png" for page in range(count)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_partnership_summary_looks_as_it_did(language: str) -> None:
    pages = drawn(summary(ordinary(), "id" if language == "id" else "en"))
    assert len(pages) == len(list(PICTURES.glob(f"partnership_summary-{language}-*.png")))
    for page, path in zip(pages, names(language, len(pages)), strict=True):
        with Image.open(path) as known:
            before, now = (np.asarray(picture, dtype=float) for picture in (known, page))
        assert before.shape == now.shape
        assert np.abs(before - now).mean() < TOLERANCE, path.name


def draw_anew() -> None:
    """Replace the pictures by those of today."""
    fonts._folders = bundled  # type: ignore[assignment]
    PICTURES.mkdir(exist_ok=True)
    for language in LANGUAGES:
        pages = drawn(summary(ordinary(), "id" if language == "id" else "en"))
        for page, path in zip(pages, names(language, len(pages)), strict=True):
            page.save(path, optimize=True)


if __name__ == "__main__":
    draw_anew()

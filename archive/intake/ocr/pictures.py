"""A page of a PDF as a grey picture fit for reading."""

from __future__ import annotations

import hashlib
import math
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
from PIL import Image

from archive.intake.ocr.page_images import POINTS, images_on

LEAST, MOST = 200, 300  # dots an inch, that a page is drawn with
PIXELS = 36_000_000  # of one picture that is read; A3 at 300 dpi has 17 million
SIDE = 16_000  # pixels of a side; Tesseract counts to 32,767
WHITE = 255


class NoPicture(Exception):
    """The page cannot be drawn: it is damaged, or larger than memory allows."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A grey image (mode L), and the page's width and height in points as it is shown."""

    image: Image.Image
    points: tuple[float, float]

    @property
    def resolution(self) -> int:
        """Dots an inch."""
        return max(1, round(self.image.width * POINTS / self.points[0]))

    @property
    def fingerprint(self) -> str:
        """What is seen, as a digest: the same for the same pixels of the same size."""
        width, height = self.image.size
        seen = hashlib.sha256(f"{width}x{height}\n".encode())
        seen.update(self.image.tobytes())
        return seen.hexdigest()


def of_pdf(path: Path, number: int, password: str = "") -> Picture:
    """Draw one page (from 1). Raises `NoPicture`, and `OSError` when the file is not there."""
    path.open("rb").close()
    try:
        with (
            closing(pypdfium2.PdfDocument(path, password or None)) as document,
            closing(document[number - 1]) as page,
        ):
            return of_page(page)
    except (pypdfium2.PdfiumError, IndexError, MemoryError, ValueError) as error:
        raise NoPicture(str(error)) from error


def of_page(page: Any) -> Picture:
    """Draw an open page of PDFium's at the resolution of what is on it."""
    width, height = page.get_size()
    if not (0 < width < math.inf and 0 < height < math.inf):
        raise NoPicture(f"{width} x {height}")
    wanted = min(max(images_on(page).resolution, LEAST), MOST)
    scale = fitting(width, height, wanted / POINTS)
    with closing(page.render(scale=scale, grayscale=True)) as bitmap:
        pixels = np.array(bitmap.to_numpy(), copy=True)  # PDFium's own goes with the bitmap
    return Picture(Image.fromarray(pixels.reshape(pixels.shape[:2])), (width, height))


def fitting(width: float, height: float, scale: float) -> float:
    """The scale, or the largest below it that keeps a picture within what is sane."""
    return min(scale, math.sqrt(PIXELS / (width * height)), SIDE / max(width, height))

"""A page as a grey picture fit for reading: drawn from a PDF, or one frame of an image file."""

from __future__ import annotations

import hashlib
import math
import warnings
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
from PIL import Image, ImageOps

from archive.intake.ocr.page_images import POINTS, images_on

LEAST, MOST = 200, 300  # dots an inch, that a page is drawn with
PIXELS = 36_000_000  # of one picture that is read; A3 at 300 dpi has 17 million
SIDE = 16_000  # pixels of a side; Tesseract counts to 32,767
OPENED = 250_000_000  # pixels of a file's picture before it is made smaller
GROWN = 3.0  # times that a coarse image is made larger, at most
BELIEVED = (50, 2400)  # dots an inch that an image file may claim
ASSUMED_WIDTH = 595.0  # points of a picture whose size nobody knows: A4, upright
WHITE = 255


class NoPicture(Exception):
    """The page or the image cannot be drawn: it is damaged, or larger than memory allows."""


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
    # Without LCD text and with the marks people set on the page: those are read too.
    with closing(page.render(scale=scale, grayscale=True, may_draw_forms=True)) as bitmap:
        pixels = np.array(bitmap.to_numpy(), copy=True)  # PDFium's own goes with the bitmap
    return Picture(Image.fromarray(pixels.reshape(pixels.shape[:2])), (width, height))


def fitting(width: float, height: float, scale: float) -> float:
    """The scale, or the largest below it that keeps a picture within what is sane."""
    return min(scale, math.sqrt(PIXELS / (width * height)), SIDE / max(width, height))


def of_file(path: Path, frame: int = 0) -> Picture:
    """One frame (from 0) of an image file. Raises `NoPicture`, `OSError` when it is not there."""
    path.open("rb").close()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of odd tags and large sizes; we measure ourselves
            with Image.open(path) as image:
                image.seek(frame)
                return of_image(image)
    except (OSError, EOFError, ValueError, SyntaxError, MemoryError, OverflowError) as error:
        raise NoPicture(str(error)) from error
    except Image.DecompressionBombError as error:
        raise NoPicture(str(error)) from error


def frames(path: Path) -> int:
    """How many pages an image file has. Raises as `of_file` does."""
    path.open("rb").close()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(path) as image:
                return int(getattr(image, "n_frames", 1))
    except (OSError, EOFError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise NoPicture(str(error)) from error


def of_image(image: Image.Image) -> Picture:
    """Any image as it is meant to be seen: turned as its maker says, on white, grey."""
    if image.width * image.height > OPENED:
        raise NoPicture(f"{image.width} x {image.height}")
    claimed = image.info.get("dpi")
    before = image.size
    grey = _grey(ImageOps.exif_transpose(image))
    points = _points(grey.size, claimed, turned=before != grey.size)
    found = grey.width * POINTS / points[0]
    scale = fitting(*grey.size, min(min(max(found, LEAST), MOST) / found, GROWN))
    return Picture(_resized(grey, scale), points)


def _resized(image: Image.Image, scale: float) -> Image.Image:
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    how = Image.Resampling.BOX if scale < 1 else Image.Resampling.BICUBIC
    return image if size == image.size else image.resize(size, how)


def _points(size: tuple[int, int], claimed: Any, *, turned: bool) -> tuple[float, float]:
    """The size of an image in points, by the resolution it claims where that can be."""
    least, most = BELIEVED
    try:
        across, down = (float(dots) for dots in claimed)
    except (TypeError, ValueError, ZeroDivisionError):
        across = down = 0.0
    if turned:
        across, down = down, across
    if not (least <= across <= most and least <= down <= most):
        across = down = min(size) * POINTS / ASSUMED_WIDTH
    return size[0] * POINTS / across, size[1] * POINTS / down


def _grey(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I") or image.mode == "F":
        return _spread(image)
    if image.has_transparency_data or image.mode in ("LA", "PA", "RGBA", "La", "RGBa"):
        seen = image.convert("RGBA")
        ground = Image.new("RGBA", seen.size, (WHITE, WHITE, WHITE, WHITE))
        return Image.alpha_composite(ground, seen).convert("L")
    if image.mode == "P":
        image = image.convert("RGB")
    return image if image.mode == "L" else image.convert("L")


def _spread(image: Image.Image) -> Image.Image:
    """Sixteen bits and more: what is there, from its darkest to its lightest, in eight."""
    values = np.asarray(image, dtype=np.float64)
    values = np.nan_to_num(values, nan=0.0, posinf=0.0, neginf=0.0)
    low, high = float(values.min()), float(values.max())
    floor = min(low, 0.0)
    grey = (values - floor) * (WHITE / max(high - floor, 1.0))
    return Image.fromarray(grey.clip(0, WHITE).astype(np.uint8))

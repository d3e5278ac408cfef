"""An office's emblem, made fit for letterheads: a PNG of modest size, its transparency kept."""

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from archive.errors import FileUnusable
from archive.rules import refuse

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST_SIDE = 512  # dots
LARGEST_FILE = 20 * 2**20  # bytes
MOST_DOTS = 40_000_000  # a sheet of A4 scanned at 600 dots an inch
FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "GIF", "WEBP")
LOOKS_LIKE = ("RGBA", "LA", "RGB", "L")  # modes that a PNG keeps as they are


def read_emblem(file: Path) -> bytes:
    """The emblem in a person's file, made fit.

    Raises `FileUnusable`, `Invalid("emblem", "not_an_image" | "too_large")`.
    """
    try:
        with file.open("rb") as opened:
            found = opened.read(LARGEST_FILE + 1)
    except OSError as error:
        raise FileUnusable(file, error.strerror or str(error)) from error
    return fit(found)


def fit(picture: bytes) -> bytes:
    """The picture as PNG, no side longer than 512 dots; what is so already stays as it is.

    Raises `Invalid` as `read_emblem` does.
    """
    if len(picture) > LARGEST_FILE:
        raise refuse("emblem", "too_large")
    from PIL.Image import DecompressionBombError

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what is odd in a file is no news here
        try:
            return _fit(picture)
        except DecompressionBombError as error:
            raise refuse("emblem", "too_large") from error


def _fit(picture: bytes) -> bytes:
    from PIL import Image

    try:
        image = Image.open(BytesIO(picture), formats=FORMATS)
    except (MemoryError, Image.DecompressionBombError):
        raise
    except Exception as error:  # decoders raise whatever they stumble over
        raise refuse("emblem", "not_an_image") from error
    with image:
        if image.width * image.height > MOST_DOTS:
            raise refuse("emblem", "too_large")
        return _drawn(image, picture)


def _drawn(image: Image, picture: bytes) -> bytes:
    from PIL import ImageOps

    try:
        image.load()
        if image.format == "PNG" and max(image.size) <= LONGEST_SIDE and _plain(image):
            return picture
        upright = ImageOps.exif_transpose(image)
        coloured = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
        coloured.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        made = BytesIO()
        coloured.save(made, "PNG")
    except MemoryError:
        raise
    except Exception as error:  # as above: a picture that breaks off is none
        raise refuse("emblem", "not_an_image") from error
    return made.getvalue()


def _plain(image: Image) -> bool:
    """A single frame, upright, in colours that every reader of a PNG shows alike."""
    one = getattr(image, "n_frames", 1) == 1
    return one and image.mode in LOOKS_LIKE and image.getexif().get(0x0112, 1) == 1

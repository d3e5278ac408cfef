"""Makes the reading copy of pictures: a PDF with a page for each frame, nothing of them lost.

Slow to import; only where a picture comes in.
"""

from __future__ import annotations

import math
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

import img2pdf
from PIL import Image, ImageFile, ImageOps

A4 = 595.28, 841.89  # points
SIDES = 9.0, 3_400.0  # points of a page that can be believed: a label, A0
BELIEVED = 100.0, 4_800.0  # dots an inch; cameras and screens write 72 or 96 without meaning it
MOST_FRAMES = 10_000
ORIENTATION = 0x0112  # Exif
TURNED = (1, 3, 6, 8)  # orientations that a PDF's page can have; the others are mirrored
FORMATS = ("JPEG", "PNG", "TIFF", "BMP", "GIF", "WEBP")
AS_THEY_ARE = ("1", "L", "P", "RGB", "I;16")
Beat = Callable[[int, int], None]


class NoPicture(Exception):
    """Nothing of the file can be shown."""


class TooManyDots(Exception):
    """A picture is larger than any paper: a trap, or a mistake."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """How many pages were made, and which of them (from 1) are damaged."""

    pages: int
    broken: tuple[int, ...]


def write_pdf(path: Path, file: BinaryIO, beat: Beat) -> Drawn:
    """Write the frames of a picture as a PDF; the same picture makes the same bytes.

    What is missing of a damaged frame stays empty. Raises `NoPicture`, `TooManyDots`, `OSError`.
    """
    with _bounded(), _opened(path) as image:
        frames = _Frames(path, image, beat)
        _convert(frames, file)
        if len(frames.broken) == frames.total and not frames.seen:
            raise NoPicture
        return Drawn(frames.total, tuple(frames.broken))


def _convert(frames: _Frames, file: BinaryIO) -> None:
    try:
        img2pdf.convert(
            [_Frame(frames, number) for number in range(frames.total)],
            outputstream=file,
            layout_fun=frames.layout,
            rotation=img2pdf.Rotation.ifvalid,
            first_frame_only=True,
            nodate=True,
            producer="Kembar",
            engine=img2pdf.Engine.internal,
        )
    except (MemoryError, OSError, TooManyDots):
        raise
    except Exception as error:  # a picture in colours that it cannot put into a PDF
        raise NoPicture from error


class _Frames:
    """The frames of one picture, made ready one after another."""

    def __init__(self, path: Path, image: Image.Image, beat: Beat) -> None:
        self._path, self._image, self._beat = path, image, beat
        self._sheet = A4
        self.total = _count(image)
        self.broken: list[int] = []
        self.seen = False  # whether anything of any frame could be read

    def layout(self, _across: int, _down: int, _dpi: object) -> tuple[float, float, float, float]:
        """The size of the page and of the picture on it, in points."""
        width, height = self._sheet
        return max(width, SIDES[0]), max(height, SIDES[0]), width, height

    def content(self, number: int) -> bytes:
        """One frame as a file of its own; what cannot be read of it stays white."""
        try:
            made = self._whole(number)
        except MemoryError:
            raise
        except Image.DecompressionBombError as error:
            raise TooManyDots from error
        except Exception:  # decoders raise whatever they stumble over
            self.broken.append(number + 1)
            made = self._remains(number)
        else:
            self.seen = True
        self._beat(number + 1, self.total)
        return made

    def _whole(self, number: int) -> bytes:
        image = self._image
        image.seek(number)
        image.load()
        if image.format in ("JPEG", "MPO") and _orientation(image) in TURNED:
            self._sheet = _sheet(image)
            return self._path.read_bytes()
        upright = ImageOps.exif_transpose(image)
        self._sheet = _sheet(upright)
        return _encoded(upright)

    def _remains(self, number: int) -> bytes:
        try:
            with _lenient(), _opened(self._path) as image:
                image.seek(number)
                image.load()
                upright = ImageOps.exif_transpose(image)
                self._sheet = _sheet(upright)
                made = _encoded(upright)
        except MemoryError:
            raise
        except Exception:  # as above
            self._sheet = A4
            return _encoded(Image.new("1", (8, 8), 1))
        self.seen = True
        return made


class _Frame:
    """A frame that is decoded only when it is asked for, so that one at a time is in memory."""

    def __init__(self, frames: _Frames, number: int) -> None:
        self._frames, self._number = frames, number

    def read(self) -> bytes:
        """The frame as a file of its own."""
        return self._frames.content(self._number)


@contextmanager
def _bounded() -> Iterator[None]:
    """Pillow warns of large scans; only what is larger than any paper is refused."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # and of what is odd in a file, which is no news here
        yield


@contextmanager
def _lenient() -> Iterator[None]:
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = False


@contextmanager
def _opened(path: Path) -> Iterator[Image.Image]:
    # From an open file: Pillow maps a named one into memory, and then mixes up the dots of a TIFF
    # that lies on its side.
    with path.open("rb") as file:
        try:
            image = Image.open(file, formats=FORMATS)
        except Image.DecompressionBombError as error:
            raise TooManyDots from error
        except MemoryError:
            raise
        except Exception as error:  # decoders raise whatever they stumble over
            raise NoPicture from error
        with image:
            yield image


def _count(image: Image.Image) -> int:
    """The pages of a TIFF; other pictures are one page. A broken chain ends with what broke it."""
    if image.format != "TIFF":
        return 1
    for number in range(1, MOST_FRAMES):
        try:
            image.seek(number)
        except EOFError:
            return number
        except MemoryError:
            raise
        except Exception:  # the page is named in the chain, but is not there
            return number + 1
    return MOST_FRAMES


def _orientation(image: Image.Image) -> int:
    return int(image.getexif().get(ORIENTATION, 1))


def _sheet(image: Image.Image) -> tuple[float, float]:
    """The size of a picture on paper, in points: as it says, else as large as A4 allows."""
    across, down = image.size
    dots = _dots(image)
    if dots is not None:
        width, height = across / dots[0] * 72, down / dots[1] * 72
        if min(width, height) >= SIDES[0] and max(width, height) <= SIDES[1]:
            return width, height
    short, long = A4
    width, height = (short, long) if down >= across else (long, short)
    scale = min(width / across, height / down)
    return across * scale, down * scale


def _dots(image: Image.Image) -> tuple[float, float] | None:
    """The dots an inch a picture gives, where they can be believed."""
    given: Any = image.info.get("dpi")
    try:
        across, down = (float(each) for each in given)
    except (TypeError, ValueError, ZeroDivisionError, OverflowError):
        return None
    low, high = BELIEVED
    known = math.isfinite(across + down) and low <= max(across, down) <= high
    return (across, down) if known and min(across, down) * 4 >= low else None


def _encoded(image: Image.Image) -> bytes:
    """A picture as a file that goes into a PDF as it is."""
    made = BytesIO()
    plain = _plain(image)
    if plain.mode != image.mode:
        plain.info.pop("icc_profile", None)  # it tells of other colours
    if plain.mode == "1":
        plain.save(made, "TIFF", compression="group4")
    elif plain.mode == "CMYK":
        plain.save(made, "TIFF")
    else:
        plain.save(made, "PNG")
    return made.getvalue()


def _plain(image: Image.Image) -> Image.Image:
    """The same picture without transparency, on white, in a mode that a PDF knows."""
    if image.has_transparency_data:
        coloured = image.convert("RGBA")
        white = Image.new("RGB", image.size, "white")
        white.paste(coloured, mask=coloured.getchannel("A"))
        return white
    if image.mode in AS_THEY_ARE or image.mode == "CMYK":
        return image
    if image.mode.startswith("I;16"):
        return image.convert("I").convert("I;16")
    return _greys(image) if image.mode in ("I", "F") else image.convert("RGB")


def _greys(image: Image.Image) -> Image.Image:
    """Measured values as greys, from the darkest to the lightest there is."""
    low, high = (float(each) for each in image.getextrema())  # type: ignore[arg-type]
    scale = 255 / (high - low) if high > low else 0.0
    return image.point(lambda value: value * scale - low * scale).convert("L")

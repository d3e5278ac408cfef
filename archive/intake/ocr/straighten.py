"""Pictures turned and straightened, and the way back from their pixels to the page's points."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from archive.intake.ocr.pictures import WHITE, Picture

MEASURED = 900  # pixels of the longer side, when the lines' slope is measured
STEEPEST = 12.0  # degrees
COARSE, FINE = 0.5, 0.1  # degrees between two tries
STRAIGHT = 0.3  # degrees that are left as they are: Tesseract follows lines that slope a little
SURE = 1.15, 0.5  # times sharper that the lines must become, and more for each degree
LEAST_INK = 200  # dark pixels, below which nothing can be measured
BUSY = 0.3  # share of dark pixels above which the page is a photograph
TURNS = {
    90: Image.Transpose.ROTATE_270,
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_90,
}

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Way:
    """Where a picture's pixels lie on the page: x' = a·x + c·y + e, y' = b·x + d·y + f."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    @classmethod
    def of(cls, picture: Picture) -> Self:
        """From a picture as it was drawn to points from the page's upper left corner."""
        width, height = picture.image.size
        return cls(picture.points[0] / width, 0.0, 0.0, picture.points[1] / height, 0.0, 0.0)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the picture lies on the page."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def box(self, left: float, top: float, right: float, bottom: float) -> Box:
        """The upright box on the page around a box of the picture."""
        corners = [self.point(x, y) for x in (left, right) for y in (top, bottom)]
        across, down = [x for x, _ in corners], [y for _, y in corners]
        return min(across), min(down), max(across), max(down)

    def after(self, first: Way) -> Way:
        """The way that goes `first`, then this one."""
        e, f = self.point(first.e, first.f)
        return Way(
            self.a * first.a + self.c * first.b,
            self.b * first.a + self.d * first.b,
            self.a * first.c + self.c * first.d,
            self.b * first.c + self.d * first.d,
            e,
            f,
        )


@dataclass(frozen=True, slots=True)
class Laid:
    """A picture as it is read, and the way from its pixels to the page's points."""

    image: Image.Image
    way: Way

    @classmethod
    def of(cls, picture: Picture) -> Self:
        """A picture as it was drawn."""
        return cls(picture.image, Way.of(picture))

    def turned(self, quarter: int) -> Laid:
        """Turned clockwise by 0, 90, 180 or 270 degrees."""
        if quarter % 360 == 0:
            return self
        image = self.image.transpose(TURNS[quarter % 360])
        return Laid(image, self.way.after(_back(self.image, image, quarter)))

    def straightened(self, skew: float) -> Laid:
        """Turned back by `skew` degrees (clockwise positive), the corners filled with white."""
        if abs(skew) < STRAIGHT:
            return self
        image = self.image.rotate(skew, Image.Resampling.BICUBIC, expand=True, fillcolor=WHITE)
        return Laid(image, self.way.after(_back(self.image, image, -skew)))


def _back(before: Image.Image, after: Image.Image, clockwise: float) -> Way:
    """The way from a turned picture back, both turning about their middles."""
    angle = math.radians(clockwise)
    cosine, sine = math.cos(angle), math.sin(angle)
    x, y = after.width / 2, after.height / 2
    e = before.width / 2 - cosine * x - sine * y
    f = before.height / 2 + sine * x - cosine * y
    return Way(cosine, -sine, sine, cosine, e, f)


def skew(image: Image.Image) -> float:
    """How many degrees the lines slope (clockwise positive), 0 where nothing can be said.

    Lines of text make the sums of dark pixels along them differ most when they are straight; text
    on its side does the same across.
    """
    across, down = _ink(image)
    if len(across) < LEAST_INK:
        return 0.0
    sharper, slope = max(_along(across, down), _along(-down, across))
    return slope if sharper >= SURE[0] + SURE[1] * abs(slope) else 0.0


def _along(across: NDArray[np.float64], down: NDArray[np.float64]) -> tuple[float, float]:
    """How much sharper the lines become, and at which slope."""
    flat = _sharpness(across, down, 0.0)
    steps = np.arange(-STEEPEST, STEEPEST + COARSE, COARSE)
    coarse = max((_sharpness(across, down, float(step)), float(step)) for step in steps)[1]
    steps = np.arange(coarse - COARSE, coarse + COARSE + FINE, FINE)
    best = max((_sharpness(across, down, float(step)), float(step)) for step in steps)
    return best[0] / flat, best[1]


def _sharpness(across: NDArray[np.float64], down: NDArray[np.float64], slope: float) -> float:
    angle = math.radians(slope)
    rows = down * math.cos(angle) - across * math.sin(angle)
    sums = np.bincount((rows - rows.min()).astype(np.intp))
    steps = np.diff(sums.astype(np.float64))
    return float((steps * steps).sum()) + 1.0


def _ink(image: Image.Image) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Where the dark pixels of a smaller picture are; none on a page that is mostly dark."""
    factor = max(1, math.ceil(max(image.size) / MEASURED))
    grey = np.asarray(image.reduce(factor), dtype=np.int16)
    paper = np.percentile(grey, 90)
    down, across = np.nonzero(grey < paper - 60)
    if len(down) > BUSY * grey.size:
        return np.zeros(0), np.zeros(0)
    return across.astype(np.float64), down.astype(np.float64)

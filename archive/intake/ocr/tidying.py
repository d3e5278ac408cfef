"""Stamps, signatures and shadows taken from a picture, and whether a page has such a need."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from archive.intake.ocr.page_reading import Word
from archive.intake.ocr.pictures import WHITE, Picture

INK = 60  # levels darker than the paper
SMALL = 1000  # pixels of the longer side, when ink is compared with words
BLURRED = 8  # times smaller that a picture is made to see its paper only
DARKEST = 1.5  # percent of a page that is surely ink
KEPT = 0.55  # lightness, paper being 1, up to which something is taken for print


def unread(picture: Picture, words: Iterable[Word]) -> float:
    """The share (0–1) of a page's ink that stands in none of its words.

    What runs across lines – a stamp, a signature – makes Tesseract take them for one drawing, and
    leave them out without a word.
    """
    factor = max(1, math.ceil(max(picture.image.size) / SMALL))
    grey = np.asarray(picture.image.reduce(factor), dtype=np.int16)
    ink = grey < np.percentile(grey, 90) - INK
    total = int(ink.sum())
    across, down = ink.shape[1] / picture.points[0], ink.shape[0] / picture.points[1]
    for word in words:
        left, top, right, bottom = word.box
        ink[_part(top, bottom, down), _part(left, right, across)] = False
    return int(ink.sum()) / total if total else 0.0


def print_only(image: Image.Image) -> Image.Image:
    """What is as dark as print, on even paper: stamps, pencil and shadows fade."""
    values = np.asarray(image, dtype=np.float32) / np.maximum(_paper(image), 1)
    darkest = min(float(np.percentile(values[::3, ::3], DARKEST)), KEPT - 0.05)
    levels = (values - darkest) * (WHITE / (KEPT - darkest))
    return Image.fromarray(levels.clip(0, WHITE).astype(np.uint8))


def _part(start: float, end: float, scale: float) -> slice:
    return slice(max(0, math.floor(start * scale)), max(0, math.ceil(end * scale)))


def _paper(image: Image.Image) -> NDArray[np.float32]:
    """How light the paper is at each place."""
    small = image.reduce(BLURRED).filter(ImageFilter.MaxFilter(7))
    smooth = small.filter(ImageFilter.GaussianBlur(6))
    return np.asarray(smooth.resize(image.size, Image.Resampling.BILINEAR), dtype=np.float32)

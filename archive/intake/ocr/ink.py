"""How much of a page is ink, and how much of that stands in no word that was read."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np
from PIL import Image

from archive.intake.ocr.page_reading import Word
from archive.intake.ocr.pictures import Picture

DARK, FAINT = 60, 25  # levels darker than the paper: print, and the palest of old copies
SMALL = 1000  # pixels of the longer side, when ink is compared with words
CLEAN, SPECKED = 0.00003, 0.0003  # shares of a page that is empty, and that holds but dirt
EDGE = 0.04  # part of each side where scanners leave shadows


def blank(image: Image.Image) -> bool:
    """Whether nothing but paper is to be seen, not even pale ink."""
    return _darker(image, FAINT) < CLEAN


def only_dirt(image: Image.Image) -> bool:
    """Whether a page on which no word was read holds nothing but specks and a scanner's edges."""
    across, down = round(image.width * EDGE), round(image.height * EDGE)
    inside = image.crop((across, down, image.width - across, image.height - down))
    return _darker(inside, DARK) < SPECKED


def unread(picture: Picture, words: Iterable[Word]) -> float:
    """The share (0–1) of a page's ink that stands in none of its words.

    What runs across lines – a stamp, a signature – makes Tesseract take them for one drawing, and
    leave them out without a word.
    """
    factor = max(1, math.ceil(max(picture.image.size) / SMALL))
    grey = np.asarray(picture.image.reduce(factor), dtype=np.int16)
    ink = grey < np.percentile(grey, 90) - DARK
    total = int(ink.sum())
    across, down = ink.shape[1] / picture.points[0], ink.shape[0] / picture.points[1]
    for word in words:
        left, top, right, bottom = word.box
        ink[_part(top, bottom, down), _part(left, right, across)] = False
    return int(ink.sum()) / total if total else 0.0


def _darker(image: Image.Image, levels: int) -> float:
    grey = np.asarray(image)
    if grey.size == 0:
        return 0.0
    paper = int(np.percentile(grey[::7, ::5], 90))
    return int((grey < paper - levels).sum()) / grey.size


def _part(start: float, end: float, scale: float) -> slice:
    return slice(max(0, math.floor(start * scale)), max(0, math.ceil(end * scale)))

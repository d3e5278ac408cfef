"""Stamps, pencil and shadows taken from a picture, so that the print beneath can be read."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from archive.intake.ocr.pictures import WHITE

BLURRED = 8  # times smaller that a picture is made to see its paper only
DARKEST = 1.5  # percent of a page that is surely ink
KEPT = 0.55  # lightness, paper being 1, up to which something is taken for print


def print_only(image: Image.Image) -> Image.Image:
    """What is as dark as print, on even paper: stamps, pencil and shadows fade."""
    values = np.asarray(image, dtype=np.float32) / np.maximum(_paper(image), 1)
    darkest = min(float(np.percentile(values[::3, ::3], DARKEST)), KEPT - 0.05)
    levels = (values - darkest) * (WHITE / (KEPT - darkest))
    return Image.fromarray(levels.clip(0, WHITE).astype(np.uint8))


def _paper(image: Image.Image) -> NDArray[np.float32]:
    """How light the paper is at each place."""
    small = image.reduce(BLURRED).filter(ImageFilter.MaxFilter(7))
    smooth = small.filter(ImageFilter.GaussianBlur(6))
    return np.asarray(smooth.resize(image.size, Image.Resampling.BILINEAR), dtype=np.float32)

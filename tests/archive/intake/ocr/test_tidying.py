"""Stamps and shadows are taken away, the print stays."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from archive.intake.ocr.tidying import print_only
from tests import papers


def test_stamps_and_shadows_fade_and_print_stays() -> None:
    page = papers.picture("Nota Kesepahaman", 600, 400)
    shadow = np.linspace(1.0, 0.6, 600)[None, :]
    stamped = page.copy()
    ImageDraw.Draw(stamped).ellipse((300, 200, 420, 320), outline=160, width=8)
    dirty = Image.fromarray((np.asarray(stamped) * shadow).astype(np.uint8))
    tidy = np.asarray(print_only(dirty))
    assert tidy[205:315, 302:418].min() > 200
    print_before = np.asarray(page) < 60
    assert (tidy[print_before] < 128).mean() > 0.95
    assert (tidy[~print_before] > 128).mean() > 0.95


@pytest.mark.parametrize("level", [0, 128, 255])
def test_an_even_picture_stays_one(level: int) -> None:
    tidy = np.asarray(print_only(Image.new("L", (90, 60), level)))
    assert tidy.shape == (60, 90) and tidy.min() == tidy.max()

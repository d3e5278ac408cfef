"""Ink that no word holds is noticed, and stamps and shadows are taken away without the print."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from archive.intake.ocr.page_reading import Word
from archive.intake.ocr.pictures import Picture
from archive.intake.ocr.tidying import print_only, unread
from tests import papers


def _word(*box: float) -> Word:
    return Word("kota", 0, 4, 0.9, (box[0], box[1], box[2], box[3]), 0)


def test_ink_outside_of_words_is_measured() -> None:
    image = Image.new("L", (400, 200), 250)
    draw = ImageDraw.Draw(image)
    draw.rectangle((20, 20, 119, 39), fill=0)
    draw.rectangle((220, 120, 319, 139), fill=0)
    picture = Picture(image, (200.0, 100.0))
    first, second = _word(10, 10, 60, 20), _word(110, 60, 160, 70)
    assert unread(picture, []) == 1
    assert unread(picture, [first]) == pytest.approx(0.5, abs=0.02)
    assert unread(picture, [first, second]) == 0
    assert unread(picture, [_word(-50, -50, 500, 500)]) == 0
    assert unread(Picture(Image.new("L", (9, 9), 255), (9, 9)), []) == 0


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

"""Ink on a page: none, pale, dirt, a shadow at the edge, and what no word holds."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from archive.intake.ocr.ink import blank, only_dirt, unread
from archive.intake.ocr.page_reading import Word
from archive.intake.ocr.pictures import Picture
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


def test_an_empty_page_is_blank_and_one_short_word_is_not() -> None:
    specks = Image.new("L", (1240, 1754), 250)
    specks.putpixel((300, 300), 0)
    for empty in (specks, Image.new("L", (400, 300), 20), Image.new("L", (1, 1), 255)):
        assert blank(empty)
    assert not blank(papers.picture("ya", 1240, 1754))


def test_pale_ink_is_not_overlooked() -> None:
    pale = papers.picture("ya", 1240, 1754).point(lambda level: 210 if level < 128 else 250)
    assert not blank(pale)


def test_a_scanned_empty_back_holds_only_dirt() -> None:
    dice = np.random.default_rng(5)
    back = (245 + dice.normal(0, 9, (900, 640))).clip(0, 255).astype(np.uint8)
    back[:, :20] = 15  # the scanner's shadow
    back[400, 300:310] = 0
    image = Image.fromarray(back)
    assert not blank(image) and only_dirt(image)
    ImageDraw.Draw(image).line([(100, 500), (500, 450)], fill=40, width=3)
    assert not only_dirt(image)

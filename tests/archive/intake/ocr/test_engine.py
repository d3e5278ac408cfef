"""Real pictures read by Tesseract: straight, leaning, upside down, empty, dirty, slow."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from archive.intake.ocr import pictures
from archive.intake.ocr.engine import (
    Engine,
    EngineMissing,
    LanguagesMissing,
    available,
    named,
)
from archive.intake.ocr.page_reading import Legibility, PageReading
from archive.intake.ocr.pictures import Picture
from tests import papers

TEXT = """Pada hari ini kedua pihak sepakat bekerja sama
dalam bidang pemuda dan olahraga

Festival seni diadakan pada bulan September 2018"""
BIG = ImageFont.load_default(30)


def _picture(image: Image.Image) -> Picture:
    return Picture(image, (image.width * 72 / 150, image.height * 72 / 150))


@pytest.fixture(scope="module")
def page() -> Image.Image:
    """A few lines at 150 dpi."""
    return papers.picture(TEXT, 900, 360)


def _on_ink(reading: PageReading, page: Image.Image, word: str) -> bool:
    """Whether a word's box on the upright page holds ink and lies where the word was drawn."""
    box = next(found.box for found in reading.words if found.text == word)
    line = next(line for line in TEXT.split("\n") if word in line)
    draw = ImageDraw.Draw(page)
    left = 110 + draw.textlength(line[: line.index(word)], BIG)
    right = left + draw.textlength(word, BIG)
    found = [side * 150 / 72 for side in box]
    return abs(found[0] - left) < 12 and abs(found[2] - right) < 12 and found[3] - found[1] < 60


def test_a_page_is_read_with_its_words_places(engine: Engine, page: Image.Image) -> None:
    reading = engine.read(_picture(page))
    assert reading.legibility is Legibility.READ and reading.confidence > 0.85
    assert reading.text == TEXT
    assert all(reading.text[word.start : word.end] == word.text for word in reading.words)
    assert _on_ink(reading, page, "olahraga") and _on_ink(reading, page, "Pada")
    assert [word.line for word in reading.words if word.text in ("Pada", "dalam", "2018")] == [
        0,
        1,
        2,
    ]


def test_a_leaning_page_is_straightened_and_its_boxes_lie_on_it(
    engine: Engine, page: Image.Image
) -> None:
    leaning = page.rotate(-4, Image.Resampling.BICUBIC, expand=False, fillcolor=255)
    reading = engine.read(_picture(leaning))
    assert reading.text.split() == TEXT.split()
    assert reading.skew == pytest.approx(4, abs=0.3)
    ink = leaning.point(lambda level: 255 * (level < 128))
    for word in reading.words:
        left, top, right, bottom = (side * 150 / 72 for side in word.box)
        assert ink.crop((int(left), int(top), int(right) + 1, int(bottom) + 1)).getbbox()
        assert bottom - top < 30 + (right - left) / 8


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_lying_another_way_up_is_turned(
    engine: Engine, page: Image.Image, turn: int
) -> None:
    reading = engine.read(_picture(page.rotate(-turn, expand=True)))
    assert reading.text.split() == TEXT.split() and reading.orientation == turn
    (left, top, _, _), (_, _, right, bottom) = reading.words[0].box, reading.words[-1].box
    assert (left < right, top < bottom) == (turn == 270, turn == 90)


def test_lines_under_a_stamp_and_a_signature_are_read(engine: Engine) -> None:
    page = papers.picture("\n".join([TEXT] * 3), 900, 720)
    draw = ImageDraw.Draw(page, "L")
    under = page.copy()
    for ring in (0, 30):
        draw.ellipse((250 + ring, 90 + ring, 650 - ring, 490 - ring), outline=150, width=6)
    draw.line([(120, 480), (300, 120), (420, 470), (600, 110), (800, 460)], fill=120, width=4)
    stamped = Image.fromarray(np.minimum(np.asarray(page), np.asarray(under)))
    words = engine.read(_picture(stamped)).text.split()
    known = 3 * TEXT.split()
    assert len(known) - sum((Counter(known) & Counter(words)).values()) <= 3


def test_an_empty_page_is_blank(engine: Engine) -> None:
    white = Image.new("L", (400, 500), 250)
    noisy = Image.fromarray(
        np.random.default_rng(1).normal(240, 8, (500, 400)).clip(0, 255).astype(np.uint8)
    )
    for image in (white, noisy):
        assert engine.read(_picture(image)) == PageReading(Legibility.BLANK)


def test_pale_print_is_read(engine: Engine) -> None:
    pale = papers.picture("Nota Kesepahaman", 600, 300)
    pale = pale.point([215 if level < 128 else 248 for level in range(256)])
    assert engine.read(_picture(pale)).text == "Nota Kesepahaman"


def test_noise_is_unreadable(engine: Engine) -> None:
    noise = Image.effect_noise((500, 400), 150)
    assert engine.read(_picture(noise)).legibility is Legibility.UNREADABLE


def test_a_page_that_takes_too_long_is_given_up(page: Image.Image) -> None:
    with Engine(seconds=0.001) as hasty:
        assert hasty.read(_picture(page)).legibility is Legibility.TOO_SLOW
        assert hasty.read(_picture(page)).text == ""


def test_a_scan_is_read_from_its_pdf(engine: Engine, tmp_path: Path) -> None:
    picture = pictures.of_pdf(papers.image_pdf(tmp_path / "scan.pdf", ["Nota Kesepahaman"]), 1)
    reading = engine.read(picture)
    assert reading.text == "Nota Kesepahaman"
    left, top, right, bottom = reading.words[0].box
    assert 40 < left < right < 595 and 50 < top < bottom < 100


def test_engine_and_languages_are_named(engine: Engine) -> None:
    assert engine.name == named(("ind", "eng")) != named(("eng",))
    assert "tesseract" in engine.name and "ind+eng" in engine.name


def test_no_language_at_all_is_said(tmp_path: Path) -> None:
    with pytest.raises(LanguagesMissing) as missing:
        Engine(("jpn",), places=[tmp_path])
    assert missing.value.missing == ("jpn",)


def test_a_computer_without_tesseract_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tesserocr", None)
    assert not available()
    with pytest.raises(EngineMissing):
        Engine()

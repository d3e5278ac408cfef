"""Slopes are measured, pictures turned and straightened, and every pixel finds its way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from archive.intake.ocr.pictures import Picture
from archive.intake.ocr.straighten import Laid, skew
from tests import papers

PAGE = papers.picture(papers.MOU + "\n\n" + papers.REPORT, 1240, 700)


@pytest.mark.parametrize("slope", [-9.0, -3.0, -0.8, 0.0, 1.5, 6.0])
def test_the_slope_of_lines_is_found(slope: float) -> None:
    leaning = PAGE.rotate(-slope, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    on_its_side = leaning.transpose(Image.Transpose.ROTATE_90)
    assert skew(leaning) == pytest.approx(slope, abs=0.3)
    assert skew(on_its_side) == pytest.approx(slope, abs=0.3)


def test_where_there_are_no_lines_nothing_leans() -> None:
    dots = Image.effect_noise((600, 400), 120)
    photograph = Image.radial_gradient("L").resize((600, 400))
    for image in (Image.new("L", (600, 400), 255), Image.new("L", (9, 9), 0), dots, photograph):
        assert abs(skew(image)) <= 0.3


@given(
    st.sampled_from([0, 90, 180, 270]),
    st.floats(-10, 10),
    st.tuples(st.integers(20, 280), st.integers(20, 180)),
)
def test_a_dot_is_found_again_where_it_stands(
    turn: int, slope: float, place: tuple[int, int]
) -> None:
    image = Image.new("L", (300, 200), 255)
    x, y = place
    ImageDraw.Draw(image).ellipse((x - 3, y - 3, x + 3, y + 3), fill=0)
    laid = Laid.of(Picture(image, (150.0, 100.0))).straightened(slope).turned(turn)
    box = laid.image.point(lambda level: 255 * (level < 128)).getbbox()
    assert box is not None
    left, top, right, bottom = laid.way.box(*box)
    assert (left + right) / 2 == pytest.approx(x / 2 + 0.25, abs=0.8)
    assert (top + bottom) / 2 == pytest.approx(y / 2 + 0.25, abs=0.8)
    assert right - left < 7 and bottom - top < 7

"""Charts: figures as text that never touch, gap years to be seen, series told apart in grey."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.reports.drawing.bars import HIGH, Series, bars, columns
from archive.reports.drawing.plate import Area
from archive.reports.style import LANDSCAPE, Style
from archive.reports.words import Words
from resources.translations import translator
from tests.archive.reports.drawings import beyond, overlapping, plates, printed, said

WORDS = Words("id", translator("id"))
STYLE = Style()
YEARS = range(1988, 2027)


def test_figures_stand_as_text() -> None:
    story = columns(STYLE, WORDS, range(2017, 2020), [Series("Peserta", {2017: 12, 2019: 1340})])
    assert printed(story).flow.split() == ["12", "–", "1.340", "2017", "2018", "2019"] or {
        "12", "–", "1.340", "2017", "2018", "2019",
    } == set(said(story))  # fmt: skip


def test_a_year_without_a_value_is_a_gap_and_none_is_nought() -> None:
    story = columns(STYLE, WORDS, range(2017, 2020), [Series("x", {2017: 0, 2018: 3})])
    [plate] = plates(story)
    assert sum(isinstance(mark, Area) for mark in plate.marks) == 1
    assert {"0", "3", "–"} <= set(said(story))
    assert plate.alt == "x: 2017 0, 2018 3"


def test_heights_follow_the_figures() -> None:
    [plate] = plates(columns(STYLE, WORDS, [2017, 2018], [Series("x", {2017: 10, 2018: 5})]))
    heights = [mark.height for mark in plate.marks if isinstance(mark, Area)]
    assert heights == [HIGH, HIGH / 2]


def test_two_series_are_told_apart_without_colour() -> None:
    series = [Series("Jakarta", {2017: 4}), Series("Tokyo", {2017: 4})]
    story = columns(STYLE, WORDS, [2017], series)
    one, other = (mark for mark in list(plates(story))[1].marks if isinstance(mark, Area))
    assert not one.hatch and other.hatch
    assert {"Jakarta", "Tokyo"} <= set(said(story))


def test_large_figures_go_on_below_at_the_same_scale() -> None:
    series = [Series(name, dict.fromkeys(YEARS, 1_234_567)) for name in ("a", "b")]
    story = columns(STYLE, WORDS, YEARS, series)
    strips = [plate for plate in plates(story) if plate.alt and "2" in plate.alt]
    assert len(strips) > 3
    assert {mark.height for plate in strips for mark in plate.marks if isinstance(mark, Area)} >= {
        HIGH
    }
    assert not any(overlapping(plate) or beyond(plate) for plate in strips)


def test_forty_years_fit_in_one_strip() -> None:
    story = columns(STYLE, WORDS, YEARS, [Series("x", dict.fromkeys(YEARS, 12))])
    assert len(story) == 1
    assert not any(overlapping(plate) or beyond(plate) for plate in plates(story))
    assert len(columns(Style(sheet=LANDSCAPE), WORDS, YEARS, [Series("x", {1988: 1})])) == 1


def test_without_values_there_is_no_chart() -> None:
    assert columns(STYLE, WORDS, YEARS, [Series("x", {})]) == []
    assert columns(STYLE, WORDS, [], [Series("x", {2017: 1})]) == []
    assert bars(STYLE, WORDS, []) == []


def test_a_third_series_is_refused() -> None:
    with pytest.raises(ValueError, match="3 series"):
        columns(STYLE, WORDS, YEARS, [Series("x", {1988: 1})] * 3)


def test_categories_print_whole_and_go_on_overleaf() -> None:
    counted = [(f"Bidang {at} 文化 문화", at) for at in range(80)]
    read = printed(bars(STYLE, WORDS, counted))
    assert len(read.pages) > 1
    assert all(f"Bidang {at} " in read.flow for at in range(80))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(1000, 2999), min_size=1, max_size=60, unique=True).map(sorted),
    st.lists(st.integers(0, 10**12), min_size=1, max_size=60),
    st.integers(1, 2),
    st.floats(120, 900),
)
def test_no_figures_touch(years: list[int], values: list[int], count: int, width: float) -> None:
    series = [Series("x", dict(zip(years, values, strict=False)))] * count
    for plate in plates(columns(STYLE, WORDS, years, series, width)):
        assert not overlapping(plate)

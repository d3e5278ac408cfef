"""The timeline in print: bars that tell how they end, dots that never cover one another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.catalogue.lanes import End, Timeline
from archive.catalogue.lanes import timeline as reckoned
from archive.records import Activity, Dossier, Pause, Validity
from archive.reports.drawing.axis import Axis, even_parts
from archive.reports.drawing.lane_marks import counts
from archive.reports.drawing.plate import Area, Shape
from archive.reports.drawing.timeline import timeline
from archive.reports.style import LANDSCAPE, Style
from archive.reports.words import Words
from resources.translations import translator
from tests.archive.reports.dossiers import Made, partnership
from tests.archive.reports.drawings import beyond, overlapping, plates, printed, said

WORDS = Words("en", translator("en"))
STYLE = Style()
TODAY = date(2026, 11, 21)


def of_ends() -> Dossier:
    """An agreement of each kind of end, and two programs."""
    made = Made()
    made.agreement("Endless", signed="1989-10-23", validity=Validity.INDEFINITE)
    made.agreement("Ended", signed="1994~", validity=Validity.DATE, ends="1998-12-31")
    made.agreement("Running", signed="2019", validity=Validity.DATE, ends="2029-07-01")
    made.agreement("Unknown", signed="2012")
    made.program("都市間の協力", starts="1990", ends="1996")
    made.program("서울 문화 교류", starts="2002")
    return made.dossier()


def with_activities(count: int, years: tuple[int, ...] = (2017, 2018, 2019)) -> Dossier:
    """One program with so many activities over these years, every fifth not held."""
    made = Made(partnership(since=None))
    program = made.program("Youth exchange")
    activities = tuple(
        Activity(
            at,
            str(at),
            program,
            years[at % len(years)],
            "x",
            status="cancelled" * (at % 5 == 0) or "held",
        )
        for at in range(count)
    )
    return replace(made.dossier(), activities=activities)


def test_each_agreement_says_when_it_held() -> None:
    read = printed(timeline(STYLE, WORDS, reckoned(of_ends(), TODAY)))
    for told in ("1989 – indefinite", "±1994–1998", "2019–2029", "2012 – ?", "1990–1996"):
        assert told in read.flow
    assert "都市間の協力" in read.flow.replace(" ", "") or "[?]" in read.flow
    assert "agreement without an end" in read.flow
    assert "pause" not in read.flow


def test_bars_differ_without_colour() -> None:
    lanes = {lane.name: lane for lane in reckoned(of_ends(), TODAY).lanes}
    ends = {name: lane.end for name, lane in lanes.items()}
    assert ends["Endless"] is End.NEVER and ends["Ended"] is End.PAST
    assert ends["Running"] is End.AHEAD and ends["Unknown"] is End.UNKNOWN
    looks = {}
    for plate in plates(timeline(STYLE, WORDS, reckoned(of_ends(), TODAY))):
        name = plate.alt.split(":")[0]
        if name and name in ends:
            areas = [mark for mark in plate.marks if isinstance(mark, Area)]
            arrows = sum(isinstance(mark, Shape) for mark in plate.marks)
            looks[name] = [(area.hatch, area.dash) for area in areas][:1], arrows
    agreed = [looks[name] for name in ("Endless", "Ended", "Running", "Unknown")]
    assert len(set(map(repr, agreed))) == 4


def test_pauses_lie_under_all_lanes_and_are_named() -> None:
    made = of_ends()
    slept = replace(made.partnership, pauses=(Pause("2003", "2005", ""),))
    story = timeline(STYLE, WORDS, reckoned(replace(made, partnership=slept), TODAY))
    assert "pause" in said(story)


def test_five_hundred_activities_are_counted_not_heaped() -> None:
    found = reckoned(with_activities(500), TODAY)
    lane = next(lane for lane in found.lanes if lane.marks)
    assert sum(counts(lane, Axis(found.first, found.last, 300)).values()) == 500
    story = timeline(STYLE, WORDS, found)
    assert "400 activities" in printed(story).flow
    assert not any(overlapping(plate) for plate in plates(story))


@pytest.mark.parametrize("years", [(2017, 2018, 2019), (1988, 2026), (1808, 2026), (2018,)])
def test_any_span_has_years_that_do_not_touch(years: tuple[int, ...]) -> None:
    for style in (STYLE, Style(sheet=LANDSCAPE)):
        story = timeline(style, WORDS, reckoned(with_activities(9, years), TODAY))
        for plate in plates(story):
            assert not overlapping(plate) and not beyond(plate)


def test_short_spans_name_every_year() -> None:
    story = timeline(STYLE, WORDS, reckoned(with_activities(9), TODAY))
    assert {"2017", "2018", "2019"} <= set(said(story))


def test_many_lanes_go_on_overleaf_under_the_same_years() -> None:
    made = Made()
    for at in range(90):
        made.program(f"Program {at}", starts=str(1990 + at % 30), ends="2024")
    read = printed(timeline(STYLE, WORDS, reckoned(made.dossier(), TODAY)))
    assert len(read.pages) > 3
    assert all("2000" in page for page in read.pages)
    assert all(f"Program {at}" in read.flow for at in range(90))


def test_long_names_are_cut_and_say_so() -> None:
    made = Made()
    made.program("kata " * 2000, starts="2018")
    story = timeline(STYLE, WORDS, reckoned(made.dossier(), TODAY))
    assert any(words.endswith("…") for words in said(story))
    assert len(printed(story).pages) == 1


def test_nothing_to_show_is_nothing() -> None:
    empty = Made(partnership(since=None)).dossier()
    assert timeline(STYLE, WORDS, reckoned(empty, TODAY)) == []
    assert timeline(STYLE, WORDS, Timeline(2020, 2020, (), ())) == []


def test_what_names_no_year_says_so() -> None:
    made = Made(partnership(since=None))
    made.program("Youth exchange")
    assert "no years known" in said(timeline(STYLE, WORDS, reckoned(made.dossier(), TODAY)))


NAMES = st.text(max_size=40)
YEARS = (
    st.none() | st.integers(1000, 2200).map(str) | st.sampled_from(["2018~", "201X", "2018-02?"])
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(NAMES, YEARS, YEARS), min_size=1, max_size=8))
def test_odd_programs_print(programs: list[tuple[str, str | None, str | None]]) -> None:
    made = Made()
    for name, starts, ends in programs:
        made.program(name, starts=starts, ends=ends)
    story = timeline(STYLE, WORDS, reckoned(made.dossier(), TODAY))
    for plate in plates(story):
        assert not overlapping(plate) and not beyond(plate)
    assert printed(story).pages


@given(st.lists(st.integers(), max_size=200), st.integers(-3, 50))
def test_parts_are_even_and_whole(items: list[int], most: int) -> None:
    parts = [list(part) for part in even_parts(items, most)]
    assert [item for part in parts for item in part] == items
    assert all(len(part) <= max(1, most) for part in parts)
    assert not parts or max(map(len, parts)) - min(map(len, parts)) <= 1

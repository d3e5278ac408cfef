"""Chains of agreements and steps of a mechanism: all is told as text, and breaks well."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from archive.reports.drawing.chain import Box, chain
from archive.reports.drawing.plate import Area, Ring, Shape
from archive.reports.drawing.steps import Step, steps
from archive.reports.lines import Run
from archive.reports.style import CITATION, LANDSCAPE, Style
from archive.reports.words import Words
from resources.translations import translator
from tests.archive.reports.drawings import beyond, overlapping, plates, printed, said

WORDS = Words("en", translator("en"))
STYLE = Style()


def test_neighbours_are_joined_and_every_relation_is_named() -> None:
    boxes = [
        Box("First", ("1989",)),
        Box("Second", ("1994",), (("renews", 0),), over=True),
        Box("Third", ("2005",), (("supersedes", 0),)),
    ]
    [row] = plates(chain(STYLE, WORDS, boxes))
    assert sum(isinstance(mark, Shape) for mark in row.marks) == 1
    told = said([row])
    assert "renews" in told and "renews no. 1" in told and "supersedes no. 1" in told
    frames = [mark.weight for mark in row.marks if isinstance(mark, Area)]
    assert frames[0] == frames[2] > frames[1]


def test_a_long_chain_goes_on_in_rows_and_over_pages() -> None:
    boxes = [Box(f"Paper {at}", (), (("amends", at - 1),) if at else ()) for at in range(60)]
    upright, across = chain(STYLE, WORDS, boxes), chain(Style(sheet=LANDSCAPE), WORDS, boxes)
    assert len(upright) > len(across)
    read = printed(upright)
    assert len(read.pages) > 1
    assert all(
        f"Paper {at}" in read.flow and f"amends no. {at}" in read.flow for at in range(1, 60)
    )


def test_no_agreement_is_no_chain() -> None:
    assert chain(STYLE, WORDS, []) == []


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.text(max_size=300), st.lists(st.text(max_size=60), max_size=3)),
        min_size=1,
        max_size=7,
    ),
    st.floats(100, 900),
)
def test_odd_papers_stay_in_their_boxes(papers: list[tuple[str, list[str]]], width: float) -> None:
    boxes = [
        Box(title, tuple(facts), (("implements", at - 1),) if at else ())
        for at, (title, facts) in enumerate(papers)
    ]
    for plate in plates(chain(STYLE, WORDS, boxes, width)):
        assert not overlapping(plate) and not beyond(plate)


def test_steps_are_numbered_in_order() -> None:
    told = [Step("Proposal", "January", "The agency proposes."), Step("署名 서명"), Step("Report")]
    read = printed(steps(STYLE, told))
    assert read.flow.index("Proposal") < read.flow.index("Report")
    assert "January" in read.flow and "The agency proposes." in read.flow
    rings = [step._ring for step in steps(STYLE, told)]  # type: ignore[attr-defined]
    assert said(rings) == ["1", "2", "3"]
    assert all(isinstance(ring.marks[0], Ring) for ring in rings)


def test_a_step_longer_than_a_page_goes_on_without_another_ring() -> None:
    told = [Step("Long", "", "kata " * 4000), Step("Last", runs=(Run("[1, p. 3]", CITATION),))]
    read = printed(steps(STYLE, told))
    assert len(read.pages) > 3
    assert read.flow.count("kata") == 4000
    assert read.flow.endswith("[1, p. 3]")


def test_a_hundred_steps_print() -> None:
    read = printed(steps(STYLE, [Step(f"Step {at}.") for at in range(1, 101)]))
    assert all(f"Step {at}." in read.flow for at in range(1, 101))
    assert steps(STYLE, []) == []

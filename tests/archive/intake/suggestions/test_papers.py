"""The made-up papers: what they say is found, and hardly anything else."""

from __future__ import annotations

import pytest

from archive.intake.suggestions import suggest
from tests.benchmarks.suggestions import GOALS, MOST_WRONG, comparable, count
from tests.suggestion_papers import Made, papers

PAPERS = papers()


def test_the_goals_are_met() -> None:
    counted = count(PAPERS)
    assert len(PAPERS) >= 40
    for field, goal in GOALS.items():
        numbers = counted[field]
        assert numbers["right"] / (numbers["right"] + numbers["missing"]) >= goal, field
    wrong = sum(numbers["wrong"] for numbers in counted.values())
    assert wrong < MOST_WRONG * sum(n["right"] + n["wrong"] for n in counted.values())


@pytest.mark.parametrize("made", PAPERS, ids=lambda made: made.name)
def test_each_suggestion_shows_its_words(made: Made) -> None:
    for one in suggest(made.paper):
        assert one.words == made.paper.text(one.page)[one.start : one.end] != ""
        assert 0 < one.score <= 1
        assert comparable(one)

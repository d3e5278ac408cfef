"""All made-up papers together."""

from __future__ import annotations

from tests.suggestion_papers import deeds, office, works
from tests.suggestion_papers.made import Made


def papers() -> list[Made]:
    """Every paper with its labels."""
    return [
        *deeds.memoranda(),
        *deeds.english(),
        *deeds.opened(),
        *deeds.others(),
        *works.theses(),
        *works.abstracts_only(),
        *works.articles(),
        *works.cards(),
        *office.office(),
    ]

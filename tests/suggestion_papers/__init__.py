"""Made-up papers of the kinds an office of cooperation keeps, each with what is true of it.

They are worded and laid out as real ones are, damaged as scanning damages them, and all written for
these tests: no real person or paper stands behind them.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive.intake.suggestions import PageText, Paper


@dataclass(frozen=True)
class Made:
    """A paper and, by field, all that is true of it; a field that is not named is not judged."""

    name: str
    pages: tuple[str, ...]
    labels: dict[str, list[Any]]

    @property
    def paper(self) -> Paper:
        """As the rules are given it."""
        pages = tuple(PageText(number, text) for number, text in enumerate(self.pages, start=1))
        return Paper(self.name, pages)


def papers() -> list[Made]:
    """Every paper with its labels."""
    return [
        Made(one["name"], tuple(one["pages"]), one["labels"])
        for source in sorted(Path(__file__).parent.glob("*.toml"))
        for one in tomllib.loads(source.read_text(encoding="utf-8"))["papers"]
    ]

"""What the window of synonyms is tested with: pages are drawn beside it, and let go at the end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ui.reader.engine import engine


@pytest.fixture(autouse=True)
def rested() -> Iterator[None]:
    """The thread that draws pages ends with the test."""
    yield
    engine().rest()

"""Archives to test on, made new for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.archive import Archive
from tests.archive.stock import fresh


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """A new, empty archive open for writing; its path holds spaces, signs of URLs, accents."""
    with fresh(tmp_path / "Arsip 100%20 é", "Arsip Biro") as made:
        yield made

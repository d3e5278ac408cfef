"""An archive of its own for each test, and the search of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.archive import Archive
from search.finder import Finder
from tests.archive.stock import fresh


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with fresh(tmp_path / "arsip") as made:
        yield made


@pytest.fixture
def finder(archive: Archive) -> Iterator[Finder]:
    made = Finder(archive)
    yield made
    made.close()

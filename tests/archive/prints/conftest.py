"""A folder for prints that other users may reach."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp

import pytest


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Made and taken away; the tests' own folders are closed to others."""
    folder = Path(mkdtemp(prefix="kembar-test-"))
    folder.chmod(0o755)
    yield folder
    for path in folder.rglob("*"):
        if path.is_dir():
            path.chmod(0o755)
    shutil.rmtree(folder)

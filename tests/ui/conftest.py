"""A desk with a real archive, and a partnership in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from archive.archive import Archive, Mode
from archive.records import Access
from tests.archive.stock import Joined, fresh, join
from tests.ui.warm import WarmProcess
from ui.desk import Desk, open_archive
from ui.language import use
from ui.settings import Settings


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive with nothing in it."""
    place = tmp_path / "arsip"
    fresh(place).close()
    return place


@pytest.fixture(scope="module")
def press() -> Iterator[WarmProcess]:
    """What prints for the tests of a module, one after another: it starts but once."""
    made = WarmProcess("press")
    made.start()
    yield made
    made.end()


@pytest.fixture
def desk(qtbot: QtBot, folder: Path) -> Iterator[Desk]:
    """A desk that writes to that archive, in English; it leaves the index alone."""
    use("en")
    made = Desk(Settings())
    made.importing = True  # no process beside for the index
    made.take(open_archive(folder, Mode.WRITE, Access.OPEN))
    yield made
    made.leave()


@pytest.fixture
def archive(desk: Desk) -> Archive:
    """The open archive."""
    assert desk.archive is not None
    return desk.archive


@pytest.fixture
def joined(archive: Archive) -> Joined:
    """Jakarta and Tokyo with one program."""
    return join(archive)

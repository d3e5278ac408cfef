"""The window of the journeys, small and light, large and dark, and what commands begin from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.integration import kembar
from tests.integration.journey import PICTURES, SIZES, Journey
from tests.integration.prepared import prepared
from ui import theme
from ui.desk import Desk
from ui.faults import Faults
from ui.language import use
from ui.main_window import MainWindow
from ui.reader.engine import engine
from ui.settings import Settings


@pytest.fixture(scope="session", autouse=True)
def commands(shared_home: Path) -> Iterator[None]:
    """Commands begin from a process that has read the program's modules."""
    with prepared(kembar.surroundings(), kembar.SECONDS) as made:
        kembar.ready[:] = [made] if made else []
        yield
        kembar.ready.clear()


@pytest.fixture(params=[("light", "small"), ("dark", "large")], ids="-".join)
def journey(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[Journey]:
    """A window of a size, light or dark, in Indonesian; at its end nothing runs any more."""
    scheme, size = request.param
    use("id")
    theme.apply(scheme)
    faults = Faults()
    found: list[str] = []
    faults.found.connect(found.append)
    desk = Desk(Settings())
    window = MainWindow(desk, faults)
    qtbot.addWidget(window)
    window.showNormal()  # the screen of a test is small: it would fill that
    window.resize(*SIZES[size])
    pictures = (Path(PICTURES) if PICTURES else tmp_path / "pictures") / f"{scheme}-{size}"
    pictures.mkdir(parents=True, exist_ok=True)
    yield Journey(qtbot, window, pictures)
    window.close()
    engine().rest()
    assert not found

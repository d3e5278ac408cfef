"""The whole window over an archive of a few papers, the box ready to be typed in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from archive.archive import Archive
from archive.progress import Progress
from tests.archive.stock import join, put
from ui import work
from ui.desk import Desk
from ui.faults import Faults
from ui.language import use
from ui.main_window import MainWindow
from ui.reader.engine import engine
from ui.search.room import SearchRoom
from ui.settings import Settings

LONG = 30_000
Ask = Callable[[str], None]


@contextmanager
def low_room(qtbot: QtBot, desk: Desk) -> Iterator[SearchRoom]:
    """The room alone over the archive that is open, too low to show many rows."""
    made = SearchRoom(desk)
    qtbot.addWidget(made)
    made.resize(1000, 300)
    made.show()
    made.opened()
    qtbot.waitUntil(lambda: made.answer is not None, timeout=LONG)
    yield made
    made.closing()


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """An archive with three papers, indexed."""
    place = tmp_path / "papers"
    with Archive.create(place, "Arsip Biro") as archive:
        join(archive)
        put(archive, "Laporan pemuda", ["Pertukaran pemuda diadakan di Tokyo."], kind="report")
        put(archive, "Nota kesepahaman", ["Kedua kota sepakat."], kind="mou", date="2018")
        put(archive, "Memorandum KSD/RA/2018", ["Pembahasan tanpa angka."], kind="mou")
    work.keep_index(place, Progress())
    return place


@pytest.fixture
def window(qtbot: QtBot, papers: Path) -> Iterator[MainWindow]:
    """The window in Indonesian with that archive open; at its end nothing runs any more."""
    use("id")
    made = MainWindow(Desk(Settings()), Faults())
    qtbot.addWidget(made)
    made.show()
    made.opening.open(papers)
    qtbot.waitUntil(lambda: made.rooms.search.model.rowCount() > 0, timeout=LONG)
    made.activateWindow()
    made.header.box.setFocus()
    qtbot.waitUntil(made.header.box.hasFocus, timeout=LONG)
    yield made
    made.close()
    made.desk.jobs.clear()
    engine().rest()
    use("en")


@pytest.fixture
def ask(qtbot: QtBot, window: MainWindow) -> Ask:
    """Write a question into the box and wait for what is shown of its answer."""
    search, box = window.rooms.search, window.header.box

    def asked(query: str) -> None:
        box.take(query)
        qtbot.waitUntil(
            lambda: search.answer is not None and search.answer.query == query, timeout=LONG
        )

    return asked

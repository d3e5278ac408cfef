"""A desk with an archive of three papers, and a window to open dialogs over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from archive.archive import Mode
from archive.records import Access
from tests.archive.stock import fresh, put
from ui.desk import Desk, open_archive
from ui.language import use
from ui.settings import Settings


@pytest.fixture
def desk(qapp: object) -> Iterator[Desk]:
    """A desk without an archive, speaking English; afterwards its processes have ended."""
    use("en")
    made = Desk(Settings())
    yield made
    made.leave()
    made.jobs.clear()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive of three papers, one of them secret."""
    place = tmp_path / "Arsip é 100%"
    with fresh(place, "Arsip: Biro") as archive:
        put(archive, "Laporan kegiatan")
        put(archive, "Surat")
        put(archive, "Nota", access=Access.SECRET)
    return place


@pytest.fixture
def opened(desk: Desk, folder: Path) -> Desk:
    """The desk with that archive open."""
    desk.take(open_archive(folder, Mode.WRITE, Access.OPEN))
    return desk


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """A window to open dialogs over."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made

"""A question that is offered puts the keys into the box; an archive without papers says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.search.conftest import LONG, Ask
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.search.room import SearchRoom


def test_what_was_meant_puts_the_keys_into_the_box(
    qtbot: QtBot, window: MainWindow, ask: Ask
) -> None:
    search, box = window.rooms.search, window.header.box
    ask("pertukran pemuda")
    qtbot.waitUntil(lambda: bool(search.advice.offered), timeout=LONG)
    button = search.advice.findChildren(QToolButton)[0]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert box.hasFocus() and "pertukaran" in box.text()
    qtbot.waitUntil(lambda: not search.advice.isVisible(), timeout=LONG)
    assert box.hasFocus()


def test_a_filter_less_puts_the_keys_into_the_box(
    qtbot: QtBot, window: MainWindow, ask: Ask
) -> None:
    search, box = window.rooms.search, window.header.box
    ask("pemuda jenis:mou")
    qtbot.waitUntil(
        lambda: bool(search.empty.ways) and search.empty.ways[0].isVisible(), timeout=LONG
    )
    search.empty.ways[0].setFocus()
    qtbot.waitUntil(search.empty.ways[0].hasFocus)
    search.empty.ways[0].click()
    qtbot.waitUntil(search.results.isVisible, timeout=LONG)
    assert box.text() == "pemuda" and box.hasFocus()


@pytest.fixture
def bare(qtbot: QtBot, desk: Desk, folder: Path) -> Iterator[SearchRoom]:
    """The room over an archive that holds nothing."""
    made = SearchRoom(desk)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.opened()
    yield made
    made.closing()


def test_an_archive_without_papers_says_so_whatever_is_asked(
    qtbot: QtBot, bare: SearchRoom
) -> None:
    bare.ask("pemuda")
    qtbot.waitUntil(lambda: bare.answer is not None and bare.answer.query == "pemuda")
    qtbot.waitUntil(bare.bare.bring.isVisible)
    assert not bare.empty.isVisible()

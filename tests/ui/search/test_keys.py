"""No key is lost while someone types, whatever is shown; Space is a space where one types."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.search.conftest import LONG, Ask
from ui.main_window import MainWindow

NOWHERE = "xqxq"


def test_the_box_keeps_the_keys_when_something_is_found_again(
    qtbot: QtBot, window: MainWindow, ask: Ask
) -> None:
    box, search = window.header.box, window.rooms.search
    ask(NOWHERE)
    qtbot.waitUntil(search.empty.isVisible, timeout=LONG)
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    ask("pemuda")
    qtbot.waitUntil(search.results.isVisible, timeout=LONG)
    assert box.hasFocus()


def test_down_goes_where_something_can_be_done_when_nothing_is_found(
    qtbot: QtBot, window: MainWindow, ask: Ask
) -> None:
    search = window.rooms.search
    ask(NOWHERE)
    qtbot.waitUntil(search.empty.isVisible, timeout=LONG)
    qtbot.keyClick(window.header.box, Qt.Key.Key_Down)
    assert search.empty.statement.hasFocus()


def test_typing_on_from_the_results(qtbot: QtBot, window: MainWindow, ask: Ask) -> None:
    search = window.rooms.search
    ask("pemuda")
    qtbot.keyClick(window.header.box, Qt.Key.Key_Escape)
    assert search.results.hasFocus()
    qtbot.keyClick(search.results, Qt.Key.Key_Space)
    qtbot.keyClick(search.results, "T", Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(window.header.box, "okyo")
    assert window.header.box.text() == "pemuda Tokyo"
    assert not search.preview.isHidden()


def test_a_space_right_after_letters_is_typed(qtbot: QtBot, window: MainWindow) -> None:
    search, box = window.rooms.search, window.header.box
    qtbot.keyClicks(box, "pemuda")
    search.results.setFocus()
    qtbot.keyClick(search.results, Qt.Key.Key_Space)
    assert box.text() == "pemuda " and box.hasFocus()
    assert not search.preview.isHidden()


def test_a_quote_typed_in_the_results_goes_into_the_box(
    qtbot: QtBot, window: MainWindow, ask: Ask
) -> None:
    ask("")
    window.rooms.search.results.setFocus()
    qtbot.keyClick(window.rooms.search.results, '"', Qt.KeyboardModifier.ShiftModifier)
    assert window.header.box.text() == '"'


def test_the_page_put_away_leaves_its_room_to_the_results(
    qtbot: QtBot, window: MainWindow, ask: Ask
) -> None:
    window.resize(1280, 800)
    search = window.rooms.search
    ask("pemuda")
    search.enter_results()
    facets, listed = search.facets.width(), search.results.width()
    qtbot.keyClick(search.results, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: search.results.width() > listed + 200, timeout=LONG)
    assert abs(search.facets.width() - facets) < 8
    assert search.panes.button.isVisible() and not search.panes.button.isChecked()
    search.panes.button.click()
    assert search.preview.isVisible() and search.panes.button.isChecked()
    qtbot.waitUntil(lambda: abs(search.results.width() - listed) < 40, timeout=LONG)

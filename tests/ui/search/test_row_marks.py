"""Rows show why they stand there: words in a title alone are marked, what is new says so."""

from __future__ import annotations

from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from tests.archive.stock import put
from tests.search.test_finder import index
from tests.ui.search.conftest import LONG, Ask
from ui.main_window import MainWindow
from ui.search.room import SearchRoom
from ui.search.row_painter import INK
from ui.theme import is_dark


def test_words_found_in_a_number_alone_are_marked(
    qtbot: QtBot, window: MainWindow, ask: Ask
) -> None:
    search = window.rooms.search
    ask("KSD/RA/2018")
    hit = search.model.hit(0)
    assert hit is not None and not hit.pages
    qtbot.waitUntil(lambda: has(painted(search), INK[is_dark()]), timeout=LONG)
    ask("")
    qtbot.waitUntil(lambda: not has(painted(search), INK[is_dark()]), timeout=LONG)


def test_half_a_word_found_in_a_title_alone_is_marked(
    qtbot: QtBot, window: MainWindow, ask: Ask
) -> None:
    search = window.rooms.search
    ask("memoran")
    hit = search.model.hit(0)
    assert hit is not None and not hit.pages
    qtbot.waitUntil(lambda: has(painted(search), INK[is_dark()]), timeout=LONG)


def test_saving_is_said_and_what_is_new_is_marked_when_it_is_opened(
    qtbot: QtBot, window: MainWindow, ask: Ask
) -> None:
    search, archive = window.rooms.search, window.desk.archive
    assert archive is not None
    ask("pemuda")
    with qtbot.waitSignal(window.desk.said, timeout=LONG) as said:
        search.doings.save()
    assert "pemuda" in said.args[0]
    new = put(archive, "Pemuda baru", ["Pemuda."])
    index(archive)
    with qtbot.waitSignal(search.doings.news_of, timeout=LONG) as told:
        search.doings._open("pemuda")
    assert told.args == ["pemuda", frozenset({new})]
    assert search.marks.painter.new == frozenset({new})
    ask("sepakat")
    assert not search.marks.painter.new


def test_newest_first_is_no_order_among_others(window: MainWindow, ask: Ask) -> None:
    ask("")
    assert not window.rooms.search.doings.order.isVisible()
    ask("pemuda")
    assert window.rooms.search.doings.order.isVisible()


def test_the_menu_of_a_row_opens_it_and_finds_more_like_it(
    qtbot: QtBot, window: MainWindow, ask: Ask
) -> None:
    search = window.rooms.search
    ask("pemuda")
    told = [action.text() for action in search.results.actions()]
    assert told[:2] == ["Buka", "Serupa dengan dokumen ini"]
    with qtbot.waitSignal(window.desk.jobs.begun, timeout=LONG):
        search.menu.like.trigger()
    with qtbot.waitSignal(window.desk.document_wanted, timeout=LONG):
        search.menu.open.trigger()


def painted(search: SearchRoom) -> QImage:
    return search.results.viewport().grab().toImage()


def has(image: QImage, colour: QColor) -> bool:
    return any(
        image.pixelColor(x, y) == colour
        for y in range(0, image.height(), 3)
        for x in range(image.width())
    )

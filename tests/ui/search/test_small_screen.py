"""The room gives way: nothing of it is cut on a small screen, whatever an answer says."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.ui.search.conftest import LONG, Ask
from ui.main_window import MainWindow

SMALL = 1000  # pixels


def test_the_window_fits_a_small_screen_whatever_is_answered(
    qtbot: QtBot, window: MainWindow, ask: Ask
) -> None:
    search = window.rooms.search
    ask("KSD/RA/2018")
    qtbot.waitUntil(lambda: "judul" in search.preview.hits.says.whole, timeout=LONG)
    assert window.minimumSizeHint().width() <= SMALL
    window.resize(SMALL, 650)
    edge = window.rect().right()
    for part in (search.preview.link, search.preview.open, search.panes.button):
        assert part.isVisible()
        assert part.mapTo(window, part.rect().topRight()).x() <= edge
    ask("xqxq")
    qtbot.waitUntil(search.empty.isVisible, timeout=LONG)
    assert window.minimumSizeHint().width() <= SMALL


def test_a_notice_is_shown_whole(qtbot: QtBot, window: MainWindow, ask: Ask) -> None:
    window.resize(SMALL, 650)
    search = window.rooms.search
    ask("pemuda sepakat xylofon")
    qtbot.waitUntil(search.notices.isVisible, timeout=LONG)
    assert search.notices.text().startswith("Tidak ada dokumen yang memuat semua kata")
    needed = search.notices.heightForWidth(search.notices.width())
    qtbot.waitUntil(lambda: search.notices.height() >= needed, timeout=LONG)
    assert needed > search.notices.fontMetrics().height()


def test_a_match_by_its_number_says_where_it_stands(
    qtbot: QtBot, window: MainWindow, ask: Ask
) -> None:
    search = window.rooms.search
    ask("KSD/RA/2018")
    says = search.preview.hits.says
    qtbot.waitUntil(lambda: says.whole == "cocok pada judul atau uraian", timeout=LONG)
    ask("sepakat")
    qtbot.waitUntil(lambda: says.whole.startswith("temuan 1"), timeout=LONG)

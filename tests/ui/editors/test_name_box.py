"""The box that finds records by any of their names."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.editors.name_box import NameBox, Named, matching, shown

KNOWN = (
    Named(1, "Beijing", ("Peking", "北京")),
    Named(2, "New York", ("NYC",)),
    Named(3, "Yogyakarta", ("Jogja",)),
    Named(4, "Tōkyō", ("Edo",)),
    Named(5, "Jakarta"),
)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("pek", "Beijing"),
        ("北", "Beijing"),
        ("京", "Beijing"),
        ("yor", "New York"),
        ("york new", "New York"),
        ("tok", "Tōkyō"),
        ("jog", "Yogyakarta"),
    ],
)
def test_any_name_finds(typed: str, wanted: str) -> None:
    assert matching(KNOWN, typed)[0].name == wanted


def test_its_own_name_comes_before_other_names_and_a_beginning_before_a_middle() -> None:
    assert [each.id for each in matching(KNOWN, "j")] == [5, 3]
    assert matching(KNOWN, "zzz") == ()
    assert shown(KNOWN[0], "pek") == "Beijing (Peking)"
    assert shown(KNOWN[0], "bei") == "Beijing"


def box(qtbot: QtBot, new: str = "New: {name}") -> NameBox:
    made = NameBox(new)
    qtbot.addWidget(made)
    made.offer(KNOWN)
    made.show()
    made.activateWindow()
    made.line.setFocus()
    qtbot.waitUntil(made.line.hasFocus)
    return made


def test_three_letters_and_enter(qtbot: QtBot) -> None:
    made = box(qtbot)
    QTest.keyClicks(made.line, "pek")
    popup = made._completer.popup()
    qtbot.waitUntil(lambda: popup.isVisible() and popup.currentIndex().isValid())
    QTest.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: made.currentText() == "Beijing")
    assert made.known == KNOWN[0]


def test_what_is_typed_stays_while_one_looks(qtbot: QtBot) -> None:
    made = box(qtbot)
    QTest.keyClicks(made.line, "pek")
    popup = made._completer.popup()
    assert popup.isVisible() and made.currentText() == "pek"
    QTest.keyClick(popup, Qt.Key.Key_X)
    assert made.currentText() == "pekx"
    assert [popup.model().index(at, 0).data() for at in range(2)] == ["New: pekx", None]
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible() and made.currentText() == "pekx"


def test_a_new_name_can_be_kept_though_others_begin_alike(qtbot: QtBot) -> None:
    made = box(qtbot)
    QTest.keyClicks(made.line, "Yor")
    popup = made._completer.popup()
    qtbot.waitUntil(lambda: popup.isVisible() and popup.currentIndex().isValid())
    rows = [popup.model().index(at, 0).data() for at in range(popup.model().rowCount())]
    assert rows == ["New York", "New: Yor"]
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not popup.isVisible())
    assert made.currentText() == "Yor" and made.known is None

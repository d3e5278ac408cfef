"""The bars of years by mouse and keyboard, and the rows that know nothing of a paper."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from archive.archive import Archive
from search.finder import Finder
from search.records import SearchRequest
from tests.archive.stock import put
from tests.search.test_finder import index
from ui.search.results import ResultsModel, ResultsView
from ui.search.row_painter import RowPainter
from ui.search.year_bars import YearBars


@pytest.fixture
def bars(qtbot: QtBot) -> YearBars:
    made = YearBars()
    qtbot.addWidget(made)
    made.resize(200, 70)
    made.show_years({2015: 1, 2019: 4}, None)
    made.show()
    return made


def test_keys_choose_a_year_several_or_shut_one_out(bars: YearBars) -> None:
    chosen: list[tuple[int, int]] = []
    shut: list[int] = []
    bars.chosen.connect(lambda first, last: chosen.append((first, last)))
    bars.shut_out.connect(shut.append)
    QTest.keyClick(bars, Qt.Key.Key_Return)
    QTest.keyClick(bars, Qt.Key.Key_Left)
    QTest.keyClick(bars, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(bars, Qt.Key.Key_Return)
    QTest.keyClick(bars, Qt.Key.Key_Minus)
    assert (chosen, shut) == ([(2019, 2019), (2017, 2018)], [2017])
    assert "2017" in bars.accessibleDescription()


def test_a_drag_chooses_the_years_it_went_over(bars: YearBars) -> None:
    chosen: list[tuple[int, int]] = []
    bars.chosen.connect(lambda first, last: chosen.append((first, last)))
    QTest.mousePress(bars, Qt.MouseButton.LeftButton, pos=QPoint(170, 20))
    QTest.mouseMove(bars, QPoint(100, 20))
    QTest.mouseRelease(bars, Qt.MouseButton.LeftButton, pos=QPoint(60, 20))
    assert chosen == [(2016, 2019)]


def test_a_row_of_which_nothing_is_known_has_no_empty_line(archive: Archive, qtbot: QtBot) -> None:
    put(archive, "Tentang silat", ("Satu.",), kind="other")
    put(archive, "Tentang tari", ("Satu.",), kind="mou")
    index(archive)
    finder = Finder(archive)
    view, model = ResultsView(), ResultsModel(print)
    qtbot.addWidget(view)
    view.setModel(model)
    painter, option = RowPainter(view), QStyleOptionViewItem()
    model.show_answer(finder.search(SearchRequest("judul:tentang", order="title")))
    finder.close()
    bare, known = (painter.sizeHint(option, model.index(row, 0)).height() for row in (0, 1))
    assert known - bare == option.fontMetrics.lineSpacing()

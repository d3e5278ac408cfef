"""The room: what the chosen cell shows, how keys move, what is entered, corrected, removed."""

from __future__ import annotations

import time
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QTreeWidget, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from archive.archive import Archive, Mode
from archive.catalogue.matrix import Cell, Matrix
from archive.records import (
    Access,
    CityDraft,
    LinkDraft,
    PartnershipDraft,
    Program,
    ProgramDraft,
    Target,
)
from tests.ui.programs.conftest import QUOTE, Stock
from ui.desk import Desk, open_archive
from ui.editors.activity_dialog import ActivityDialog
from ui.editors.program_dialog import ProgramDialog
from ui.language import use
from ui.programs.reading import Seen
from ui.programs.room import ProgramsRoom

Box = TypeVar("Box", bound=QDialog)


def press(room: ProgramsRoom, key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    assert room.isAncestorOf(focused)
    QTest.keyClick(focused, key)


def opened(room: ProgramsRoom, kind: type[Box]) -> Box:
    """The dialog of that kind that stands open."""
    found = [box for box in room.findChildren(kind) if box.isVisible()]
    assert len(found) == 1
    return found[0]


def lines(table: QTreeWidget) -> list[QTreeWidgetItem]:
    root = table.invisibleRootItem()
    found = (root.child(row) for row in range(root.childCount()))
    return [item for item in found if item is not None]


def here(room: ProgramsRoom) -> tuple[int | None, int | None]:
    program = room.grid.program
    return (program.id if program else None), room.grid.year


def activities(room: ProgramsRoom) -> list[list[str]]:
    table = room.pane.activities
    return [[item.text(n) for n in range(table.columnCount())] for item in lines(table)]


def pages(room: ProgramsRoom) -> list[str]:
    return [item.text(0) for item in lines(room.pane.pages)]


def test_the_last_year_is_shown_first(filled: ProgramsRoom) -> None:
    assert filled.grid.model.matrix.years == tuple(range(2010, 2021))
    assert filled.grid.year == 2020


def test_a_cell_shows_its_pages_and_opens_them(
    qtbot: QtBot, filled: ProgramsRoom, stock: Stock
) -> None:
    filled.grid.choose(stock.exchange, 2018)
    assert filled.pane.heading.whole == "Pertukaran pemuda · 2018 · primary evidence"
    assert pages(filled) == [f"“{QUOTE}”"]
    with qtbot.waitSignal(filled.desk.document_wanted) as caught:
        filled.pane.pages.itemActivated.emit(filled.pane.pages.topLevelItem(0), 0)
    assert caught.args[:2] == [stock.letter, 1]


def test_a_cell_shows_its_activities(filled: ProgramsRoom, stock: Stock) -> None:
    filled.grid.choose(stock.football, 2015)
    assert activities(filled) == [
        ["Pertandingan", "2015", "held", "physical", "Jakarta 22, Tokyo 20", ""]
    ]
    filled.grid.choose(stock.exchange, 2011)
    assert activities(filled)[0][2:] == ["cancelled", "physical", "", "gempa"]
    assert filled.pane.activity is not None  # ready to be corrected
    assert filled.pane.activity.year == 2011


def test_a_program_shows_all_that_is_its_own(filled: ProgramsRoom, stock: Stock) -> None:
    filled.grid.choose(stock.exchange)
    assert filled.pane.heading.whole == "Pertukaran pemuda"
    assert len(activities(filled)) == 3
    assert len(pages(filled)) == 2


def test_a_gap_says_what_it_means_and_searches(
    qtbot: QtBot, filled: ProgramsRoom, stock: Stock
) -> None:
    filled.grid.choose(stock.exchange, 2014)
    assert filled.pane.search.isVisible()
    assert "papers have not been found" in filled.pane.says.text()
    with qtbot.waitSignal(filled.desk.search_wanted) as caught:
        filled.pane.search.click()
    assert caught.args == ['"Pertukaran pemuda" year:2014']
    filled.grid.choose(stock.exchange, 2018)
    assert not filled.pane.search.isVisible()


def test_keys_move_between_cells_and_names(filled: ProgramsRoom, stock: Stock) -> None:
    filled.grid.choose(stock.sport, 2011)
    filled.entered()
    press(filled, Qt.Key.Key_Right)
    press(filled, Qt.Key.Key_Down)
    assert here(filled) == (stock.football, 2012)
    press(filled, Qt.Key.Key_Down)
    assert here(filled) == (stock.exchange, 2012)
    press(filled, Qt.Key.Key_End)
    assert here(filled) == (stock.exchange, 2020)
    press(filled, Qt.Key.Key_Right)
    assert here(filled) == (stock.exchange, 2020)
    press(filled, Qt.Key.Key_Home)
    press(filled, Qt.Key.Key_Left)
    assert here(filled) == (stock.exchange, None)
    assert filled.grid.names.hasFocus()
    press(filled, Qt.Key.Key_Right)
    assert here(filled) == (stock.exchange, 2010)
    assert filled.grid.cells.hasFocus()


def test_folding_a_program_folds_its_row_of_cells(filled: ProgramsRoom, stock: Stock) -> None:
    grid = filled.grid
    grid.choose(stock.sport)
    grid.names.setFocus()
    press(filled, Qt.Key.Key_Left)
    index = grid.model.index_of(stock.sport)
    assert not grid.names.isExpanded(index)
    assert not grid.cells.isExpanded(index)
    filled._load()
    QApplication.processEvents()
    press(filled, Qt.Key.Key_Right)
    assert grid.cells.isExpanded(grid.model.index_of(stock.sport))


def test_both_halves_scroll_together(filled: ProgramsRoom) -> None:
    left, right = filled.grid.names, filled.grid.cells
    filled.resize(900, 420)
    assert left.viewport().height() == right.viewport().height()
    right.verticalScrollBar().setValue(5)
    assert left.verticalScrollBar().value() == right.verticalScrollBar().value()


def test_rows_stand_beside_their_names(filled: ProgramsRoom, stock: Stock) -> None:
    grid = filled.grid
    for program in (stock.exchange, stock.sport, stock.football):
        name = grid.names.visualRect(grid.model.index_of(program))
        cell = grid.cells.visualRect(grid.model.index_of(program, 2015))
        assert (name.top(), name.height()) == (cell.top(), cell.height())


def test_a_new_activity_stands_in_the_chosen_cell(
    qtbot: QtBot, filled: ProgramsRoom, stock: Stock
) -> None:
    filled.grid.choose(stock.exchange, 2014)
    filled.bar.new_activity.click()
    dialog = opened(filled, ActivityDialog)
    assert dialog.year.value() == 2014
    qtbot.waitUntil(dialog.save_button.isEnabled)
    QTest.keyClicks(dialog.name, "Kunjungan pelajar")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: activities(filled) != [])
    assert here(filled) == (stock.exchange, 2014)
    assert filled.grid.cell is not None
    assert filled.grid.cell.state == "claimed"


def test_f2_corrects_what_is_chosen(qtbot: QtBot, filled: ProgramsRoom, stock: Stock) -> None:
    filled.grid.choose(stock.football, 2015)
    filled.entered()
    press(filled, Qt.Key.Key_F2)
    dialog = opened(filled, ActivityDialog)
    assert dialog.name.text() == "Pertandingan"
    qtbot.waitUntil(dialog.save_button.isEnabled)
    dialog.reject()
    filled.activateWindow()
    filled.grid.names.setFocus()
    qtbot.waitUntil(filled.grid.names.hasFocus)
    press(filled, Qt.Key.Key_F2)
    program = opened(filled, ProgramDialog)
    assert program.name.text() == "Sepak bola"
    qtbot.waitUntil(program.save_button.isEnabled)
    program.reject()


def test_an_empty_cell_has_nothing_to_correct(filled: ProgramsRoom, stock: Stock) -> None:
    filled.grid.choose(stock.football, 2011)
    filled.entered()
    assert filled.record() is None
    assert not filled.bar.remove.isEnabled()
    assert filled.bar.new_activity.isEnabled()


def test_del_asks_and_removes(
    qtbot: QtBot, filled: ProgramsRoom, stock: Stock, archive: Archive
) -> None:
    filled.grid.choose(stock.football, 2015)
    filled.entered()
    press(filled, Qt.Key.Key_Delete)
    box = opened(filled, QMessageBox)
    assert box.text() == "Remove the activity “Pertandingan”?"
    box.button(QMessageBox.StandardButton.Cancel).click()
    assert archive.activities.of(stock.football)
    qtbot.waitUntil(lambda: filled.deeds._question is None)
    press(filled, Qt.Key.Key_Delete)
    box = opened(filled, QMessageBox)
    next(button for button in box.buttons() if button.text() == "Remove").click()
    qtbot.waitUntil(lambda: activities(filled) == [])
    assert archive.activities.of(stock.football) == ()
    archive.events.undo()
    qtbot.waitUntil(lambda: activities(filled) != [])
    assert here(filled) == (stock.football, 2015)


def test_a_new_program_is_chosen(qtbot: QtBot, filled: ProgramsRoom) -> None:
    filled.bar.new_program.click()
    dialog = opened(filled, ProgramDialog)
    qtbot.waitUntil(dialog.save_button.isEnabled)
    QTest.keyClicks(dialog.name, "Beasiswa")
    dialog.save_button.click()
    qtbot.waitUntil(
        lambda: filled.grid.program is not None and filled.grid.program.name == "Beasiswa"
    )
    assert filled.grid.year is None


def test_a_period_narrows_the_years(qtbot: QtBot, filled: ProgramsRoom) -> None:
    filled.bar.period.set_years(2015, 2017)
    qtbot.waitUntil(lambda: filled.grid.model.matrix.years == (2015, 2016, 2017))
    filled.bar.period.set_years(2019, 2017)
    assert filled.bar.period.says.isVisible()
    filled.bar.period.set_years(None, None)
    qtbot.waitUntil(lambda: len(filled.grid.model.matrix.years) == 11)
    assert not filled.bar.period.says.isVisible()


def test_the_partnership_is_remembered(
    qtbot: QtBot, desk: Desk, archive: Archive, stock: Stock, room: ProgramsRoom
) -> None:
    other = archive.partnerships.add(
        PartnershipDraft(
            archive.cities.add(CityDraft("Aachen")).id,
            archive.cities.add(CityDraft("Reims")).id,
            own=False,
        )
    )
    room.opened()
    qtbot.waitUntil(lambda: room.seen is not None)
    assert room.seen is not None
    assert room.seen.dossier.partnership.id == stock.partnership  # our own come first
    room.bar.partnership.choose(other.id)
    qtbot.waitUntil(lambda: room.front.currentWidget() is room.front.empty)
    desk.leave()
    room2 = ProgramsRoom(desk)
    qtbot.addWidget(room2)
    desk.take(open_archive(archive.folder, Mode.WRITE, Access.OPEN))
    room2.opened()
    qtbot.waitUntil(lambda: room2._wanted == other.id)


def test_the_way_back_comes_to_the_cell(qtbot: QtBot, filled: ProgramsRoom, stock: Stock) -> None:
    filled.grid.choose(stock.exchange, 2016)
    place = filled.place()
    filled.grid.choose(stock.sport, 2012)
    filled.go(place)
    qtbot.waitUntil(lambda: here(filled) == (stock.exchange, 2016))


def test_changes_are_shown_and_the_place_stays(
    qtbot: QtBot, filled: ProgramsRoom, stock: Stock, archive: Archive
) -> None:
    filled.grid.choose(stock.exchange, 2016)
    archive.programs.add(ProgramDraft(stock.partnership, "Beasiswa"))
    qtbot.waitUntil(lambda: len(filled.grid.model.matrix.programs) == 4)
    assert here(filled) == (stock.exchange, 2016)


def test_another_language_is_spoken_at_once(filled: ProgramsRoom, stock: Stock) -> None:
    filled.grid.choose(stock.exchange, 2014)
    use("id")
    filled.retranslate()
    assert filled.title() == "Program"
    assert filled.pane.heading.whole == "Pertukaran pemuda · 2014 · celah"
    assert filled.bar.new_activity.text() == "Kegiatan baru…"
    assert filled.pane._shown is not None


def test_looking_only_offers_no_change(
    qtbot: QtBot, desk: Desk, archive: Archive, stock: Stock, room: ProgramsRoom
) -> None:
    folder = archive.folder
    desk.leave()
    desk.take(open_archive(folder, Mode.READ, Access.OPEN))
    qtbot.waitUntil(lambda: room.seen is not None)
    assert not any(button.isVisible() for button in room.bar.buttons)
    room.grid.choose(stock.football, 2015)
    room.edit()
    room.remove()
    assert room.findChild(ActivityDialog) is None
    assert room.findChild(QMessageBox) is None


def test_without_partnerships_it_says_what_to_do(qtbot: QtBot, room: ProgramsRoom) -> None:
    room.opened()
    qtbot.waitUntil(lambda: room.front.currentWidget() is room.front.empty)
    assert not room.bar.isVisible()


def test_closing_lets_everything_go(filled: ProgramsRoom) -> None:
    filled.desk.leave()
    assert filled.seen is None
    assert filled.grid.model.rowCount() == 0
    assert filled.front.currentWidget() is filled.front.blank


@pytest.mark.parametrize("size", [(300, 60)])
def test_many_programs_and_years_appear_quickly(
    qtbot: QtBot, filled: ProgramsRoom, size: tuple[int, int]
) -> None:
    assert filled.seen is not None
    crowd = _crowd(filled.seen, *size)
    began = time.perf_counter()
    filled.grid.show_seen(crowd)
    filled.grid.grab()
    took = time.perf_counter() - began
    assert filled.grid.cells.model().columnCount() == size[1] + 1
    assert took < 2.0  # measured well under 0.2; this catches what asks every cell


def _crowd(seen: Seen, programs: int, years: int) -> Seen:
    rows = tuple(
        Program(
            n, str(n), 1, n - n % 10 if n % 10 > 1 and n > 10 else None, f"P {n}", None, None, ""
        )
        for n in range(1, programs + 1)
    )
    span = tuple(range(1960, 1960 + years))
    cells = {(row.id, year): Cell(row.id, year, "gap") for row in rows for year in span}
    return Seen(seen.dossier, Matrix(rows, span, cells), None)


def test_a_parent_lists_the_pages_below(qtbot: QtBot, filled: ProgramsRoom, stock: Stock) -> None:
    archive = filled.desk.archive
    assert archive is not None
    archive.links.add(LinkDraft(stock.letter, 2, 2, Target.ACTIVITY, stock.match))
    qtbot.waitUntil(lambda: filled.grid.choose(stock.sport, 2015) and pages(filled) != [])
    assert filled.pane.heading.whole == "Olahraga · 2015 · in programs below"
    page = lines(filled.pane.pages)[0]
    assert page.text(2) == "Sepak bola"
    assert not filled.pane.pages.isColumnHidden(2)
    assert not filled.pane.search.isVisible()
    filled.grid.choose(stock.football, 2015)
    assert filled.pane.pages.isColumnHidden(2)


def test_a_year_far_off_is_told_and_led_to(
    qtbot: QtBot, filled: ProgramsRoom, stock: Stock
) -> None:
    archive = filled.desk.archive
    assert archive is not None
    assert not filled.bar.outside.isVisible()
    archive.links.add(LinkDraft(stock.letter, 2, 2, Target.PROGRAM, stock.exchange, "", 1808, 1808))
    qtbot.waitUntil(filled.bar.outside.isVisible)
    assert filled.bar.outside.text() == "1 link outside the range: 1808"
    assert filled.grid.model.matrix.years == tuple(range(2010, 2021))
    filled.bar.outside.click()
    qtbot.waitUntil(lambda: here(filled) == (stock.exchange, 1808))
    assert len(pages(filled)) == 1
    filled.bar.period.set_years(None, None)
    qtbot.waitUntil(lambda: len(filled.grid.model.matrix.years) == 11)


def test_the_period_is_remembered_for_each_partnership(
    qtbot: QtBot, desk: Desk, filled: ProgramsRoom, archive: Archive, stock: Stock
) -> None:
    filled.bar.period.set_years(2015, None)
    qtbot.waitUntil(lambda: filled.grid.model.matrix.years[0] == 2015)
    other = archive.partnerships.add(
        PartnershipDraft(
            archive.cities.add(CityDraft("Aachen")).id, archive.cities.add(CityDraft("Reims")).id
        )
    )
    qtbot.waitUntil(lambda: filled.bar.partnership.choose(other.id))
    qtbot.waitUntil(lambda: filled._wanted == other.id)
    assert filled.bar.period.typed == (None, None)
    filled.bar.partnership.choose(stock.partnership)
    qtbot.waitUntil(lambda: filled._wanted == stock.partnership)
    assert filled.bar.period.typed == (2015, None)
    again = ProgramsRoom(desk)
    qtbot.addWidget(again)
    again.opened()
    qtbot.waitUntil(lambda: again.seen is not None)
    assert again.grid.model.matrix.years == tuple(range(2015, 2021))

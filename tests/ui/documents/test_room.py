"""The room of documents: long tables, filters, what stays in place, what is remembered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from archive.archive import Archive, Mode
from archive.intake.scans import storing
from archive.records import Access, Description, LinkDraft, Target
from tests import papers
from tests.archive.intake.bringing import bring
from tests.archive.stock import join, put
from tests.ui.documents.conftest import Crowd
from ui.desk import Desk, open_archive
from ui.documents.filter_bar import Filter
from ui.documents.room import DocumentsRoom
from ui.language import use
from ui.models.document_words import COLUMNS
from ui.reader import originals

Enter = Callable[[], None]
ORDERS = [column.order for column in COLUMNS]
TITLE, IMPORTED = ORDERS.index("title"), ORDERS.index("imported")


def title(room: DocumentsRoom, row: int) -> str:
    """What a row is called; empty while it is to come."""
    document = room.model.document(row)
    return document.description.title if document else ""


def by_title(qtbot: QtBot, room: DocumentsRoom) -> None:
    """Sort by title, as by a click."""
    with qtbot.waitSignal(room.model.settled):
        room.table.sortByColumn(TITLE, Qt.SortOrder.AscendingOrder)


def top(room: DocumentsRoom) -> str:
    """The title at the top."""
    return title(room, room.table.rowAt(0))


def chosen(room: DocumentsRoom) -> str:
    """The title of the row that is marked."""
    rows = room.table.selectionModel().selectedRows()
    return title(room, rows[0].row()) if rows else ""


def shown(room: DocumentsRoom) -> str:
    """The title of the chosen document, once its row has come."""
    chosen = room.table.document
    return chosen.description.title if chosen is not None else ""


def test_three_thousand_papers_are_scrolled_to_the_end(
    qtbot: QtBot, room: DocumentsRoom, enter: Enter, crowd: Crowd
) -> None:
    crowd(3000)
    enter()
    by_title(qtbot, room)
    assert room.filter_bar.count.text() == "3,000 documents"
    bar = room.table.verticalScrollBar()
    for value in range(0, bar.maximum(), 97):
        bar.setValue(value)
        QApplication.processEvents()
    room.table.setFocus()
    room.table.forget()  # stands on nothing, as after another question
    qtbot.keyClick(room.table, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: shown(room) == "Paper 02999")
    last = room.table.rowAt(room.table.viewport().height() - 8)
    assert last >= 2998
    qtbot.waitUntil(lambda: all(title(room, row) for row in range(room.table.rowAt(0), 3000)))


def test_filters_narrow_and_are_cleared(
    qtbot: QtBot, room: DocumentsRoom, enter: Enter, crowd: Crowd
) -> None:
    crowd(100)
    enter()
    with qtbot.waitSignal(room.model.settled):
        qtbot.keyClicks(room.filter_bar.box, "paper 0001")
    assert room.filter_bar.count.text() == "11 documents"
    with qtbot.waitSignal(room.model.settled):
        room.filter_bar.kind.setCurrentIndex(room.filter_bar.kind.findData("mou"))
    assert room.filter_bar.count.text() == "1 document"
    with qtbot.waitSignal(room.model.settled):
        room.filter_bar.problems.click()
    assert room.pages.currentWidget() is room.pages.no_match
    with qtbot.waitSignal(room.model.settled):
        room.pages.clear_button.click()
    assert room.pages.currentWidget() is room.table
    assert room.model.total == 100


def test_only_with_problems(qtbot: QtBot, room: DocumentsRoom, enter: Enter, crowd: Crowd) -> None:
    crowd(100)
    enter()
    with qtbot.waitSignal(room.model.settled):
        room.filter_bar.problems.click()
    assert room.model.total == 2
    room.table.selectRow(0)
    assert room.doings["unlock"].isVisible()  # it is locked
    room.filter_bar.problems.click()
    qtbot.waitUntil(lambda: room.model.total == 100)
    room.table.selectRow(0)
    assert not room.doings["unlock"].isVisible()


def test_an_empty_archive_says_how_to_begin(
    qtbot: QtBot, room: DocumentsRoom, enter: Enter, archive: Archive
) -> None:
    enter()
    assert room.pages.currentWidget() is room.pages.nothing
    with qtbot.waitSignal(room.model.settled):
        put(archive)
    assert room.pages.currentWidget() is room.table


def test_what_comes_in_moves_nothing(
    qtbot: QtBot, room: DocumentsRoom, enter: Enter, archive: Archive, crowd: Crowd
) -> None:
    crowd(600)
    enter()
    by_title(qtbot, room)
    room.table.verticalScrollBar().setValue(300)
    qtbot.waitUntil(lambda: bool(top(room)))
    room.table.selectRow(305)
    chosen_before = room.table.document
    told: list[object] = []
    room.table.chosen.connect(told.append)
    with qtbot.waitSignal(room.model.settled):
        put(archive, "Aaa")
    assert (top(room), chosen(room)) == ("Paper 00300", "Paper 00305")
    assert room.table.verticalScrollBar().value() == 301
    assert room.table.document == chosen_before
    assert not told


def test_a_renamed_paper_stays_chosen_where_it_goes(
    qtbot: QtBot, room: DocumentsRoom, enter: Enter, archive: Archive
) -> None:
    ids = [put(archive, name) for name in ("Alfa", "Beta", "Gama")]
    enter()
    by_title(qtbot, room)
    room.table.selectRow(0)
    archive.documents.describe(ids[0], Description("Zeta"))
    qtbot.waitUntil(lambda: title(room, 2) == "Zeta")
    assert chosen(room) == "Zeta"
    assert room.table.document is not None
    assert room.table.document.description.title == "Zeta"


def test_a_sort_keeps_what_was_chosen_and_a_filter_lets_it_go(
    qtbot: QtBot, room: DocumentsRoom, enter: Enter, archive: Archive
) -> None:
    for name in ("Alfa", "Beta", "Gama"):
        put(archive, name)
    enter()
    room.table.selectRow(0)
    assert chosen(room) == "Gama"  # the newest first
    by_title(qtbot, room)
    assert (chosen(room), title(room, 2)) == ("Gama", "Gama")
    room.filter_bar.box.setText("alfa")
    qtbot.waitUntil(lambda: room.model.total == 1)
    assert room.table.document is None
    assert not room.doings["open"].isEnabled()


def test_keys_open_describe_and_preview(
    qtbot: QtBot, desk: Desk, room: DocumentsRoom, enter: Enter, archive: Archive
) -> None:
    document = put(archive, "Surat")
    enter()
    room.activateWindow()
    qtbot.keyClick(room.filter_bar.box, Qt.Key.Key_Down)
    assert chosen(room) == "Surat"
    with qtbot.waitSignal(desk.document_wanted) as wanted:
        qtbot.keyClick(room.table, Qt.Key.Key_Return)
    assert wanted.args == [document, 1, None]
    with qtbot.waitSignal(desk.describe_wanted):
        qtbot.keyClick(room.table, Qt.Key.Key_F2)
    assert room.preview.isHidden()
    qtbot.keyClick(room.table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: room.preview.source is not None)
    assert room.preview.isVisible()
    qtbot.keyClick(room.table, Qt.Key.Key_Space)
    assert room.preview.isHidden()
    assert room.preview.source is None


def test_a_double_click_opens(
    qtbot: QtBot, desk: Desk, room: DocumentsRoom, enter: Enter, archive: Archive
) -> None:
    put(archive)
    enter()
    place = room.table.visualRect(room.model.index(0, 0)).center()
    qtbot.mouseClick(room.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen(room)
    with qtbot.waitSignal(desk.document_wanted):
        qtbot.mouseDClick(room.table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_the_original_leaves_the_window(
    qtbot: QtBot,
    room: DocumentsRoom,
    enter: Enter,
    archive: Archive,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    put(archive, "Surat")
    enter()
    room.table.selectRow(0)
    shown: list[Path] = []
    monkeypatch.setattr(originals, "reveal", shown.append)
    room.doings["show_in_folder"].trigger()
    qtbot.waitUntil(lambda: bool(shown))
    target = tmp_path / "salinan.txt"
    asked: list[str] = []

    def answer(_parent: object, _title: str, name: str) -> tuple[str, str]:
        asked.append(name)
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    room.doings["save_copy"].trigger()
    qtbot.waitUntil(target.exists)
    assert asked == ["Surat.txt"]


def test_printing_asks_for_pages(
    qtbot: QtBot, room: DocumentsRoom, enter: Enter, archive: Archive
) -> None:
    put(archive, "Surat")
    enter()
    room.table.selectRow(0)
    room.doings["print"].trigger()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    asking = QApplication.activeModalWidget()
    assert asking is not None
    assert asking.windowTitle() == "Print pages"
    asking.close()


def test_columns_sorting_and_preview_are_remembered(
    qtbot: QtBot, desk: Desk, room: DocumentsRoom, enter: Enter, archive: Archive
) -> None:
    put(archive)
    enter()
    columns = room.table.columns
    columns.menu().actions()[ORDERS.index("name")].trigger()
    columns.menu().actions()[IMPORTED].trigger()
    columns.moveSection(columns.visualIndex(ORDERS.index("date")), 1)
    columns.resizeSection(ORDERS.index("kind"), 222)
    by_title(qtbot, room)
    room.doings["preview"].trigger()
    room.closing()
    again = DocumentsRoom(desk)
    qtbot.addWidget(again)
    seen = again.table.columns
    assert not seen.isSectionHidden(ORDERS.index("name"))
    assert seen.isSectionHidden(IMPORTED)
    assert seen.visualIndex(ORDERS.index("date")) == 1
    assert seen.sectionSize(ORDERS.index("kind")) == 222
    assert seen.sortIndicatorSection() == TITLE
    assert (again.model.query.order, again.model.query.descending) == ("title", False)
    assert not again.preview.isHidden()
    again.resize(1900, 700)
    again.show()
    seen.menu().actions()[-1].trigger()
    assert not seen.isSectionHidden(IMPORTED)
    assert seen.length() == seen.viewport().width()  # the title takes what is left
    seen.resizeSection(TITLE, 400)
    again.resize(1800, 700)
    assert seen.sectionSize(TITLE) == 400  # a person's own width stays


def test_a_place_is_come_back_to(
    qtbot: QtBot, room: DocumentsRoom, enter: Enter, crowd: Crowd
) -> None:
    crowd(900)
    enter()
    by_title(qtbot, room)
    room.table.verticalScrollBar().setValue(700)
    qtbot.waitUntil(lambda: bool(top(room)))
    room.table.selectRow(705)
    place = room.place()
    with qtbot.waitSignal(room.model.settled):
        room.filter_bar.box.setText("paper 0001")
    assert room.table.document is None
    room.go(place)
    assert room.filter_bar.filter() == Filter()
    qtbot.waitUntil(lambda: chosen(room) == "Paper 00705")
    assert room.table.verticalScrollBar().value() == 700
    room.table.selectRow(0)
    room.go(place)
    assert chosen(room) == "Paper 00705"
    room.go(None)


def test_links_are_counted_anew(
    qtbot: QtBot, room: DocumentsRoom, enter: Enter, archive: Archive
) -> None:
    document, program = put(archive), join(archive).program
    enter()
    archive.links.add(LinkDraft(document, 1, 1, Target.PROGRAM, program.id))

    def counted() -> bool:
        shown = room.model.document(0)
        return shown is not None and shown.links == 1

    qtbot.waitUntil(counted)


def test_a_hidden_room_waits_with_its_reading(
    qtbot: QtBot, desk: Desk, room: DocumentsRoom, enter: Enter, archive: Archive
) -> None:
    enter()
    room.hide()
    with qtbot.waitSignal(desk.changed):
        put(archive)
    assert not desk.jobs.running
    with qtbot.waitSignal(room.model.settled):
        room.show()
    assert room.model.total == 1


def test_the_room_follows_the_language(room: DocumentsRoom, enter: Enter) -> None:
    enter()
    use("id")
    room.retranslate()
    assert room.title() == "Dokumen"
    assert room.model.headerData(0, Qt.Orientation.Horizontal) == "Judul"
    assert room.filter_bar.count.text() == "0 dokumen"


def test_nothing_of_an_archive_is_left_when_it_closes(
    qtbot: QtBot, desk: Desk, room: DocumentsRoom, enter: Enter, folder: Path, archive: Archive
) -> None:
    put(archive)
    enter()
    room.table.selectRow(0)
    desk.leave()
    assert (room.model.total, room.table.document) == (0, None)
    desk.take(open_archive(folder, Mode.READ, Access.OPEN))
    enter()
    room.table.selectRow(0)
    assert room.doings["open"].isEnabled()
    assert not room.doings["describe"].isEnabled()  # open for looking only


def test_the_pictures_of_a_paper_are_read_again(
    qtbot: QtBot, room: DocumentsRoom, enter: Enter, archive: Archive, tmp_path: Path
) -> None:
    bring(archive, papers.image_pdf(tmp_path / "pindai.pdf"))
    with archive._database.writing(archive.announce) as writing:
        storing.give_up(writing, (1, 1))
    enter()
    room.table.selectRow(0)
    qtbot.waitUntil(lambda: room.table.document is not None)
    room.doings["read_again"].trigger()
    qtbot.waitUntil(lambda: archive.scans.unread().pages == 1)

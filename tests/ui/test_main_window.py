"""The window around the rooms: opening, looking only, notices, languages, the way back, closing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from archive.archive import Archive, Mode
from archive.errors import DiskFull
from archive.progress import Progress
from archive.records import Access, AgreementDraft, Validity
from tests.archive.stock import fresh, join, put
from tests.papers import folder_of_papers
from ui import work
from ui.desk import Desk
from ui.faults import Faults
from ui.language import use
from ui.main_window import MainWindow
from ui.reader.engine import engine
from ui.settings import Settings

LONG = 30_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive with two papers, indexed."""
    place = tmp_path / "arsip"
    with fresh(place, "Arsip Biro") as archive:
        put(archive, "Laporan pemuda")
        put(archive, "Nota kesepahaman", ["Kedua kota sepakat."], kind="mou")
    work.keep_index(place, Progress())
    return place


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    """A window in English with no archive; at its end nothing runs any more."""
    use("en")
    faults = Faults()
    made = MainWindow(Desk(Settings()), faults)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()
    made.desk.jobs.clear()
    engine().rest()
    use("en")


@pytest.fixture
def until(qtbot: QtBot) -> Callable[[Callable[[], object]], None]:
    """Wait until something holds."""
    return lambda holds: qtbot.waitUntil(lambda: bool(holds()), timeout=LONG)


Until = Callable[[Callable[[], object]], None]


def _open(window: MainWindow, until: Until, folder: Path, mode: Mode = Mode.WRITE) -> None:
    window.opening.open(folder, mode)
    until(lambda: window.desk.archive)
    until(window.rooms.search.model.rowCount)


def test_the_last_archive_opens_again(window: MainWindow, until: Until, folder: Path) -> None:
    _open(window, until, folder)
    assert window.windowTitle().startswith("Arsip Biro")
    window.desk.leave()
    assert window.desk.archive is None
    window.open_first(None)
    until(lambda: window.desk.archive)


def test_a_closed_archive_does_not_open_by_itself(
    window: MainWindow, until: Until, folder: Path
) -> None:
    _open(window, until, folder)
    window.menus.actions["close"].trigger()
    window.open_first(None)
    until(lambda: not window.desk.jobs.running)
    assert window.desk.archive is None
    assert window.first.isVisible()


def test_in_use_is_said_and_looking_offered(window: MainWindow, until: Until, folder: Path) -> None:
    with Archive.open(folder):
        window.opening.open(folder)
        until(lambda: window.findChildren(QMessageBox))
        box = window.findChildren(QMessageBox)[0]
        assert "in use" in box.text()
        look = next(b for b in box.findChildren(QPushButton) if b.text() == "Look without changing")
        look.click()
        until(lambda: window.desk.archive)
        assert not window.desk.writable
        assert not window.menus.actions["bring_files"].isEnabled()
        assert window.notices.looking.isVisible()


def test_nothing_is_dropped_on_an_archive_only_looked_at(
    window: MainWindow, until: Until, folder: Path
) -> None:
    _open(window, until, folder, Mode.READ)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    event = QDragEnterEvent(
        window.rect().center(),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, event)
    assert not event.isAccepted()


def test_every_word_follows_the_language(window: MainWindow, until: Until, folder: Path) -> None:
    _open(window, until, folder)
    until(lambda: window.rooms.inbox.title() == "Inbox (2)")
    before = [room.title() for room in window.rooms.listed]
    window.desk.speak("id")
    titles = [room.title() for room in window.rooms.listed]
    assert titles == [
        "Cari",
        "Kotak masuk (2)",
        "Kemitraan",
        "Naskah",
        "Program",
        "Dokumen",
        "Cetak",
    ]
    assert all(one != other for one, other in zip(before, titles, strict=True))
    shown = [window.rooms.list.item(row).text() for row in range(window.rooms.list.count())]
    assert shown == titles
    window.desk.speak("en")
    assert [room.title() for room in window.rooms.listed] == before


def test_an_error_is_said_once_and_can_be_put_away(window: MainWindow, folder: Path) -> None:
    window.desk.jobs.failed.emit(DiskFull(folder))
    assert str(folder) in window.notices.trouble.words
    assert window.notices.trouble.isVisible()


def test_a_fault_is_logged_and_said_without_its_traceback(
    window: MainWindow, caplog: pytest.LogCaptureFixture
) -> None:
    window.desk.jobs.failed.emit(ZeroDivisionError("inside"))
    assert "inside" in caplog.text
    assert "inside" not in window.notices.trouble.words
    assert window.notices.trouble.isVisible()


def test_the_way_back(window: MainWindow, until: Until, folder: Path, qtbot: QtBot) -> None:
    _open(window, until, folder)
    qtbot.keyClicks(window.header.box, "sepakat")
    until(lambda: window.rooms.search.answer and window.rooms.search.answer.query == "sepakat")
    qtbot.keyClick(window.header.box, Qt.Key.Key_Return)
    until(lambda: window.rooms.reader.view.page_count)
    window.rooms.go_to("documents")
    window.menus.actions["back"].trigger()
    assert window.rooms.current.name == "reader"
    qtbot.keyClick(window.rooms.reader.view, Qt.Key.Key_Escape)
    until(lambda: window.rooms.current.name == "search")
    assert window.header.box.text() == "sepakat"
    assert window.menus.actions["forward"].isEnabled()


def test_facets_write_themselves_into_the_query(
    window: MainWindow, until: Until, folder: Path
) -> None:
    _open(window, until, folder)
    facets, box = window.rooms.search.facets, window.header.box
    facets.lists["kind"].wanted.emit("mou", "with")
    assert box.text() == 'kind:"memorandum of understanding"'
    until(lambda: window.rooms.search.model.rowCount() == 1)
    facets.lists["kind"].wanted.emit("mou", "with")
    assert box.text() == ""
    until(lambda: window.rooms.search.model.rowCount() == 2)


def test_closing_in_the_middle_loses_nothing(
    window: MainWindow, until: Until, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    """What had not come in yet comes in when the archive is opened again."""
    folder_of_papers(tmp_path / "naskah", 60, pages=4)
    _open(window, until, folder)
    with qtbot.waitSignal(window.importer.stepped, timeout=LONG):
        window.bring_in([tmp_path / "naskah"])
    window.desk.leave()
    with Archive.open(folder, Mode.READ, Access.OPEN) as archive:
        before = archive.status()
    assert before.documents + before.queued == 62
    window.opening.open(folder)
    until(lambda: window.desk.archive)
    archive_open = window.desk.archive
    assert archive_open is not None
    until(lambda: not window.importer.busy and archive_open.status().queued == 0)
    assert archive_open.status().documents == 62


def test_keys(window: MainWindow, until: Until, folder: Path, qtbot: QtBot) -> None:
    _open(window, until, folder)
    window.activateWindow()
    window.rooms.go_to("documents")
    window.menus.actions["search"].trigger()
    assert window.header.box.hasFocus()
    qtbot.keyClick(window.header.box, Qt.Key.Key_Down)
    assert window.rooms.search.results.currentIndex().isValid()


def test_another_question_begins_at_its_best_answer(
    window: MainWindow, until: Until, folder: Path
) -> None:
    """The row that was chosen for the question before says nothing about this one."""
    _open(window, until, folder)
    room = window.rooms.search
    for query in ("kota OR pemuda", "pemuda OR kota OR sepakat"):
        window.search(query)
        until(partial(_answers, window, query))
        assert room.results.currentIndex().row() == 0
        room.results.setCurrentIndex(room.model.index(1, 0))


def _answers(window: MainWindow, query: str) -> bool:
    answer = window.rooms.search.answer
    return answer is not None and answer.query == query


def test_what_is_due_is_counted_at_once_wherever_the_room_is_named(
    window: MainWindow, until: Until, folder: Path
) -> None:
    window.open_first(folder)
    until(lambda: window.desk.archive is not None)
    archive = window.desk.archive
    assert archive is not None

    def named(words: str) -> bool:
        in_menu = [action.text() for action in window.menus.rooms]
        in_list = [window.rooms.list.item(row).text() for row in range(window.rooms.list.count())]
        return words in in_menu and words in in_list

    until(lambda: named("Agreements register"))
    soon = (datetime.now(UTC).date() + timedelta(days=30)).isoformat()
    home = join(archive).partnership.id
    draft = AgreementDraft(home, "mou", "MoU", signed="2015", validity=Validity.DATE, ends=soon)
    agreement = archive.agreements.add(draft)
    until(lambda: named("Agreements register (1)"))
    archive.agreements.change(agreement.id, replace(draft, ends="2016"))
    until(lambda: named("Agreements register"))


def test_enter_presses_the_button_that_has_the_keys(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    for button in (window.first.open_button, window.first.restore_button):
        button.setFocus()
        button.clicked.disconnect()  # what it does opens a dialog
        with qtbot.waitSignal(button.clicked, timeout=LONG):
            qtbot.keyClick(button, Qt.Key.Key_Return)

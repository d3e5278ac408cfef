"""Undo in the menu: it names what it would undo, undoes just that, and leaves fields alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from archive.archive import Archive, Mode
from archive.records import Access, CityDraft, DescriptionChanges, ProgramDraft
from tests.archive.stock import fresh, join, put
from ui.desk import Desk, open_archive
from ui.faults import Faults
from ui.language import use
from ui.main_window import MainWindow
from ui.reader.engine import engine
from ui.settings import Settings


@pytest.fixture
def window(qtbot: QtBot, folder: Path) -> Iterator[MainWindow]:
    """A window in English on an archive with one partnership."""
    use("en")
    with Archive.open(folder) as archive:
        join(archive)
        put(archive, "Laporan pemuda")
    made = MainWindow(Desk(Settings()), Faults())
    made.desk.importing = True  # no process beside for the index
    qtbot.addWidget(made)
    made.show()
    made.desk.take(open_archive(folder, Mode.WRITE, Access.OPEN))
    yield made
    made.close()
    made.desk.jobs.clear()
    engine().rest()
    use("en")


@pytest.fixture
def undo(window: MainWindow) -> QAction:
    return window.menus.actions["undo"]


def archive_of(window: MainWindow) -> Archive:
    assert window.desk.archive is not None
    return window.desk.archive


def says(qtbot: QtBot, undo: QAction, words: str) -> None:
    qtbot.waitUntil(lambda: undo.text() == words and undo.isEnabled(), timeout=10_000)


def press(window: MainWindow) -> None:
    focus = QApplication.focusWidget() or window
    QTest.keyClick(focus, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_it_names_the_last_deed_and_undoes_it(
    qtbot: QtBot, window: MainWindow, undo: QAction
) -> None:
    archive = archive_of(window)
    says(qtbot, undo, "Undo: add program “Pertukaran pemuda”")
    [program] = archive.programs.of(archive.partnerships.all()[0].id)
    archive.programs.remove(program.id)
    says(qtbot, undo, "Undo: remove program “Pertukaran pemuda”")
    removed = "Program “Pertukaran pemuda” is in the trash now. Ctrl+Z brings it back."
    assert window.status.currentMessage() == removed
    with qtbot.waitSignal(window.undoing.said):
        undo.trigger()
    assert window.status.currentMessage() == "Undone: remove program “Pertukaran pemuda”"
    assert archive.programs.get(program.id) == program
    says(qtbot, undo, "Undo: add program “Pertukaran pemuda”")


def test_it_counts_what_was_done_to_several_at_once(
    qtbot: QtBot, window: MainWindow, undo: QAction
) -> None:
    archive = archive_of(window)
    papers = [put(archive, "Naskah") for _number in range(4)]
    archive.documents.describe_many(papers, DescriptionChanges(location="Rak 2"))
    says(qtbot, undo, "Undo: change document “Naskah” and 3 others")
    window.desk.speak("id")
    assert undo.text() == "Batalkan: ubah dokumen “Naskah” dan 3 lainnya"
    with qtbot.waitSignal(window.undoing.said):
        undo.trigger()
    said = "Dibatalkan: ubah dokumen “Naskah” dan 3 lainnya"
    assert window.status.currentMessage() == said


def test_what_hangs_on_one_is_not_counted(archive: Archive) -> None:
    join(archive)
    archive.partnerships.remove(archive.partnerships.all()[0].id)
    deed = archive.events.last()
    assert deed is not None
    assert deed.events > deed.alike == 1


def test_it_speaks_the_language_in_use(qtbot: QtBot, window: MainWindow, undo: QAction) -> None:
    says(qtbot, undo, "Undo: add program “Pertukaran pemuda”")
    window.desk.speak("id")
    assert undo.text() == "Batalkan: tambah program “Pertukaran pemuda”"


def test_signs_of_menus_and_long_names(qtbot: QtBot, window: MainWindow, undo: QAction) -> None:
    archive_of(window).cities.add(CityDraft("Kota & Desa " + "x" * 100))
    qtbot.waitUntil(lambda: "&&" in undo.text())
    assert len(undo.text()) < 90
    assert undo.text().endswith("…”")


def test_ctrl_z_undoes(qtbot: QtBot, window: MainWindow, undo: QAction) -> None:
    archive_of(window).cities.add(CityDraft("Osaka"))
    says(qtbot, undo, "Undo: add city “Osaka”")
    window.rooms.go_to("documents")
    qtbot.waitUntil(window.isActiveWindow)
    window.rooms.current.entered()
    press(window)
    says(qtbot, undo, "Undo: add program “Pertukaran pemuda”")


def test_ctrl_z_in_a_field_is_the_fields(qtbot: QtBot, window: MainWindow, undo: QAction) -> None:
    archive_of(window).cities.add(CityDraft("Osaka"))
    says(qtbot, undo, "Undo: add city “Osaka”")
    box = window.header.box
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    QTest.keyClicks(box, "pem")
    press(window)
    assert box.text() == ""
    press(window)  # nothing left in the field: still not the archive's
    qtbot.wait(200)
    assert [city.name for city in archive_of(window).cities.all()] == ["Jakarta", "Osaka", "Tokyo"]


def test_nothing_to_undo(qtbot: QtBot, window: MainWindow, undo: QAction, tmp_path: Path) -> None:
    says(qtbot, undo, "Undo: add program “Pertukaran pemuda”")
    folder = archive_of(window).folder
    window.desk.leave()
    assert (undo.text(), undo.isEnabled()) == ("Undo", False)
    window.desk.take(open_archive(folder, Mode.READ, Access.OPEN))
    qtbot.wait(300)
    assert (undo.text(), undo.isEnabled()) == ("Undo", False)
    assert window.menus.actions["trash"].isEnabled()
    window.desk.leave()
    fresh(tmp_path / "baru", "Baru").close()
    window.desk.take(open_archive(tmp_path / "baru", Mode.WRITE, Access.OPEN))
    qtbot.wait(300)
    assert (undo.text(), undo.isEnabled()) == ("Undo", False)


def test_what_was_undone_meanwhile_is_said(qtbot: QtBot, window: MainWindow, undo: QAction) -> None:
    archive = archive_of(window)
    says(qtbot, undo, "Undo: add program “Pertukaran pemuda”")
    named = archive.events.last()
    assert named is not None
    archive.events.reverse(named.number)  # the window has not heard of it yet
    window.undoing.undo()
    qtbot.waitUntil(window.notices.trouble.isVisible)
    assert "cannot be undone any more" in window.notices.trouble.words
    says(qtbot, undo, "Undo: add partnership “Jakarta–Tokyo”")


def test_a_document_goes_to_the_trash_with_del(
    qtbot: QtBot, window: MainWindow, undo: QAction
) -> None:
    archive = archive_of(window)
    window.rooms.go_to("documents")
    room = window.rooms.current
    table = window.rooms.documents.table
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)
    room.entered()
    table.selectRow(0)
    qtbot.waitUntil(lambda: table.document is not None)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    says(qtbot, undo, "Undo: remove document “Laporan pemuda”")
    qtbot.waitUntil(lambda: table.model().rowCount() == 0)
    assert len(archive.documents.trashed()) == 1
    undo.trigger()
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)


def test_undoing_takes_what_hangs_together(qtbot: QtBot, window: MainWindow, undo: QAction) -> None:
    archive = archive_of(window)
    [partnership] = archive.partnerships.all()
    [program] = archive.programs.of(partnership.id)
    archive.programs.add(ProgramDraft(partnership.id, "Festival", parent=program.id))
    archive.partnerships.remove(partnership.id)
    says(qtbot, undo, "Undo: remove partnership “Jakarta–Tokyo”")
    undo.trigger()
    says(qtbot, undo, "Undo: add program “Festival”")
    assert len(archive.programs.of(partnership.id)) == 2

"""Checking the originals: whole, altered, missing, cancelled, closed in the middle."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ui.custody.verify_dialog import VerifyDialog
from ui.desk import Desk
from ui.language import use

LEFT = Qt.MouseButton.LeftButton
WAIT = 30_000


def ended(qtbot: QtBot, dialog: VerifyDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.busy, timeout=WAIT)


def originals(folder: Path) -> list[Path]:
    return sorted(path for path in (folder / "files").glob("*/*") if path.is_file())


def test_whole_originals_are_said_so(qtbot: QtBot, opened: Desk, parent: QWidget) -> None:
    dialog = VerifyDialog(opened, parent)
    dialog.open()
    assert dialog.busy and dialog.bar.isVisible() and dialog.shut.text() == "Cancel"
    ended(qtbot, dialog)
    assert dialog.outcome.text().splitlines() == [
        "All 2 originals are as they came in.",
        "What lies above the reading level “open” was checked too, and is not counted here.",
    ]
    assert not dialog.table.isVisible() and not dialog.copy.isVisible()
    assert dialog.shut.text() == "Close"
    opened.speak("id")
    assert dialog.outcome.text().startswith(
        "Seluruh 2 berkas asli masih sama seperti saat dimasukkan.\nYang berada di atas"
    )
    use("en")
    dialog.close()


def test_faults_stand_in_a_table_that_can_be_copied(
    qtbot: QtBot, opened: Desk, folder: Path, parent: QWidget
) -> None:
    altered, missing, _whole = originals(folder)
    for path in (altered, missing):
        path.chmod(0o600)
        path.parent.chmod(0o700)
    altered.write_text("lain")
    missing.unlink()
    dialog = VerifyDialog(opened, parent)
    dialog.open()
    ended(qtbot, dialog)
    assert dialog.outcome.text().startswith("2 of 2 originals are not as they came in.")
    assert dialog.table.isVisible() and dialog.table.rowCount() == 2
    QTest.mouseClick(dialog.copy, LEFT)
    copied = QGuiApplication.clipboard().text()
    assert str(altered) in copied and "its file has been altered" in copied
    assert str(missing) in copied and "its file is missing" in copied
    dialog.table.selectRow(0)
    QTest.keyClick(dialog.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 1
    QTest.mouseClick(dialog.act, LEFT)
    assert dialog.busy and not dialog.table.isVisible()
    ended(qtbot, dialog)
    assert dialog.table.rowCount() == 2
    dialog.close()


def test_what_lies_above_the_level_is_not_named(
    qtbot: QtBot, opened: Desk, folder: Path, parent: QWidget
) -> None:
    for path in originals(folder):
        path.parent.chmod(0o700)
        path.chmod(0o600)
        path.unlink()
    dialog = VerifyDialog(opened, parent)
    dialog.open()
    ended(qtbot, dialog)
    cells = [dialog.table.item(row, 0) for row in range(3)]
    titles = {cell.text() for cell in cells if cell is not None}
    assert titles == {"Laporan kegiatan", "Surat", "(above this desk's reading level)"}
    dialog.close()


def test_cancel_stops_and_can_begin_again(qtbot: QtBot, opened: Desk, parent: QWidget) -> None:
    dialog = VerifyDialog(opened, parent)
    dialog.open()
    QTest.mouseClick(dialog.shut, LEFT)
    assert not dialog.busy and dialog.outcome.isVisible()
    QTest.mouseClick(dialog.act, LEFT)
    ended(qtbot, dialog)
    assert dialog.outcome.text().startswith("All 2 originals are as they came in.")
    dialog.close()


def test_closing_in_the_middle_cancels(qtbot: QtBot, opened: Desk, parent: QWidget) -> None:
    dialog = VerifyDialog(opened, parent)
    dialog.open()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(dialog))
    qtbot.waitUntil(lambda: not opened.jobs.running, timeout=WAIT)


def test_it_closes_with_the_archive(qtbot: QtBot, opened: Desk, parent: QWidget) -> None:
    dialog = VerifyDialog(opened, parent)
    dialog.open()
    opened.leave()
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_an_archive_that_is_gone_is_told(
    qtbot: QtBot, opened: Desk, folder: Path, parent: QWidget
) -> None:
    (folder / "kembar.toml").rename(folder / "away.toml")
    (folder / "catalogue.db").rename(folder / "away.db")
    dialog = VerifyDialog(opened, parent)
    dialog.open()
    ended(qtbot, dialog)
    assert dialog.trouble.isVisible() and str(folder) in dialog.trouble.text()
    (folder / "away.toml").rename(folder / "kembar.toml")
    (folder / "away.db").rename(folder / "catalogue.db")
    dialog.close()

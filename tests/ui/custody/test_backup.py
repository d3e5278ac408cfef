"""A backup made and brought back through the dialogs; troubles are said, nothing half is left."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from archive.archive import Archive, Mode
from archive.records import Access
from ui.custody.backup_dialog import PLACE, BackupDialog
from ui.custody.free_file import free_file
from ui.custody.restore_dialog import RestoreDialog
from ui.custody.words import size_words
from ui.custody.work_dialog import WorkDialog
from ui.desk import Desk
from ui.language import use

LEFT = Qt.MouseButton.LeftButton
WAIT = 30_000


def ended(qtbot: QtBot, dialog: WorkDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.busy, timeout=WAIT)


def backing_up(qtbot: QtBot, desk: Desk, parent: QWidget, folder: Path) -> BackupDialog:
    desk.settings.set_value(PLACE, str(folder))
    dialog = BackupDialog(desk, parent)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.file.file() is not None)
    return dialog


def test_a_backup_is_proposed_made_and_restored(
    qtbot: QtBot, opened: Desk, parent: QWidget, tmp_path: Path
) -> None:
    dialog = backing_up(qtbot, opened, parent, tmp_path)
    file = dialog.file.file()
    assert file is not None and file.parent == tmp_path
    assert file.name.startswith("Arsip Biro-20") and file.suffix == ".kembar"
    QTest.mouseClick(dialog.act, LEFT)
    assert dialog.busy and not dialog.file.isEnabled()
    ended(qtbot, dialog)
    assert str(file) in dialog.outcome.text() and "kB" in dialog.outcome.text()
    dialog.close()
    opened.leave()
    restoring = RestoreDialog(opened, parent)
    restoring.open()
    restoring.file.chosen.emit(file)
    restoring.file.set_file(file)
    proposed = restoring.folder.path()
    assert proposed is not None and proposed.name == "Arsip Biro"
    restoring.folder.set_path(tmp_path / "baru")
    with qtbot.waitSignal(restoring.restored, timeout=WAIT) as restored:
        QTest.mouseClick(restoring.act, LEFT)
    assert restored.args == [tmp_path / "baru"]
    with Archive.open(tmp_path / "baru", Mode.READ, Access.SECRET) as archive:
        assert archive.info.name == "Arsip: Biro"
        assert archive.status().documents == 3


def test_the_place_of_the_last_backup_is_proposed_again(
    qtbot: QtBot, opened: Desk, parent: QWidget, tmp_path: Path
) -> None:
    dialog = backing_up(qtbot, opened, parent, tmp_path)
    QTest.mouseClick(dialog.file.choose, LEFT)
    chooser = dialog.findChild(QFileDialog)
    assert isinstance(chooser, QFileDialog)
    place = tmp_path / "diska"
    place.mkdir()
    chooser.fileSelected.emit(str(place / "saya.kembar"))
    chooser.reject()
    assert dialog.file.file() == place / "saya.kembar"
    dialog.close()
    again = backing_up(qtbot, opened, parent, place)
    proposed = again.file.file()
    assert proposed is not None and proposed.parent == place
    again.close()


def test_a_backup_that_cannot_be_written_is_told(
    qtbot: QtBot, opened: Desk, parent: QWidget, tmp_path: Path
) -> None:
    dialog = backing_up(qtbot, opened, parent, tmp_path)
    dialog.file.set_file(tmp_path / "tidak ada" / "x.kembar")
    QTest.mouseClick(dialog.act, LEFT)
    ended(qtbot, dialog)
    assert dialog.trouble.isVisible() and "x.kembar" in dialog.trouble.text()
    dialog.close()


def test_a_cancelled_backup_leaves_nothing(
    qtbot: QtBot, opened: Desk, parent: QWidget, tmp_path: Path
) -> None:
    place = tmp_path / "diska"
    place.mkdir()
    dialog = backing_up(qtbot, opened, parent, place)
    QTest.mouseClick(dialog.act, LEFT)
    QTest.mouseClick(dialog.shut, LEFT)
    assert not dialog.busy
    qtbot.waitUntil(lambda: not opened.jobs.running, timeout=WAIT)
    assert not list(place.iterdir())
    dialog.close()


def test_altered_originals_are_named_with_the_backup(
    qtbot: QtBot, opened: Desk, parent: QWidget, folder: Path, tmp_path: Path
) -> None:
    original = next(path for path in (folder / "files").glob("*/*") if path.is_file())
    original.chmod(0o600)
    original.write_text("lain")
    dialog = backing_up(qtbot, opened, parent, tmp_path)
    QTest.mouseClick(dialog.act, LEFT)
    ended(qtbot, dialog)
    assert dialog.table.rowCount() == 1
    assert "1 original was already not as it came in" in dialog.outcome.text()
    dialog.close()


def test_what_restoring_needs_is_asked_for(
    qtbot: QtBot, desk: Desk, parent: QWidget, tmp_path: Path
) -> None:
    broken = tmp_path / "rusak.kembar"
    broken.write_bytes(b"no backup")
    dialog = RestoreDialog(desk, parent)
    dialog.open()
    QTest.mouseClick(dialog.act, LEFT)
    assert dialog.trouble.text() == "Choose a backup file."
    dialog.file.set_file(broken)
    dialog.folder.line.setText("baru")
    assert not dialog.trouble.isVisible()
    QTest.mouseClick(dialog.act, LEFT)
    assert dialog.trouble.text().startswith("Write the whole path")
    dialog.folder.set_path(tmp_path / "baru")
    QTest.mouseClick(dialog.act, LEFT)
    ended(qtbot, dialog)
    assert str(broken) in dialog.trouble.text() and dialog.act.isVisible()
    assert not (tmp_path / "baru").exists()
    dialog.close()


@pytest.mark.parametrize("left", [("x.kembar",), ("x.kembar", "x-2.kembar")])
def test_a_proposed_file_is_never_there_yet(tmp_path: Path, left: tuple[str, ...]) -> None:
    for name in left:
        (tmp_path / name).touch()
    found = free_file((tmp_path / "gone", tmp_path), "x", ".kembar")
    assert found == tmp_path / f"x-{len(left) + 1}.kembar"


def test_sizes_are_said_in_the_language(qapp: object) -> None:
    use("id")
    assert size_words(1_234_567_890) == "1,2 GB"
    use("en")
    assert size_words(1_234_567_890) == "1.2 GB"
    assert QLocale("id").language() == QLocale.Language.Indonesian

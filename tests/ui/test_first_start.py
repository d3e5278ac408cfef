"""The first choices: create, open, look, restore; recent archives, those gone can be forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from archive.errors import FolderNotEmpty, Invalid
from ui.create_dialog import CreateDialog
from ui.custody.folder_line import documents, folder_name
from ui.desk import Desk
from ui.first_start import SHOWN, FirstStart
from ui.language import use
from ui.settings import Settings

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(qapp: object) -> Iterator[Desk]:
    """A desk without an archive, speaking English."""
    use("en")
    made = Desk(Settings())
    yield made
    made.jobs.clear()


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """A window to open dialogs over."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def start(qtbot: QtBot, desk: Desk) -> FirstStart:
    made = FirstStart(desk)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    qtbot.waitUntil(lambda: not desk.jobs.running)
    return made


@pytest.mark.parametrize(
    ("button", "signal"),
    [
        ("create", "create_wanted"),
        ("open", "open_wanted"),
        ("sample", "sample_wanted"),
        ("restore", "restore_wanted"),
    ],
)
def test_each_button_tells_what_is_wanted(
    qtbot: QtBot, desk: Desk, button: str, signal: str
) -> None:
    shown = start(qtbot, desk)
    with qtbot.waitSignal(getattr(shown, signal)):
        QTest.mouseClick(getattr(shown, f"{button}_button"), LEFT)
    with qtbot.waitSignal(getattr(shown, signal)):
        QTest.keyClick(getattr(shown, f"{button}_button"), Qt.Key.Key_Space)


def test_a_recent_archive_opens_and_one_that_is_gone_is_forgotten(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    gone, here = tmp_path / "lama", tmp_path / "Arsip Biro"
    here.mkdir()
    desk.settings.opened(gone)
    desk.settings.opened(here)
    shown = start(qtbot, desk)
    first, second = shown.rows
    assert first.button.name == "Arsip Biro" and first.button.isEnabled()
    assert not second.button.isEnabled() and second.forget.isVisible()
    with qtbot.waitSignal(shown.recent_chosen) as chosen:
        QTest.mouseClick(first.button, LEFT)
    assert chosen.args == [here]
    QTest.mouseClick(second.forget, LEFT)
    assert desk.settings.recent == (here,)
    assert [row.folder for row in shown.rows] == [here]


def test_rows_before_are_gone_at_once(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    for number in range(8):
        desk.settings.opened(tmp_path / str(number))
    shown = start(qtbot, desk)
    before = shown.rows
    shown.refresh()
    assert len(shown.rows) == SHOWN
    assert not any(row.isVisible() for row in before)
    qtbot.waitUntil(lambda: not desk.jobs.running)


def test_words_change_with_the_language(qtbot: QtBot, desk: Desk) -> None:
    shown = start(qtbot, desk)
    english = shown.create_button.name
    use("id")
    shown.retranslate()
    assert shown.create_button.name != english


def test_the_folder_follows_the_name_until_it_is_written(qtbot: QtBot, parent: QWidget) -> None:
    use("en")
    dialog = CreateDialog(parent)
    dialog.open()
    QTest.keyClicks(dialog.name, "Arsip: Biro/KS")
    assert dialog.folder.path() == documents() / "Arsip Biro KS"
    dialog.folder.line.clear()
    QTest.keyClicks(dialog.folder.line, str(documents() / "lain"))
    QTest.keyClicks(dialog.name, " 2")
    assert dialog.folder.path() == documents() / "lain"
    with qtbot.waitSignal(dialog.wanted) as wanted:
        QTest.mouseClick(dialog.create_button, LEFT)
    assert wanted.args == [documents() / "lain", "Arsip: Biro/KS 2"]


def test_a_chosen_folder_takes_the_new_one_in(
    qtbot: QtBot, parent: QWidget, tmp_path: Path
) -> None:
    use("en")
    dialog = CreateDialog(parent, "Arsip")
    dialog.open()
    QTest.mouseClick(dialog.folder.choose, LEFT)
    chooser = dialog.findChild(QFileDialog)
    assert isinstance(chooser, QFileDialog)
    chooser.fileSelected.emit(str(tmp_path))
    chooser.reject()
    assert dialog.folder.path() == tmp_path / "Arsip"
    dialog.close()


def test_troubles_stand_beside_their_field(qtbot: QtBot, parent: QWidget, tmp_path: Path) -> None:
    use("en")
    dialog = CreateDialog(parent)
    dialog.open()
    told: list[object] = []
    dialog.wanted.connect(lambda *values: told.append(values))
    QTest.mouseClick(dialog.create_button, LEFT)
    assert dialog.name_trouble.isVisible() and not dialog.folder_trouble.isVisible()
    QTest.keyClicks(dialog.name, "Arsip")
    assert not dialog.name_trouble.isVisible()
    dialog.folder.line.setText("lain")
    QTest.mouseClick(dialog.create_button, LEFT)
    assert dialog.folder_trouble.isVisible()
    dialog.tell(FolderNotEmpty(tmp_path))
    assert str(tmp_path) in dialog.folder_trouble.text()
    dialog.tell(Invalid("name", "empty"))
    assert dialog.name_trouble.isVisible()
    assert not told
    dialog.close()


@pytest.mark.parametrize(("words", "name"), [("a/b", "a b"), (" .x. ", "x"), ("A: *", "A")])
def test_folder_names_fit_every_system(words: str, name: str) -> None:
    assert folder_name(words) == name

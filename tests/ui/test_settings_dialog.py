"""Settings are applied at once and stay: language, appearance, the reader's level."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from archive.records import Access
from ui import theme
from ui.desk import Desk
from ui.language import language, use
from ui.settings import Settings
from ui.settings_dialog import SettingsDialog


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[Desk]:
    """A desk speaking English, in the light."""
    use("en")
    theme.apply("light")
    made = Desk(Settings())
    yield made
    made.jobs.clear()
    theme.apply("light")


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk) -> Iterator[SettingsDialog]:
    """The dialog over a window."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = SettingsDialog(desk, window)
    made.open()
    yield made
    close = made.buttons.button(QDialogButtonBox.StandardButton.Close)
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not isValid(made))


def pick(box: QComboBox, value: object) -> None:
    at = next(at for at in range(box.count()) if box.itemData(at) == value)
    box.setCurrentIndex(at)
    box.activated.emit(at)


def test_a_language_is_spoken_at_once(qtbot: QtBot, desk: Desk, dialog: SettingsDialog) -> None:
    assert dialog.windowTitle() == "Settings"
    with qtbot.waitSignal(desk.language_changed):
        pick(dialog.language, "id")
    assert language() == "id" and Settings().language == "id"
    assert dialog.windowTitle() == "Setelan"
    assert dialog.access.itemText(0) == "biasa/terbuka"
    pick(dialog.language, "en")
    assert dialog.access.itemText(3) == "secret"


def test_the_window_turns_dark_at_once(desk: Desk, dialog: SettingsDialog) -> None:
    before = QApplication.palette().color(QPalette.ColorRole.Window).lightness()
    pick(dialog.theme, "dark")
    assert QApplication.palette().color(QPalette.ColorRole.Window).lightness() < before
    assert Settings().theme == "dark"


def test_a_level_is_kept_and_told_once(qtbot: QtBot, desk: Desk, dialog: SettingsDialog) -> None:
    told: list[Access] = []
    dialog.access_changed.connect(lambda: told.append(desk.settings.access))
    pick(dialog.access, Access.CONFIDENTIAL)
    pick(dialog.access, Access.CONFIDENTIAL)
    assert told == [Access.CONFIDENTIAL]
    assert Settings().access is Access.CONFIDENTIAL


def test_a_level_for_this_time_is_not_kept_until_it_is_chosen(
    qtbot: QtBot, desk: Desk, dialog: SettingsDialog
) -> None:
    told: list[Access] = []
    dialog.access_changed.connect(lambda: told.append(desk.settings.access))
    desk.settings.read_at(Access.SECRET)
    assert desk.settings.access is Access.SECRET
    assert Settings().access is Access.OPEN
    pick(dialog.access, Access.SECRET)
    assert told == []
    assert Settings().access is Access.SECRET
    pick(dialog.access, Access.RESTRICTED)
    assert told == [Access.RESTRICTED]
    assert desk.settings.access is Settings().access is Access.RESTRICTED


def test_it_shows_what_is_set(qtbot: QtBot, desk: Desk) -> None:
    desk.settings.theme, desk.settings.access = "dark", Access.SECRET
    shown = SettingsDialog(desk)
    qtbot.addWidget(shown)
    assert shown.theme.currentData() == "dark"
    assert shown.access.currentData() == Access.SECRET
    assert shown.language.currentData() == "en"


def test_every_choice_has_a_name(dialog: SettingsDialog) -> None:
    for label, box in zip(
        dialog._labels[:3], (dialog.language, dialog.theme, dialog.access), strict=True
    ):
        assert label.buddy() is box and label.text()

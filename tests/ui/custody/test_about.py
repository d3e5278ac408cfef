"""What the program says of itself, and its list of keys."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ui import about
from ui.about import AboutDialog, KeysDialog, known_keys
from ui.faults import log_file
from ui.language import use


def words(dialog: QWidget) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_it_says_its_licence_and_where_the_log_is(qtbot: QtBot, parent: QWidget) -> None:
    use("en")
    dialog = AboutDialog(parent)
    dialog.open()
    assert str(log_file()) in words(dialog) and "Apache License 2.0" in words(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_without_an_installation_it_runs_from_its_sources(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_name: str) -> str:
        raise PackageNotFoundError

    use("en")
    monkeypatch.setattr(about, "version", unknown)
    assert about.program_version() == "from its sources"


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_key_is_listed(qtbot: QtBot, parent: QWidget, language: str) -> None:
    use(language)
    dialog = KeysDialog(parent)
    dialog.open()
    assert {word for row in known_keys() for word in row} <= set(words(dialog))
    dialog.close()
    qtbot.waitUntil(lambda: not isValid(dialog))

"""Languages of reading: those installed are ticked, the others named with how to add them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from archive.archive import Archive
from archive.errors import CannotReadPictures
from ui.desk import Desk
from ui.imports.importer import Importer
from ui.language import use
from ui.scanning.button import EyesButton
from ui.scanning.eyes import Eyes
from ui.scanning.install_line import InstallLine
from ui.scanning.language_choice import LanguageChoice
from ui.scanning.trouble_dialog import TroubleDialog
from ui.settings_dialog import SettingsDialog


@pytest.fixture
def tessdata(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A computer where Indonesian, English and Japanese are installed, but no other."""
    place = tmp_path / "tessdata"
    place.mkdir()
    for code in ("ind", "eng", "jpn", "osd"):
        (place / f"{code}.traineddata").write_bytes(b"")
    monkeypatch.setenv("TESSDATA_PREFIX", str(place))
    return place


@pytest.fixture
def choice(qtbot: QtBot, desk: Desk, tessdata: Path) -> Iterator[LanguageChoice]:
    """What is chosen from."""
    made = LanguageChoice(desk)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.looked):
        made.show()
    yield made


def test_what_is_installed_can_be_ticked(qtbot: QtBot, choice: LanguageChoice) -> None:
    assert choice.languages == ("ind", "eng")
    seen = [code for code, box in choice.boxes.items() if box.isVisible()]
    assert seen == ["ind", "eng", "jpn"]
    with qtbot.waitSignal(choice.chosen) as told:
        choice.boxes["jpn"].click()
    assert told.args == [("ind", "eng", "jpn")]


def test_what_is_missing_is_named_with_its_line(choice: LanguageChoice) -> None:
    assert "Chinese (simplified), Chinese (traditional), Korean" in choice.missing.says.text()
    choice.missing.copy.click()
    assert QGuiApplication.clipboard().text() == choice.missing.line.text()


def test_one_language_stays(choice: LanguageChoice) -> None:
    for code in ("ind", "eng"):
        choice.boxes[code].click()
    assert choice.languages == ("eng",)


def test_the_settings_tell_the_eyes(qtbot: QtBot, desk: Desk, tessdata: Path) -> None:
    eyes = Eyes(desk, Importer(desk))
    dialog = SettingsDialog(desk)
    qtbot.addWidget(dialog)
    dialog.languages_chosen.connect(eyes.use)
    with qtbot.waitSignal(dialog.reading.looked):
        dialog.open()
    dialog.reading.boxes["jpn"].click()
    assert eyes.languages == ("ind", "eng", "jpn")
    dialog.reject()


def test_what_cannot_be_read_is_explained_and_tried_again(
    qtbot: QtBot, desk: Desk, archive: Archive, tessdata: Path
) -> None:
    eyes = Eyes(desk, Importer(desk))
    eyes.trouble, eyes.missing = CannotReadPictures("no_language", ("kor",), ""), ("kor",)
    button = EyesButton(eyes)
    qtbot.addWidget(button)
    button.click()
    dialog = button.window().findChild(TroubleDialog)
    assert isinstance(dialog, TroubleDialog)
    assert "Korean" in dialog.missing.says.text() and "kor" in dialog.says.text()
    dialog.accept()
    assert eyes.trouble is None


def test_a_computer_without_such_a_line_is_told_where_files_go(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    use("en")
    monkeypatch.setenv("PATH", "")
    line = InstallLine()
    qtbot.addWidget(line)
    line.show_missing(("kor",))
    assert "kor.traineddata" in line.says.text() and line.line.isHidden()

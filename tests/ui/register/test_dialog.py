"""The dialog of a register: columns mapped once, rows looked at, good ones entered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from archive.archive import Archive
from archive.exchange.register import Options, check, read, table
from archive.exchange.register.columns import guess
from tests.archive.exchange.register.sheets import HEADINGS, row, text, workbook
from tests.archive.stock import Joined
from ui.desk import Desk
from ui.language import use
from ui.register import RegisterDialog
from ui.register.preview_model import PreviewModel


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, joined: Joined) -> Iterator[RegisterDialog]:
    made = RegisterDialog(desk)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.open()
    yield made
    made.reject()
    qtbot.waitUntil(lambda: not desk.jobs.running)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Two good rows and one with faults."""
    return workbook(tmp_path / "r.xlsx", [row("1"), row("", city="Tokio"), row("3")])


def taken(qtbot: QtBot, dialog: RegisterDialog, file: Path) -> None:
    dialog.take(file)
    qtbot.waitUntil(lambda: dialog.file.table is not None)


def gone_on(qtbot: QtBot, dialog: RegisterDialog) -> None:
    page = dialog.pages.currentWidget()
    qtbot.waitUntil(dialog.next.isEnabled)
    dialog.next.click()
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is not page)


def test_from_file_to_agreements(
    qtbot: QtBot, dialog: RegisterDialog, archive: Archive, joined: Joined, file: Path
) -> None:
    assert not dialog.next.isEnabled()
    taken(qtbot, dialog, file)
    assert dialog.file.chosen.mapping == guess(HEADINGS)
    gone_on(qtbot, dialog)
    preview = dialog.preview
    assert preview.count.text() == "2 rows can be entered · 1 row has faults"
    assert "Perhaps “Tokyo”?" in preview.wrong.toPlainText()
    preview.only.setChecked(True)
    assert preview.filtered.rowCount() == 1
    assert archive.agreements.of(joined.partnership.id) == ()
    assert dialog.next.text() == "Enter 2 rows"
    gone_on(qtbot, dialog)
    assert len(archive.agreements.of(joined.partnership.id)) == 2
    left = file.parent / "r - what is wrong.xlsx"
    assert dialog.outcome.heading.text() == "2 agreements were entered."
    assert str(left) in dialog.outcome.words.text() and left.exists()
    assert dialog.outcome.folder.isVisible()


def test_columns_are_mapped_once(qtbot: QtBot, dialog: RegisterDialog, file: Path) -> None:
    taken(qtbot, dialog, file)
    boxes = dict(dialog.file.columns.boxes())
    boxes[6].setCurrentIndex(boxes[6].findData("note"))
    dialog.file.numbered.setChecked(False)
    wanted = dialog.file.chosen
    gone_on(qtbot, dialog)
    dialog.back.click()
    assert dialog.file.chosen == wanted
    taken(qtbot, dialog, workbook(file.with_name("s.xlsx"), [row("9")]))
    assert dialog.file.chosen == wanted
    again = ("What is wrong", *HEADINGS)
    taken(qtbot, dialog, workbook(file.with_name("t.xlsx"), [("", *row())], headings=again))
    assert dialog.file.chosen.mapping == ("", *wanted.mapping)


def test_what_is_missing_is_said_before_rows_are_checked(
    qtbot: QtBot, dialog: RegisterDialog, file: Path
) -> None:
    taken(qtbot, dialog, file)
    boxes = dict(dialog.file.columns.boxes())
    boxes[1].setCurrentIndex(boxes[1].findData("title"))
    assert not dialog.next.isEnabled()
    said = dialog.file.wrong.text()
    assert "“Title” is chosen for several columns" in said and "column of numbers" in said
    boxes[1].setCurrentIndex(0)
    dialog.file.numbered.setChecked(False)
    assert dialog.next.isEnabled() and not dialog.file.wrong.isVisible()
    boxes[2].setCurrentIndex(0)
    assert not dialog.next.isEnabled()
    dialog.file.kind.setCurrentIndex(dialog.file.kind.findData("mou"))
    assert dialog.next.isEnabled() and dialog.file.chosen.options.kind == "mou"
    boxes[2].setCurrentIndex(boxes[2].findData("kind"))
    assert not dialog.file.kind.isVisible() and not dialog.file.chosen.options.kind


def test_a_file_that_cannot_be_read_is_told(
    qtbot: QtBot, dialog: RegisterDialog, tmp_path: Path
) -> None:
    old = tmp_path / "lama.xls"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    dialog.take(old)
    qtbot.waitUntil(dialog.trouble.isVisible)
    assert "old form (XLS)" in dialog.trouble.text()
    assert not dialog.next.isEnabled()


def test_missing_partnerships_are_made_when_ticked(
    qtbot: QtBot, dialog: RegisterDialog, archive: Archive, tmp_path: Path
) -> None:
    taken(qtbot, dialog, text(tmp_path / "r.csv", [row("1", city="Osaka")]))
    assert not dialog.file.cities.isEnabled()
    dialog.file.partnerships.setChecked(True)
    dialog.file.cities.setChecked(True)
    gone_on(qtbot, dialog)
    gone_on(qtbot, dialog)
    assert archive.partnerships.find("Jakarta–Osaka").own
    assert "1 city was made for them." in dialog.outcome.words.text()


def test_stopping_enters_nothing(
    qtbot: QtBot, dialog: RegisterDialog, archive: Archive, joined: Joined, tmp_path: Path
) -> None:
    rows = [row(str(number)) for number in range(200)]
    taken(qtbot, dialog, text(tmp_path / "r.csv", rows))
    gone_on(qtbot, dialog)
    dialog.next.click()
    assert dialog.shut.text() == "Cancel"
    dialog.shut.click()
    qtbot.waitUntil(dialog.trouble.isVisible)
    assert dialog.trouble.text() == "Stopped. Nothing was entered."
    assert archive.agreements.of(joined.partnership.id) == ()
    assert dialog.next.isEnabled()


def test_every_word_follows_the_language(
    qtbot: QtBot, dialog: RegisterDialog, desk: Desk, file: Path
) -> None:
    taken(qtbot, dialog, file)
    gone_on(qtbot, dialog)
    desk.speak("id")
    assert dialog.windowTitle() == "Impor register"
    assert dialog.next.text() == "Catat 2 baris"
    assert dialog.preview.wrong.toPlainText().startswith("Baris 3 tinggal")
    use("en")


def test_the_preview_is_a_sound_model(
    qtmodeltester: ModelTester, archive: Archive, joined: Joined, file: Path
) -> None:
    found = table(read(file))
    mapping = guess(found.headings)
    model = PreviewModel()
    qtmodeltester.check(model)
    model.show_rows(check(found, mapping, Options(), archive).rows, mapping)
    qtmodeltester.check(model)
    shown = [model.index(1, column).data() for column in range(model.columnCount())]
    assert shown[:3] == ["3", "2 faults", "Tokio"]

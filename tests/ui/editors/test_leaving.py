"""Closing an editor: what has been typed is not lost by one key, and nothing else is asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from archive.archive import Archive
from tests.archive.stock import Joined
from ui.desk import Desk
from ui.editors.agreement_dialog import AgreementDialog
from ui.editors.program_dialog import ProgramDialog


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, joined: Joined) -> Iterator[ProgramDialog]:
    """A program that stands, in its editor."""
    made = ProgramDialog(desk, None, joined.program)
    made.open()
    qtbot.waitUntil(made.save_button.isEnabled)
    yield made
    if isValid(made):
        made.done(0)


def question(dialog: ProgramDialog) -> QMessageBox:
    """What is asked now."""
    assert dialog.leaving.question is not None
    return dialog.leaving.question


def press(box: QMessageBox, words: str) -> None:
    """Press a button of the question."""
    buttons = {each.text(): each for each in box.findChildren(QPushButton)}
    buttons[words].click()


def test_nothing_changed_asks_nothing(qtbot: QtBot, dialog: ProgramDialog) -> None:
    assert not dialog.changed  # though what it chooses from came after it was shown
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not isValid(dialog) or dialog.isHidden()


def test_typed_words_are_asked_for_once(
    qtbot: QtBot, dialog: ProgramDialog, archive: Archive, joined: Joined
) -> None:
    qtbot.keyClicks(dialog.name, " baru")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    box = question(dialog)
    assert box.text() == "Something has been changed here. Close without saving?"
    dialog.reject()
    assert question(dialog) is box  # it is asked once
    press(box, "Go on editing")
    assert dialog.isVisible() and dialog.leaving.question is None
    assert dialog.name.text().endswith(" baru")
    dialog.close()  # as by the cross of the window
    assert dialog.isVisible()
    press(question(dialog), "Close without saving")
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert archive.programs.get(joined.program.id) == joined.program


def test_taken_back_is_not_changed(qtbot: QtBot, dialog: ProgramDialog) -> None:
    qtbot.keyClicks(dialog.note, "a")
    assert dialog.changed
    qtbot.keyClick(dialog.note, Qt.Key.Key_Backspace)
    assert not dialog.changed


def test_it_goes_with_the_archive_unasked(qtbot: QtBot, dialog: ProgramDialog, desk: Desk) -> None:
    qtbot.keyClicks(dialog.name, " baru")
    desk.leave()
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_ticks_count_and_moving_among_them_does_not(
    qtbot: QtBot, desk: Desk, joined: Joined
) -> None:
    made = AgreementDialog(desk, joined.partnership.id)
    made.open()
    qtbot.waitUntil(made.save_button.isEnabled)
    fields = made.fields
    fields.setCurrentRow(2)
    assert not made.changed
    fields.item(2).setCheckState(Qt.CheckState.Checked)
    assert made.changed
    made.done(0)

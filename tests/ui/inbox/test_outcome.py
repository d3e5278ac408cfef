"""What a yes does is said, before and after; Ctrl+Z takes it back; refused proposals come again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from archive.archive import Archive
from archive.records import DocumentQuery
from tests.archive.stock import Joined, put
from tests.ui.inbox.conftest import Enter, memorandum
from ui.desk import Desk
from ui.inbox.room import InboxRoom

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def said(desk: Desk) -> list[str]:
    """Every line that is said."""
    heard: list[str] = []
    desk.said.connect(heard.append)
    return heard


def press(qtbot: QtBot, room: InboxRoom, key: Qt.Key, modifier: Qt.KeyboardModifier = CTRL) -> None:
    QTest.keyClick(QApplication.focusWidget() or room, key, modifier)
    desk = room.desk
    qtbot.waitUntil(lambda: not desk.jobs.running and not desk._gathered)
    qtbot.waitUntil(lambda: not desk.jobs.running)


def incoming(archive: Archive) -> list[int]:
    return [each.id for each in archive.documents.table(DocumentQuery(confirmed=False))]


def test_an_agreement_without_a_partnership_is_accepted_at_the_second_yes(
    qtbot: QtBot,
    archive: Archive,
    joined: Joined,
    room: InboxRoom,
    enter: Enter,
    said: list[str],
) -> None:
    paper = memorandum(archive, city="SEOUL")
    enter()
    home = room.pane.form.main["partnership"]
    press(qtbot, room, Qt.Key.Key_Return)
    assert incoming(archive) == [paper] and not said
    assert home.wrong.isVisible() and "will not be recorded" in home.wrong.text()
    assert room.pane.form.focused is home
    press(qtbot, room, Qt.Key.Key_Return)
    assert incoming(archive) == []
    assert len(said) == 1 and "without a recorded agreement" in said[0]


def test_the_second_yes_counts_for_the_paper_it_was_said_to(
    qtbot: QtBot, archive: Archive, joined: Joined, room: InboxRoom, enter: Enter
) -> None:
    papers = [memorandum(archive, day, "SEOUL") for day in (12, 13)]
    enter()
    press(qtbot, room, Qt.Key.Key_Return)
    press(qtbot, room, Qt.Key.Key_PageDown)
    home = room.pane.form.main["partnership"]
    assert not home.wrong.isVisible()
    press(qtbot, room, Qt.Key.Key_Return)
    assert home.wrong.isVisible() and sorted(incoming(archive)) == papers


def test_choosing_the_partnership_takes_the_complaint_back(
    qtbot: QtBot,
    archive: Archive,
    joined: Joined,
    room: InboxRoom,
    enter: Enter,
    said: list[str],
) -> None:
    memorandum(archive, city="SEOUL")
    enter()
    press(qtbot, room, Qt.Key.Key_Return)
    home = room.pane.form.main["partnership"]
    home.write(joined.partnership.id)
    assert not home.wrong.isVisible()
    home.write(None)
    press(qtbot, room, Qt.Key.Key_Return)
    assert home.wrong.isVisible() and not said
    home.write(joined.partnership.id)
    press(qtbot, room, Qt.Key.Key_Return)
    assert len(archive.agreements.of(joined.partnership.id)) == 1
    assert "its agreement is recorded" in said[0]


def test_a_letter_is_accepted_at_once(
    qtbot: QtBot,
    archive: Archive,
    joined: Joined,
    room: InboxRoom,
    enter: Enter,
    said: list[str],
) -> None:
    put(archive, "surat", ["Surat tanpa keterangan apa pun di dalamnya."], kind="other")
    enter()
    press(qtbot, room, Qt.Key.Key_Return)
    assert incoming(archive) == [] and said[0].endswith("is accepted.")


def test_of_several_it_is_said_how_many_agreements_were_not_recorded(
    qtbot: QtBot,
    archive: Archive,
    joined: Joined,
    room: InboxRoom,
    enter: Enter,
    said: list[str],
) -> None:
    for day, city in ((12, "TOKYO"), (12, "TOKYO"), (14, "SEOUL")):
        memorandum(archive, day, city)
    enter()
    room.list.selectAll()
    press(qtbot, room, Qt.Key.Key_Return)
    assert incoming(archive) == []
    assert said == ["3 papers are accepted. 1 of them without a recorded agreement."]


def test_undo_reaches_the_window_from_a_field_with_nothing_to_take_back(
    qtbot: QtBot, archive: Archive, joined: Joined, room: InboxRoom, enter: Enter
) -> None:
    memorandum(archive, 12)
    memorandum(archive, 13)
    undone: list[bool] = []
    undo = QAction(room)
    undo.setShortcut(QKeySequence.StandardKey.Undo)
    undo.triggered.connect(lambda: undone.append(True))
    room.addAction(undo)
    enter()
    press(qtbot, room, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    press(qtbot, room, Qt.Key.Key_Return)
    fields = room.pane.form.main
    for count, name in enumerate(("title", "partnership", "reference_code", "date"), 1):
        fields[name].focus.setFocus()
        press(qtbot, room, Qt.Key.Key_Z)
        assert len(undone) == count, name
    number = fields["reference_code"]
    number.focus.setFocus()
    before = number.value()
    QTest.keyClicks(number.focus, "12")
    press(qtbot, room, Qt.Key.Key_Z)
    assert number.value() == before and len(undone) == 4


def test_what_was_refused_is_offered_again_and_what_was_typed_stays(
    qtbot: QtBot, archive: Archive, joined: Joined, room: InboxRoom, enter: Enter
) -> None:
    memorandum(archive)
    enter()
    form = room.pane.form
    kind, number = form.main["kind"], form.main["reference_code"]
    assert not form.again.isVisible()
    kind.focus.setFocus()
    press(qtbot, room, Qt.Key.Key_Delete, Qt.KeyboardModifier.AltModifier)
    assert kind.value() == "other" and not form.again.isHidden()
    number.write("12/2017")
    qtbot.mouseClick(form.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(form.again.isHidden)
    assert kind.value() == "mou" and kind.offer is not None
    assert number.value() == "12/2017" and number.typed


def test_a_refused_proposal_stays_away_when_one_comes_back_to_the_paper(
    qtbot: QtBot, archive: Archive, joined: Joined, room: InboxRoom, enter: Enter
) -> None:
    memorandum(archive, 12)
    memorandum(archive, 13)
    enter()
    kind = room.pane.form.main["kind"]
    kind.focus.setFocus()
    press(qtbot, room, Qt.Key.Key_Delete, Qt.KeyboardModifier.AltModifier)
    press(qtbot, room, Qt.Key.Key_PageDown)
    assert kind.value() == "mou"
    press(qtbot, room, Qt.Key.Key_PageUp)
    assert kind.value() == "other" and not room.pane.form.again.isHidden()

"""The editor of an activity: what it saves, what it refuses beside which field."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from archive.archive import Archive
from archive.records import Activity, ActivityDraft
from tests.archive.stock import Joined
from ui.desk import Desk
from ui.editors.activity_dialog import ActivityDialog
from ui.editors.program_dialog import FieldList, ProgramDialog

Open = Callable[..., ActivityDialog]


@pytest.fixture
def open_dialog(qtbot: QtBot, desk: Desk, joined: Joined) -> Iterator[Open]:
    """Opens the editor and waits until it knows the cities; closes it at the end."""
    made: list[ActivityDialog] = []

    def opens(year: int | None = 2018, activity: Activity | None = None) -> ActivityDialog:
        dialog = ActivityDialog(desk, joined.program, year, activity)
        made.append(dialog)
        dialog.open()
        qtbot.waitUntil(dialog.save_button.isEnabled)
        return dialog

    yield opens
    for dialog in made:
        if isValid(dialog):
            qtbot.waitUntil(lambda dialog=dialog: not dialog._saving)  # type: ignore[misc]
            dialog.done(0)  # without being asked


def saved(qtbot: QtBot, dialog: ActivityDialog) -> Activity:
    with qtbot.waitSignal(dialog.saved) as caught:
        dialog.save_button.click()
    found = caught.args[0]
    assert isinstance(found, Activity)
    return found


def choose(dialog: ActivityDialog, status: str) -> None:
    dialog.status.setCurrentIndex(dialog.status.findData(status))


def tick(fields: FieldList, *codes: str) -> None:
    """Tick fields as the keyboard does: go there, press space."""
    for row in range(fields.count()):
        if fields.item(row).data(Qt.ItemDataRole.UserRole) in codes:
            fields.setCurrentRow(row)
            QTest.keyClick(fields, Qt.Key.Key_Space)


def test_everything_is_saved(
    qtbot: QtBot, open_dialog: Open, archive: Archive, joined: Joined
) -> None:
    dialog = open_dialog()
    QTest.keyClicks(dialog.name, "Kunjungan pelajar")
    QTest.keyClicks(dialog.dates.line, "10 Agustus 2018")
    QTest.keyClicks(dialog.place, "Tokyo")
    choose(dialog, "postponed")
    QTest.keyClicks(dialog.reason, "topan")
    dialog.mode.setCurrentIndex(dialog.mode.findData("online"))
    dialog.participants_a.setValue(12)
    dialog.note.setPlainText("dua rombongan")
    made = saved(qtbot, dialog)
    assert archive.activities.of(joined.program.id) == (made,)
    assert (made.year, made.dates, made.place) == (2018, "2018-08-10", "Tokyo")
    assert (made.status, made.reason, made.mode) == ("postponed", "topan", "online")
    assert (made.participants_a, made.participants_b) == (12, None)
    assert made.note == "dua rombongan"


def test_a_known_one_comes_back_as_it_was(
    qtbot: QtBot, open_dialog: Open, archive: Archive, joined: Joined
) -> None:
    draft = ActivityDraft(
        *(joined.program.id, 2011, "Kunjungan", "2011-03/2011-04", "Tokyo"),
        mode="hybrid",
        status="cancelled",
        reason="gempa",
        participants_b=0,
        note="catatan",
    )
    known = archive.activities.add(draft)
    assert saved(qtbot, open_dialog(None, known)) == known


def test_the_cities_stand_beside_their_counts(open_dialog: Open) -> None:
    dialog = open_dialog()
    said = [label.text() for label in dialog._sides]
    assert said == ["Participants from Jakarta", "Participants from Tokyo"]
    assert dialog.participants_b.accessibleName() == said[1]
    assert dialog.participants_b.text() == "not known"


def test_only_what_failed_has_a_reason(open_dialog: Open) -> None:
    dialog = open_dialog()
    assert not dialog.reason.isEnabled()
    choose(dialog, "cancelled")
    assert dialog.reason.isEnabled()
    QTest.keyClicks(dialog.reason, "gempa")
    choose(dialog, "held")
    assert dialog.reason.isEnabled()  # what stands there can still be taken away


@pytest.mark.parametrize(
    ("name", "dates", "field"),
    [("", "", "name"), ("Kunjungan", "kemarin dulu", "dates"), ("Kunjungan", "2017", "year")],
)
def test_what_is_refused_is_said_beside_its_field(
    qtbot: QtBot, open_dialog: Open, name: str, dates: str, field: str
) -> None:
    dialog = open_dialog()
    dialog.name.setText(name)
    dialog.dates.line.setText(dates)
    dialog.save_button.click()
    qtbot.waitUntil(lambda: bool(dialog.said(field)))
    assert ": " in dialog.said(field)


def test_a_program_has_names_fields_and_an_owner(
    qtbot: QtBot, desk: Desk, archive: Archive, joined: Joined
) -> None:
    dialog = ProgramDialog(desk, None, joined.program)
    dialog.open()
    qtbot.waitUntil(dialog.save_button.isEnabled)
    dialog.aliases.setText("Youth Exchange, JTYE,, Youth Exchange")
    dialog.ownership.setCurrentIndex(dialog.ownership.findData("a"))
    tick(dialog.fields, "youth", "culture")
    with qtbot.waitSignal(dialog.saved):
        dialog.save_button.click()
    program = archive.programs.get(joined.program.id)
    assert program.aliases == ("Youth Exchange", "JTYE")
    assert (program.ownership, set(program.fields)) == ("a", {"youth", "culture"})

"""Help in the window: suggestions under the box, did you mean, what filters cost, the statement."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from archive.archive import Archive
from search.records import BY_TITLE
from tests.archive.stock import join, put
from tests.search.test_finder import index
from ui.desk import Desk
from ui.search.room import SearchRoom
from ui.search.statement_dialog import StatementDialog
from ui.window.completing import Completing
from ui.window.completions import Completions, Offer
from ui.window.header import SearchBox

GOOD = ("Pertukaran pemuda diadakan.",)
LONG = 20_000


@pytest.fixture
def room(qtbot: QtBot, desk: Desk, archive: Archive) -> Iterator[SearchRoom]:
    """The room of an archive with three papers."""
    join(archive)
    for title in ("B", "A", "C"):
        put(archive, title, GOOD, kind="mou", date="2018")
    index(archive)
    made = SearchRoom(desk)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    made.opened()
    yield made
    made.closing()


@pytest.fixture
def box(qtbot: QtBot, desk: Desk, room: SearchRoom) -> SearchBox:
    """The box over that room, with its suggestions."""
    made = SearchBox()
    made.setParent(room)
    made.setGeometry(0, 0, 300, 30)
    made.show()
    Completing(desk, made, Completions(room))
    made.asked.connect(room.ask)
    room.activateWindow()
    made.setFocus()
    return made


def asked(room: SearchRoom, qtbot: QtBot, query: str) -> None:
    room.ask(query)
    qtbot.waitUntil(lambda: room.answer is not None and room.answer.query == query, timeout=LONG)


def test_what_was_meant_is_a_click_away(room: SearchRoom, qtbot: QtBot) -> None:
    asked(room, qtbot, "pertukran")
    qtbot.waitUntil(lambda: bool(room.advice.offered), timeout=LONG)
    assert room.advice.isVisible()
    with qtbot.waitSignal(room.written) as written:
        room.advice.chosen.emit(room.advice.offered[0].query)
    assert written.args == ["pertukaran"]
    qtbot.waitUntil(lambda: room.model.rowCount() == 3, timeout=LONG)
    qtbot.waitUntil(lambda: not room.advice.offered, timeout=LONG)
    assert not room.advice.isVisible()


def test_nothing_found_says_what_filters_cost(room: SearchRoom, qtbot: QtBot) -> None:
    asked(room, qtbot, "pertukaran year:1990")
    assert room.answer is not None and not room.answer.total
    assert [button.text() for button in room.empty.ways] == ["Without “1990”: 3 documents"]
    room.empty.ways[0].click()
    qtbot.waitUntil(lambda: room.model.rowCount() == 3, timeout=LONG)
    asked(room, qtbot, "pertukaran year:1990 kind:press")
    assert [button.text() for button in room.empty.ways] == ["Without any filter: 3 documents"]


def test_the_order_is_asked_for(room: SearchRoom, qtbot: QtBot) -> None:
    asked(room, qtbot, "pertukaran")
    room.doings.ordered.emit(BY_TITLE)

    def titles() -> list[str]:
        hits = (room.model.hit(row) for row in range(room.model.rowCount()))
        return [hit.document.description.title for hit in hits if hit is not None]

    qtbot.waitUntil(lambda: titles() == ["A", "B", "C"], timeout=LONG)


def test_a_search_is_saved_and_offered_under_the_box(
    room: SearchRoom, box: SearchBox, qtbot: QtBot
) -> None:
    asked(room, qtbot, "pertukaran")
    room.doings.save()
    memory = room.doings.memory
    assert memory is not None
    qtbot.waitUntil(lambda: memory.is_saved("pertukaran"), timeout=LONG)
    qtbot.keyClick(box, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert box.completions is not None and box.completions.isVisible()
    assert box.completions.item(0).text() == "pertukaran"


def test_suggestions_never_steal_enter(room: SearchRoom, box: SearchBox, qtbot: QtBot) -> None:
    shown = box.completions
    assert shown is not None
    qtbot.waitUntil(box.hasFocus, timeout=LONG)
    qtbot.keyClicks(box, "pert")
    qtbot.waitUntil(shown.isVisible, timeout=LONG)
    assert shown.current is None
    with qtbot.waitSignal(box.entered):
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.text() == "pert"
    assert not shown.isVisible()
    qtbot.keyClicks(box, "u")
    qtbot.waitUntil(shown.isVisible, timeout=LONG)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.text() == 'program:"Pertukaran pemuda"'
    qtbot.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(box, "pem")
    qtbot.waitUntil(shown.isVisible, timeout=LONG)
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not shown.isVisible() and box.text() == "pem"


def test_a_question_put_there_by_others_takes_the_list_away(
    room: SearchRoom, box: SearchBox, qtbot: QtBot
) -> None:
    shown = box.completions
    assert shown is not None
    qtbot.keyClicks(box, "pem")
    qtbot.waitUntil(shown.isVisible, timeout=LONG)
    box.show_text("kerja sama")
    assert not shown.isVisible()


def test_the_statement_can_be_saved(room: SearchRoom, qtbot: QtBot) -> None:
    asked(room, qtbot, "tiadaada")
    room.empty.statement.click()
    dialogs = [each for each in QApplication.topLevelWidgets() if isinstance(each, StatementDialog)]
    dialog = dialogs[0]
    qtbot.waitUntil(dialog.outlets.save.isEnabled, timeout=4 * LONG)
    assert dialog.pages.front.view.page_count == 1
    save = dialog.outlets.save
    save.setText("Simpan pernyataan ini sebagai PDF…")
    qtbot.waitUntil(lambda: save.width() >= save.sizeHint().width(), timeout=LONG)
    dialog.close()


def test_words_that_were_added_can_be_taken_away(room: SearchRoom, qtbot: QtBot) -> None:
    asked(room, qtbot, "kota kembar")
    assert "sister city" in room.chips.words
    assert room.chips.isVisible()
    room.chips.removed.emit("sister city")
    qtbot.waitUntil(lambda: "sister city" not in room.chips.words, timeout=LONG)
    assert room.chips.words, "only that one"
    room.chips.switch.setChecked(False)
    qtbot.waitUntil(lambda: not room.chips.words, timeout=LONG)
    assert room.chips.switch.isVisible(), "it can be switched on again"
    room.chips.switch.setChecked(True)
    qtbot.waitUntil(lambda: "sister city" in room.chips.words, timeout=LONG)


def test_words_are_taken_away_by_key_one_after_the_other(room: SearchRoom, qtbot: QtBot) -> None:
    asked(room, qtbot, "kota kembar")
    words = room.chips.words
    assert len(words) > 2
    room.chips.chips[0].setFocus()
    qtbot.keyClick(room.chips.chips[0], Qt.Key.Key_Right)
    assert room.chips.chips[1].hasFocus()
    qtbot.keyClick(room.chips.chips[1], Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: room.chips.words == (words[0], *words[2:]), timeout=LONG)
    assert room.chips.chips[1].hasFocus()
    assert words[2] in room.chips.chips[1].accessibleName()


def test_what_is_recognised_is_coloured_and_typing_goes_on(box: SearchBox, qtbot: QtBot) -> None:
    qtbot.keyClicks(box, "pemuda kind:mou NOT x")
    assert box.text() == "pemuda kind:mou NOT x"
    box.setCursorPosition(0)
    qtbot.keyClicks(box, "kota ")
    assert box.text() == "kota pemuda kind:mou NOT x"
    box.undo()
    assert box.text() != "kota pemuda kind:mou NOT x"


def test_tab_and_right_take_only_a_suggestion_gone_to(
    room: SearchRoom, box: SearchBox, qtbot: QtBot
) -> None:
    shown = box.completions
    assert shown is not None
    qtbot.waitUntil(box.hasFocus, timeout=LONG)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Tab):
        box.clear()
        qtbot.keyClicks(box, "pert")
        qtbot.waitUntil(shown.isVisible, timeout=LONG)
        qtbot.keyClick(box, key)
        assert box.text() == "pert"
        box.setFocus()
        qtbot.keyClicks(box, "u")
        qtbot.waitUntil(shown.isVisible, timeout=LONG)
        qtbot.keyClick(box, Qt.Key.Key_Down)
        qtbot.keyClick(box, key)
        assert box.text() == 'program:"Pertukaran pemuda"' and box.hasFocus()


def test_a_pointer_that_rests_there_chooses_nothing(
    room: SearchRoom, box: SearchBox, qtbot: QtBot
) -> None:
    shown = box.completions
    assert shown is not None
    qtbot.waitUntil(box.hasFocus, timeout=LONG)
    qtbot.keyClicks(box, "pert")
    qtbot.waitUntil(shown.isVisible, timeout=LONG)
    line = shown.visualItemRect(shown.item(0)).center()
    qtbot.mouseMove(shown.viewport(), line)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.text() == "pert"
    with qtbot.waitSignal(shown.chosen):
        shown.offer([Offer("kota", "", "kota")], box)
        qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=line)


def test_where_nothing_was_asked_before_that_is_said(
    room: SearchRoom, box: SearchBox, desk: Desk, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desk.said) as said:
        box.history_wanted.emit()
    assert "No search is kept yet" in said.args[0]

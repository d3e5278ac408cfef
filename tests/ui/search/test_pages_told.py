"""A row names its best page at first, the others when nobody types; nothing else of it moves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from pytestqt.qtbot import QtBot

from archive.archive import Archive
from archive.changes import Changes
from search.records import DocumentHit
from tests.archive.stock import put
from tests.search.test_finder import index
from tests.ui.search.conftest import LONG, low_room
from ui.desk import Desk
from ui.search.asking import SIGHT
from ui.search.room import SearchRoom
from ui.search.words import pages_told

PAPERS = SIGHT + 3
TEXTS = ("Pemuda.", "Pemuda dan pemuda.", "Seni.", "Pemuda di kota.", "Pemuda lagi.")


@pytest.fixture
def room(qtbot: QtBot, desk: Desk, archive: Archive) -> Iterator[SearchRoom]:
    """The room of an archive whose papers have several pages with a word each."""
    for number in range(PAPERS):
        put(archive, f"Laporan {number}", TEXTS)
    index(archive)
    with low_room(qtbot, desk) as made:
        yield made


def told(room: SearchRoom) -> list[str]:
    return [pages_told(hit) for hit in room.model.hits]


def ask(room: SearchRoom, qtbot: QtBot) -> tuple[DocumentHit, ...]:
    """The rows as they come first."""
    with qtbot.waitSignal(room.asking.answered, timeout=LONG):
        room.ask("pemuda")
    return room.model.hits


def rects(room: SearchRoom) -> list[QRect]:
    return [room.results.visualRect(room.model.index(row)) for row in range(SIGHT)]


def test_each_row_ends_with_the_pages_of_a_whole_answer(
    room: SearchRoom, desk: Desk, qtbot: QtBot
) -> None:
    assert desk.finder is not None
    first = ask(room, qtbot)
    assert {len(hit.pages) for hit in first} == {1} and len(first) == SIGHT
    assert told(room)[0] == "p. i1 and 3 more", "true, and no label is guessed"
    qtbot.waitUntil(lambda: room.model.rowCount() == PAPERS, timeout=LONG)
    whole = desk.finder.search(replace(room.request(), limit=PAPERS))
    assert told(room) == [pages_told(hit) for hit in whole.hits]
    assert told(room)[0].endswith("and 1 more")
    said = Qt.ItemDataRole.AccessibleDescriptionRole
    assert room.model.index(0).data(said) == told(room)[0]


def test_nothing_else_of_a_row_moves(room: SearchRoom, qtbot: QtBot) -> None:
    ask(room, qtbot)
    room.results.setCurrentIndex(room.model.index(4))
    room.results.verticalScrollBar().setValue(70)
    before, at = rects(room), room.results.verticalScrollBar().value()
    with qtbot.waitSignal(room.model.dataChanged, timeout=LONG):
        pass
    qtbot.wait(20)  # laid out anew
    assert {len(hit.pages) for hit in room.model.hits} == {3}
    assert room.results.currentIndex().row() == 4
    assert at and room.results.verticalScrollBar().value() == at
    assert rects(room) == before


def test_pages_of_rows_that_no_longer_stand_are_dropped(room: SearchRoom, qtbot: QtBot) -> None:
    first = ask(room, qtbot)
    whole = tuple(replace(hit, pages=hit.pages * 3, following=()) for hit in first)
    with qtbot.waitSignal(room.asking.answered, timeout=LONG):
        room.ask("seni")
    stood = room.model.hits
    room.asking.completed.emit(first, whole)
    assert room.model.hits == stood


def test_what_is_asked_again_by_itself_comes_whole(room: SearchRoom, qtbot: QtBot) -> None:
    ask(room, qtbot)
    qtbot.waitUntil(lambda: room.model.rowCount() == PAPERS, timeout=LONG)
    before = told(room)
    with qtbot.waitSignal(room.model.modelReset, timeout=LONG):
        room.refresh(Changes(0, frozenset()))
    assert told(room) == before


def test_who_waits_for_an_answer_does_not_wait_for_all_of_it(
    room: SearchRoom, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(room.asking.answered, timeout=LONG):
        room.ask("pemuda")
        room.refresh(Changes(0, frozenset()))
    assert {len(hit.pages) for hit in room.model.hits} == {1} and room.model.rowCount() == SIGHT

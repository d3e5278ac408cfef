"""While someone types: the newest question wins, its list comes first, Enter opens it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from pytestqt.qtbot import QtBot

from archive.archive import Archive
from search.records import Answer
from tests.archive.stock import join, put
from tests.search.test_finder import index
from tests.ui.search.conftest import LONG, low_room
from ui.desk import Desk
from ui.search.asking import SIGHT, Asking
from ui.search.room import SearchRoom
from ui.window.completions import Completions, Offer
from ui.window.header import SearchBox

PAPERS = SIGHT + 8


@pytest.fixture
def room(qtbot: QtBot, desk: Desk, archive: Archive) -> Iterator[SearchRoom]:
    """The room of an archive with more papers than are seen at once, low enough not to see all."""
    join(archive)
    for number in range(PAPERS):
        put(archive, f"Laporan {number}", ["Pertukaran pemuda diadakan."], kind="report")
    put(archive, "Nota", ["Kedua kota sepakat."], kind="mou")
    index(archive)
    with low_room(qtbot, desk) as made:
        yield made


class Painted(QObject):
    """Notes at each painting of the list what answer it shows, and what the facets do."""

    def __init__(self, room: SearchRoom) -> None:
        super().__init__(room)
        self.seen: list[tuple[str, int]] = []
        self._room = room
        room.results.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look on."""
        if event.type() == QEvent.Type.Paint and self._room.answer is not None:
            kinds = self._room.facets.lists["kind"].count()
            self.seen.append((self._room.answer.query, kinds))
        return False


def test_each_key_is_asked_at_once(qtbot: QtBot) -> None:
    box, asked = SearchBox(), list[str]()
    qtbot.addWidget(box)
    box.asked.connect(asked.append)
    qtbot.keyClicks(box, "kot")
    assert asked == ["k", "ko", "kot"]
    qtbot.keyClick(box, Qt.Key.Key_Backspace)
    assert asked[-1] == "ko"


def test_an_emptied_box_asks_once(qtbot: QtBot) -> None:
    box, asked = SearchBox(), list[str]()
    qtbot.addWidget(box)
    box.show()
    box.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus, timeout=LONG)
    qtbot.keyClicks(box, "k")
    box.asked.connect(asked.append)
    box.clear()
    qtbot.keyClicks(box, "k")
    qtbot.keyClick(box, Qt.Key.Key_Backspace)
    assert asked == ["", "k", ""]


def test_the_newest_question_wins(room: SearchRoom, desk: Desk, qtbot: QtBot) -> None:
    asking, came = Asking(desk, room), list[Answer]()
    asking.answered.connect(came.append)
    begun = list[object]()
    desk.jobs.begun.connect(begun.append)
    for end in range(1, len("pertukaran") + 1):
        asking.ask("pertukaran"[:end])
    assert len(begun) == 2, "the others are not even asked"
    qtbot.waitUntil(lambda: bool(came), timeout=LONG)
    qtbot.waitUntil(lambda: not desk.jobs.running, timeout=LONG)
    assert [answer.query for answer in came] == ["pertukaran"]
    assert len(begun) == 3


def test_a_slow_question_does_not_hold_up_the_next(room: SearchRoom, desk: Desk) -> None:
    begun = list[object]()
    desk.jobs.begun.connect(begun.append)
    room.ask("pemuda")
    room.ask("kota")
    assert len(begun) == 2


def test_the_search_is_warmed_once_for_each_opening(room: SearchRoom, desk: Desk) -> None:
    asking, begun, newest = Asking(desk, room), list[object](), room.answer
    desk.jobs.begun.connect(begun.append)
    assert newest is not None
    asking.warm(replace(newest, hits=()))
    asking.warm(replace(newest, query="pemuda"))
    assert not begun, "nothing is there to be asked for; it has been asked for"
    asking.warm(newest)
    asking.warm(newest)
    assert len(begun) == 1
    asking.renew("")
    asking.warm(newest)
    assert len(begun) == 3


def test_the_list_is_painted_before_what_stands_around_it(room: SearchRoom, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: room.facets.lists["kind"].count() == 2, timeout=LONG)
    painted = Painted(room)
    room.ask("sepakat")
    qtbot.waitUntil(lambda: room.facets.lists["kind"].count() == 1, timeout=LONG)
    first = next(kinds for query, kinds in painted.seen if query == "sepakat")
    assert first == 2, "the facets are still those of the answer before"


def test_the_page_and_the_rows_out_of_sight_come_when_nobody_types(
    room: SearchRoom, qtbot: QtBot
) -> None:
    room.ask("pemuda")
    with qtbot.waitSignal(room.asking.answered, timeout=LONG):
        pass
    assert room.model.rowCount() == SIGHT
    chosen = room.model.hit(0)
    assert chosen is not None and not room.preview.page_of(chosen)
    qtbot.waitUntil(lambda: room.model.rowCount() == PAPERS, timeout=LONG)
    qtbot.waitUntil(lambda: room.preview.title.whole == chosen.document.description.title)
    ids = {hit.document.id for row in range(PAPERS) if (hit := room.model.hit(row)) is not None}
    assert len(ids) == PAPERS


def test_enter_opens_the_first_hit_of_what_was_typed(
    room: SearchRoom, desk: Desk, qtbot: QtBot
) -> None:
    opened = list[int]()
    desk.document_wanted.connect(lambda document, _page, _asked: opened.append(document))
    room.ask("sepakat")
    room.enter_results()  # Down and Enter sooner than the answer
    qtbot.keyClick(room.results, Qt.Key.Key_Return)
    assert not opened, "not what the list still shows"
    qtbot.waitUntil(lambda: bool(opened), timeout=LONG)
    hit = room.model.hit(0)
    assert hit is not None and hit.document.description.title == "Nota"
    assert opened == [hit.document.id]


def test_nothing_is_said_to_be_missing_between_two_answers(room: SearchRoom, qtbot: QtBot) -> None:
    shown = list[bool]()
    room.empty.installEventFilter(Shown(room, shown))
    for query in ("pemuda", "xq", "pertukaran"):  # the second finds nothing
        with qtbot.waitSignal(room.asking.answered, timeout=LONG):
            room.ask(query)
    assert room.answer is not None and room.answer.query == "pertukaran"
    assert not shown
    room.ask("xq")
    qtbot.waitUntil(lambda: bool(shown), timeout=LONG)
    assert room.answer.query == "xq" and not room.model.rowCount()


class Shown(QObject):
    """Notes when a widget is shown."""

    def __init__(self, parent: QObject, shown: list[bool]) -> None:
        super().__init__(parent)
        self._shown = shown

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look on."""
        if event.type() == QEvent.Type.Show:
            self._shown.append(True)
        return False


def test_suggestions_that_no_longer_fit_go_with_the_key(qtbot: QtBot, room: SearchRoom) -> None:
    box, shown = SearchBox(room), Completions(room)

    def lines() -> list[str]:
        return [shown.item(row).text() for row in range(shown.count())]

    offers = [Offer(word, "", f"kota {word}") for word in ("Pemuda", "Pertukaran")]
    shown.offer(offers, box)
    shown.step(1)
    shown.narrow("kota pe", "kota per")
    assert lines() == ["Pertukaran"] and shown.current is None
    shown.narrow("kota per", "kota per ")
    assert not lines() and not shown.isVisible()
    shown.offer(offers, box)
    shown.narrow("kota pe", "pe")
    assert not shown.isVisible(), "it would bring back what was taken away"

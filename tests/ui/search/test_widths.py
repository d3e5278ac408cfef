"""In a small window the list and the page give way, and the facets keep the room of their names."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from search.records import MEANT, MISREAD, Answer, Suggestion
from ui.desk import Desk
from ui.language import use
from ui.search.room import SearchRoom

WIDTH = 1024 - 186  # of a small window, without the list of rooms
NAMED = 200  # pixels: room for `Jakarta-Japan Matsuri` and its count


@pytest.fixture
def room(qtbot: QtBot, desk: Desk) -> Iterator[SearchRoom]:
    """The room in the longer of the two languages."""
    use("id")
    made = SearchRoom(desk)
    made.retranslate()
    qtbot.addWidget(made)
    yield made
    made.closing()
    use("en")


def test_the_facets_keep_their_room(room: SearchRoom, qtbot: QtBot) -> None:
    room.resize(WIDTH, 600)
    room.show()
    qtbot.waitExposed(room)
    room.advice._offer(room.advice._asked, offers())
    room.empty.explain(Answer("x", 0, (), (), None, (), 0.0))
    room.preview.hits.show()
    qtbot.wait(20)
    assert room.minimumSizeHint().width() <= WIDTH == room.width()
    assert room.facets.width() >= NAMED


def test_offers_go_to_the_next_line(room: SearchRoom, qtbot: QtBot) -> None:
    room.show()
    room.advice._offer(room.advice._asked, offers())
    room.advice.setParent(None)
    room.advice.show()
    room.advice.resize(240, 300)
    qtbot.wait(20)
    heads = room.advice.findChildren(QLabel)
    assert len({head.y() for head in heads}) == 2
    assert all(part.geometry().right() < 240 for part in heads)


def offers() -> tuple[Suggestion, ...]:
    words = ("pertukaran", "pertukarannya", "pertunjukan")
    return tuple(
        Suggestion(kind, "x", word, word, 3) for kind in (MEANT, MISREAD) for word in words
    )

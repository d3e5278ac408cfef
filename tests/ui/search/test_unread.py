"""The room Search says that pages which have not been read may hold what is looked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from archive.archive import Archive
from archive.records import Access
from search.records import DocumentHit, PageHit, Snippet
from tests.archive.stock import TEXT, put
from ui.desk import Desk
from ui.search.room import SearchRoom
from ui.search.words import pages_told

FIRST = ("Isi halaman pertama", "")


@pytest.fixture
def room(qtbot: QtBot, desk: Desk) -> Iterator[SearchRoom]:
    """The room as the window has it, without the window."""
    made = SearchRoom(desk)
    qtbot.addWidget(made)
    desk.archive_closing.connect(made.closing)
    desk.changed.connect(made.refresh)
    made.resize(900, 600)
    made.show()
    yield made
    made.closing()


def test_pages_not_read_are_said_where_something_is_looked_for(
    qtbot: QtBot, room: SearchRoom, archive: Archive
) -> None:
    put(archive, "Satu", FIRST)
    put(archive, "Rahasia", FIRST, access=Access.SECRET)  # not for this reader
    room.opened()
    qtbot.waitUntil(lambda: room.answer is not None)
    assert "read" not in room.says.whole
    room.ask("tak ada")
    qtbot.waitUntil(lambda: "1 page not read yet" in room.says.whole)
    assert "not read yet" in room.empty._text.text()
    archive.scans.transcribe(1, 2, "Diketik")
    qtbot.waitUntil(lambda: "not read yet" not in room.says.whole)


def test_a_hit_on_a_page_read_by_machine_says_how_sure(archive: Archive, desk: Desk) -> None:
    document = archive.documents.get(put(archive, texts=TEXT))
    page = PageHit(1, "", Snippet("x"), 0.824)
    hit = DocumentHit(document, 1.0, (page,), 1)
    assert pages_told(hit).endswith("p. 1 · Read by machine, confidence 82 %")
    assert "machine" not in pages_told(replace(hit, pages=(replace(page, confidence=None),)))

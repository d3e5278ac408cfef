"""The room with a partnership that shows every state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from archive.archive import Archive
from archive.records import (
    ActivityDraft,
    AgreementDraft,
    LinkDraft,
    ProgramDraft,
    Target,
    Validity,
)
from tests.archive.stock import Joined, put
from ui.desk import Desk
from ui.programs.room import ProgramsRoom

QUOTE = "Pertukaran pemuda diadakan pada tahun 2018."


@dataclass(frozen=True)
class Stock:
    """What the archive of these tests holds, by id."""

    partnership: int
    exchange: int
    sport: int
    football: int
    match: int
    letter: int


@pytest.fixture
def stock(archive: Archive, joined: Joined) -> Stock:
    """An agreement from 2010 to 2020, three programs, and something in some years."""
    home, exchange = joined.partnership.id, joined.program.id
    archive.agreements.add(
        AgreementDraft(home, "mou", "MoU", signed="2010", validity=Validity.DATE, ends="2020")
    )
    sport = archive.programs.add(ProgramDraft(home, "Olahraga")).id
    football = archive.programs.add(ProgramDraft(home, "Sepak bola", sport)).id
    letter, thesis = put(archive, "Surat", kind="letter"), put(archive, "Skripsi", kind="thesis")
    for document, year in ((letter, 2018), (thesis, 2016)):
        target = Target.PROGRAM, exchange
        archive.links.add(LinkDraft(document, 1, 1, *target, QUOTE, year, year))
    for year, status in ((2011, "cancelled"), (2012, "postponed"), (2013, "planned")):
        archive.activities.add(
            ActivityDraft(exchange, year, f"Kunjungan {year}", status=status, reason="gempa")
        )
    match = archive.activities.add(
        ActivityDraft(football, 2015, "Pertandingan", participants_a=22, participants_b=20)
    ).id
    return Stock(home, exchange, sport, football, match, letter)


@pytest.fixture
def room(qtbot: QtBot, desk: Desk) -> Iterator[ProgramsRoom]:
    """The room as the window has it, without the window; nothing is opened in it yet."""
    made = ProgramsRoom(desk)
    qtbot.addWidget(made)
    desk.archive_opened.connect(lambda _archive: made.opened())
    desk.archive_closing.connect(made.closing)
    desk.changed.connect(made.refresh)
    made.resize(1080, 700)
    made.show()
    made.activateWindow()
    yield made
    for dialog in made.findChildren(QDialog):
        dialog.close()


@pytest.fixture
def filled(qtbot: QtBot, stock: Stock, room: ProgramsRoom) -> ProgramsRoom:
    """The room showing that partnership."""
    assert stock
    room.opened()
    qtbot.waitUntil(lambda: room.seen is not None)
    return room

"""A room of new papers on a desk, and memoranda that come into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from archive.archive import Archive
from tests.archive.stock import put
from ui.desk import Desk
from ui.inbox.room import InboxRoom
from ui.reader.engine import engine

Enter = Callable[[], None]

MOU = """NOTA KESEPAHAMAN
ANTARA
PEMERINTAH PROVINSI DKI JAKARTA
DAN
PEMERINTAH METROPOLITAN {city}
TENTANG
KERJA SAMA KOTA KEMBAR

Kedua pihak sepakat bekerja sama dalam bidang pemuda dan olahraga, seni dan budaya, serta
pengelolaan kota, dengan semangat persahabatan dan saling menghormati. Nota kesepahaman ini tidak
menimbulkan kewajiban hukum dan dilaksanakan sesuai dengan peraturan perundang-undangan."""
SIGNED = """Nota kesepahaman ini berlaku untuk jangka waktu 5 (lima) tahun.

Dibuat di Jakarta pada tanggal {day} Juni 2017 dalam rangkap dua, masing-masing dalam bahasa
Indonesia dan bahasa Inggris, semua naskah mempunyai kekuatan hukum yang sama."""


def memorandum(archive: Archive, day: int = 12, city: str = "TOKYO") -> int:
    """A memorandum as it comes in: nobody has described it."""
    pages = [MOU.format(city=city), SIGNED.format(day=day)]
    return put(archive, f"scan {day:04}", pages, kind="other")


@pytest.fixture
def room(qtbot: QtBot, desk: Desk) -> Iterator[InboxRoom]:
    """The room as the window has it; it is shown."""
    made = InboxRoom(desk)
    desk.archive_closing.connect(made.closing)
    desk.changed.connect(made.refresh)
    made.resize(1100, 760)
    yield made
    qtbot.waitUntil(lambda: not desk.jobs.running)
    made.preview.clear()
    engine().rest()
    made.close()
    made.deleteLater()


@pytest.fixture
def enter(qtbot: QtBot, desk: Desk, room: InboxRoom) -> Enter:
    """Opens the room and waits for the first paper and its proposals."""

    def entered() -> None:
        room.show()
        room.activateWindow()
        room.opened()
        qtbot.waitUntil(lambda: not desk.jobs.running)
        room.entered()
        qtbot.waitUntil(lambda: not desk.jobs.running)

    return entered

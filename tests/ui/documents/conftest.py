"""A desk with a real archive, a room of documents on it, and archives filled by the thousand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from archive.archive import Archive, Mode
from archive.changes import Kind
from archive.records import Access
from archive.storage.tables import DocumentRow, OriginalRow
from ui.desk import Desk, open_archive
from ui.documents.room import DocumentsRoom
from ui.language import use
from ui.reader.engine import engine
from ui.settings import Settings

Crowd = Callable[[int], None]


@pytest.fixture
def desk(qtbot: QtBot, folder: Path) -> Iterator[Desk]:
    """A desk that writes to that archive, in English; it leaves the index alone."""
    use("en")
    made = Desk(Settings())
    made.importing = True  # no process beside for the index
    made.take(open_archive(folder, Mode.WRITE, Access.RESTRICTED))
    yield made
    made.leave()
    engine().rest()


@pytest.fixture
def crowd(archive: Archive) -> Crowd:
    """Puts in many papers at once, `Paper 00000` first; their files are not there."""
    return lambda count: fill(archive, count)


@pytest.fixture
def room(qtbot: QtBot, desk: Desk) -> DocumentsRoom:
    """The room in sight, told of everything as the window tells it; open it with `enter`."""
    made = DocumentsRoom(desk)
    qtbot.addWidget(made)
    desk.archive_closing.connect(made.closing)
    desk.changed.connect(made.refresh)
    made.resize(1080, 700)
    made.show()
    return made


@pytest.fixture
def enter(qtbot: QtBot, room: DocumentsRoom) -> Callable[[], None]:
    """Opens the room and waits for its rows."""

    def entered() -> None:
        with qtbot.waitSignal(room.model.settled):
            room.opened()
        room.entered()

    return entered


def fill(archive: Archive, count: int) -> None:
    """Write the rows of many papers in one transaction."""
    with archive._database.writing(archive.announce) as writing:
        for at in range(count):
            row = DocumentRow(
                title=f"Paper {at:05}",
                kind="mou" if at % 10 == 0 else "letter",
                access=0,
                imported=f"2026-01-02T{at // 3600:02}:{at // 60 % 60:02}:{at % 60:02}Z",
                page_count=1 + at % 7,
                trouble="password" if at % 50 == 0 else "",
                original=OriginalRow(
                    sha256=f"{at:064x}",
                    size=1000 + at,
                    media_type="application/pdf",
                    name=f"p{at}.pdf",
                ),
            )
            writing.session.add(row)
        writing.session.flush()
        writing.touch(Kind.DOCUMENT, row.id)

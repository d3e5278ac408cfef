"""A desk with a real archive and the room of reports on it, in English."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from archive.archive import Archive, Mode
from archive.records import Access, CityDraft, LinkDraft, Partnership, PartnershipDraft, Target
from tests.archive.stock import fresh, join, put
from tests.ui.warm import WarmProcess, lend
from ui.desk import Desk, open_archive
from ui.language import use
from ui.reader.engine import engine
from ui.reports.room import ReportsRoom
from ui.settings import Settings


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """An archive with nothing in it."""
    place = tmp_path / "kosong"
    fresh(place).close()
    return place


@pytest.fixture
def folder(empty: Path) -> Path:
    """An archive with two partnerships; Jakarta–Tokyo has one linked page, of 2018."""
    with Archive.open(empty) as archive:
        joined = join(archive)
        page = archive.documents.page(put(archive), 1)
        archive.links.add(
            LinkDraft(
                page.document,
                1,
                1,
                Target.PROGRAM,
                joined.program.id,
                quote="Pertukaran pemuda",
                first_year=2018,
                last_year=2018,
            )
        )
        add_partnership(archive, "Beijing")
    return empty


def add_partnership(archive: Archive, city: str) -> Partnership:
    """Jakarta and another city."""
    jakarta = next(found for found in archive.cities.all() if found.name == "Jakarta")
    other = archive.cities.add(CityDraft(city))
    return archive.partnerships.add(PartnershipDraft(jakarta.id, other.id))


@pytest.fixture
def desk(qtbot: QtBot, press: WarmProcess) -> Iterator[Desk]:
    """A desk without an archive; it leaves the index alone."""
    use("en")
    made = lend(Desk(Settings()), press)
    made.importing = True  # no process beside for the index
    yield made
    made.leave()


@pytest.fixture
def room(qtbot: QtBot, desk: Desk) -> Iterator[ReportsRoom]:
    """The room as the window would have it."""
    made = ReportsRoom(desk)
    qtbot.addWidget(made)
    made.resize(1080, 800)
    desk.archive_opened.connect(lambda _archive: made.opened())
    desk.archive_closing.connect(made.closing)
    desk.changed.connect(made.refresh)
    desk.language_changed.connect(made.retranslate)
    made.show()
    yield made
    desk.leave()
    made.pages.clear()
    engine().rest()


@pytest.fixture
def opened(qtbot: QtBot, desk: Desk, room: ReportsRoom, folder: Path) -> ReportsRoom:
    """The room with the archive open and the first print in sight."""
    desk.take(open_archive(folder, Mode.WRITE, Access.OPEN))
    wait_for_pages(qtbot, room)
    return room


def wait_for_pages(qtbot: QtBot, room: ReportsRoom) -> None:
    """Until the print that the form asks for is in sight."""
    qtbot.waitUntil(room.outlets.save.isEnabled, timeout=20_000)

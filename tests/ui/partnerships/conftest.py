"""The room of partnerships on a desk, and a document linked into the one partnership."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from archive.archive import Archive
from archive.records import LinkDraft, Target
from tests.archive.stock import Joined, put
from ui.desk import Desk
from ui.partnerships.room import PartnershipsRoom

QUOTE = "Pertukaran pemuda diadakan pada tahun 2018."


@pytest.fixture
def room(qtbot: QtBot, desk: Desk) -> Iterator[PartnershipsRoom]:
    """The room as the window has it, without the window."""
    made = PartnershipsRoom(desk)
    qtbot.addWidget(made)
    desk.archive_opened.connect(lambda _archive: made.opened())
    desk.archive_closing.connect(made.closing)
    desk.changed.connect(made.refresh)
    made.resize(1080, 700)
    made.show()
    made.activateWindow()
    made.opened()
    made.dossier.tabs.setCurrentWidget(made.dossier.leaves[0])
    yield made
    for dialog in made.findChildren(QDialog):
        dialog.close()


@pytest.fixture
def linked(archive: Archive, joined: Joined) -> int:
    """A document with a link to the program in 2018, and one to the partnership without years."""
    document = put(archive)
    archive.links.add(
        LinkDraft(
            *(document, 1, 1, Target.PROGRAM, joined.program.id),
            *(QUOTE, 2018, 2018),
        )
    )
    archive.links.add(LinkDraft(document, 2, 2, Target.PARTNERSHIP, joined.partnership.id))
    return document

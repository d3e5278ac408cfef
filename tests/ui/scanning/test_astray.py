"""The list of quotes to be looked at, and the notice that there are some."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive.archive import Archive
from archive.records import LinkDraft, Target
from tests.archive.stock import Joined, put
from ui.desk import Desk
from ui.scanning.astray import AstrayQuotes
from ui.scanning.astray_dialog import AstrayDialog
from ui.scanning.requote_dialog import RequoteDialog

QUOTE = "Festival seni menyusul"
LATER = "Fastival seni diadakan sesudahnya 🎉."


@pytest.fixture
def link(archive: Archive, joined: Joined) -> int:
    """A quote of a page."""
    document = put(archive)
    draft = LinkDraft(document, 2, 2, Target.PROGRAM, joined.program.id, QUOTE, note="Catatan")
    return archive.links.add(draft).id


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, archive: Archive, link: int) -> Iterator[AstrayDialog]:
    """The list with one quote in it."""
    archive.scans.transcribe(1, 2, LATER)
    made = AstrayDialog(desk)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.chosen is not None)
    yield made


def test_new_ones_are_told_once(qtbot: QtBot, desk: Desk, archive: Archive, link: int) -> None:
    quotes = AstrayQuotes(desk)
    with qtbot.waitSignal(quotes.counted) as told:
        quotes.count()
    assert told.args == [0]
    with qtbot.waitSignal(quotes.came) as told:
        archive.scans.transcribe(1, 2, LATER)
    assert told.args == [1]
    with qtbot.waitSignal(quotes.counted), qtbot.assertNotEmitted(quotes.came):
        archive.links.remove(link)


def test_enter_opens_the_page(qtbot: QtBot, desk: Desk, dialog: AstrayDialog) -> None:
    with qtbot.waitSignal(desk.document_wanted) as told:
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert told.args == [1, 2, None]
    assert dialog.isVisible()


def test_the_words_are_chosen_again(
    qtbot: QtBot, dialog: AstrayDialog, archive: Archive, link: int
) -> None:
    dialog.again.click()
    requote = dialog.findChild(RequoteDialog)
    assert isinstance(requote, RequoteDialog)
    qtbot.waitUntil(lambda: requote.words.startswith("Fastival seni"))
    with qtbot.waitSignal(requote.finished):
        QTest.keyClick(requote.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    kept = archive.links.get(link)
    assert kept.quote.startswith("Fastival seni") and kept.note == "Catatan"
    qtbot.waitUntil(dialog.empty.isVisible)


def test_a_quote_is_let_be(qtbot: QtBot, dialog: AstrayDialog, archive: Archive, link: int) -> None:
    dialog.leave.click()
    qtbot.waitUntil(dialog.empty.isVisible)
    assert archive.links.get(link).quote == QUOTE
    assert not dialog.leave.isEnabled()

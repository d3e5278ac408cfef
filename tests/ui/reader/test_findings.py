"""Findings in the reader: filed from a selection or a page, marked, changed, removed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from archive.archive import Archive, Mode
from archive.records import Access, ActivityDraft, FindingDraft, LinkDraft, Source, Target
from tests.archive.stock import TEXT, Joined, put
from ui.desk import Desk, open_archive
from ui.editors.finding_dialog import FindingDialog
from ui.reader.engine import engine
from ui.reader.marking import Ink
from ui.reader.reader import Reader
from ui.reader.selection import Selection


@pytest.fixture
def document(archive: Archive, joined: Joined) -> int:
    return put(archive)


@pytest.fixture
def reader(qtbot: QtBot, desk: Desk) -> Iterator[Reader]:
    """The reader as the window has it, without the window."""
    made = Reader(desk)
    qtbot.addWidget(made)
    desk.archive_closing.connect(made.closing)
    desk.changed.connect(made.refresh)
    made.resize(900, 700)
    made.show()
    yield made
    for dialog in made.findChildren(QDialog):
        dialog.close()
    made.closing()
    engine().rest()


def read(qtbot: QtBot, reader: Reader, document: int) -> None:
    reader.show_document(document)
    qtbot.waitUntil(lambda: reader.view.words(1) is not None)


def dialog_of(qtbot: QtBot, reader: Reader) -> FindingDialog:
    qtbot.waitUntil(lambda: bool(reader.findChildren(FindingDialog)))
    dialog: FindingDialog = reader.findChildren(FindingDialog)[-1]
    qtbot.waitUntil(dialog.save_button.isEnabled)
    return dialog


def file_one(archive: Archive, joined: Joined, document: int, **values: Any) -> int:
    source = Source(document, 1, 1, "Pertukaran pemuda")
    draft = FindingDraft(joined.partnership.id, "obstacle", source, "Terbatas", **values)
    return archive.findings.add(draft).id


def test_a_selection_is_filed_with_its_page_and_quote_and_marked(
    qtbot: QtBot, reader: Reader, archive: Archive, joined: Joined, document: int
) -> None:
    read(qtbot, reader, document)
    reader.view.select(Selection((1, 0), (1, 17)))
    reader.activateWindow()
    reader.view.setFocus()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(reader.view, Qt.Key.Key_L, keys)
    dialog = dialog_of(qtbot, reader)
    assert dialog.fields.quote.toPlainText() == TEXT[0][:17]
    QTest.keyClicks(dialog.fields.home.line, "tokyo")
    with qtbot.waitSignal(dialog.filed):
        dialog.accept()
    (found,) = archive.findings.of_document(document)
    assert found.values.source == Source(document, 1, 1, TEXT[0][:17])
    qtbot.waitUntil(lambda: bool(reader.view.quotes_at(1, 5)))
    assert not reader.view.has_selection
    (quote,) = reader.view.quotes_at(1, 5)
    assert quote.ink is Ink.FINDING
    assert "Jakarta–Tokyo" in quote.told
    assert not reader.view.quotes_at(1, 30)


def test_without_a_selection_the_whole_page_is_filed(
    qtbot: QtBot, reader: Reader, joined: Joined, document: int
) -> None:
    read(qtbot, reader, document)
    reader.actions_of["file"].trigger()
    dialog = dialog_of(qtbot, reader)
    assert (dialog.fields.pages.text(), dialog.fields.quote.toPlainText()) == ("1", "")


def test_findings_and_links_are_told_apart(
    qtbot: QtBot, reader: Reader, archive: Archive, joined: Joined, document: int
) -> None:
    file_one(archive, joined, document)
    activity = archive.activities.add(ActivityDraft(joined.program.id, 2018, "Lokakarya"))
    archive.links.add(
        LinkDraft(document, 1, 1, Target.ACTIVITY, activity.id, quote="Pertukaran pemuda")
    )
    read(qtbot, reader, document)
    qtbot.waitUntil(lambda: len(reader.view.quotes_at(1, 5)) == 2)
    told = {quote.ink: quote.told for quote in reader.view.quotes_at(1, 5)}
    assert told[Ink.FINDING] == "Obstacle: Terbatas (Jakarta–Tokyo)"
    assert told[Ink.QUOTE] == "Evidence for: Lokakarya (Jakarta–Tokyo)"


def test_a_finding_is_changed_and_removed_from_its_menu(
    qtbot: QtBot, reader: Reader, archive: Archive, joined: Joined, document: int
) -> None:
    finding = file_one(archive, joined, document)
    read(qtbot, reader, document)
    qtbot.waitUntil(lambda: bool(reader.view.quotes_at(1, 5)))
    assert reader.source is not None
    menu = QMenu(reader)
    reader.doings.filing.add_to(menu, reader.source.findings)
    change, remove = menu.actions()[0].menu().actions()  # type: ignore[attr-defined]
    change.trigger()
    dialog = dialog_of(qtbot, reader)
    dialog.fields.statement.setPlainText("Sangat terbatas")
    with qtbot.waitSignal(dialog.filed):
        dialog.accept()
    assert archive.findings.get(finding).values.statement == "Sangat terbatas"
    remove.trigger()
    (box,) = reader.findChildren(QMessageBox)
    assert "trash" in box.informativeText()
    next(button for button in box.buttons() if button.text() == "Remove").click()
    qtbot.waitUntil(lambda: not reader.view.quotes_at(1, 5))
    assert archive.findings.of_document(document) == ()
    archive.events.undo()
    qtbot.waitUntil(lambda: bool(reader.view.quotes_at(1, 5)))
    QApplication.processEvents()


def test_an_archive_that_is_only_looked_at_takes_no_findings(
    qtbot: QtBot, reader: Reader, desk: Desk, archive: Archive, joined: Joined, document: int
) -> None:
    file_one(archive, joined, document)
    folder = archive.folder
    desk.leave()
    desk.take(open_archive(folder, Mode.READ, Access.OPEN))
    read(qtbot, reader, document)
    qtbot.waitUntil(lambda: bool(reader.view.quotes_at(1, 5)))
    assert not reader.actions_of["file"].isEnabled()
    assert not reader.actions_of["file_page"].isEnabled()

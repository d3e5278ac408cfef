"""The window of synonyms: rows added, changed, switched and removed; search and reader follow."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive.archive import Archive
from archive.records import Synonym
from archive.synonyms import shipped
from search.records import SearchRequest
from tests.archive.stock import put
from tests.search.test_finder import index
from ui.desk import Desk
from ui.editors.synonym_dialog import SynonymDialog
from ui.history.values import value_words
from ui.messages.kinds import kind_word
from ui.reader.reader import Reader
from ui.search.room import SearchRoom
from ui.synonyms.dialog import SynonymsDialog


@pytest.fixture
def dialog(desk: Desk, qtbot: QtBot) -> SynonymsDialog:
    made = SynonymsDialog(desk)
    qtbot.addWidget(made)
    made.open()
    qtbot.waitUntil(lambda: made.table.count == len(shipped()))
    return made


def asking(dialog: SynonymsDialog) -> SynonymDialog:
    """The editor that is open."""
    return dialog.findChildren(SynonymDialog)[-1]


def term(dialog: SynonymsDialog) -> str:
    """The words of the row a person stands on."""
    return dialog.table.row.term if dialog.table.row is not None else ""


def add(dialog: SynonymsDialog, words: str, others: str) -> SynonymDialog:
    """Add a row through the editor."""
    dialog.buttons.new.click()
    editor = asking(dialog)
    editor.term.setText(words)
    editor.equivalents.setText(others)
    editor.accept()
    return editor


def test_a_row_is_added_changed_and_removed_and_brought_back(
    dialog: SynonymsDialog, archive: Archive, qtbot: QtBot
) -> None:
    add(dialog, "pencak silat", "silat, bela diri ; silat")
    qtbot.waitUntil(lambda: term(dialog) == "pencak silat")
    assert archive.synonyms.words() == (Synonym("pencak silat", ("silat", "bela diri")),)
    dialog.buttons.change.click()
    editor = asking(dialog)
    assert (editor.term.text(), editor.equivalents.text()) == ("pencak silat", "silat, bela diri")
    editor.ways.setCurrentIndex(1)
    editor.accept()
    qtbot.waitUntil(lambda: not archive.synonyms.words()[0].both)
    qtbot.waitUntil(lambda: dialog.table.row == archive.synonyms.words()[0])
    dialog.buttons.remove.click()
    qtbot.waitUntil(lambda: dialog.table.count == len(shipped()))
    archive.events.undo()
    qtbot.waitUntil(lambda: dialog.table.count == len(shipped()) + 1)


def test_a_row_of_the_program_is_switched_off_and_on_by_key(
    dialog: SynonymsDialog, archive: Archive, qtbot: QtBot
) -> None:
    dialog.table.choose("MoU", own=False)
    assert not dialog.buttons.remove.isEnabled()
    assert not dialog.buttons.change.isEnabled()
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.table.row is not None and dialog.table.row.off)
    assert term(dialog) == "MoU"
    assert [row.term for row in archive.synonyms.words()] == ["MoU"]
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: archive.synonyms.words() == ())


def test_what_is_refused_is_said_beside_its_field(dialog: SynonymsDialog, qtbot: QtBot) -> None:
    add(dialog, "silat", "bela diri")
    qtbot.waitUntil(lambda: term(dialog) == "silat")
    editor = add(dialog, "SILAT", "tari")
    qtbot.waitUntil(lambda: "SILAT" in editor.said("term"))
    editor.term.setText("tari")
    editor.equivalents.setText(" ,; ")
    editor.accept()
    qtbot.waitUntil(lambda: bool(editor.said("equivalents")))


def test_rows_are_found_by_any_of_their_words(dialog: SynonymsDialog) -> None:
    dialog.filter.setText("letter of intent")
    assert (dialog.table.count, term(dialog)) == (1, "LoI")


def test_search_and_reader_follow_a_new_row_at_once(
    desk: Desk, archive: Archive, qtbot: QtBot
) -> None:
    paper = put(archive, "Naskah", ("Pertunjukan silat di Jakarta, silat dan bela diri.",))
    index(archive)
    room, reader = SearchRoom(desk), Reader(desk)
    for part in (room, reader):
        qtbot.addWidget(part)
        desk.changed.connect(part.refresh)
        part.show()
    room.ask("martial")
    qtbot.waitUntil(lambda: room.answer is not None and room.answer.query == "martial")
    assert room.answer is not None and room.answer.total == 0
    reader.show_document(paper, 1, SearchRequest("martial"))
    qtbot.waitUntil(lambda: reader.view.hits.state().complete and reader.view.page_count == 1)
    assert reader.view.hits.state().total == 0
    archive.synonyms.add(Synonym("martial", ("silat", "bela diri")))
    qtbot.waitUntil(lambda: room.answer is not None and room.answer.total == 1)
    assert room.chips.words == ("silat", "bela diri")
    qtbot.waitUntil(lambda: reader.view.hits.state().total == 3)
    archive.events.undo()
    qtbot.waitUntil(lambda: room.answer is not None and room.answer.total == 0)
    qtbot.waitUntil(lambda: reader.view.hits.state().total == 0)


def test_the_preview_marks_what_the_chips_say_and_no_more(
    desk: Desk, archive: Archive, qtbot: QtBot
) -> None:
    put(archive, "Naskah", ("Cooperation dan kerja sama: nota kesepahaman; kerjasama.",))
    index(archive)
    room = SearchRoom(desk)
    qtbot.addWidget(room)
    room.show()
    hits = room.preview.pages.view.hits
    room.ask("kerja sama")
    qtbot.waitUntil(lambda: hits.state().complete and hits.state().total == 3)
    room.chips.removed.emit("cooperation")
    qtbot.waitUntil(lambda: hits.state().complete and hits.state().total == 2)
    asked = room.request()
    assert asked.without == frozenset({"cooperation"})


def test_the_story_of_a_row_is_told_in_words() -> None:
    assert kind_word("synonym") != "synonym"
    assert value_words("synonym", "equivalents", ["silat", "tari"], {}) == "silat; tari"

"""Pages that are pictures, in the reader: how they were read, typing and quoting them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from archive.archive import Archive
from archive.intake.scans import storing
from archive.intake.scans.tasks import PageText
from archive.progress import Progress
from archive.records.scans import WordBox
from search.records import SearchRequest
from tests import papers
from tests.archive.stock import Joined, fresh, put
from ui.desk import Desk
from ui.editors.link_dialog import LinkDialog
from ui.reader.engine import engine
from ui.reader.preview import PagePreview
from ui.reader.reader import Reader
from ui.reader.transcribing import TranscribeDialog

READ = "LAPORAN KEGIATAN\nPertukeran pemuda"
TYPED = "Festival seni diadakan bersama pada bulan September."


def places() -> tuple[WordBox, ...]:
    """Where the words of `READ` were seen: two lines of two."""
    starts = (0, 8, 17, 28)
    words = zip(starts, READ.split(), strict=True)
    boxes = ((50, 50, 90, 60), (95, 50, 150, 60), (50, 70, 100, 80), (105, 70, 150, 80))
    told = zip(words, boxes, strict=True)
    return tuple(WordBox(at, at + len(word), 0.8, box) for (at, word), box in told)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive with a scan of two pages; the first has been read."""
    place = tmp_path / "arsip"
    scan = papers.image_pdf(tmp_path / "pindai.pdf", ["LAPORAN", "LAMPIRAN"])
    with fresh(place) as archive:
        archive.imports.enqueue([scan], Progress())
        archive.imports.run(Progress(), workers=1)
        with archive._database.writing(archive.announce) as writing:
            seen = PageText(1, "text", READ, 0.823, places(), "made up", "x")
            storing.enter(writing, (1, 1), seen, "ind")
    return place


@pytest.fixture
def reader(qtbot: QtBot, desk: Desk) -> Iterator[Reader]:
    """The reader with the scan opened."""
    made = Reader(desk)
    qtbot.addWidget(made)
    desk.changed.connect(made.refresh)
    made.resize(900, 700)
    made.show()
    made.show_document(1)
    qtbot.waitUntil(lambda: made.view.words(1) is not None)
    yield made
    for dialog in made.findChildren(QDialog):
        dialog.close()
    made.closing()
    engine().rest()


def transcribe(qtbot: QtBot, reader: Reader) -> TranscribeDialog:
    reader.actions_of["transcribe"].trigger()
    dialog: TranscribeDialog = reader.findChildren(TranscribeDialog)[-1]
    qtbot.waitUntil(lambda: dialog.picture.page_count == 2)
    return dialog


def shown(reader: Reader) -> str:
    """The words of the first page as the view knows them."""
    words = reader.view.words(1)
    return words.text.characters if words is not None else ""


def keep(qtbot: QtBot, reader: Reader, text: str) -> None:
    dialog = transcribe(qtbot, reader)
    dialog.text.setPlainText(text)
    with qtbot.waitSignal(dialog.saved):
        QTest.keyClick(dialog.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_page_says_how_it_was_read(qtbot: QtBot, reader: Reader) -> None:
    assert reader.line.says.text() == "Read by machine, confidence 82 %"
    reader.view.go_to(2)
    assert reader.line.says.text() == "Not read yet"
    assert "not been read" in reader.view.note_of(2)


def test_the_preview_says_it_too(qtbot: QtBot, desk: Desk) -> None:
    preview = PagePreview(desk)
    qtbot.addWidget(preview)
    preview.resize(500, 500)
    preview.show()
    preview.show_document(1)
    qtbot.waitUntil(lambda: "82 %" in preview.line.says.text())
    preview.clear()
    assert preview.line.isHidden()
    engine().rest()


def test_a_page_is_typed_beside_its_picture(qtbot: QtBot, reader: Reader, archive: Archive) -> None:
    dialog = transcribe(qtbot, reader)
    assert dialog.text.toPlainText() == READ
    dialog.text.setPlainText(READ.replace("Pertukeran", "Pertukaran"))
    with qtbot.waitSignal(dialog.saved):
        dialog.save_button.click()
    assert "Pertukaran" in archive.documents.page(1, 1).text
    qtbot.waitUntil(lambda: reader.line.says.text() == "Typed by hand")
    qtbot.waitUntil(lambda: "Pertukaran" in shown(reader))
    assert len(reader.view.rects(1, 17, 27)) == 1  # it stands where the machine saw its like
    assert reader.typed.isHidden()


def test_a_paragraph_typed_in_one_line_is_marked_on_each_line_of_the_page(
    qtbot: QtBot, reader: Reader
) -> None:
    keep(qtbot, reader, READ.replace("\n", " "))
    qtbot.waitUntil(lambda: "\n" not in shown(reader))
    first, second = reader.view.rects(1, 0, len(READ))
    assert first.bottom <= second.top


def test_typed_words_are_not_lost_without_a_question(qtbot: QtBot, reader: Reader) -> None:
    dialog = transcribe(qtbot, reader)
    dialog.text.appendPlainText("lagi")
    dialog.reject()
    assert dialog.isVisible() and dialog.leaving.question is not None
    question = dialog.leaving.question
    role = QMessageBox.ButtonRole.DestructiveRole
    [lose] = [each for each in question.buttons() if question.buttonRole(each) is role]
    with qtbot.waitSignal(dialog.finished):
        lose.click()


def test_words_without_places_are_quoted_from_beside_the_page(
    qtbot: QtBot, reader: Reader, archive: Archive, joined: Joined
) -> None:
    keep(qtbot, reader, TYPED)
    qtbot.waitUntil(reader.typed.isVisible)
    assert reader.typed.text.toPlainText() == TYPED
    cursor = reader.typed.text.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(len("Festival seni"), QTextCursor.MoveMode.KeepAnchor)
    reader.typed.text.setTextCursor(cursor)
    reader.actions_of["copy"].trigger()
    assert QGuiApplication.clipboard().text() == "Festival seni"
    reader.actions_of["link"].trigger()
    qtbot.waitUntil(lambda: bool(reader.findChildren(LinkDialog)))
    dialog = reader.findChildren(LinkDialog)[-1]
    qtbot.waitUntil(lambda: dialog.form.list.count() > 0)
    dialog.form.list.setCurrentRow(0)
    with qtbot.waitSignal(dialog.linked):
        dialog.accept()
    [link] = archive.links.of_document(1)
    assert (link.quote, link.first_page) == ("Festival seni", 1)
    assert reader.typed.selected() is None
    reader.view.go_to(2)
    assert reader.typed.isHidden()


def test_the_pictures_are_read_again(qtbot: QtBot, reader: Reader, archive: Archive) -> None:
    reader.actions_of["read_again"].trigger()
    qtbot.waitUntil(lambda: archive.scans.unread().pages == 2)
    qtbot.waitUntil(lambda: "again" in reader.line.says.text())


def test_hits_are_counted_in_what_has_been_typed_meanwhile(
    qtbot: QtBot, reader: Reader, archive: Archive
) -> None:
    reader.show_document(1, 1, SearchRequest("festival"))
    qtbot.waitUntil(lambda: reader.view.hits.state().complete)
    assert reader.view.hits.state().total == 0
    archive.scans.transcribe(1, 1, TYPED)
    qtbot.waitUntil(lambda: reader.view.hits.state().total == 1)
    [mark] = reader.typed.text.extraSelections()
    assert mark.cursor.selectedText() == "Festival"


def test_a_paper_that_is_all_text_has_nothing_to_be_read(
    qtbot: QtBot, reader: Reader, archive: Archive
) -> None:
    text = put(archive)  # a text file
    assert reader.actions_of["transcribe"].isEnabled()
    reader.show_document(text)
    qtbot.waitUntil(lambda: reader.title() == "Laporan kegiatan")
    qtbot.waitUntil(lambda: reader.view.words(1) is not None)
    assert reader.line.isHidden()
    assert not reader.actions_of["transcribe"].isEnabled()
    assert not reader.actions_of["read_again"].isEnabled()

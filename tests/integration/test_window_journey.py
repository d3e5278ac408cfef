"""The main job in a real window: create, drop, search, read, link, print; pictures of each."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.integration.journey import LONG, Journey
from tests.papers import MOU, REPORT, image_pdf, text_pdf
from ui.editors.link_dialog import LinkDialog
from ui.reader.selection import Selection
from ui.window.rooms import Rooms

QUOTE = "pertukaran pemuda"


def test_the_main_job(journey: Journey, tmp_path: Path) -> None:
    """An archivist's morning, from an empty desk to a print with its sources."""
    _create(journey, tmp_path / "arsip")
    _drop(journey, _papers(tmp_path / "naskah"))
    _search(journey)
    _read(journey)
    _link(journey)
    _see_dossier(journey)
    _look_around(journey)
    _print(journey, tmp_path)


def _papers(folder: Path) -> Path:
    folder.mkdir()
    text_pdf(folder / "MoU Jakarta Tokyo 1989.pdf", [MOU, MOU])
    text_pdf(
        folder / "Laporan 2018.pdf", [f"Kegiatan {QUOTE} diadakan di Tokyo tahun 2018.", REPORT]
    )
    image_pdf(folder / "pindaian.pdf")
    (folder / "catatan.txt").write_text("Catatan rapat tentang sekolah.", "utf-8")
    (folder / "rusak.pdf").write_bytes(b"%PDF-1.4 rusak")
    return folder


def _create(journey: Journey, folder: Path) -> None:
    journey.picture("0-first-start")
    journey.window.opening.create(folder, "Arsip Biro Kerja Sama")
    journey.until(lambda: journey.window.desk.archive)
    journey.until(journey.window.status.counts.text)
    journey.picture("1-empty")


def _drop(journey: Journey, folder: Path) -> None:
    """Drop a folder on the window, as a file manager does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    middle = journey.window.rect().center()
    how = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(middle, *how)
    QApplication.sendEvent(journey.window, entering)
    assert entering.isAccepted()
    with journey.qtbot.waitSignal(journey.window.importer.ended, timeout=LONG):
        QApplication.sendEvent(journey.window, QDropEvent(QPointF(middle), *how))
    archive = journey.window.desk.archive
    assert archive is not None
    assert archive.status().documents == 5
    dialog = journey.window.dialogs.shown_imports
    assert dialog is not None
    journey.until(lambda: len([each for each in dialog.model.items() if each.outcome]) == 5)
    journey.picture("2-imports", dialog)
    dialog.close()


def _search(journey: Journey) -> None:
    window, room = journey.window, journey.window.rooms.search
    window.header.box.setFocus()
    journey.qtbot.keyClicks(window.header.box, QUOTE)
    journey.until(lambda: room.answer is not None and room.answer.query == QUOTE)
    assert room.model.rowCount() == 1
    journey.until(lambda: room.preview.pages.view.page)
    journey.until(lambda: room.preview.pages.view.hits.state().complete)
    hit = room.model.hit(0)
    assert hit is not None
    assert hit.document.original.name == "Laporan 2018.pdf"
    assert hit.pages[0].snippet.marks
    journey.picture("3-search")


def _read(journey: Journey) -> None:
    window, reader = journey.window, journey.window.rooms.reader
    journey.qtbot.keyClick(window.header.box, Qt.Key.Key_Return)
    journey.until(lambda: window.rooms.current is reader and reader.view.page_count == 2)
    journey.until(lambda: reader.view.hits.state().number == 1)
    assert reader.view.page == 1
    journey.picture("4-reader")


def _link(journey: Journey) -> None:
    """Select the words, say which program and year they prove; all made on the way."""
    window, view = journey.window, journey.window.rooms.reader.view
    archive = window.desk.archive
    assert archive is not None
    from tests.archive.stock import join

    joined = join(archive)
    words = view.words(1)
    assert words is not None
    view.select(Selection((1, 0), (1, len(words.text))))
    window.rooms.reader.actions_of["link"].trigger()
    dialog = next(w for w in window.findChildren(LinkDialog) if w.isVisible())
    journey.until(lambda: dialog.form.list.count() > 1)
    journey.qtbot.keyClicks(dialog.form.target, "pertu")
    journey.until(lambda: dialog.chosen is not None and dialog.chosen.id == joined.program.id)
    assert dialog.form.years.text() == "2018"
    journey.picture("5-link", dialog)
    with journey.qtbot.waitSignal(dialog.linked, timeout=LONG):
        journey.qtbot.keyClick(dialog.form.target, Qt.Key.Key_Return)
    source = window.rooms.reader.source
    assert source is not None
    link = archive.links.of_document(source.document.id)[0]
    assert (link.first_year, link.first_page) == (2018, 1)
    assert QUOTE in link.quote
    journey.until(lambda: view.quotes_at(1, 5))
    journey.picture("6-linked")


def _see_dossier(journey: Journey) -> None:
    rooms = journey.window.rooms
    archive = journey.window.desk.archive
    assert archive is not None
    journey.window.desk.open_partnership(archive.partnerships.all()[0].id)
    journey.until(lambda: rooms.current is rooms.partnerships)
    journey.qtbot.wait(500)
    journey.picture("7-partnership")


def _look_around(journey: Journey) -> None:
    rooms = journey.window.rooms
    rooms.go_to("documents")
    journey.qtbot.wait(500)
    journey.picture("8-documents")
    assert _names_after(rooms.go_back, rooms) == "partnerships"
    assert _names_after(rooms.go_back, rooms) == "reader"
    assert _names_after(rooms.go_forward, rooms) == "partnerships"


def _names_after(step: Callable[[], None], rooms: Rooms) -> str:
    step()
    return rooms.current.name


def _print(journey: Journey, folder: Path) -> None:
    window = journey.window
    archive = window.desk.archive
    assert archive is not None
    made: list[Path] = []
    window.rooms.reports.press.made.connect(lambda _request, pressed: made.append(pressed.file))
    window.desk.print_partnership(archive.partnerships.all()[0].id)
    journey.until(lambda: made)
    journey.until(lambda: window.rooms.reports.pages.front.view.page_count)
    journey.qtbot.wait(500)
    journey.picture("9-print")
    kept = folder / "ringkasan.pdf"
    shutil.copy(made[-1], kept)
    text = _text_of(kept)
    assert QUOTE in text
    assert "[1, hlm. 1]" in text


def _text_of(file: Path) -> str:
    paper = pdfium.PdfDocument(file)
    text = " ".join(page.get_textpage().get_text_range() for page in paper)
    paper.close()
    return " ".join(text.split())

"""The model of the documents table: windows as they are scrolled to, answers to old questions."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from archive.archive import Archive
from archive.records import Document, DocumentQuery
from tests.archive.stock import put
from tests.ui.documents.conftest import Crowd
from ui.desk import Desk
from ui.language import use
from ui.models import document_table, document_windows
from ui.models.document_table import DocumentTableModel
from ui.models.document_windows import WINDOW
from ui.models.document_words import COLUMNS, size_words, state_words

BY_TITLE = DocumentQuery(order="title", descending=False)
ORDERS = [column.order for column in COLUMNS]


@pytest.fixture
def model(desk: Desk) -> DocumentTableModel:
    """A model that has not been asked for anything."""
    return DocumentTableModel(desk)


def cell(model: DocumentTableModel, row: int, order: str) -> object:
    """What stands in a cell."""
    return model.data(model.index(row, ORDERS.index(order)))


def ask(qtbot: QtBot, model: DocumentTableModel, query: DocumentQuery) -> None:
    """Ask and wait."""
    with qtbot.waitSignal(model.settled):
        model.ask(query)


def test_a_row_comes_when_it_is_painted(
    qtbot: QtBot, model: DocumentTableModel, crowd: Crowd
) -> None:
    crowd(3 * WINDOW)
    ask(qtbot, model, BY_TITLE)
    assert model.rowCount() == 3 * WINDOW
    assert cell(model, 5, "title") == "Paper 00005"
    assert model.document(2 * WINDOW) is None
    with qtbot.waitSignal(model.arrived):
        assert cell(model, 2 * WINDOW + 7, "title") == "…"
    assert cell(model, 2 * WINDOW + 7, "title") == f"Paper {2 * WINDOW + 7:05}"
    assert model.document(WINDOW) is None  # what was not looked at was not fetched


def test_windows_scrolled_past_are_not_fetched(
    qtbot: QtBot, model: DocumentTableModel, crowd: Crowd
) -> None:
    crowd(8 * WINDOW)
    ask(qtbot, model, BY_TITLE)
    with qtbot.waitSignal(model.arrived):
        for row in range(0, 8 * WINDOW, 50):
            cell(model, row, "title")
    assert model.document(2 * WINDOW) is None
    assert model.document(8 * WINDOW - 1) is not None


def test_a_late_answer_to_an_older_question_is_dropped(
    qtbot: QtBot, model: DocumentTableModel, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(archive, "Nota")
    put(archive, "Surat")
    look, gate = document_windows.look, threading.Event()

    def slow(archive: Archive, query: DocumentQuery, windows: tuple[int, ...]) -> object:
        if query.text == "nota":
            gate.wait(5)
        return look(archive, query, windows)

    monkeypatch.setattr(document_table, "look", slow)
    settled: list[str] = []
    model.settled.connect(lambda _fresh: settled.append(model.shown.text))
    model.ask(replace(BY_TITLE, text="nota"))
    ask(qtbot, model, replace(BY_TITLE, text="surat"))
    gate.set()
    qtbot.wait(100)
    assert settled == ["surat"]
    assert cell(model, 0, "title") == "Surat"


def test_the_database_sorts(qtbot: QtBot, model: DocumentTableModel, archive: Archive) -> None:
    put(archive, "Beta", ["a", "b"])
    put(archive, "Alfa", ["a"])
    with qtbot.waitSignal(model.settled):
        model.sort(ORDERS.index("title"), Qt.SortOrder.AscendingOrder)
    assert cell(model, 0, "title") == "Alfa"
    with qtbot.waitSignal(model.settled):
        model.sort(ORDERS.index("pages"), Qt.SortOrder.DescendingOrder)
    assert cell(model, 0, "pages") == "2"


@pytest.mark.parametrize("column", range(len(COLUMNS)))
def test_every_column_can_be_sorted_by(
    qtbot: QtBot, model: DocumentTableModel, archive: Archive, column: int
) -> None:
    put(archive)
    with qtbot.waitSignal(model.settled):
        model.sort(column)
    assert model.document(0) is not None


def test_cells_speak_the_language_in_use(
    qtbot: QtBot, model: DocumentTableModel, archive: Archive
) -> None:
    put(archive, date="1988-09-03~", kind="mou", texts=["", ""])
    ask(qtbot, model, BY_TITLE)
    assert cell(model, 0, "kind") == "memorandum of understanding"
    assert cell(model, 0, "trouble") == "2 pages not read yet"
    assert cell(model, 0, "access") == "open"
    use("id")
    assert cell(model, 0, "kind") == "nota kesepahaman"
    assert cell(model, 0, "date") == "sekitar 3 September 1988"
    assert cell(model, 0, "trouble") == "2 hlm. belum dibaca"
    assert cell(model, 0, "imported") == "2 Jan 2026"


def test_troubles_are_said_in_words(archive: Archive) -> None:
    document = archive.documents.get(put(archive))
    assert state_words(document) == ""
    assert state_words(troubled(document, "password")) == "needs a password"
    assert state_words(troubled(document, "of tomorrow")) == "cannot be read"


def test_sizes_are_said_in_words() -> None:
    use("id")
    assert [size_words(size) for size in (1, 71_400, 2_345_678)] == ["1 bita", "71 KB", "2,3 MB"]


def test_a_failure_is_told_and_the_next_question_answered(
    qtbot: QtBot, model: DocumentTableModel, desk: Desk, archive: Archive
) -> None:
    put(archive)
    with qtbot.waitSignal(desk.jobs.failed):
        model.ask(replace(BY_TITLE, order="nothing"))
    ask(qtbot, model, BY_TITLE)
    assert model.total == 1


def test_changes_that_follow_closely_are_all_seen(
    qtbot: QtBot, model: DocumentTableModel, archive: Archive
) -> None:
    put(archive, "Satu")
    ask(qtbot, model, BY_TITLE)
    model.renew([0])
    put(archive, "Dua")
    model.renew([0])
    qtbot.waitUntil(lambda: model.total == 2)


def troubled(document: Document, trouble: str) -> Document:
    """The same paper with something the matter."""
    return replace(document, trouble=trouble)

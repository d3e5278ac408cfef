"""A table of twenty thousand: what is asked for a paint or a page is what is in sight, no more."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from archive.archive import Archive
from archive.changes import Kind
from tests.archive.stock import put
from tests.ui.documents.test_room import Enter, by_title
from ui.documents.room import DocumentsRoom
from ui.models.document_table import DocumentTableModel, Index
from ui.models.document_words import COLUMNS

ROWS = 20_000
ROLES = 8  # a cell is asked at one paint for its words, font, colours, icon, place and tick
NUMBERS = f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {ROWS})"
FILES = (
    "INSERT INTO originals (id, sha256, size, media_type, name, folder, modified)"
    f" {NUMBERS} SELECT i, printf('%064x', i), 1000 + i, 'application/pdf', 'p' || i || '.pdf',"
    " '', '' FROM n"
)
PAPERS = (
    "INSERT INTO documents (id, uuid, original_id, title, kind, reference_code, creator, language,"
    " scope, note, access, trouble, imported, page_count, waiting_count)"
    f" {NUMBERS} SELECT i, printf('%036d', i), i, printf('Paper %05d', i), 'mou', '', '', '', '',"
    " '', 0, '', '2026-01-02T03:04:05Z', 1, 0 FROM n"
)


class Counted:
    """How often the model was asked for a cell, and for which rows."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.times, self.rows = 0, set[int]()
        data = DocumentTableModel.data

        def counted(
            model: DocumentTableModel, index: Index, role: int = Qt.ItemDataRole.DisplayRole
        ) -> object:
            self.times += 1
            self.rows.add(index.row())
            return data(model, index, role)

        monkeypatch.setattr(DocumentTableModel, "data", counted)

    def forget(self) -> None:
        """Count from here."""
        self.times = 0
        self.rows.clear()


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counted:
    """Counts from before the first model is made: Qt looks only once whom it has to ask."""
    return Counted(monkeypatch)


@pytest.fixture
def long(archive: Archive) -> None:
    """Twenty thousand papers, written by the database itself."""
    with archive._database.writing(archive.announce) as writing:
        writing.session.execute(text(FILES))
        writing.session.execute(text(PAPERS))
        writing.touch(Kind.DOCUMENT, 1)


def in_sight(room: DocumentsRoom) -> int:
    """How many rows the table shows, those cut off at its edges too."""
    return room.table.viewport().height() // room.table.rowHeight(0) + 2


def columns(room: DocumentsRoom) -> int:
    """How many columns are shown."""
    return sum(not room.table.isColumnHidden(at) for at in range(len(COLUMNS)))


def painted(room: DocumentsRoom) -> None:
    """One whole paint, now."""
    room.table.viewport().grab()


@pytest.mark.usefixtures("long")
def test_a_paint_and_a_page_ask_only_for_what_is_in_sight(
    qtbot: QtBot, counted: Counted, room: DocumentsRoom, enter: Enter
) -> None:
    enter()
    by_title(qtbot, room)
    assert room.model.total == ROWS
    rows, cells = in_sight(room), in_sight(room) * columns(room)
    QApplication.processEvents()
    assert len(counted.rows) <= rows  # also while it was opened and sorted
    counted.forget()
    painted(room)
    assert 0 < counted.times <= cells * ROLES
    room.table.setFocus()
    for _page in range(3):
        before = room.table.verticalScrollBar().value()
        counted.forget()
        qtbot.keyClick(room.table, Qt.Key.Key_PageDown)
        painted(room)
        assert room.table.verticalScrollBar().value() >= before
        assert counted.times <= 2 * cells * ROLES
        assert len(counted.rows) <= 2 * rows


@pytest.mark.usefixtures("long")
def test_choosing_all_asks_for_nothing_out_of_sight(
    qtbot: QtBot, counted: Counted, room: DocumentsRoom, enter: Enter
) -> None:
    enter()
    by_title(qtbot, room)
    room.table.setFocus()
    counted.forget()
    qtbot.keyClick(room.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    painted(room)
    assert room.picked.count == ROWS
    assert len(counted.rows) <= in_sight(room)
    assert counted.times <= 2 * in_sight(room) * columns(room) * ROLES
    got: list[tuple[int, ...]] = []
    room.picked.then(got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert got[0] == tuple(range(1, ROWS + 1))


def test_the_model_keeps_the_promises_of_models(
    qtbot: QtBot, room: DocumentsRoom, enter: Enter, archive: Archive, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(room.model)
    enter()
    items = [put(archive, title) for title in ("Alfa", "Beta")]
    qtbot.waitUntil(lambda: room.model.total == 2)
    by_title(qtbot, room)
    archive.documents.remove(items[0])
    qtbot.waitUntil(lambda: room.model.total == 1)
    qtmodeltester.check(room.model)

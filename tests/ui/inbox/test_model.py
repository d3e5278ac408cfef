"""The list of the inbox: what comes and goes leaves the other rows where they are."""

from __future__ import annotations

from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from archive.archive import Archive
from archive.records import Document, DocumentQuery
from tests.archive.stock import put
from ui.inbox.model import InboxModel
from ui.inbox.paper_list import PaperList


def incoming(archive: Archive) -> tuple[Document, ...]:
    query = DocumentQuery(confirmed=False, order="imported", descending=False)
    return archive.documents.table(query)


def test_rows_come_and_go_one_by_one(archive: Archive, qtmodeltester: ModelTester) -> None:
    model = InboxModel()
    qtmodeltester.check(model)
    first, second, third = (put(archive, f"scan {n}") for n in range(3))
    papers = incoming(archive)
    model.show_papers(papers)
    assert [each.id for each in model.papers] == [first, second, third]
    model.show_papers([papers[0], papers[2]])
    model.show_papers(papers)
    model.show_papers(papers[::-1])
    assert [each.id for each in model.papers] == [third, second, first]
    model.take_out([second, 999])
    assert model.rowCount() == 2 and model.row_of(second) == -1
    assert "2 pages" in str(model.data(model.index(0)))


def test_a_new_arrival_does_not_move_the_selection(qtbot: QtBot, archive: Archive) -> None:
    for n in range(3):
        put(archive, f"scan {n}")
    shown = PaperList(InboxModel())
    qtbot.addWidget(shown)
    shown.papers.show_papers(incoming(archive))
    shown.stand_on(1)
    before = shown.current
    put(archive, "scan 9")
    shown.papers.show_papers(incoming(archive))
    assert shown.current == before and shown.papers.rowCount() == 4

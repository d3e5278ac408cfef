"""Tables from the reader: the page that is looked at, or the lines that are selected."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from archive.archive import Archive
from archive.intake.tables import read_tables
from archive.progress import Progress
from archive.records import DocumentQuery
from tests.archive.stock import Joined
from tests.ui.reader.conftest import MakePdf
from ui.desk import Desk
from ui.reader.engine import engine
from ui.reader.reader import Reader
from ui.reader.selection import Selection
from ui.reader.tables import wanted_tables
from ui.tabulating import TabulateDialog

LINES = [
    "Laporan",
    "2018            Festival",
    "2019            Pawai",
    "2020            Lomba",
    "Jakarta dan Tokyo",
]


@pytest.fixture
def reader(
    qtbot: QtBot, desk: Desk, archive: Archive, joined: Joined, make_pdf: MakePdf
) -> Iterator[Reader]:
    """The reader showing a paper of two pages."""
    archive.imports.enqueue([make_pdf([LINES, ["Penutup"]])], Progress())
    archive.imports.run(Progress())
    made = Reader(desk)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    made.show_document(archive.documents.table(DocumentQuery())[0].id)
    qtbot.waitUntil(lambda: made.view.words(1) is not None)
    yield made
    for dialog in made.findChildren(TabulateDialog):
        dialog.let_go()
        dialog.done(0)
    made.closing()
    engine().rest()


def test_the_page_that_is_looked_at_is_read(reader: Reader) -> None:
    assert reader.source is not None
    wanted = wanted_tables(reader.source, reader.view)
    assert (wanted.first_page, wanted.last_page, wanted.page_count) == (1, 1, 2)
    assert wanted.box is None


def test_of_a_page_only_the_selected_lines_are_read(reader: Reader) -> None:
    assert reader.source is not None and reader.source.path is not None
    words = reader.view.words(1)
    assert words is not None
    text = words.text.characters
    start, end = text.index("2018"), text.index("Pawai") + 3
    reader.view.select(Selection((1, start), (1, end)))
    wanted = wanted_tables(reader.source, reader.view)
    (table,) = read_tables(reader.source.path, [1], wanted.box)
    assert table.rows == (("2018", "Festival"), ("2019", "Pawai"))
    reader.view.select(Selection((1, start), (2, 3)))
    over = wanted_tables(reader.source, reader.view)
    assert (over.first_page, over.last_page, over.box) == (1, 2, None)


def test_the_action_opens_the_dialog_for_the_partnership_the_page_names(
    qtbot: QtBot, reader: Reader, desk: Desk, joined: Joined
) -> None:
    reader.actions_of["tables"].trigger()
    (dialog,) = reader.findChildren(TabulateDialog)
    qtbot.waitUntil(lambda: not dialog.busy, timeout=20_000)
    assert dialog.homes.home == joined.partnership
    with qtbot.waitSignal(desk.said) as said:
        dialog.entered.emit("Masuk.")
    assert said.args == ["Masuk."]

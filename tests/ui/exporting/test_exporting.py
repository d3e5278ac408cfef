"""Tables of the window as files: what is seen, every row of it, and never inside the archive."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from archive.archive import Archive
from archive.exchange.tables import Cell, Column, Sort, Table
from archive.records import Access, AgreementDraft, DocumentQuery
from tests.archive import stock
from tests.archive.stock import Joined
from tests.ui.warm import WarmProcess, lend
from ui.agreements.table import RegisterTable
from ui.desk import Desk
from ui.exporting.documents import ask_citations
from ui.exporting.saving import Documents, Exporting, placed
from ui.exporting.sheet import table_of
from ui.exporting.table_export import TableExport, front
from ui.listings.files import Place
from ui.partnerships.tables import Table as RowTable

TABLE = Table("Naskah", (Column("Judul"), Column("Tahun", Sort.YEAR)), (("Nota", 1988),))


@pytest.fixture
def window(qtbot: QtBot, press: WarmProcess, desk: Desk) -> Iterator[QWidget]:
    """A window to ask in."""
    lend(desk, press)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    yield window
    desk.jobs.clear()


@pytest.fixture
def exporting(desk: Desk, window: QWidget) -> Exporting:
    """What writes exports."""
    return Exporting(desk, window)


def _rows(file: Path) -> list[tuple[Any, ...]]:
    sheet = load_workbook(file).active
    assert sheet is not None
    return [tuple(row) for row in sheet.iter_rows(values_only=True)]


def test_a_register_is_exported_as_it_is_seen(
    qtbot: QtBot, desk: Desk, archive: Archive, joined: Joined
) -> None:
    for title, signed in (("B", "1988-09-03"), ("A", "1992~"), ("Hidden", None)):
        archive.agreements.add(AgreementDraft(joined.partnership.id, "mou", title, signed=signed))
    view = RegisterTable(desk.settings)
    qtbot.addWidget(view)
    view.show_rows(archive.agreements.register(date(2026, 1, 1)), None)
    view.filtered.narrow("jakarta", "")
    view.horizontalHeader().moveSection(2, 0)
    view.hideColumn(1)
    view.sortByColumn(2, view.horizontalHeader().sortIndicatorOrder().DescendingOrder)
    made = table_of(view, "Naskah")
    assert [column.title for column in made.columns][:2] == ["Title", "Number"]
    assert [row[0] for row in made.rows] == ["Hidden", "B", "A"]
    assert [row[3] for row in made.rows] == ["", date(1988, 9, 3), "about 1992"]
    assert made.columns[3].sort is Sort.DATE
    view.filtered.narrow("hidden", "")
    assert [row[0] for row in table_of(view, "Naskah").rows] == ["Hidden"]


def test_groups_become_a_column_and_folded_rows_are_there(qtbot: QtBot) -> None:
    tree = QTreeWidget()
    qtbot.addWidget(tree)
    tree.setHeaderLabels(["Statement", "Source"])
    group = QTreeWidgetItem(["Obstacle (1)"])
    tree.addTopLevelItem(group)
    group.setFirstColumnSpanned(True)
    group.addChild(QTreeWidgetItem(["Budget", "p. 2"]))
    made = table_of(tree, "Findings")
    assert [column.title for column in made.columns] == ["Part of", "Statement", "Source"]
    assert made.rows == (("Obstacle", "Budget", "p. 2"),)


def test_rows_of_a_dossier_keep_days_and_numbers(qtbot: QtBot) -> None:
    table = RowTable()
    qtbot.addWidget(table)
    table.setHeaderLabels(["Title", "Signed", "Links"])
    plain: dict[int, Cell] = {1: date(1988, 9, 3), 2: 4}
    table.fill([(1, None, ("Nota", "3 September 1988", "4"), {}, plain)])
    assert table_of(table, "T").rows == (("Nota", date(1988, 9, 3), 4),)


def test_an_export_is_written_said_and_put_down(
    qtbot: QtBot, desk: Desk, archive: Archive, exporting: Exporting, tmp_path: Path
) -> None:
    said: list[str] = []
    desk.said.connect(said.append)
    file = tmp_path / "naskah.xlsx"
    with qtbot.waitSignal(exporting.made, timeout=20_000):
        exporting.export("Naskah", TABLE, Place(file, "xlsx"))
    assert _rows(file) == [("Judul", "Tahun"), ("Nota", 1988)]
    assert said == ["Exported: naskah.xlsx, 1 row"]
    qtbot.waitUntil(lambda: bool(archive.events.deeds()))
    (deed,) = archive.events.deeds()
    assert (deed.action, deed.name) == ("export", "Naskah")


def test_all_documents_go_whatever_was_scrolled_to_and_none_above_the_reader(
    qtbot: QtBot, archive: Archive, exporting: Exporting, tmp_path: Path
) -> None:
    for number in range(205):
        stock.put(archive, f"Laporan {number:03}", ("teks",))
    stock.put(archive, "Rahasia", access=Access.SECRET)
    wanted = Documents(DocumentQuery(text="laporan", order="title", descending=False), ("title",))
    file = tmp_path / "dokumen.xlsx"
    with qtbot.waitSignal(exporting.made, timeout=20_000):
        exporting.export("Dokumen", lambda _progress: wanted, Place(file, "xlsx"))
    rows = _rows(file)
    assert len(rows) == 206 and rows[1] == ("Laporan 000",) and ("Rahasia",) not in rows


def test_nothing_is_written_inside_the_archive(
    qtbot: QtBot, desk: Desk, archive: Archive, exporting: Exporting
) -> None:
    with qtbot.waitSignal(desk.jobs.failed, timeout=20_000) as failed:
        exporting.export("T", TABLE, Place(archive.folder / "t.csv", "csv", ";"))
    assert getattr(failed.args[0], "reason", "") == "inside_archive"
    assert not (archive.folder / "t.csv").exists()


def test_the_dialog_offers_formats_and_remembers_the_last(
    qtbot: QtBot, archive: Archive, exporting: Exporting, window: QWidget, tmp_path: Path
) -> None:
    paper = stock.put(archive)
    ask_citations(exporting, window, (paper,))
    dialog = exporting.dialog
    assert dialog is not None and len(dialog.nameFilters()) == 3
    dialog.selectNameFilter(dialog.nameFilters()[1])
    with qtbot.waitSignal(exporting.made, timeout=20_000):
        dialog.fileSelected.emit(str(tmp_path / "sitasi"))
    assert (tmp_path / "sitasi.ris").read_text("utf-8").startswith("TY  - RPRT")
    dialog.reject()
    ask_citations(exporting, window, (paper,))
    again = exporting.dialog
    assert again is not None and again.selectedNameFilter() == again.nameFilters()[1]
    assert Path(again.directory().path()) == tmp_path
    again.reject()


def test_a_typed_ending_of_another_format_counts() -> None:
    formats = ("xlsx", "csv")
    assert placed("/a/t.csv", "xlsx", formats) == (Path("/a/t.csv"), "csv")
    assert placed("/a/t", "csv", formats) == (Path("/a/t.csv"), "csv")
    assert placed("/a/No. 3", "xlsx", formats) == (Path("/a/No. 3.xlsx"), "xlsx")
    assert placed("/a/t.csv", "dc-csv", ("dc", "dc-csv")) == (Path("/a/t.csv"), "dc-csv")


def test_an_ending_that_is_added_never_lands_on_another_file(tmp_path: Path) -> None:
    (tmp_path / "No. 3.csv").write_text("other", encoding="utf-8")
    path, _code = placed(str(tmp_path / "No. 3"), "csv", ("csv",))
    assert path == tmp_path / "No. 3 (2).csv"


def test_the_table_in_front_is_where_the_cursor_stands(
    qtbot: QtBot, exporting: Exporting, window: QWidget
) -> None:
    small, large = RowTable(window), RowTable(window)
    large.resize(400, 400)
    for view in (small, large):
        TableExport(exporting, view, lambda: "T")
        view.show()
    found = front(window)
    assert found is not None and found.view is large
    window.activateWindow()
    small.setFocus()
    qtbot.waitUntil(small.hasFocus)
    found = front(window)
    assert found is not None and found.view is small
    assert "export" in [action.objectName() for action in small.actions()]

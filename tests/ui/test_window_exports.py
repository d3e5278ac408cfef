"""Every table of the window goes to a file: each room's, each dialog's, with all its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from archive.archive import Mode
from archive.exchange.tables import Table
from archive.progress import Progress
from archive.records import AgreementDraft, DocumentQuery, LinkDraft, Target
from tests.archive.stock import fresh, join, put
from ui import work
from ui.desk import Desk
from ui.exporting.saving import Documents, Source
from ui.exporting.table_export import TableExport, front
from ui.faults import Faults
from ui.language import use
from ui.main_window import MainWindow
from ui.reader.engine import engine
from ui.settings import Settings

LONG = 30_000
Until = Callable[[Callable[[], object]], None]


@pytest.fixture
def until(qtbot: QtBot) -> Until:
    """Wait until something holds."""
    return lambda holds: qtbot.waitUntil(lambda: bool(holds()), timeout=LONG)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, until: Until) -> Iterator[MainWindow]:
    """A window in English on an archive with a paper that is evidence for an agreement."""
    use("en")
    with fresh(tmp_path / "arsip") as archive:
        joined, paper = join(archive), put(archive, "Laporan pemuda")
        agreed = archive.agreements.add(AgreementDraft(joined.partnership.id, "mou", "MoU"))
        archive.links.add(LinkDraft(paper, 1, 1, Target.AGREEMENT, agreed.id))
    work.keep_index(tmp_path / "arsip", Progress())
    made = MainWindow(Desk(Settings()), Faults())
    qtbot.addWidget(made)
    made.show()
    made.opening.open(tmp_path / "arsip", Mode.WRITE)
    until(made.rooms.search.model.rowCount)
    yield made
    made.close()
    made.desk.jobs.clear()
    engine().rest()


def _of(source: Source) -> Table | Documents:
    """What the front table's export gathers, waited for where it takes time."""
    return source(Progress()) if callable(source) else source


def _gathered(window: MainWindow) -> Table | Documents:
    found = front(window.rooms.current)
    assert found is not None
    return _of(found.gather())


def test_each_room_gathers_its_table(window: MainWindow, until: Until) -> None:
    found = _gathered(window)
    assert isinstance(found, Table) and found.rows[0][0] == "Laporan pemuda"
    window.rooms.go_to("documents")
    until(lambda: window.rooms.documents.model.total)
    shown = _gathered(window)
    assert isinstance(shown, Documents) and isinstance(shown.wanted, DocumentQuery)
    assert shown.columns[:2] == ("title", "kind") and "access" not in shown.columns
    window.rooms.go_to("agreements")
    until(window.rooms.agreements.table.filtered.rowCount)
    register = _gathered(window)
    assert isinstance(register, Table) and len(register.rows) == 1


def test_the_evidence_of_a_dossier_is_a_table_with_its_pages(
    window: MainWindow, until: Until
) -> None:
    window.desk.open_partnership(1)
    dossier = window.rooms.partnerships.dossier
    until(lambda: dossier.shown)
    dossier.tabs.setCurrentIndex(1)
    dossier.tree.setFocus()
    until(dossier.tree.hasFocus)
    found = _gathered(window)
    assert isinstance(found, Table) and found.title == "Evidence"
    assert found.rows[0][1:4] == ("agreement", "MoU", "Laporan pemuda")


def test_the_log_of_a_dialog_goes_out_whole(window: MainWindow, until: Until) -> None:
    window.dialogs.events()
    until(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    (export,) = dialog.findChildren(TableExport)
    assert export.action.shortcut().toString() == "Ctrl+E"
    found = _of(export.gather())
    assert isinstance(found, Table) and found.rows[-1][3] == "Added"
    dialog.reject()


def test_the_menu_asks_where_the_table_in_front_goes(window: MainWindow) -> None:
    window.menus.actions["export"].trigger()
    dialog = window.exports.exporting.dialog
    assert dialog is not None and dialog.isVisible()
    assert dialog.nameFilters() == ["Excel workbook (*.xlsx)", "CSV table (*.csv)"]
    dialog.reject()


def test_everything_found_is_cited_in_one_file(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    citing = window.rooms.search.citing
    citing.export.trigger()
    dialog = citing.exporting.dialog
    assert dialog is not None
    with qtbot.waitSignal(citing.exporting.made, timeout=LONG):
        dialog.fileSelected.emit(str(tmp_path / "sitasi.bib"))
    assert "{{Laporan pemuda}}" in (tmp_path / "sitasi.bib").read_text("utf-8")
    dialog.reject()

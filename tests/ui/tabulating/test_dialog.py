"""The dialog of tables: read beside the window, looked over, corrected, entered in one deed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A4
from reportlab.platypus import SimpleDocTemplate, TableStyle
from reportlab.platypus import Table as Drawn
from reportlab.platypus.flowables import Spacer

from archive.archive import Archive
from archive.progress import Progress
from archive.records import ActivityDraft, DocumentQuery, Target
from tests.archive.stock import Joined
from tests.ui.warm import WarmProcess, lend
from ui.desk import Desk
from ui.language import use
from ui.tabulating import TabulateDialog, Wanted
from ui.tabulating.preview_model import STATUS
from ui.tabulating.rows_model import RowsModel

HEAD = ("No", "Tahun", "Kegiatan", "Tempat", "Peserta Jakarta", "Peserta Tokyo")
WIDTHS = 30, 45, 140, 60, 90, 90
GRID = ("GRID", (0, 0), (-1, -1), 0.5, "black")
Opens = Callable[..., TabulateDialog]


def rows(count: int) -> list[list[str]]:
    return [
        [str(at), str(1990 + at), f"Pertukaran pemuda {at}", "Tokyo", str(10 + at), str(20 + at)]
        for at in range(1, count + 1)
    ]


def report(path: Path, body: Sequence[Sequence[str]], *, ruled: bool = True) -> Path:
    """An activity report; its table begins low on the first page, and its header is repeated."""
    style = [GRID] if ruled else [("FONTNAME", (0, 0), (-1, 0), "Helvetica-Bold")]
    table = Drawn([HEAD, *body], repeatRows=1, style=TableStyle(style), colWidths=WIDTHS)
    document = SimpleDocTemplate(str(path), pagesize=A4, invariant=1, title="Laporan kegiatan")
    document.build([Spacer(1, 420), table])
    return path


def brought_in(archive: Archive, path: Path) -> int:
    archive.imports.enqueue([path], Progress())
    archive.imports.run(Progress())
    (document,) = archive.documents.table(DocumentQuery())
    return document.id


@pytest.fixture
def opens(
    qtbot: QtBot, press: WarmProcess, desk: Desk, joined: Joined, archive: Archive
) -> Iterator[Opens]:
    lend(desk, press)
    made: list[TabulateDialog] = []

    def opened(path: Path, first: int = 1, last: int = 1, *, document: int = 0) -> TabulateDialog:
        item = document or brought_in(archive, path)
        count = archive.documents.get(item).pages
        dialog = TabulateDialog(desk, Wanted(item, "Laporan", first, last, count))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.open()
        made.append(dialog)
        qtbot.waitUntil(lambda: not dialog.busy, timeout=20_000)
        return dialog

    yield opened
    for dialog in made:
        dialog.let_go()
        dialog.done(0)
    qtbot.waitUntil(lambda: not desk.jobs.running)


def checked(qtbot: QtBot, dialog: TabulateDialog) -> None:
    """Wait until the rows have been checked as they are now."""
    qtbot.waitUntil(lambda: not dialog._soon.isActive() and not dialog._desk.jobs.running)


def words(dialog: TabulateDialog, row: int) -> list[str]:
    model = dialog.table.model
    return [str(model.index(row, at).data()) for at in range(model.columnCount())]


def test_from_pages_to_activities_and_back(
    qtbot: QtBot,
    qtmodeltester: ModelTester,
    opens: Opens,
    archive: Archive,
    joined: Joined,
    tmp_path: Path,
) -> None:
    dialog = opens(report(tmp_path / "a.pdf", rows(30)), 1, 2)
    checked(qtbot, dialog)
    assert dialog.table.model.rowCount() == 30  # one table over the page's end, its header once
    assert dialog.table.header.roles == (
        *(None, "year", "name", "place"),
        *("participants_a", "participants_b"),
    )
    assert dialog.table.header.boxes[4].currentText() == "Participants from Jakarta"
    assert words(dialog, 29) == ["good", *rows(30)[-1]]
    assert isinstance(dialog.table.model, RowsModel)
    qtmodeltester.check(dialog.table.model)
    qtbot.keyClick(dialog.table.view, Qt.Key.Key_Return)
    preview = dialog.preview.model
    qtbot.waitUntil(lambda: preview.rowCount() == 30)
    checked(qtbot, dialog)
    qtmodeltester.check(preview)
    assert dialog.next.text() == "Enter 30 activities"
    dialog.preview.view.setCurrentIndex(preview.index(0, STATUS))
    qtbot.keyClick(dialog.preview.view, Qt.Key.Key_Space)
    assert dialog.next.text() == "Enter 29 activities"
    with qtbot.waitSignal(dialog.entered) as said:
        qtbot.keyClick(dialog.preview.view, Qt.Key.Key_Return)
    assert said.args == [
        "29 activities were entered with their pages as evidence. 1 row was left out."
    ]
    last = archive.activities.of(joined.program.id)[-1]
    assert (last.year, last.participants_a, last.participants_b) == (2020, 40, 50)
    links = archive.links.of_document(dialog._wanted.document)
    assert {link.first_page for link in links} == {1, 2}
    assert all(link.target is Target.ACTIVITY and link.quote for link in links)
    archive.events.undo()
    assert not archive.activities.of(joined.program.id)


def test_faults_are_told_and_mended_by_typing(
    qtbot: QtBot, opens: Opens, archive: Archive, joined: Joined, tmp_path: Path
) -> None:
    body = [*rows(2), ["3", "2019", "Festival", "", "banyak", "5"]]
    dialog = opens(report(tmp_path / "a.pdf", body))
    checked(qtbot, dialog)
    table = dialog.table
    assert words(dialog, 2)[0] == "1 fault"
    table.view.setCurrentIndex(table.model.index(2, 5))
    assert "“banyak” is not understood as a number" in table.told.toPlainText()
    wrong = table.model.index(2, 5)
    assert wrong.data(Qt.ItemDataRole.BackgroundRole) is not None
    table.view.edit(wrong)
    editor = table.view.indexWidget(wrong) or table.view.focusWidget()
    qtbot.keyClicks(editor, "12")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: words(dialog, 2)[0] == "good")
    assert table.corrected and dialog.pages.currentWidget() is table
    dialog.reject()
    assert dialog.isVisible() and dialog.leaving.question is not None
    dialog.leaving.question.reject()
    dialog.next.click()
    checked(qtbot, dialog)
    with qtbot.waitSignal(dialog.entered):
        dialog.next.click()
    assert archive.activities.of(joined.program.id)[-1].participants_a == 12


def test_what_is_entered_already_is_told_and_not_entered_again(
    qtbot: QtBot, opens: Opens, archive: Archive, joined: Joined, tmp_path: Path
) -> None:
    archive.activities.add(ActivityDraft(joined.program.id, 1991, "Pertukaran pemuda 1"))
    dialog = opens(report(tmp_path / "a.pdf", rows(3)))
    checked(qtbot, dialog)
    assert words(dialog, 0)[0] == "there already"
    dialog.next.click()
    checked(qtbot, dialog)
    said = "2 activities to be entered · 0 rows have faults · 1 is there already"
    assert dialog.preview.count.text() == said
    assert dialog.preview.model.told(0).startswith("Page 1: the program has this activity already")
    with qtbot.waitSignal(dialog.entered):
        dialog.next.click()
    assert len(archive.activities.of(joined.program.id)) == 3


def test_columns_header_and_year_can_be_chosen(qtbot: QtBot, opens: Opens, tmp_path: Path) -> None:
    dialog = opens(report(tmp_path / "a.pdf", rows(3), ruled=False))
    checked(qtbot, dialog)
    table = dialog.table
    box = table.header.boxes[1]
    box.setFocus()
    box.setCurrentIndex(box.findData("name"))
    assert "“Activity” is chosen for several columns" in dialog.trouble.text()
    assert not dialog.next.isEnabled()
    box.setCurrentIndex(0)
    qtbot.waitUntil(lambda: words(dialog, 0)[0] == "1 fault")
    assert "no year is known" in table.model.told(0)
    table.year.setText("2005")
    qtbot.waitUntil(lambda: words(dialog, 0)[0] == "good")
    table.headed.click()
    assert table.model.rowCount() == 4 and table.header.roles[1] is None
    other = table.header.boxes[2]
    other.setCurrentIndex(0)
    assert dialog.trouble.text() == "Choose the column that names the activities."


def test_a_table_that_goes_on_overleaf_is_read_on(
    qtbot: QtBot, opens: Opens, tmp_path: Path
) -> None:
    dialog = opens(report(tmp_path / "a.pdf", rows(30)), 1, 1)
    table = dialog.table
    assert table.model.rowCount() < 30 and table.more.isVisible()
    assert table.more.text() == "The table may go on: read page 2 too"
    table.more.click()
    qtbot.waitUntil(lambda: not dialog.busy, timeout=20_000)
    assert table.model.rowCount() == 30 and table.pages.text() == "1–2"
    assert not table.more.isVisible()


def test_a_page_without_a_table_says_so_and_is_read_anyhow(
    qtbot: QtBot, opens: Opens, tmp_path: Path
) -> None:
    dialog = opens(report(tmp_path / "a.pdf", rows(30)), 1, 1)
    table = dialog.table
    table.pages.setText("9")
    qtbot.keyClick(table.pages, Qt.Key.Key_Return)
    assert dialog.trouble.text() == "Give pages from 1 to 2."
    table.show_tables(1, ())
    dialog._say_nothing()
    assert table.stack.currentWidget() is table.nothing and not dialog.next.isEnabled()
    table.pages.setText("2")
    table.anyhow.click()
    qtbot.waitUntil(lambda: not dialog.busy, timeout=20_000)
    checked(qtbot, dialog)
    assert table.stack.currentWidget() is table.view and table.model.rowCount() > 5


def test_a_paper_that_is_no_pdf_is_told(
    qtbot: QtBot, opens: Opens, archive: Archive, tmp_path: Path
) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Tahun  Kegiatan\n2018  Festival\n", encoding="utf-8")
    dialog = opens(file)
    assert dialog.trouble.text().startswith("The tables of this file cannot be read")
    assert not dialog.next.isEnabled()
    dialog.reject()
    assert not dialog.isVisible()


def test_the_language_can_change_meanwhile(
    qtbot: QtBot, desk: Desk, opens: Opens, tmp_path: Path
) -> None:
    dialog = opens(report(tmp_path / "a.pdf", rows(2)))
    checked(qtbot, dialog)
    desk.speak("id")
    assert dialog.table.header.boxes[4].currentText() == "Peserta dari Jakarta"
    assert words(dialog, 0)[0] == "baik"
    use("en")


def test_a_divided_row_is_joined(qtbot: QtBot, opens: Opens, tmp_path: Path) -> None:
    body = [*rows(1), ["", "", "lanjutan", "", "", ""], *rows(2)[1:]]
    dialog = opens(report(tmp_path / "a.pdf", body))
    checked(qtbot, dialog)
    table = dialog.table
    assert not table.join.isEnabled() and table.model.rowCount() == 3
    table.view.setCurrentIndex(table.model.index(1, 3))
    table.join.click()
    checked(qtbot, dialog)
    assert words(dialog, 0)[3] == "Pertukaran pemuda 1 lanjutan"
    assert [words(dialog, row)[0] for row in range(2)] == ["good", "good"]


def test_all_of_it_is_reached_by_the_keys(qtbot: QtBot, opens: Opens, tmp_path: Path) -> None:
    dialog = opens(report(tmp_path / "a.pdf", rows(2)))
    checked(qtbot, dialog)
    table = dialog.table
    table.pages.setFocus()
    met = [QApplication.focusWidget()]
    while len(met) < 60 and (len(met) == 1 or met[-1] is not met[0]):
        qtbot.keyClick(met[-1], Qt.Key.Key_Tab)
        met.append(QApplication.focusWidget())
    wanted = [table.pages, table.read, table.headed, table.year, *table.header.boxes, table.view]
    wanted += [table.told, dialog.next, dialog.shut]
    assert [widget for widget in met[:-1] if widget in wanted] == wanted


def test_cancelling_stops_the_reading(
    qtbot: QtBot, opens: Opens, archive: Archive, tmp_path: Path
) -> None:
    dialog = opens(report(tmp_path / "a.pdf", rows(2)))
    checked(qtbot, dialog)
    table = dialog.table
    table.read.click()
    assert dialog.busy and dialog.shut.text() == "Cancel" and not dialog.next.isEnabled()
    dialog.reject()
    assert dialog.isVisible() and dialog.stopping and dialog.shut.text() == "Close"
    qtbot.waitUntil(lambda: not dialog.busy, timeout=20_000)
    assert table.model.rowCount() == 2 and dialog.next.isEnabled()

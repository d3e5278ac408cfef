"""The kept prints in the window: listed, found, opened, saved, checked; none above the level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from archive.archive import Archive, Mode
from archive.errors import NotKept, PrintDamaged
from archive.progress import Progress
from archive.records import Access, KeptPrint
from archive.reports import ReportRequest, print_to
from tests.archive.prints import printed
from tests.archive.prints.printed import SNAPSHOT, TOLD
from tests.archive.stock import fresh
from tests.ui.warm import WarmProcess, lend
from ui.desk import Desk, open_archive
from ui.history.events_dialog import EventsDialog
from ui.language import use
from ui.messages import sentence
from ui.messages.prints import print_words
from ui.prints.dialog import PrintsDialog
from ui.prints.pages_dialog import KeptPagesDialog
from ui.prints.words import file_name
from ui.settings import Settings

WAIT = 10_000


@pytest.fixture
def desk(qapp: object, press: WarmProcess, tmp_path: Path) -> Iterator[Desk]:
    """A desk with an empty archive, speaking English."""
    use("en")
    made = lend(Desk(Settings()), press)
    made.importing = True  # no process beside for the index
    fresh(tmp_path / "Arsip é 100%", "Biro").close()
    made.take(open_archive(tmp_path / "Arsip é 100%", Mode.WRITE, Access.OPEN))
    yield made
    made.leave()
    made.jobs.clear()


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def kept(desk: Desk, tmp_path: Path) -> list[KeptPrint]:
    """Two prints to be seen, kept by a reader, and one above the level."""
    assert desk.archive is not None
    told = [TOLD, replace(TOLD, report="search_statement", subject="", years=None)]
    with Archive.open(desk.archive.folder, Mode.READ, Access.SECRET) as reader:
        reader.prints.keep(replace(TOLD, level=Access.SECRET), printed.pdf(tmp_path), SNAPSHOT)
        return [
            reader.prints.keep(each, printed.pdf(tmp_path, f"Cetakan {number}"), SNAPSHOT)
            for number, each in enumerate(told)
        ]


def shown(qtbot: QtBot, desk: Desk, parent: QWidget) -> PrintsDialog:
    dialog = PrintsDialog(desk, parent)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.table.isVisible() and not desk.jobs.running, timeout=WAIT)
    return dialog


def row(dialog: PrintsDialog, number: int) -> list[str]:
    model = dialog.table.prints
    return [str(model.index(number, column).data()) for column in range(model.columnCount())]


def test_without_a_print_it_is_said_how_to_make_one(
    qtbot: QtBot, desk: Desk, parent: QWidget
) -> None:
    dialog = PrintsDialog(desk, parent)
    dialog.open()
    qtbot.waitUntil(dialog.empty.isVisible, timeout=WAIT)
    assert not dialog.table.isVisible() and not dialog.typed.isVisible()
    assert not dialog.open_.isEnabled() and not dialog.check.isEnabled()


def test_prints_are_listed_and_put_down_in_the_log(
    qtbot: QtBot, desk: Desk, parent: QWidget, kept: list[KeptPrint]
) -> None:
    dialog = shown(qtbot, desk, parent)
    assert dialog.table.prints.rowCount() == 2
    assert row(dialog, 0)[1:5] == [
        "Statement of a search",
        "the whole archive",
        "all years",
        "Indonesian",
    ]
    assert row(dialog, 1)[1:4] == ["Partnership summary", "Jakarta–Tokyo", "2018–2022"]
    assert row(dialog, 1)[6:] == ["2", kept[0].sha256[:12], "not checked yet"]
    assert dialog.table.hasFocus() and dialog.table.kept == kept[1]
    assert desk.archive is not None
    assert len(desk.archive.events.deeds()) == 2


def test_a_print_is_found_by_its_words_and_by_its_sha(
    qtbot: QtBot, desk: Desk, parent: QWidget, kept: list[KeptPrint]
) -> None:
    dialog = shown(qtbot, desk, parent)
    for typed in ("tokyo summary", kept[0].sha256, kept[0].sha256[20:30].upper()):
        dialog.typed.setText(typed)
        assert dialog.table.prints.rowCount() == 1
        assert dialog.table.kept == kept[0]
    dialog.typed.setText("nowhere")
    assert not dialog.table.prints.rowCount() and not dialog.save.isEnabled()
    assert dialog.outcome.isVisible()
    dialog.typed.clear()
    assert dialog.table.kept == kept[0] and not dialog.outcome.isVisible()


def test_a_print_is_checked(
    qtbot: QtBot, desk: Desk, parent: QWidget, kept: list[KeptPrint]
) -> None:
    dialog = shown(qtbot, desk, parent)
    dialog.check.click()
    qtbot.waitUntil(dialog.outcome.isVisible, timeout=WAIT)
    assert row(dialog, 0)[-1] == "genuine"
    kept[1].file.chmod(0o600)
    kept[1].file.write_bytes(b"x")
    dialog.check.click()
    qtbot.waitUntil(dialog.trouble.isVisible, timeout=WAIT)
    assert row(dialog, 0)[-1] == "altered or missing"
    assert not dialog.outcome.isVisible()
    dialog.open_.click()
    qtbot.waitUntil(lambda: not desk.jobs.running, timeout=WAIT)
    assert dialog.findChild(KeptPagesDialog) is None


def test_enter_shows_the_pages(
    qtbot: QtBot, desk: Desk, parent: QWidget, kept: list[KeptPrint]
) -> None:
    dialog = shown(qtbot, desk, parent)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.findChild(KeptPagesDialog) is not None, timeout=WAIT)
    pages = dialog.findChild(KeptPagesDialog)
    assert pages is not None
    qtbot.waitUntil(lambda: pages.pages.view.page_count == 1, timeout=WAIT)
    assert kept[1].sha256 in pages.sha256.text()
    pages.reject()


def test_ctrl_c_copies_the_whole_sha(
    qtbot: QtBot, desk: Desk, parent: QWidget, kept: list[KeptPrint]
) -> None:
    dialog = shown(qtbot, desk, parent)
    QTest.keyClick(dialog.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == kept[1].sha256


def test_a_copy_is_saved_but_never_of_an_altered_print(
    qtbot: QtBot, desk: Desk, parent: QWidget, kept: list[KeptPrint], tmp_path: Path
) -> None:
    dialog, target = shown(qtbot, desk, parent), tmp_path / "salinan.pdf"
    dialog.save_as(kept[0], str(target))
    qtbot.waitUntil(dialog.outcome.isVisible, timeout=WAIT)
    assert target.read_bytes() == kept[0].file.read_bytes()
    kept[0].file.chmod(0o600)
    kept[0].file.write_bytes(b"x")
    dialog.save_as(kept[0], str(tmp_path / "lain.pdf"))
    qtbot.waitUntil(dialog.trouble.isVisible, timeout=WAIT)
    assert not (tmp_path / "lain.pdf").exists()


def test_a_copy_never_goes_into_the_archive(
    qtbot: QtBot, desk: Desk, parent: QWidget, kept: list[KeptPrint]
) -> None:
    assert desk.archive is not None
    dialog, target = shown(qtbot, desk, parent), desk.archive.folder / "salinan.pdf"
    dialog.save_as(kept[0], str(target))
    qtbot.waitUntil(dialog.trouble.isVisible, timeout=WAIT)
    assert not target.exists()


def test_the_log_tells_of_prints_in_words(
    qtbot: QtBot, desk: Desk, parent: QWidget, kept: list[KeptPrint]
) -> None:
    assert desk.archive is not None
    desk.archive.prints.adopt()
    dialog = EventsDialog(desk, parent)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.detail.topLevelItemCount() == 1, timeout=WAIT)
    model = dialog.table.deeds
    assert [model.index(1, column).data() for column in (2, 3)] == [
        "Printed",
        "Kept print “Partnership summary: Jakarta–Tokyo”",
    ]
    item = dialog.detail.topLevelItem(0)
    assert item is not None and item.text(0) == "Printed: kept print “Statement of a search”"
    fields = [item.child(number) for number in range(item.childCount())]
    told = {field.text(0): field.text(2) for field in fields if field is not None}
    assert told["Report"] == "Statement of a search"
    assert told["SHA-256"] == kept[1].sha256
    assert told["Date on the print"] == "21 November 2026"
    dialog.reject()


def test_names_of_prints() -> None:
    use("id")
    assert print_words("partnership_summary: A: B") == "Ringkasan kemitraan: A: B"
    assert print_words("search_statement") == "Pernyataan pencarian"
    told = replace(TOLD, subject="Jakarta/Tokyo")
    made = KeptPrint("a", "2026-11-21T10:00:00+00:00", "x@y", "0" * 64, 1, "", told, Path("x"))
    assert file_name(made) == "Ringkasan kemitraan Jakarta Tokyo 2026-11-21.pdf"
    use("en")


@pytest.mark.parametrize(
    "error", [NotKept(Path("p"), ""), NotKept(Path("p"), "read-only"), PrintDamaged(Path("p"))]
)
def test_each_error_has_a_sentence(error: Exception) -> None:
    use("en")
    assert "p" in sentence(error) and "Something went wrong" not in sentence(error)


@pytest.fixture
def drawn(desk: Desk, tmp_path: Path) -> KeptPrint:
    """A print that the program itself has made, kept with what it was drawn from."""
    archive = desk.archive
    assert archive is not None
    request = ReportRequest("agreement_register", language="en", printed="2026-11-21")
    made = print_to(archive, request, tmp_path / "register.pdf", Progress())
    return archive.prints.keep(made.told, tmp_path / "register.pdf", made.snapshot)


def test_a_print_made_again_is_the_same(
    qtbot: QtBot, desk: Desk, parent: QWidget, drawn: KeptPrint
) -> None:
    dialog = shown(qtbot, desk, parent)
    dialog.again.button.click()
    assert not dialog.again.button.isEnabled()
    qtbot.waitUntil(lambda: "the same, byte for byte" in dialog.outcome.text(), timeout=2 * WAIT)
    qtbot.waitUntil(dialog.again.button.isEnabled, timeout=WAIT)
    assert dialog.trouble.isHidden()


def test_other_bytes_are_told_with_the_version_that_made_them(
    qtbot: QtBot, desk: Desk, parent: QWidget, drawn: KeptPrint, tmp_path: Path
) -> None:
    assert desk.archive is not None
    prints = desk.archive.prints
    older = replace(drawn.told, version="0.0.1")
    prints.keep(older, printed.pdf(tmp_path), prints.snapshot(drawn.uuid))
    dialog = shown(qtbot, desk, parent)
    dialog.again.button.click()
    qtbot.waitUntil(lambda: "0.0.1" in dialog.outcome.text(), timeout=2 * WAIT)


def test_what_no_version_understands_is_said(
    qtbot: QtBot, desk: Desk, parent: QWidget, kept: list[KeptPrint]
) -> None:
    dialog = shown(qtbot, desk, parent)
    dialog.again.button.click()
    qtbot.waitUntil(lambda: not dialog.trouble.isHidden(), timeout=2 * WAIT)
    assert "another version" in dialog.trouble.text()


def test_closing_does_not_wait_for_the_print(
    qtbot: QtBot, desk: Desk, parent: QWidget, drawn: KeptPrint
) -> None:
    dialog = shown(qtbot, desk, parent)
    dialog.again.button.click()
    dialog.reject()
    qtbot.waitUntil(lambda: not desk.jobs.running, timeout=2 * WAIT)

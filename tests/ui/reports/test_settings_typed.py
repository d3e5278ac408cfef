"""While a setting is typed nothing old can be saved; the same periods in every box; file names."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive.archive import Archive, Mode
from archive.records import Access
from tests.archive.stock import put
from tests.ui.reports.conftest import wait_for_pages
from tests.ui.reports.test_room import archive_of, made
from ui.comparison.chooser import CaseChooser
from ui.desk import Desk, open_archive
from ui.prints.naming import print_name
from ui.reports.room import ReportsRoom


def tokyo(room: ReportsRoom) -> CaseChooser:
    """The case of Jakarta–Tokyo, of which a year is known."""
    return next(each for each in room.form.cases.choosers if each.partnership.currentData() == 1)


def years(room: ReportsRoom) -> tuple[int, int] | None:
    """What is asked of that case."""
    return next(each.years for each in room.form.cases.cases if each.partnership == 1)


@pytest.fixture
def compared(qtbot: QtBot, opened: ReportsRoom) -> ReportsRoom:
    """The room with a comparison in sight, whose years are known."""
    opened.form.reports.choose("comparison")
    wait_for_pages(qtbot, opened)
    qtbot.waitUntil(lambda: tokyo(opened).period.first.placeholderText() == "2018")
    return opened


def test_old_pages_cannot_be_saved_from_the_first_letter_on(
    qtbot: QtBot, compared: ReportsRoom
) -> None:
    first = tokyo(compared).period.first
    for letter in "2018":
        QTest.keyClicks(first, letter)
        assert not compared.outlets.save.isEnabled()
        assert not compared.outlets.print.isEnabled()
    wait_for_pages(qtbot, compared)
    assert "2018" in made(compared)


def test_a_click_after_typing_reaches_the_button(qtbot: QtBot, compared: ReportsRoom) -> None:
    first = tokyo(compared).period.first
    first.setFocus()
    QTest.keyClicks(first, "2018")
    wait_for_pages(qtbot, compared)
    QTest.mouseClick(compared.outlets.save, Qt.MouseButton.LeftButton)
    dialog = compared.outlets._dialog
    assert dialog is not None
    assert dialog.isVisible()
    dialog.reject()


def test_years_of_a_case_are_said_and_not_guessed(compared: ReportsRoom) -> None:
    case = tokyo(compared)
    for first, last, words in (
        ("2019", "2017", "The first year lies after the last."),
        ("209", "", "A year has four digits."),
    ):
        case.period.first.setText(first)
        case.period.last.setText(last)
        assert case.period.says.text() == words
        assert not case.period.says.isHidden()
        assert compared.form.request() is None
        assert compared.form.missing() == ""
    case.period.set_years(2017, 2019)
    assert case.period.says.isHidden()
    assert compared.form.request() is not None


def test_an_open_end_of_a_case_goes_as_far_as_the_archive_knows(compared: ReportsRoom) -> None:
    case = tokyo(compared)
    case.period.set_years(None, 2020)
    assert years(compared) == (2018, 2020)
    case.period.set_years(2010, None)
    assert years(compared) == (2010, 2018)


def test_the_buttons_stay_where_they_are_when_a_print_was_saved(
    qtbot: QtBot, opened: ReportsRoom, tmp_path: Path
) -> None:
    before = opened.outlets.save.mapTo(opened, opened.outlets.save.rect().topLeft())
    assert opened.outlets._pressed is not None
    opened.outlets.save_as(opened.outlets._pressed, str(tmp_path / "x.pdf"))
    qtbot.waitUntil(lambda: bool(opened.outlets.says.text()))
    qtbot.wait(50)
    assert opened.outlets.save.mapTo(opened, opened.outlets.save.rect().topLeft()) == before


def test_papers_without_a_partnership_are_printed(
    qtbot: QtBot, desk: Desk, room: ReportsRoom, empty: Path
) -> None:
    with Archive.open(empty) as archive:
        put(archive, "Laporan pemuda")
    desk.take(open_archive(empty, Mode.WRITE, Access.OPEN))
    wait_for_pages(qtbot, room)
    report = room.form.reports.report
    assert report is not None
    assert report.subject == "archive"
    room.form.reports.choose("record_list")
    wait_for_pages(qtbot, room)
    assert "Laporan pemuda" in made(room)
    for code in ("partnership_summary", "program_summary", "comparison"):
        room.form.reports.choose(code)
        assert not room.outlets.save.isEnabled()
        qtbot.waitUntil(lambda: "none has been entered" in room.pages.front.says.text())


def test_the_first_paper_that_comes_in_opens_the_form(
    qtbot: QtBot, desk: Desk, room: ReportsRoom, empty: Path
) -> None:
    desk.take(open_archive(empty, Mode.WRITE, Access.OPEN))
    qtbot.waitUntil(room.empty.isVisible)
    put(archive_of(desk), "Laporan pemuda")
    wait_for_pages(qtbot, room)


def test_the_name_of_a_file_speaks_the_language_of_the_print(
    qtbot: QtBot, opened: ReportsRoom
) -> None:
    opened.form.tongue.setCurrentIndex(opened.form.tongue.findData("id"))
    wait_for_pages(qtbot, opened)
    assert opened.outlets.file_name().startswith("Ringkasan kemitraan Jakarta-Beijing 20")


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("Register", "Arsip · Sample", "2026-01-31"), "Register Arsip Sample 2026-01-31.pdf"),
        (
            ("Surat", "Jakarta–Tokyo (雅加达 — 京)"),
            "Surat Jakarta-Tokyo (雅加达-京).pdf",
        ),
        (("Cetakan", "", "A/B: “x”…"), "Cetakan A B x.pdf"),
    ],
)
def test_the_name_of_a_file_is_of_plain_characters(parts: tuple[str, ...], name: str) -> None:
    assert print_name(*parts) == name

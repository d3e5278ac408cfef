"""Every report in the room: the settings it takes, what is remembered, what is kept of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from archive.archive import Mode
from archive.progress import Step
from archive.records import Access, Office
from archive.reports.request import ChosenCase, Period, Subject
from tests.ui.reports.conftest import wait_for_pages
from tests.ui.reports.test_room import archive_of, made
from ui.desk import Desk, open_archive
from ui.language import _, use
from ui.reports import outlets
from ui.reports.room import ReportsRoom


def choose(qtbot: QtBot, room: ReportsRoom, code: str) -> None:
    room.form.reports.choose(code)
    assert room.form.reports.code == code
    wait_for_pages(qtbot, room)


def test_every_report_is_offered_with_what_it_is_for(opened: ReportsRoom) -> None:
    reports = opened.form.reports._reports
    codes = list(reports)
    assert codes[0] == "partnership_summary"
    assert "search_statement" not in codes
    assert not [code for code, each in reports.items() if not _(each.purpose)]
    opened.form.reports.choose("comparison")
    assert opened.form.reports.says.text() == _(reports["comparison"].purpose)


def test_the_form_shows_what_the_report_takes_and_nothing_else(opened: ReportsRoom) -> None:
    form = opened.form
    optional: list[QWidget] = [form.subject, form.within, form.program, form.cases, form.period]
    for code, report in form.reports._reports.items():
        form.reports.choose(code)
        shown = {field for field in optional if not field.isHidden()}
        fields: dict[Subject, set[QWidget]] = {
            Subject.PARTNERSHIP: {form.subject},
            Subject.PROGRAM: {form.subject, form.program},
            Subject.CASES: {form.cases},
            Subject.ARCHIVE: {form.within},
        }
        of = fields[report.subject]
        assert shown == of | ({form.period} if report.period is not Period.NONE else set()), code
        assert not form.tongue.isHidden()


def test_each_field_has_a_name_for_who_cannot_see_it(opened: ReportsRoom) -> None:
    form = opened.form
    fields = form.subject, form.within, form.program, form.cases, form.period, form.tongue
    assert all(field.accessibleName() for field in fields)
    assert form.reports.list.accessibleName()


def test_a_program_is_chosen_of_its_partnership(qtbot: QtBot, opened: ReportsRoom) -> None:
    opened.choose_partnership(1)
    opened.form.reports.choose("program_summary")
    wait_for_pages(qtbot, opened)
    request = opened.form.request()
    assert request is not None
    assert request.program == opened.form.program.chosen
    assert opened.form.program.currentText() in made(opened)
    opened.form.subject.choose(2)  # has no programs
    qtbot.waitUntil(lambda: not opened.form.program.count())
    assert opened.form.request() is None
    assert not opened.outlets.save.isEnabled()
    qtbot.waitUntil(lambda: "no program" in opened.pages.front.says.text())
    opened.form.subject.choose(1)
    wait_for_pages(qtbot, opened)
    assert not opened.pages.front.says.isVisible()


def test_a_pair_that_shares_a_city_is_compared_at_first(qtbot: QtBot, opened: ReportsRoom) -> None:
    choose(qtbot, opened, "comparison")
    assert {each.partnership for each in opened.form.cases.cases} == {1, 2}
    hidden = [chooser.isHidden() for chooser in opened.form.cases.choosers]
    assert hidden == [False, False, False, True]
    third = opened.form.cases.choosers[2]
    third.partnership.setCurrentIndex(1)
    third.partnership.activated.emit(1)
    assert not opened.form.cases.whole  # the same case twice
    assert opened.form.request() is None
    qtbot.waitUntil(lambda: "the same" in opened.pages.front.says.text())
    third.period.set_years(2018, 2018)
    request = opened.form.request()
    assert request is not None
    assert request.cases[2].years == (2018, 2018)
    assert not opened.form.cases.choosers[3].isHidden()


def test_a_report_of_one_year_takes_one(qtbot: QtBot, opened: ReportsRoom) -> None:
    choose(qtbot, opened, "annual_report")
    assert opened.form.period.last.isHidden()
    opened.form.period.set_years(2018, None)
    request = opened.form.request()
    assert request is not None
    assert request.years == (2018, 2018)
    opened.form.reports.choose("evidence_matrix")
    assert not opened.form.period.last.isHidden()


def test_a_report_of_the_archive_is_of_one_partnership_when_wished(
    qtbot: QtBot, opened: ReportsRoom
) -> None:
    choose(qtbot, opened, "agreement_register")
    request = opened.form.request()
    assert request is not None
    assert request.partnership is None
    opened.form.within.choose(1)
    request = opened.form.request()
    assert request is not None
    assert request.partnership == 1
    wait_for_pages(qtbot, opened)
    assert "Jakarta–Tokyo" in made(opened)


def test_a_partnership_sent_here_is_not_lost_on_a_report_of_the_archive(
    qtbot: QtBot, opened: ReportsRoom
) -> None:
    choose(qtbot, opened, "agreement_register")
    opened.choose_partnership(1)
    assert opened.form.reports.code == "partnership_summary"
    wait_for_pages(qtbot, opened)
    assert "Jakarta–Tokyo" in made(opened)


def test_the_last_settings_of_each_archive_come_back(
    qtbot: QtBot, desk: Desk, opened: ReportsRoom, folder: Path, tmp_path: Path
) -> None:
    choose(qtbot, opened, "comparison")
    case = ChosenCase(2, "youth_sport", (2017, 2019))
    opened.form.take(replace(opened.form.wish(), cases=(case, ChosenCase(1)), language="en"))
    opened.form.cases.edited.emit()
    wait_for_pages(qtbot, opened)
    desk.leave()
    desk.take(open_archive(folder, Mode.READ, Access.OPEN))
    qtbot.waitUntil(lambda: opened.form.reports.code == "comparison")
    assert opened.form.cases.cases == (case, ChosenCase(1))


def test_what_was_remembered_and_is_no_sense_is_forgotten(
    qtbot: QtBot, desk: Desk, room: ReportsRoom, folder: Path
) -> None:
    for words in ("[]", "{", f'{{"{folder}": {{"cases": 3}}}}', f'{{"{folder}": 7}}'):
        desk.settings.set_value("reports/wishes", words)
        desk.take(open_archive(folder, Mode.READ, Access.OPEN))
        wait_for_pages(qtbot, room)
        assert room.form.reports.code == "partnership_summary"
        desk.leave()


def test_looking_keeps_nothing_and_saving_keeps_the_print(
    qtbot: QtBot, desk: Desk, opened: ReportsRoom, tmp_path: Path
) -> None:
    prints = archive_of(desk).prints
    assert prints.all() == ()
    pressed = opened.outlets._pressed
    assert pressed is not None
    opened.outlets.save_as(pressed, str(tmp_path / "x.pdf"))
    qtbot.waitUntil(lambda: bool(opened.outlets.says.text()))
    [kept] = prints.all()
    assert kept.file.read_bytes() == (tmp_path / "x.pdf").read_bytes()
    assert (kept.told.report, kept.told.subject) == ("partnership_summary", "Jakarta–Beijing")
    assert prints.snapshot(kept.uuid) == pressed.made.snapshot


def test_what_went_to_the_printer_is_kept(
    qtbot: QtBot,
    desk: Desk,
    opened: ReportsRoom,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    monkeypatch.setattr(outlets, "ask_printer", lambda _parent, _title: printer)
    opened.outlets.print.click()
    qtbot.waitUntil(lambda: bool(opened.outlets.says.text()), timeout=20_000)
    assert len(archive_of(desk).prints.all()) == 1


def test_a_print_that_cannot_be_kept_is_saved_and_this_is_said(
    qtbot: QtBot, desk: Desk, opened: ReportsRoom, tmp_path: Path
) -> None:
    shelf = archive_of(desk).folder / "prints"
    if shelf.is_dir():
        shelf.rmdir()
    shelf.write_text("in the way")
    assert opened.outlets._pressed is not None
    opened.outlets.save_as(opened.outlets._pressed, str(tmp_path / "x.pdf"))
    qtbot.waitUntil(lambda: bool(opened.outlets.says.text()))
    assert "not kept" in opened.outlets.says.text()
    assert (tmp_path / "x.pdf").read_bytes().startswith(b"%PDF")
    shelf.unlink()


def test_a_long_print_says_how_far_it_is_and_is_stopped(qtbot: QtBot, opened: ReportsRoom) -> None:
    pages = opened.pages
    pages._say_making()
    pages.tell(Step(34, 0))
    assert "34" in pages.making.says.text()
    opened.form.reports.choose("handover_pack")
    opened._make()
    pages._say_making()
    pages.making.button.click()
    assert not pages.making.busy
    qtbot.wait(50)
    assert not opened.outlets.save.isEnabled()
    pages.making.button.click()
    wait_for_pages(qtbot, opened)
    assert not pages.making.isVisible()


def test_the_office_stands_on_the_print_as_soon_as_it_is_known(
    qtbot: QtBot, desk: Desk, opened: ReportsRoom
) -> None:
    with qtbot.waitSignal(opened.press.made, timeout=20_000):
        archive_of(desk).office.change(Office("Biro Kerja Sama Daerah"))
    assert "Biro Kerja Sama Daerah" in made(opened)


def test_words_of_reports_and_cases_follow_the_language(qtbot: QtBot, opened: ReportsRoom) -> None:
    choose(qtbot, opened, "comparison")
    before = opened.form.cases.cases
    use("id")
    opened.retranslate()
    assert opened.form.reports.name == "Perbandingan"
    assert opened.form.cases.choosers[0].field.itemText(0) == "semua bidang"
    assert opened.form.cases.cases == before
    use("en")
